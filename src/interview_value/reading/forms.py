"""Forms: the fields in which a person tells of an interview and of themselves, and what they entered, read back.

How a form looks is for the application; here are its words, their order, and the one way back.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

import attrs
from attrs import field, frozen

from ..errors import FieldError, InvalidInputError, is_mapping, nearest_name
from ..model.bounds import Bounds
from ..model.fields import MAX_TEXT, shown_name
from ..model.invitation import Invitation
from ..model.plain import plain_day, plain_days, plain_moment
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..model.worth_of_a_job import OTHER_WAYS, is_said_otherwise, with_job_worth
from ..model.yes_no import is_unknown

__all__ = ["Form", "FormField", "form"]

Kind: TypeAlias = Literal["number", "choice", "text", "day", "days", "moment"]
Owner: TypeAlias = Literal["invitation", "seeker"]

KINDS_OF_FACTS: Mapping[Owner, type[Invitation | Seeker]] = {"invitation": Invitation, "seeker": Seeker}

MAX_ENTRIES = 200
"""The most entries of a form that is sent back, those of unknown names among them."""

ORDER = (
    # What the invitation says at once.
    "role", "organization",
    # The form of two minutes: what counts most, and what people can say.
    "stage", "status", "would_accept", "role_interest", "organization_interest", "job_worth", "duration", "travel",
    "promise", "exposure", "hinge", "obliged",
    # What moves the answer less, the likeliest to matter first.
    "remote", "pressure", "mindset", "offer_chance", "later_hours", "openings", "people_met", "upcoming_interviews",
    "base_offer_chance", "experience", "past_interviews", "nervousness", "expenses", "hour_value", "resemblance",
    "sociability", "follow_up", "others_weight",
    "starts", "location", "language", "as_of",
)  # fmt: skip
"""The fields in the order in which to ask them."""

KINDS: Mapping[object, Kind] = {plain_day: "day", plain_days: "days", plain_moment: "moment"}
"""The kinds of fields that hold dates, by what checks their plain data."""


@frozen
class FormField:
    """One field of a form.

    Args:
        name: The name by which its entry comes back.
        label: What it is, in a few words.
        question: The question that asks for it.
        of: The one that it tells of: ``"invitation"`` or ``"seeker"``.
        kind: What is entered: a ``"number"`` or range, one of the choices (``"choice"``), a ``"text"``, a ``"day"``,
            ``"days"`` with a comma or blank between them, or a ``"moment"``, which is a day and a time.
        unit: The unit of a number; empty for all else. Another one, such as ``min`` for ``h``, can be typed behind it.
        bounds: The values that a number can take; None for all else.
        choices: The answers that the question offers, each with its label, either of which can come back; beside a
            number, what can be entered instead of one.
        ask: Who can answer: ``"yourself"`` or ``"recruiter"``; for what is no number, ``"yourself"``.
        other_ways: Other ways to say it, as they could be typed instead of a number, each with what it means.
    """

    name: str
    label: str
    question: str
    of: Owner
    kind: Kind = "text"
    unit: str = ""
    bounds: Bounds | None = None
    choices: tuple[tuple[str | bool, str], ...] = ()
    ask: str = "yourself"
    other_ways: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the field as plain, JSON-ready data; ``low`` and ``high`` are None where there is no bound."""
        bounds = self.bounds or Bounds()
        low, high = (end if math.isfinite(end) else None for end in (bounds.low, bounds.high))
        choices = [{"value": value, "label": label} for value, label in self.choices]
        held = attrs.asdict(self, filter=lambda declared, _: declared.name not in ("bounds", "choices"))
        return {**held, "low": low, "high": high, "above_low": bounds.open_low, "choices": choices}


@frozen
class Form:
    """The fields of a form, in the order in which to ask them; `form` makes one.

    Args:
        fields: The fields.
        quantities: The quantities of plugins among them, by name.
    """

    fields: tuple[FormField, ...]
    quantities: Mapping[str, Quantity] = field(repr=False, hash=False)

    def __iter__(self) -> Iterator[FormField]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def read(self, entries: Mapping[str, Any]) -> tuple[Invitation, Seeker]:
        """Read what somebody entered.

        Args:
            entries: By the names of fields, what was entered: text, as forms and spreadsheets give it, or numbers. What
                is empty, None or left out is unknown. Numbers, ranges and units are read as everywhere else: ``60%``,
                ``2 to 7``, ``90 min``.

        Returns:
            The invitation and the person.

        Raises:
            InvalidInputError: Every mistake in all the entries, each with the name of its field as its path.
        """
        fields = {item.name: item for item in self.fields}
        if not is_mapping(entries) or len(entries) > MAX_ENTRIES:
            allowed = f"at most {MAX_ENTRIES} entries by the names of fields"
            raise InvalidInputError("form", [FieldError("form", entries, allowed)])
        mistakes = [
            FieldError(shown_name(name), entry, "the name of a field of the form", nearest_name(name, fields))
            for name, entry in entries.items()
            if name not in fields
        ]
        values: dict[Owner, dict[str, Any]] = {"invitation": {}, "seeker": {}}
        of_plugins: dict[Owner, dict[str, Any]] = {"invitation": {}, "seeker": {}}
        for item in self.fields:
            place = (of_plugins if item.name in self.quantities else values)[item.of]
            try:
                place[item.name] = _value(item, entries.get(item.name), self.quantities.get(item.name))
            except FieldError as mistake:
                mistakes.append(mistake)
        for owner, others in of_plugins.items():
            values[owner]["quantities"] = {name: value for name, value in others.items() if not is_unknown(value)}
        made = _made(values, mistakes)
        if mistakes:
            places = {name: place for place, name in enumerate(fields)}
            raise InvalidInputError("form", sorted(mistakes, key=lambda m: places.get(m.path, len(places))))
        return made["invitation"], made["seeker"]


