"""Write the JSON Schemas of the plain data of Invitation, Seeker, Evaluation and Session, which ship with the package.

They say what `from_dict` accepts, but for what no schema can say: that a low end is not above its high end, that past
interviews lie before the day on which they are counted, which quantities plugins bring, and that all contributions of
an evaluation have as many draws.

They are made by msgspec of the fields and quantities, so that bounds, units and questions cannot drift from the code; a
test fails while the shipped files differ from what this makes. Run it after every change to a field or quantity:
``python scripts/write_schema.py``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import attrs
import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

import interview_value as iv
from interview_value.deciding.saved_session import MAX_STEPS
from interview_value.evaluation.plain_data import MAX_DRAWS
from interview_value.model.estimate import LARGEST
from interview_value.model.event import MAX_SEQUENCE, NOT_ON_ONE_LINE
from interview_value.model.fields import MAX_ITEMS, MAX_TEXT
from interview_value.model.language_tag import LANGUAGE_TAG, MAX_TAG
from interview_value.model.plain import DAY, MOMENT, NAME

FOLDER = Path(iv.__file__).parent / "schema"

Text = Annotated[str, Meta(max_length=MAX_TEXT)]
Where = Annotated[dict[str, Text], Meta(extra_json_schema={"maxProperties": MAX_ITEMS})]
Verdict = Literal[tuple(verdict.value for verdict in iv.Verdict)]


def written_as(pattern: str, description: str) -> Any:
    """Return the type of text that a pattern matches as a whole: in Python, ``$`` lets a line end follow."""
    whole = {"pattern": f"^({pattern})$", "not": {"pattern": "\n"}}
    return Annotated[str, Meta(description=description, extra_json_schema=whole)]


Day = written_as(DAY, "A date.")
Moment = written_as(MOMENT, "A date, or a date and time, with its time zone or without.")
Line = Annotated[Text, Meta(extra_json_schema={"not": {"pattern": NOT_ON_ONE_LINE.pattern}})]


Language = Annotated[
    written_as(LANGUAGE_TAG, "The language in which it is written, such as de or en-GB."), Meta(max_length=MAX_TAG)
]


def number(bounds: iv.model.Bounds, *, open_low: bool = False) -> Any:
    """Return the type of a number within bounds; those of all estimates where a quantity has none."""
    low, high = max(bounds.low, -LARGEST), min(bounds.high, LARGEST)
    if bounds.or_zero:
        between = {"not": {"exclusiveMinimum": 0, "exclusiveMaximum": low}}
        return Annotated[float, Meta(ge=0, le=high, extra_json_schema=between)]
    return Annotated[float, Meta(gt=low, le=high) if bounds.open_low or open_low else Meta(ge=low, le=high)]


def pair_of(bounds: iv.model.Bounds) -> Any:
    """Return the type of a 90 % range within bounds, in which a 0 that lies beside them stands for both ends."""
    more = {"if": {"contains": {"const": 0}}, "then": {"items": {"const": 0}}} if bounds.or_zero else None
    return Annotated[list[number(bounds)], Meta(min_length=2, max_length=2, extra_json_schema=more)]


def estimate(quantity: iv.Quantity) -> Any:
    """Return the type of an estimate of a quantity: a number, the pair of a 90 % range, or null for unknown."""
    end, pair = number(quantity.bounds), pair_of(quantity.bounds)
    words = f"{quantity.question or 'Nobody is asked.'} Unit: {quantity.unit}. A number, or the 90 % range [low, high]."
    if quantity.choices:
        choices = ", ".join(f"{name} ({choice.label})" for name, choice in quantity.choices.items())
        described = Meta(title=quantity.name, description=f"{words[:-1]}, or a choice: {choices}.")
        return Annotated[end | pair | Literal[tuple(quantity.choices)] | None, described]
    return Annotated[end | pair | None, Meta(title=quantity.name, description=words)]


def label(quantity: iv.Quantity, kind: type[iv.Invitation | iv.Seeker]) -> Any:
    """Return the type of a label: true or false, or the name of a choice."""
    words = ", ".join(f"{name}: {choice.label}" for name, choice in quantity.choices.items())
    described = Meta(title=quantity.name, description=f"{quantity.question} {words}.")
    if attrs.fields_dict(kind)[quantity.name].default is None:
        return Annotated[bool | None, described]
    return Annotated[Literal[(*quantity.choices, "unknown")] | None, described]


ANY = number(iv.model.Bounds())
ANY_ESTIMATE = ANY | Annotated[list[ANY], Meta(min_length=2, max_length=2)]

PlainDisagreement = msgspec.defstruct(
    "Disagreement",
    [("name", str), ("kept", Any), ("kept_from", str), ("other", Any), ("other_from", str)],
    forbid_unknown_fields=True,
)


class PlainEvent(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The calendar entry that an invitation came with; what is empty is left out."""

    uid: Annotated[Line, Meta(min_length=1)]
    organizer: Line | UnsetType | None = UNSET
    attendee: Line | UnsetType | None = UNSET
    answer: Line | UnsetType | None = UNSET
    sequence: Annotated[int, Meta(ge=0, le=MAX_SEQUENCE)] | UnsetType | None = UNSET
    recurrence_id: Moment | UnsetType | None = UNSET
    starts: Moment | UnsetType | None = UNSET
    ends: Moment | UnsetType | None = UNSET
    summary: Line | UnsetType | None = UNSET
    method: Line | UnsetType | None = UNSET


