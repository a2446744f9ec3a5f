"""Fields of an invitation or a seeker, each declared once: a quantity, a text, or another fact.

A declaration says what the constructor takes, how a value is checked and what it means. The constructor, the checks,
the class's docstring, the options of the command line and the JSON Schema all follow from it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial, wraps
from typing import Any, Generic, TypeAlias, TypeVar, cast, dataclass_transform

import attrs
from attrs import field, frozen

from ..display.language import say
from ..errors import FieldError, InvalidInputError, UnknownFieldError, is_list, is_mapping, nearest_name, short
from .choice import UNKNOWN
from .estimate import Estimate, EstimateLike, read_estimate
from .plain import MAX_ITEMS, NUMBER_OR_PAIR
from .quantity import Home, Quantity
from .signatures import mistakes_in_arguments
from .typed import NumberReader
from .yes_no import is_unknown

__all__ = [
    "MAX_ITEMS",
    "MAX_TEXT",
    "Check",
    "Converted",
    "Known",
    "as_estimate",
    "check_sources",
    "check_texts",
    "evolved",
    "fact",
    "facts",
    "instance_of",
    "known_or_none",
    "label",
    "mistakes_in_answer",
    "mistakes_in_fields",
    "mistakes_in_plain",
    "quantity",
    "shown_name",
    "text",
]

MAX_TEXT = 2_000
"""The longest text that a field holds, in characters; a longer one is an attack or a slip."""

Class = TypeVar("Class")
Given_contra = TypeVar("Given_contra", contravariant=True)
Held_co = TypeVar("Held_co", covariant=True)

Check: TypeAlias = Callable[[str, Any], Iterator[FieldError]]
"""Yields the mistakes in a field's value, given its name and value; None is let pass where it is the default."""


class Converted(Generic[Given_contra, Held_co]):
    """The type of a field whose constructor takes one type and which holds another; for type checkers alone."""

    def __get__(self, facts: object, owner: type) -> Held_co:  # pragma: no cover (for type checkers alone)
        """Tell type checkers what the field holds."""
        raise NotImplementedError

    def __set__(self, facts: object, value: Given_contra) -> None:  # pragma: no cover (for type checkers alone)
        """Tell type checkers what the constructor takes."""
        raise NotImplementedError


Known: TypeAlias = Converted[EstimateLike | None, Estimate | None]
"""The type of a field that holds what is known of a quantity, or None."""


NO_UNIT = NumberReader(unit="")
"""Reads values of quantities that are not known here, for which a unit or a per cent sign could mean anything."""


def as_estimate(value: EstimateLike | None, quantity: Quantity | None = None) -> Estimate | None:
    """Convert a value to an `Estimate`; return anything else unchanged, to be reported with all other mistakes."""
    try:
        if is_unknown(value):
            return None
        known = cast("EstimateLike", value)
        if quantity and isinstance(value, str) and quantity.choice(value):
            return quantity.estimate(known)
        return read_estimate(known, quantity.reader if quantity else NO_UNIT)
    except FieldError:
        return value  # type: ignore[return-value]


def quantity(meaning: str, *, default: None = None, **declaration: Any) -> Any:
    """Declare a field that holds an estimate of the quantity of the same name, or None.

    Args:
        meaning: What it is, for the docstring of the class; unit and bounds are added.
        default: None, which type checkers want to see in the declaration.
        **declaration: What `Quantity` takes besides the name.
    """
    metadata = {"meaning": meaning, "quantity": declaration}
    return field(default=default, metadata=metadata)  # pyright: ignore[reportUnknownVariableType]


def fact(
    meaning: str,
    *,
    check: Check | None = None,
    default: Any = attrs.NOTHING,
    convert: Callable[[Any], Any] | None = None,
    hash: bool | None = None,
    plain: Check | None = None,
    question: str = "",
    choices: Mapping[Any, str] | None = None,
) -> Any:
    """Declare a field that holds anything else.

    Args:
        meaning: What it is, for the docstring of the class.
        check: Yields the mistakes in its value; None if the class checks it together with other fields.
        default: What it holds while nothing is known.
        convert: Makes the value of what is given; what it cannot use it returns as it is, for the check to report.
        hash: False if the value cannot be hashed.
        plain: Yields the mistakes in what plain data hold for it, where that is less than the constructor takes.
        question: The question that asks a person for it; empty if nobody is asked.
        choices: The values among which a person chooses, each with its label.
    """
    metadata = {"meaning": meaning, "check": check, "plain": plain, "question": question, "choices": choices or {}}
    return cast("Any", field)(default=default, converter=convert, hash=hash, metadata=metadata)


