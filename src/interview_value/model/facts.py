"""Facts: the base class of Invitation and Seeker, which holds values of quantities and checks them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self

import attrs

from ..display.language import say
from ..display.plain import Plain, plain
from ..errors import FieldError, InvalidInputError, is_list, is_mapping, short
from .choice import UNKNOWN
from .disagreement import Disagreement, check_disagreements, disagreement_of
from .estimate import Estimate, EstimateLike, read_estimate
from .fields import (
    MAX_ITEMS,
    MAX_TEXT,
    NO_UNIT,
    Converted,
    as_estimate,
    check_sources,
    check_texts,
    evolved,
    fact,
    facts,
    mistakes_in_fields,
    mistakes_in_plain,
    shown_name,
)
from .plain import NAME, is_version, no_nulls
from .quantity import Quantity

__all__ = ["Facts"]


NOTHING: Mapping[str, Any] = MappingProxyType({})


def _as_estimates(values: Mapping[str, EstimateLike]) -> Mapping[str, Estimate]:
    if not is_mapping(values):
        return values  # type: ignore[return-value]  # reported with all other mistakes
    if not values:
        return NOTHING
    estimates = {name: e for name, value in values.items() if (e := as_estimate(value)) is not None}
    return MappingProxyType(estimates)


def _read_only(values: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(values)) if is_mapping(values) else values


def _as_tuple(value: Any) -> Any:
    return tuple(value) if is_list(value) else value


@facts
class Facts(Plain):
    """Values for quantities, each given by a person or read from a file, checked all at once.

    Raises:
        InvalidInputError: Every value that cannot be used, each with its path.
        UnknownFieldError: The same, if there is a name for which it has no field.
    """

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[Any]  # it is a class of attrs, which type checkers cannot see through `facts`

    what: ClassVar[str]
    """What an object of the class is called in messages."""
    version: ClassVar[int] = 2
    """The version of the form that `to_dict` writes."""

    quantities: Converted[Mapping[str, EstimateLike], Mapping[str, Estimate | str]] = fact(
        "Values of quantities that have no field here, by name: those of plugins, and the model's constants. Text that "
        "is no number is the name or label of a choice, which the evaluator checks.",
        default=NOTHING,
        convert=_as_estimates,
        hash=False,
        plain=no_nulls,
    )
    read_from: Converted[Mapping[str, str], Mapping[str, str]] = fact(
        "For each field or quantity that was read from a file, where: file and property.",
        default=NOTHING,
        convert=_read_only,
        check=check_sources,
        hash=False,
    )
    disagreements: Converted[Iterable[Disagreement], tuple[Disagreement, ...]] = fact(
        "What two merged sources said differently.", default=(), convert=_as_tuple, check=check_disagreements
    )
    notes: Converted[Iterable[str], tuple[str, ...]] = fact(
        "What a person should know about how the facts were come by.",
        default=(),
        convert=_as_tuple,
        check=check_texts,
    )

    def __attrs_post_init__(self) -> None:
        mistakes = list(self._mistakes())
        if mistakes:
            raise InvalidInputError(self.what, mistakes)

    def __getstate__(self) -> dict[str, Any]:
        # Cached values are not pickled.
        state = {f.name: getattr(self, f.name) for f in attrs.fields(type(self))}
        return {**state, "quantities": dict(self.quantities), "read_from": dict(self.read_from)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        read_only = {name: MappingProxyType(state[name]) for name in ("quantities", "read_from")}
        self.__dict__.update(state, **read_only)

    @classmethod
    @cache
    def own_quantities(cls) -> Mapping[str, Quantity]:
        """Return the quantities that have a field of their own, by name."""
        own = {f.name: f.metadata["quantity"] for f in attrs.fields(cls) if "quantity" in f.metadata}
        return MappingProxyType(own)  # it is shared

    @classmethod
    @cache
    def own_labels(cls) -> Mapping[str, Quantity]:
        """Return the labelled quantities that have a field of their own, by name."""
        return MappingProxyType({f.name: f.metadata["label"] for f in attrs.fields(cls) if "label" in f.metadata})

    @cached_property
    def known(self) -> Mapping[str, Estimate]:
        """Every estimate that somebody gave or that was read, by the name of its quantity."""
        own = {name: getattr(self, name) for name in self.own_quantities()}
        others = {name: e for name, e in self.quantities.items() if isinstance(e, Estimate)}
        return MappingProxyType({**others, **{name: e for name, e in own.items() if e is not None}})

    def label(self, name: str) -> str:
        """Return the name of the choice of a labelled quantity, or ``"unknown"``."""
        value = getattr(self, name) if name in self.own_labels() else self.quantities.get(name)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return str(value) if isinstance(value, str) else UNKNOWN

    def argument(self, name: str) -> Any:
        """Return what a prior may read: the name of a choice, or what is known or else assumed of a quantity."""
        own = self.own_quantities().get(name)
        return self.label(name) if own is None else self.known.get(name) or own.assumed(self)

    def where(self, name: str) -> str:
        """Return where the estimate of a quantity was read; empty if a person gave it, or nobody did."""
        return self.read_from.get(name, "")

    @cached_property
    def settled(self) -> MappingProxyType[str, float]:
        """The numbers that are known exactly, which need not be drawn."""
        return MappingProxyType({name: e.low for name, e in self.known.items() if e.exact})

    @cached_property
    def ranges(self) -> tuple[str, ...]:
        """The names of the known estimates that must be drawn."""
        return tuple(name for name in self.known if name not in self.settled)

    def with_quantities(self, **values: EstimateLike | None) -> Self:
        """Return a copy in which some quantities have other values, as if a person had just given them.

        Args:
            **values: An estimate, or the choice of a label, by the name of its quantity: a field's, a plugin's or a
                constant of the model; None to make it unknown again.

        Returns:
            The copy, whose `read_from` leaves them out, as do the notes that begin with their labels.

        Raises:
            InvalidInputError: Every value that cannot be used.
        """
        own = {**self.own_quantities(), **self.own_labels()}
        labels = {say(quantity.label) for name, quantity in own.items() if name in values}
        return evolved(
            self,
            **{name: value for name, value in values.items() if name in own},
            quantities={k: v for k, v in {**self.quantities, **values}.items() if v is not None and k not in own},
            read_from={k: v for k, v in self.read_from.items() if k not in values},
            notes=[note for note in self.notes if note.partition(": ")[0] not in labels],
        )

    def __or__(self, other: Self) -> Self:
        """Merge what two sources know: the first that knows a value wins, and disagreements are kept."""
        if type(other) is not type(self):
            return NotImplemented
        mine, theirs = self._known_values(), other._known_values()
        clashes = tuple(
            Disagreement(
                name,
                plain(mine[name]),
                self.read_from.get(name, ""),
                plain(theirs[name]),
                other.read_from.get(name, ""),
            )
            for name in mine
            if name in theirs and mine[name] != theirs[name]
        )
        fields = attrs.fields_dict(type(self))
        known = {**theirs, **mine}
        return type(self)(
            **{name: value for name, value in known.items() if name in fields},
            quantities={name: value for name, value in known.items() if name not in fields},
            read_from={**{k: v for k, v in other.read_from.items() if k not in mine}, **self.read_from},
            disagreements=(*self.disagreements, *other.disagreements, *clashes),
            notes=tuple(dict.fromkeys((*self.notes, *other.notes))),
        )

    def _known_values(self) -> dict[str, Any]:
        """Return all known values by the name of their field or quantity."""
        own = [f for f in attrs.fields(type(self)) if f.name not in attrs.fields_dict(Facts)]
        known = {f.name: value for f in own if (value := getattr(self, f.name)) is not f.default}
        return {**self.quantities, **known}

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data that `from_dict` reads back; what is unknown is left out.

        Its JSON Schema ships with the package: ``importlib.resources.files("interview_value") / "schema"``, as
        ``invitation.json`` and ``seeker.json``.
        """
        own = {name: value for name, value in self._known_values().items() if name not in self.quantities}
        shared = {f.name: getattr(self, f.name) for f in attrs.fields(Facts)}
        return {"version": self.version, **plain({**own, **{name: value for name, value in shared.items() if value}})}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """Read plain data back.

        Args:
            plain: What `to_dict` returned, or data of the same form that another program wrote; null is unknown.
                Text that people typed is for `interview_value.reading.form`.

        Returns:
            An invitation or a seeker, equal to the one that `to_dict` was called on.

        Raises:
            InvalidInputError: Every value that cannot be used, and every name that is not known.
        """
        if not isinstance(plain, Mapping):
            raise InvalidInputError(
                cls.what,
                [FieldError(cls.what, plain, "a mapping of names to values, as json.loads makes of an object")],
            )
        fields = attrs.fields_dict(cls)
        known = {name: value for name, value in plain.items() if value is not None or name not in fields}
        version = known.pop("version", None)
        mistakes = list(mistakes_in_plain(cls, known))
        if version is not None and not is_version(version, cls.version):
            allowed = f"{cls.version}; how to turn version 1 into it: the page on migrating in the documentation"
            mistakes.append(FieldError("version", version, allowed))
        arguments: dict[str, Any] = {shown_name(name): value for name, value in known.items()}
        if is_list(disagreements := arguments.get("disagreements")):
            arguments["disagreements"] = tuple(map(disagreement_of, disagreements))
        try:
            made = cls(**arguments)
        except InvalidInputError as group:
            told = {mistake.path for mistake in mistakes}
            others = [mistake for mistake in group.mistakes if mistake.path not in told]
            raise type(group)(cls.what, [*mistakes, *others]) from None
        if mistakes:
            raise InvalidInputError(cls.what, mistakes)
        return made

    def _mistakes(self) -> Iterator[FieldError]:
        """Yield every mistake; a child class adds those that more than one field tells."""
        yield from mistakes_in_fields(self)
        yield from self._mistakes_in_quantities()

    def _mistakes_in_quantities(self) -> Iterator[FieldError]:
        if not is_mapping(self.quantities) or len(self.quantities) > MAX_ITEMS:
            yield FieldError("quantities", self.quantities, f"a mapping of at most {MAX_ITEMS:,} estimates by name")
            return
        own, fields = self.own_quantities(), attrs.fields_dict(type(self))
        for name, value in self.quantities.items():
            path = f"quantities[{short(name)}]"
            if not isinstance(name, str) or not re.fullmatch(NAME, name):
                yield FieldError(path, name, "the name of a quantity")
            elif name in own:
                yield FieldError(
                    path, value, f"{name} as a field of the {self.what} itself, or through with_quantities"
                )
            elif name in fields:
                yield FieldError(path, name, f"the name of a quantity; {name} is another field of the {self.what}")
            elif isinstance(value, str) and len(value) <= MAX_TEXT:
                continue  # whether it is a choice, the evaluator knows
            elif not isinstance(value, Estimate):
                yield from _mistakes_in_estimate(path, value)


def _mistakes_in_estimate(path: str, value: Any) -> Iterator[FieldError]:
    try:
        read_estimate(value, NO_UNIT)
    except FieldError as mistake:
        yield FieldError(path, value, mistake.allowed)
