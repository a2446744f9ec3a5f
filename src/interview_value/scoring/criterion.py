"""Criterion: a scorer or a gate, made of a function whose arguments are quantities, found by their names."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from importlib import import_module
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Generic, Literal, NoReturn, ParamSpec, TypeAlias

import attrs
from attrs import field, frozen

from ..display.showing import Showing
from ..errors import FieldError, NameClashError, nearest_name
from ..model.invitation import Invitation
from ..model.pickling import anew
from ..model.prior import DerivedPrior, PriorBy
from ..model.quantity import ASSUMPTION, Quantity
from ..model.seeker import Seeker
from ..model.signatures import answering
from .functions import argument_names, code_of, name_of

if TYPE_CHECKING:
    from ..display.page import Page

__all__ = ["CONTEXT", "CORE_LABELS", "CORE_QUANTITIES", "SIGNS", "Gate", "Kind", "Scorer", "gate", "scorer"]

P = ParamSpec("P")
Kind: TypeAlias = Literal["benefit", "cost"]
GateVerdict: TypeAlias = Literal["decline", "attend"]

SIGNS: dict[Kind, float] = {"benefit": 1.0, "cost": -1.0}
"""Which way the hours of a scorer count in the net value."""

CORE_QUANTITIES: dict[str, Quantity] = {**Invitation.own_quantities(), **Seeker.own_quantities()}
"""The quantities that Invitation and Seeker have fields for: every scorer may read them without declaring them."""

CORE_LABELS: dict[str, Quantity] = {**Invitation.own_labels(), **Seeker.own_labels()}
"""The labels that they have fields for: every gate, and every prior, may read them."""

CONTEXT = ("invitation", "seeker", "ops")
"""The arguments that are not quantities."""

RESERVED = (
    {*CONTEXT, "hours", *attrs.fields_dict(Invitation), *attrs.fields_dict(Seeker)}
    - CORE_QUANTITIES.keys()
    - CORE_LABELS.keys()
)
"""The names that mean something else, so that no quantity can have them."""


def _picker(names: tuple[str, ...]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)  # much the fastest way, but for one name it returns no tuple
    return lambda values: tuple(values[name] for name in names)


def _as_tuple(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    items = tuple(quantities) if isinstance(quantities, Iterable) else (quantities,)
    for quantity in items:
        if not isinstance(quantity, Quantity):
            raise FieldError("quantities", quantity, "a list of Quantity")
    return items


def _in_module(module: str, qualified_name: str) -> Any:
    """Return what a module has under a name, with dots for what is in classes; imports the module if need be."""
    return attrgetter(qualified_name)(import_module(module))


def _refuse(path: str, name: str, allowed: Collection[str]) -> NoReturn:
    raise FieldError(path, name, f"one of {', '.join(allowed)}", nearest_name(name, allowed))


@frozen(slots=False, kw_only=True)
class _Criterion(Showing, Generic[P]):
    """The base of `Scorer` and `Gate`."""

    name: str
    label: str = ""
    function: Callable[P, Any]
    quantities: tuple[Quantity, ...] = field(default=(), converter=_as_tuple)
    source: str = ASSUMPTION
    arguments: tuple[str, ...] = field(init=False, repr=False)
    reads: tuple[str, ...] = field(init=False, repr=False)
    pick: Callable[[Mapping[str, Any]], tuple[Any, ...]] = field(init=False, repr=False, eq=False)
    """Returns the values of the arguments out of a mapping of values by name, in their order."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.isidentifier():
            raise FieldError("name", self.name, "a name that is a Python identifier; give it with name=")
        if not isinstance(self.label, str):
            raise FieldError(f"{self.name}.label", self.label, "a text")
        object.__setattr__(self, "label", self.label or self.name.replace("_", " "))
        if not isinstance(self.source, str) or not self.source:
            raise FieldError(f"{self.name}.source", self.source, "where its formula comes from, or 'assumption'")
        names = argument_names(self.function, self.name, self._allowed_arguments())
        object.__setattr__(self, "arguments", names)
        object.__setattr__(self, "reads", tuple(name for name in names if name not in CONTEXT))
        object.__setattr__(self, "pick", _picker(names))

    def __reduce__(self) -> tuple[Any, ...]:
        # Pickle sends a function by its name; but a decorator has put the criterion there, so that is sent by the name.
        home = self.module, str(getattr(self.function, "__qualname__", ""))
        if self._is_at(*home):
            return _in_module, home
        return anew(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Any:
        """Call the function, on floats or on columns."""
        return self.function(*args, **kwargs)

    @property
    def readable(self) -> dict[str, Quantity]:
        """The quantities that it may read, by name: those of the library and those it brings; labels only for gates."""
        return {name: quantity for name, quantity in self.known.items() if not quantity.is_label}

    @property
    def known(self) -> dict[str, Quantity]:
        """The quantities and labels of the library, and those that it brings, by name; priors may read them all."""
        return {**CORE_QUANTITIES, **CORE_LABELS, **{quantity.name: quantity for quantity in self.quantities}}

    @property
    def summary(self) -> str:
        """The first line of the function's docstring; empty if it has none."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]

    @property
    def module(self) -> str:
        """The module in which the function was written."""
        return self.function.__module__

    def _is_at(self, module: str, qualified_name: str) -> bool:
        """Tell whether other processes find the criterion under a name, as they do not in a script or notebook."""
        try:
            return module in sys.modules and module != "__main__" and _in_module(module, qualified_name) is self
        except AttributeError:  # it is in a function, or was removed
            return False

    def _page_of(self, kind: str, *lines: str) -> Page:
        from ..display.page import Code, Items, Page
        from ..model.page import measure

        readable = self.readable
        reads = Items("What it reads", tuple(f"{name}: {measure(readable[name])}" for name in self.reads))
        code = Code("Its code", tuple(code_of(self.function).splitlines()))
        return Page(f"{self.name}: a {kind}", tuple(filter(None, lines)), (reads, code))

    def _check_cases(self, name: str, prior: PriorBy) -> None:
        """Raise a `FieldError` for a prior by what is no label, or with a case that is none of its choices."""
        labels = {known.name: known for known in self.known.values() if known.is_label}
        if prior.label not in labels:
            _refuse(f"{name}.prior", prior.label, labels)
        for case in prior.cases.keys() - labels[prior.label].choices.keys():
            _refuse(f"{name}.prior", case, labels[prior.label].choices)

    def _allowed_arguments(self) -> tuple[str, ...]:
        """Return the names that its arguments may have; raise if one of its own quantities cannot be used."""
        for quantity in self.quantities:
            if quantity.name in RESERVED:
                raise FieldError(f"{self.name}.quantities", quantity.name, "a name that does not mean something else")
            core = {**CORE_QUANTITIES, **CORE_LABELS}.get(quantity.name, quantity)
            if core != quantity:
                raise NameClashError("quantity", quantity.name, ("interview_value", self.name))
            if isinstance(quantity.prior, DerivedPrior):
                # Of those that it brings, one level of derivation is enough, and rules out circles.
                own = {q.name for q in self.quantities if isinstance(q.prior, DerivedPrior)} - CORE_QUANTITIES.keys()
                argument_names(quantity.prior.function, quantity.name, self.known.keys() - own)
            elif isinstance(quantity.prior, PriorBy):
                self._check_cases(quantity.name, quantity.prior)
        return (*self.readable, *CONTEXT)


@frozen(slots=False, kw_only=True)
class Scorer(_Criterion[P]):
    """One criterion: a plain function of quantities that returns hours. Made by `scorer`.

    Args:
        name: Its name, unique among the scorers and gates of an evaluator.
        label: What people call it, such as "a better job there later"; the name with blanks if left out.
        function: Returns hours, a finite number; for a cost, hours that it costs.
        kind: ``"benefit"`` or ``"cost"``.
        quantities: The quantities that it brings.
        source: Where its formula comes from, or the word *assumption*.
        columnar: Whether the function gives the same on a column as on each float.
        reason: Says in words where the hours come from; its arguments are quantities (as central values),
            ``hours`` (a `Summary`), or those of a scorer.

    Raises:
        SignatureError: An argument is no known quantity.
        NameClashError: A quantity that it brings has the name of a different one of the library.
        FieldError: The function, the name, the kind or the quantities cannot be used.
    """

    kind: Kind
    columnar: bool = True
    reason: Callable[..., str] | None = None
    reason_arguments: tuple[str, ...] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.kind not in ("benefit", "cost"):
            raise FieldError(f"{self.name}.kind", self.kind, "'benefit' or 'cost'")
        reason = self.reason or (lambda: "")
        names = argument_names(reason, f"{self.name}.reason", (*self.arguments, *self.reads, "hours", *CONTEXT))
        object.__setattr__(self, "reason_arguments", names)
        if {"invitation", "seeker"} & set(self.arguments):
            object.__setattr__(self, "columnar", False)

    def _page(self) -> Page:
        return self._page_of(self.kind, self.summary, f"Source: {self.source}")


@frozen(slots=False, kw_only=True)
class Gate(_Criterion[P]):
    """A rule that decides before any hours do. Made by `gate`.

    Args:
        name: Its name, unique among the scorers and gates of an evaluator.
        label: What people call it, such as "a better job there later"; the name with blanks if left out.
        function: Gets each quantity and label as a `Maybe` and returns a `Ternary`: whether the rule holds.
        reason: Why its verdict is right, in words that can be shown to the seeker.
        verdict: What the rule says where it holds: ``"decline"``, or ``"attend"`` for an obligation.
        quantities: The quantities that it brings.
        asks: Whether what it lacks, while it cannot tell, is among the questions; False for a rule that counts once
            somebody speaks up, and that nobody is asked about.
        source: Where its rule comes from, or the word *assumption*.

    Raises:
        SignatureError: An argument is no known quantity.
        NameClashError: A quantity that it brings has the name of a different one of the library.
        FieldError: The function, the name, the reason, the verdict, the quantities or ``asks`` cannot be used.
    """

    reason: str
    verdict: GateVerdict = "decline"
    asks: bool = True

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if not self.reason or not isinstance(self.reason, str):
            raise FieldError(f"{self.name}.reason", self.reason, f"why the answer is to {self.verdict}, in words")
        if self.verdict not in ("decline", "attend"):
            raise FieldError(f"{self.name}.verdict", self.verdict, "'decline' or 'attend'")
        if not isinstance(self.asks, bool):
            raise FieldError(f"{self.name}.asks", self.asks, "True or False")

    @property
    def readable(self) -> dict[str, Quantity]:
        """The quantities and labels that it may read, by name: those of the library and those it brings."""
        return self.known

    def _page(self) -> Page:
        says = f"Says to {self.verdict}: {self.reason}"
        return self._page_of("gate", self.summary, says, f"Source: {self.source}")


@answering
def scorer(
    *,
    kind: Kind,
    name: str | None = None,
    label: str = "",
    quantities: Iterable[Quantity] = (),
    source: str = ASSUMPTION,
    columnar: bool = True,
    reason: Callable[..., str] | None = None,
) -> Callable[[Callable[P, Any]], Scorer[P]]:
    """Make a scorer of a function that takes quantities by name and returns hours.

    Args:
        kind: ``"benefit"`` or ``"cost"``. A cost returns the hours that it costs, as a positive number.
        name: The scorer's name; the function's if left out.
        label: What people call it, such as "a better job there later"; the name with blanks if left out.
        quantities: The quantities that it brings.
        source: Where its formula comes from, or the word *assumption*.
        columnar: Whether the function gives the same on a column as on each float; False if it uses ``if``
            on a quantity, or calls what cannot take a column.
        reason: Says in words where the hours come from; see `Scorer`.

    Returns:
        A decorator that returns the `Scorer`; calling the scorer calls the function.

    Raises:
        SignatureError: An argument is no known quantity; raised when the function is decorated.
    """

    def make(function: Callable[P, Any]) -> Scorer[P]:
        return Scorer(
            name=name or name_of(function),
            label=label,
            function=function,
            kind=kind,
            quantities=quantities,
            source=source,
            columnar=columnar,
            reason=reason,
        )

    return make


@answering
def gate(
    *,
    reason: str,
    verdict: GateVerdict = "decline",
    name: str | None = None,
    label: str = "",
    quantities: Iterable[Quantity] = (),
    source: str = ASSUMPTION,
    asks: bool = True,
) -> Callable[[Callable[P, Any]], Gate[P]]:
    """Make a gate of a function that takes quantities and labels by name and says whether a rule holds.

    Args:
        reason: Why its verdict is right, in words that can be shown to the seeker.
        verdict: What the rule says where it holds: ``"decline"``, or ``"attend"`` for an obligation.
        name: The gate's name; the function's if left out.
        label: What people call it, such as "a better job there later"; the name with blanks if left out.
        quantities: The quantities that it brings.
        asks: Whether what it lacks, while it cannot tell, is among the questions.
        source: Where its rule comes from, or the word *assumption*.

    Returns:
        A decorator that returns the `Gate`.

    Raises:
        SignatureError: An argument is no known quantity; raised when the function is decorated.
    """

    def make(function: Callable[P, Any]) -> Gate[P]:
        return Gate(
            name=name or name_of(function),
            label=label,
            function=function,
            reason=reason,
            verdict=verdict,
            quantities=quantities,
            source=source,
            asks=asks,
        )

    return make