def label(meaning: str, *, make: Callable[[str], Any], default: Any = None, **declaration: Any) -> Any:
    """Declare a field that holds a choice of the labelled quantity of the same name.

    Args:
        meaning: What it is, for the docstring of the class.
        make: Makes what the field holds of the name of a choice.
        default: What it holds while nothing is known.
        **declaration: What `Quantity` takes besides the name and the kind.
    """
    metadata = {"meaning": meaning, "label": {"kind": "choice", **declaration}, "make": make}
    return field(default=default, metadata=metadata)


def text(meaning: str, *, question: str, default: None = None, check: Check | None = None) -> Any:
    """Declare a field that holds a short text, or None; see `fact`."""
    check = check or _text_mistakes
    return fact(meaning, default=default, convert=known_or_none, check=check, plain=check, question=question)


def known_or_none(value: Any) -> Any:
    """Return a value, or None if it is text of nothing but blanks."""
    return None if is_unknown(value) else value


# Without frozen_default: mypy would take an inherited field of a frozen class for what its constructor takes.
@dataclass_transform(kw_only_default=True, field_specifiers=(quantity, fact, label, text))
def facts(cls: type[Class]) -> type[Class]:
    """Make a frozen class of facts, whose docstring lists what its constructor takes."""
    made = frozen(slots=False, kw_only=True, field_transformer=_with_quantities)(cls)
    declared = sorted(attrs.fields(made), key=lambda f: f.inherited)  # type: ignore[arg-type]  # it is one of attrs now
    arguments = "".join(f"\n    {f.name}: {_meaning(f)}" for f in declared)
    text, raises, errors = inspect.cleandoc(cls.__doc__ or "").partition("\nRaises:")
    made.__doc__ = f"{text}\nArgs:{arguments}\n{raises}{errors}\n"
    _offer_nearest_names(made)
    return made


def _offer_nearest_names(cls: Any) -> None:
    """Let the constructor answer a name for which it has no field with the nearest, besides all other mistakes."""
    construct, fields = cls.__init__, attrs.fields_dict(cls)
    names = [declared.name for declared in sorted(attrs.fields(cls), key=lambda f: f.inherited)]

    @wraps(construct)
    def construct_or_offer(self: Any, *unnamed: Any, **values: Any) -> None:
        values |= _with_words_kept(cls, values)
        if not unnamed and values.keys() <= fields.keys():
            construct(self, **values)
            return
        known = {name: value for name, value in values.items() if name in fields}
        mistakes = mistakes_in_arguments(f"the {cls.what}", "field", names, names[0], unnamed, values)
        try:
            construct(self, **known)
        except InvalidInputError as group:
            mistakes += group.mistakes
        raise UnknownFieldError(cls.what, mistakes) from None

    cls.__init__ = construct_or_offer