def form(quantities: Mapping[str, Quantity] | None = None) -> Form:
    """Return the fields of a form about an interview and the person who is invited, in the order in which to ask them.

    Args:
        quantities: ``evaluator.quantities``, to ask as well for those of its plugins that a person can answer; left
            out, none but the library's own.

    Returns:
        The form, which lists its fields and reads what was entered.
    """
    own = {item.name: item for owner in KINDS_OF_FACTS for item in _fields(owner)}
    taken = {*attrs.fields_dict(Invitation), *attrs.fields_dict(Seeker)}
    others = {
        name: quantity
        for name, quantity in (quantities or {}).items()
        if quantity.ask != "nobody" and name not in taken
    }
    of_plugins = [
        (_choice if quantity.is_label else _number)(quantity, name.replace("_", " ").capitalize(), quantity.of)
        for name, quantity in others.items()
    ]
    return Form((*(own[name] for name in ORDER), *of_plugins), others)


def _made(values: Mapping[Owner, dict[str, Any]], mistakes: list[FieldError]) -> dict[Owner, Any]:
    """Return the invitation and the person, as far as they can be made; what cannot be used is noted as a mistake."""
    worth = values["seeker"].get("job_worth")
    text = worth if is_said_otherwise(worth) else None
    if text:
        del values["seeker"]["job_worth"]
    made: dict[Owner, Any] = {}
    for owner, kind in KINDS_OF_FACTS.items():
        try:
            made[owner] = kind(**values[owner])
        except InvalidInputError as group:
            mistakes += [_of_field(mistake) for mistake in group.mistakes]
    if text and len(made) == len(KINDS_OF_FACTS):
        try:
            made["seeker"] = with_job_worth(text, made["invitation"], made["seeker"])
        except FieldError as mistake:
            mistakes.append(mistake)
    return made


def _fields(of: Owner) -> Iterator[FormField]:
    """Yield a field for each question that the declarations of an invitation or of a seeker ask."""
    for declared in attrs.fields(KINDS_OF_FACTS[of]):
        metadata = declared.metadata
        label = re.split(r"[;:]|\.$", metadata["meaning"])[0]
        if "label" in metadata:
            yield _choice(metadata["label"], label, of)
        elif "quantity" in metadata:
            if metadata["quantity"].question:
                yield _number(metadata["quantity"], label, of)
        elif metadata["question"]:
            choices = tuple((getattr(value, "value", value), words) for value, words in metadata["choices"].items())
            entered: Kind = "choice" if choices else KINDS.get(metadata["plain"], "text")
            yield FormField(declared.name, label, metadata["question"], of, entered, choices=choices)


def _number(quantity: Quantity, label: str, of: Owner) -> FormField:
    bounds, choices = quantity.bounds, _choices(quantity)
    others = tuple(OTHER_WAYS.items()) if quantity.name == "job_worth" else ()
    return FormField(
        quantity.name, label, quantity.question, of, "number", quantity.unit, bounds, choices, quantity.ask, others
    )


def _choice(quantity: Quantity, label: str, of: Owner) -> FormField:
    return FormField(
        quantity.name, label, quantity.question, of, "choice", choices=_choices(quantity), ask=quantity.ask
    )


def _choices(quantity: Quantity) -> tuple[tuple[str, str], ...]:
    return tuple((name, choice.label) for name, choice in quantity.choices.items())


def _value(item: FormField, entry: Any, quantity: Quantity | None) -> Any:
    """Return what the constructors take for an entry: an estimate, the days of a text, or the value of a label."""
    if isinstance(entry, str) and len(entry) > MAX_TEXT:
        raise FieldError(item.name, entry, f"at most {MAX_TEXT:,} characters")
    if quantity and not is_unknown(entry):
        return quantity.chosen(entry) if quantity.is_label else quantity.estimate(entry)
    if item.kind == "days":
        return _days(entry)
    labels = {label.lower(): value for value, label in item.choices}
    return labels.get(entry.strip().lower(), entry) if isinstance(entry, str) else entry


def _days(entry: Any) -> Any:
    if is_unknown(entry):
        return ()
    return re.split(r"[\s,;]+", entry.strip(" \t\r\n,;")) if isinstance(entry, str) else entry


def _of_field(mistake: FieldError) -> FieldError:
    """Return a mistake with the name of the field alone, in which a list stands as one text."""
    return FieldError(mistake.path.partition("[")[0], mistake.value, mistake.allowed, mistake.nearest)