def others(kind: type[iv.Invitation | iv.Seeker]) -> dict[str, Any]:
    """Return the types of the fields that are no quantities, of an invitation or of a seeker."""
    names = {
        "allOf": [{"pattern": f"^({NAME})$"}, {"not": {"pattern": "\n"}}],
        "not": {"enum": [f.name for f in attrs.fields(kind)]},
    }
    by_name = Meta(
        description="Quantities without a field here: of plugins, and constants.",
        extra_json_schema={"propertyNames": names, "maxProperties": MAX_ITEMS},
    )
    return {
        "role": Text,
        "organization": Text,
        "starts": Annotated[Moment, Meta(description="When it starts: a date and time, with its time zone.")],
        "location": Text,
        "language": Language,
        "event": PlainEvent,
        "past_interviews": Annotated[list[Day], Meta(max_length=MAX_ITEMS)],
        "as_of": Annotated[Day, Meta(description="The day on which past interviews are counted.")],
        "quantities": Annotated[dict[str, ANY_ESTIMATE | Text], by_name],
        "read_from": Annotated[Where, Meta(description="For each value that was read from a file, where.")],
        "disagreements": Annotated[list[PlainDisagreement], Meta(max_length=MAX_ITEMS)],
        "notes": Annotated[list[Text], Meta(max_length=MAX_ITEMS)],
    }


def facts(kind: type[iv.Invitation | iv.Seeker]) -> type[Struct]:
    """Return the form of the plain data of an invitation or seeker; every field may be left out, or null."""
    types: dict[str, Any] = {"version": Literal[2] | None}
    types |= {name: type_ | None for name, type_ in others(kind).items() if name in attrs.fields_dict(kind)}
    types |= {name: label(quantity, kind) for name, quantity in kind.own_labels().items()}
    types |= {name: estimate(quantity) for name, quantity in kind.own_quantities().items()}
    fields = [(name, type_ | UnsetType, UNSET) for name, type_ in types.items()]
    return msgspec.defstruct(kind.__name__, fields, forbid_unknown_fields=True)


PlainInvitation, PlainSeeker = facts(iv.Invitation), facts(iv.Seeker)


MANY = Meta(max_length=MAX_ITEMS)


class Hours(Struct, forbid_unknown_fields=True):
    """Hours: an expected value and a 90 % range."""

    mean: float
    low: float
    high: float


class Contribution(Struct, forbid_unknown_fields=True):
    """What one criterion adds or takes; no hours and draws if it failed. All may lack draws."""

    name: str
    label: str
    kind: Literal["benefit", "cost"]
    weight: Annotated[float, Meta(ge=0, le=LARGEST)]
    hours: Hours | None
    reason: str
    assumed: list[str]
    error: str
    draws: ANY | Annotated[list[ANY], Meta(min_length=1, max_length=MAX_DRAWS)] | UnsetType | None = UNSET  # type: ignore[valid-type]


class Finding(Struct, forbid_unknown_fields=True):
    """What a gate said."""

    name: str
    label: str
    answer: Literal["yes", "no", "unknown"]
    reason: str
    verdict: Literal["attend", "decline"]
    missing: list[str]
    error: str
    asks: bool = True


class Input(Struct, forbid_unknown_fields=True):
    """One quantity or label as it went in; a label has no estimate."""

    name: str
    label_text: str
    unit: str
    estimate: ANY_ESTIMATE | None
    choice: str
    label: str
    said: str
    origin: Literal["given", "read", "assumed", "decided"]
    where: str
    ask: Literal["yourself", "recruiter", "nobody"]
    question: str