def _with_words_kept(cls: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the notes, with one for each label that was said in other words than those of its choice."""
    notes = values.get("notes", ())
    kept = [
        say(
            "{label}: “{said}” counts as “{choice}”",
            label=say(quantity.label),
            said=words.strip(),
            choice=say(meant.label),
        )
        for name, quantity in cls.own_labels().items()
        if isinstance(words := values.get(name), str) and (meant := quantity.choice_in_other_words(words))
    ]
    return {"notes": tuple(dict.fromkeys((*notes, *kept)))} if kept and is_list(notes) else {}


def shown_name(name: object) -> str:
    """Return what stands for the name of a field, whatever it is, as it can be shown on one line."""
    return name[:100] if isinstance(name, str) and name.isprintable() and name else short(name, 100)


def evolved(facts: Class, **changes: Any) -> Class:
    """Return a copy of an object of such a class in which some fields are others."""
    return cast("Class", attrs.evolve(cast("Any", facts), **changes))


def _with_quantities(cls: Any, declared: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Make the `Quantity` of each declaration, which did not know the name of its field."""
    makers = {"quantity": _with_quantity, "label": _with_label}
    kinds = [next((kind for kind in makers if isinstance(f.metadata.get(kind), dict)), "") for f in declared]
    return [makers[kind](f, cls.what) if kind else f for kind, f in zip(kinds, declared, strict=True)]


def _with_quantity(declared: attrs.Attribute[Any], home: Home) -> attrs.Attribute[Any]:
    made = Quantity(declared.name, of=home, **declared.metadata["quantity"])
    metadata = {**declared.metadata, "quantity": made, "plain": partial(mistakes_in_answer, made)}
    return declared.evolve(metadata=metadata, converter=partial(as_estimate, quantity=made))


def _with_label(declared: attrs.Attribute[Any], home: Home) -> attrs.Attribute[Any]:
    made, make = Quantity(declared.name, of=home, **declared.metadata["label"]), declared.metadata["make"]

    def convert(value: Any) -> Any:
        if is_unknown(value) or value is declared.default or value == UNKNOWN:
            return declared.default
        try:
            return make(made.chosen(value))
        except FieldError:
            return value  # reported with all other mistakes

    # Plain data names a choice, or says true or false; words for it are for forms.
    names = [*made.choices, UNKNOWN] if isinstance(declared.default, StrEnum) else [True, False]
    metadata = {
        **declared.metadata, "label": made, "check": partial(_label_mistakes, made),
        "plain": partial(_plain_label_mistakes, made, names),
    }  # fmt: skip
    return declared.evolve(metadata=metadata, converter=convert)


def _label_mistakes(label: Quantity, name: str, value: Any) -> Iterator[FieldError]:
    if not isinstance(value, (StrEnum, bool)):
        in_python = "True, False, or " if "yes" in label.choices and not isinstance(value, str) else ""
        yield FieldError(name, value, in_python + label.allowed, nearest_name(value, label.choices))


def _plain_label_mistakes(label: Quantity, names: list[Any], name: str, value: Any) -> Iterator[FieldError]:
    if not any(value is known or (value == known and isinstance(value, str)) for known in names):
        allowed = label.allowed if UNKNOWN in names else "true or false"
        yield FieldError(name, value, allowed, nearest_name(value, label.choices) if UNKNOWN in names else None)


def _meaning(declared: attrs.Attribute[Any]) -> str:
    of = declared.metadata.get("quantity")
    return str(declared.metadata["meaning"]) + (f" ({of.unit}; {of.bounds})." if of else "")


def mistakes_in_fields(facts: Any) -> Iterator[FieldError]:
    """Yield the mistakes in each field of an object, its own fields before those that it inherits."""
    for declared in sorted(attrs.fields(facts.__class__), key=lambda f: f.inherited):
        value, check = getattr(facts, declared.name), declared.metadata.get("check")
        if value is None and declared.default is None:
            continue
        if "quantity" in declared.metadata:
            try:
                declared.metadata["quantity"].estimate(value)
            except FieldError as mistake:
                yield mistake
        elif check:
            yield from check(declared.name, value)


def mistakes_in_plain(cls: type[Any], plain: Mapping[str, Any]) -> Iterator[FieldError]:
    """Yield the mistakes in plain data that the constructor of a class of facts would let pass."""
    for declared in attrs.fields(cls):
        if declared.name in plain and (check := declared.metadata.get("plain")):
            yield from check(declared.name, plain[declared.name])


def mistakes_in_answer(quantity: Quantity, name: str, value: object) -> Iterator[FieldError]:
    """Yield a mistake if plain data hold text for a quantity that is not the name of one of its choices."""
    if isinstance(value, str) and value not in quantity.choices:
        names = f", or one of {', '.join(quantity.choices)}" if quantity.choices else ""
        yield FieldError(name, value, quantity.allowed if quantity.is_label else NUMBER_OR_PAIR + names)


def instance_of(kind: type, allowed: str) -> Check:
    """Return the check that a value is of a type.

    Args:
        kind: The type.
        allowed: What would be accepted, in words that say what to do.
    """

    def check(name: str, value: object) -> Iterator[FieldError]:
        if not isinstance(value, kind):
            yield FieldError(name, value, allowed)

    return check


def _text_mistakes(name: str, value: object) -> Iterator[FieldError]:
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        yield FieldError(name, value, f"text of at most {MAX_TEXT:,} characters")


def check_texts(name: str, texts: object) -> Iterator[FieldError]:
    """Yield the mistakes in a list of texts."""
    if not is_list(texts) or len(texts) > MAX_ITEMS:
        yield FieldError(name, texts, f"a list of at most {MAX_ITEMS:,} texts")
        return
    for index, item in enumerate(texts):
        yield from _text_mistakes(f"{name}[{index}]", item)


def check_sources(name: str, read_from: object) -> Iterator[FieldError]:
    """Yield the mistakes in a mapping that says where values were read."""
    if not is_mapping(read_from) or len(read_from) > MAX_ITEMS:
        yield FieldError(name, read_from, "a mapping that has for each name, where it was read")
        return
    for key, where in read_from.items():
        if not isinstance(key, str) or not isinstance(where, str) or len(where) > MAX_TEXT:
            yield FieldError(f"{name}[{short(key)}]", where, "where it was read, as text")
