"""Write the JSON Schemas of the plain data of Invitation, Seeker and Evaluation, which ship with the package.

They are made by msgspec of the fields and quantities, so that bounds, units and questions cannot drift from the code; a
test fails while the shipped files differ from what this makes. Run it after every change to a field or quantity:
``python scripts/write_schema.py``.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import attrs
import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

import interview_value as iv
from interview_value.model.estimate import LARGEST
from interview_value.model.event import MAX_SEQUENCE
from interview_value.model.fields import MAX_ITEMS, MAX_TEXT

FOLDER = Path(iv.__file__).parent / "schema"

Text = Annotated[str, Meta(max_length=MAX_TEXT)]
Where = dict[str, Text]
Verdict = Literal[tuple(verdict.value for verdict in iv.Verdict)]


def number(bounds: iv.model.Bounds, *, open_low: bool = False) -> Any:
    """Return the type of a number within bounds; those of all estimates where a quantity has none."""
    low, high = max(bounds.low, -LARGEST), min(bounds.high, LARGEST)
    return Annotated[float, Meta(gt=low, le=high) if bounds.open_low or open_low else Meta(ge=low, le=high)]


def estimate(quantity: iv.Quantity) -> Any:
    """Return the type of an estimate of a quantity: a number, or the pair of a 90 % range."""
    end = number(quantity.bounds, open_low=quantity.scale == "log" and quantity.bounds.low == 0)
    pair = Annotated[list[end], Meta(min_length=2, max_length=2)]
    words = f"{quantity.question or 'Nobody is asked.'} Unit: {quantity.unit}. A number, or the 90 % range [low, high]."
    return Annotated[number(quantity.bounds) | pair, Meta(title=quantity.name, description=words)]


ANY = number(iv.model.Bounds())
ANY_ESTIMATE = ANY | Annotated[list[ANY], Meta(min_length=2, max_length=2)]

PlainDisagreement = msgspec.defstruct(
    "Disagreement",
    [("name", str), ("kept", Any), ("kept_from", str), ("other", Any), ("other_from", str)],
    forbid_unknown_fields=True,
)

Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d", description="A date, or a date and time.")]


class PlainEvent(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The calendar entry that an invitation came with; what is empty is left out."""

    uid: Annotated[str, Meta(min_length=1, max_length=MAX_TEXT)]
    organizer: Text | UnsetType = UNSET
    attendee: Text | UnsetType = UNSET
    sequence: Annotated[int, Meta(ge=0, le=MAX_SEQUENCE)] | UnsetType = UNSET
    recurrence_id: Moment | UnsetType = UNSET
    starts: Moment | UnsetType = UNSET
    ends: Moment | UnsetType = UNSET
    summary: Text | UnsetType = UNSET
    method: Text | UnsetType = UNSET


OTHERS = {
    "role": Text,
    "organization": Text,
    "stage": Annotated[Literal[tuple(stage.value for stage in iv.Stage)], Meta(description="How far along it stands.")],
    "remote": Annotated[bool, Meta(description="By phone or video; left out while unknown.")],
    "starts": Annotated[datetime, Meta(description="When it starts, with its time zone.")],
    "location": Text,
    "event": Annotated[PlainEvent, Meta(description="The calendar entry that the invitation came with.")],
    "past_interviews": Annotated[list[date], Meta(max_length=MAX_ITEMS)],
    "as_of": Annotated[date, Meta(description="The day on which past interviews are counted.")],
    "quantities": Annotated[
        dict[str, ANY_ESTIMATE], Meta(description="Quantities without a field here: of plugins, and constants.")
    ],
    "read_from": Annotated[Where, Meta(description="For each value that was read from a file, where.")],
    "disagreements": Annotated[list[PlainDisagreement], Meta(max_length=MAX_ITEMS)],
    "notes": Annotated[list[Text], Meta(max_length=MAX_ITEMS)],
}
"""The types of the fields that are no quantities."""


def facts(kind: type[iv.Invitation | iv.Seeker]) -> type[Struct]:
    """Return the form of the plain data of an invitation or seeker; every field may be left out."""
    quantities = kind.own_quantities()
    types = {
        f.name: estimate(quantities[f.name]) if f.name in quantities else OTHERS[f.name] for f in attrs.fields(kind)
    }
    fields: list[Any] = [("version", Literal[1] | UnsetType, UNSET)]
    fields += [(name, type_ | UnsetType, UNSET) for name, type_ in types.items()]
    return msgspec.defstruct(kind.__name__, fields, forbid_unknown_fields=True)


PlainInvitation, PlainSeeker = facts(iv.Invitation), facts(iv.Seeker)


class Hours(Struct, forbid_unknown_fields=True):
    """Hours: an expected value and a 90 % range."""

    mean: float
    low: float
    high: float


class Contribution(Struct, forbid_unknown_fields=True):
    """What one criterion adds or takes; no hours and draws if it failed. All may lack draws."""

    name: str
    kind: Literal["benefit", "cost"]
    weight: Annotated[float, Meta(ge=0, le=LARGEST)]
    hours: Hours | None
    reason: str
    assumed: list[str]
    error: str
    draws: float | Annotated[list[float], Meta(min_length=1)] | UnsetType | None = UNSET


class Finding(Struct, forbid_unknown_fields=True):
    """What a gate said."""

    name: str
    answer: Literal["yes", "no", "unknown"]
    reason: str
    missing: list[str]
    error: str
    asks: bool = True


class Input(Struct, forbid_unknown_fields=True):
    """One quantity as it went in; no estimate if it was derived."""

    name: str
    unit: str
    estimate: ANY_ESTIMATE | None
    origin: Literal["given", "read", "assumed"]
    where: str
    ask: Literal["yourself", "recruiter", "nobody"]
    question: str


class Question(Struct, forbid_unknown_fields=True):
    """What to find out, and what the answer is worth in hours."""

    quantity: str
    text: str
    ask: Literal["yourself", "recruiter", "nobody"]
    worth: Annotated[float, Meta(ge=0)]
    low: float
    high: float
    if_low: Verdict
    if_high: Verdict
    gate: str


class Evaluation(Struct, forbid_unknown_fields=True):
    """What an invitation is worth, and why. All hours; costs are positive."""

    version: Literal[1]
    verdict: Verdict
    confidence: Annotated[float, Meta(ge=0, le=1)]
    chance_positive: Annotated[float, Meta(ge=0, le=1)]
    complete: bool
    net: Hours
    benefit: Hours
    cost: Hours
    contributions: list[Contribution]
    gates: list[Finding]
    inputs: list[Input]
    notes: list[str]
    failures: list[str]
    asking_cost: Annotated[float, Meta(ge=0)] | None
    questions: list[Question]
    invitation: PlainInvitation  # type: ignore[valid-type]
    seeker: PlainSeeker  # type: ignore[valid-type]


def schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    forms = {"invitation.json": PlainInvitation, "seeker.json": PlainSeeker, "evaluation.json": Evaluation}
    return {name: _text(form) for name, form in forms.items()}


def _text(form: type[Struct]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(form)}
    return json.dumps(schema, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def main() -> None:
    """Write the files into the package."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