class Question(Struct, forbid_unknown_fields=True):
    """What to find out, and what the answer is worth in hours."""

    quantity: str
    text: str
    ask: Literal["yourself", "recruiter", "nobody"]
    worth: Annotated[float, Meta(ge=0, le=LARGEST)]
    cost: Annotated[float, Meta(ge=0, le=LARGEST)] | None
    low: ANY | None  # type: ignore[valid-type]
    high: ANY | None  # type: ignore[valid-type]
    if_low: Verdict
    if_high: Verdict
    turn: ANY | None  # type: ignore[valid-type]
    gate: str
    at_turn: str


class Way(Struct, forbid_unknown_fields=True):
    """A way of dealing with the invitation, and what it is worth in hours."""

    name: written_as(NAME, "A Python identifier.")  # type: ignore[valid-type]
    label: Annotated[str, Meta(min_length=1)]
    consent: Annotated[float, Meta(ge=0, le=1)]
    cost: Annotated[float, Meta(ge=0, le=LARGEST)]
    asks: bool
    worth: ANY  # type: ignore[valid-type]


class Evaluation(Struct, forbid_unknown_fields=True):
    """What an invitation is worth, and why. All hours; costs are positive."""

    version: Literal[2]
    verdict: Verdict
    leaning: Literal["attend", "decline"]
    best_hours: Annotated[float, Meta(ge=0, le=LARGEST)] | None
    confidence: Annotated[float, Meta(ge=0, le=1)]
    chance_positive: Annotated[float, Meta(ge=0, le=1)]
    complete: bool
    net: Hours
    benefit: Hours
    cost: Hours
    contributions: Annotated[list[Contribution], MANY]
    gates: Annotated[list[Finding], MANY]
    inputs: Annotated[list[Input], MANY]
    notes: list[str]
    failures: list[str]
    asking_cost: Annotated[float, Meta(ge=0, le=LARGEST)] | None
    questions: Annotated[list[Question], MANY]
    ways: Annotated[list[Way], MANY]
    invitation: PlainInvitation  # type: ignore[valid-type]
    seeker: PlainSeeker  # type: ignore[valid-type]


class Step(Struct, forbid_unknown_fields=True):
    """A question that was answered, or skipped if the answer is null."""

    quantity: str
    answer: ANY_ESTIMATE | Text | None  # type: ignore[valid-type]


class Session(Struct, forbid_unknown_fields=True):
    """What was known at the start, and the questions that were answered since."""

    version: Literal[2]
    invitation: PlainInvitation | UnsetType | None = UNSET  # type: ignore[valid-type]
    seeker: PlainSeeker | UnsetType | None = UNSET  # type: ignore[valid-type]
    steps: Annotated[list[Step], Meta(max_length=MAX_STEPS)] | UnsetType | None = UNSET
    history: Annotated[Any, Meta(description="What came of each step, to be shown; it is not read.")] = UNSET


def only_counted_ones_have_hours() -> dict[str, Any]:
    """Return what a schema says of a contribution besides its fields."""
    failed = {"properties": {"error": {"minLength": 1}}}
    return {
        "if": {"not": failed},
        "then": {"properties": {name: {"not": {"type": "null"}} for name in ("hours", "draws")}},
    }


def answer_of(quantity: iv.Quantity) -> Any:
    """Return the type of an answer in a saved session, in which a label is the name of its choice."""
    return Literal[tuple(quantity.choices)] | None if quantity.is_label else estimate(quantity)


def answers_within_bounds() -> dict[str, Any]:
    """Return what a schema says of a step besides its fields: the bounds of each quantity that is not of a plugin."""
    known = iv.Evaluator(discover=False).quantities
    types = {name: answer_of(quantity) for name, quantity in known.items()}
    answers, _ = msgspec.json.schema_components(types.values())
    return {
        "allOf": [
            {"if": {"properties": {"quantity": {"const": name}}}, "then": {"properties": {"answer": answer}}}
            for name, answer in zip(types, answers, strict=True)
        ]
    }


def schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    forms = {
        "invitation.json": PlainInvitation,
        "seeker.json": PlainSeeker,
        "evaluation.json": Evaluation,
        "session.json": Session,
    }
    return {name: _text(form) for name, form in forms.items()}


def _text(form: type[Struct]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(form)}
    # What one field says of another, msgspec has no words for.
    for name, more in (("Contribution", only_counted_ones_have_hours()), ("Step", answers_within_bounds())):
        if name in schema["$defs"]:
            schema["$defs"][name] |= more
    return json.dumps(schema, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def main() -> None:
    """Write the files into the package."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
