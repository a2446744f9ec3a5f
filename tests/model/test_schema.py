"""JSON Schema: shipped with the package, made of the code, and in agreement with what is written and read."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import QUANTITIES, cases, invitations, seekers

import interview_value as iv

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parent.parent.parent
FOLDER = files("interview_value") / "schema"
NAMES = ("invitation.json", "seeker.json", "evaluation.json", "session.json")
KINDS = [iv.Invitation, iv.Seeker, iv.Evaluation, iv.Session]
VALIDATORS = {
    name: jsonschema.Draft202012Validator(json.loads((FOLDER / name).read_text(encoding="utf-8"))) for name in NAMES
}
EVALUATOR = iv.Evaluator(discover=False, draws=4)

BEYOND_WORDS = (
    *("low end first", "low at most high", "a day no later than", "the same number of draws", "a Python identifier"),
)
"""What is allowed of data that no schema can say."""

FIELD_NAMES = sorted(
    {*QUANTITIES, *(f.name for kind in (iv.Invitation, iv.Seeker) for f in attrs.fields(kind)), "version", "steps"}
)

TYPED_TEXTS = ["2-7", "2..7", "about 200", "60%", "half", "90 min", "", " ", "yes", "on", "Screen", "screen", "first "]
DATES = [
    "2026-11-23", "20261123", "2026-11-23\n", "2026-02-29", "2024-02-29", "0000-01-01", "2026-W48-1", "2026-11-23 14:00",
    "2026-11-23T14:00+01:00", "2026-11-23T14:00:00.123456Z", "2026-11-23T24:00", "2026-11-23T14", "23.11.2026",
]  # fmt: skip
TEXTS = [*TYPED_TEXTS, *DATES, "duration", "mindset", "recall", "größe", "a", "x" * 2_001, "two\nlines", "mailto:a@b.c"]
"""What stands for a text; those are taken that fit the pattern and the lengths."""

LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5)
    | st.sampled_from([0, 0.0, 1, 1.0, 1e15, 1.1e15, 10**400, "x" * 2_001, " " * 2_001, *TYPED_TEXTS, *DATES])
)  # fmt: skip
PAIRS = st.tuples(LEAVES, LEAVES).map(list) | st.sampled_from([[0, 0], [0, 1], [0.5, 0.5], [1, 1, 1]])
INNER_NAMES = st.sampled_from(["uid", "starts", "sequence", "commute", "duration", "1st"])
JSON = LEAVES | PAIRS | st.lists(LEAVES | PAIRS, max_size=3) | st.dictionaries(INNER_NAMES, LEAVES | PAIRS, max_size=3)

TYPED = [
    (iv.Invitation, {"duration": "90 min"}), (iv.Invitation, {"offer_chance": "60%"}), (iv.Invitation, {"travel": ""}),
    (iv.Invitation, {"stage": "Screen"}), (iv.Invitation, {"remote": "on"}), (iv.Invitation, {"starts": "20261123T1400"}),
    (iv.Invitation, {"role_interest": "a lot"}), (iv.Invitation, {"quantities": {"commute": None}}),
    (iv.Invitation, {"event": {"uid": "a", "starts": "20261123"}}), (iv.Invitation, {"role": " " * 2_001}),
    (iv.Seeker, {"past_interviews": ["20260101"]}), (iv.Seeker, {"as_of": " "}), (iv.Seeker, {"mindset": "half"}),
]  # fmt: skip
"""What people type, and a constructor takes, but plain data does not hold."""


def validator_of(kind):
    """The validator of the plain data of a class."""
    return VALIDATORS[f"{kind.__name__.lower()}.json"]


def plain_of(thing):
    """Its plain data, as it comes out of JSON."""
    return json.loads(json.dumps(thing.to_dict(), allow_nan=False))


@pytest.mark.parametrize("name", NAMES)
def test_shipped_files_are_what_the_script_makes(name, monkeypatch):
    """A changed field or quantity has its schema changed as well: run ``python scripts/write_schema.py``."""
    spec = importlib.util.spec_from_file_location("write_schema", ROOT / "scripts" / "write_schema.py")
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "write_schema", script)
    spec.loader.exec_module(script)
    assert script.schemas()[name] == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas(name):
    """Each is a valid schema of the draft that it names."""
    jsonschema.Draft202012Validator.check_schema(VALIDATORS[name].schema)


@given(facts=invitations() | seekers())
def test_facts_are_accepted(facts):
    """What to_dict writes of an invitation or a seeker is valid."""
    validator_of(type(facts)).validate(plain_of(facts))


@given(pair=invitations().flatmap(lambda one: invitations().map(lambda two: one | two)))
def test_merged_facts_are_accepted(pair):
    """So is what two sources said differently."""
    VALIDATORS["invitation.json"].validate(plain_of(pair))


@given(case=cases())
def test_evaluations_are_accepted(case):
    """What to_dict writes of an evaluation is valid."""
    VALIDATORS["evaluation.json"].validate(plain_of(EVALUATOR.evaluate(*case)))


def test_evaluation_with_failures_is_accepted():
    """An evaluation in which something failed, and that never asks, is valid too."""
    scorer = iv.scorer(kind="cost", name="broken")(lambda travel: None)
    gate = iv.gate(reason="Broken.", name="shut")(lambda travel: None)
    evaluator = iv.Evaluator(plugins=[scorer, gate], asking_cost=float("inf"), discover=False, draws=2)
    VALIDATORS["evaluation.json"].validate(plain_of(evaluator.evaluate(iv.Invitation())))


WRONG = [
    *[(iv.Invitation, {name: value}) for name, value in [
        ("duration", 0), ("duration", [0, 2]), ("duration", [1, 2, 3]), ("duration", True), ("duration", "long"),
        ("travel", -1), ("role_interest", 1.01), ("role_interest", [0.5, 1.5]), ("role_interest", "lots"), ("hinge", -0.5),
        ("people_met", 1e16), ("people_met", 0.5), ("people_met", [0, 3]), ("stage", "frist"), ("remote", "maybe"),
        ("obliged", "yes"), ("role", "x" * 2_001), ("role", 3), ("quantities", {"commute": "x" * 2_001}),
        ("read_from", {"duration": 3}), ("notes", "a note"), ("durration", 1), ("version", 1),
        ("disagreements", [{"name": "duration"}]),
    ]],
    *[(iv.Seeker, {name: value}) for name, value in [
        ("mindset", 2), ("pressure", 0.1), ("hour_value", 0), ("experience", [0, 101]), ("others_weight", [0.1, 1.1]),
        ("status", "happy"), ("past_interviews", "2026-01-01"), ("as_of", "2026-02-29"), ("past_interviews", {}), ("version", True), ("notes", [None]), ("past_interviews", [3]), ("as_of", 3),
    ]],
]  # fmt: skip


@pytest.mark.parametrize(("kind", "plain"), WRONG, ids=str)
def test_what_is_refused_by_both(kind, plain):
    """What the schema refuses, the library refuses too."""
    assert not validator_of(kind).is_valid(plain)
    with pytest.raises(iv.errors.InvalidInputError):
        kind.from_dict(plain)


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (iv.Invitation, {}),
        (iv.Invitation, {"version": 2, "duration": [1, 2], "preparation": [0, 3], "stage": "first", "remote": False}),
        (iv.Invitation, {"quantities": {"commute": [1, 8], "skill_ceiling": 0.3, "shift": "nights"}}),
        (iv.Invitation, {"people_met": 0, "role_interest": "a_lot", "obliged": True}),
        (iv.Invitation, {"people_met": [0, 0], "would_accept": [0, 0.95]}),
        (iv.Invitation, {"version": 2.0, "event": {"uid": "a", "sequence": 1.0, "ends": None, "starts": "2024-02-29"}}),
        (iv.Invitation, {"version": None, "stage": None, "duration": None, "notes": None, "preparation": [0, 0]}),
        (iv.Invitation, {"starts": "2026-12-03 14:00", "quantities": {"größe": 1}}),
        (
            iv.Seeker,
            {
                "pressure": "dread",
                "experience": 0,
                "status": "open",
                "past_interviews": ["2026-01-01"],
                "as_of": "2026-11-23",
            },
        ),
    ],
    ids=str,
)
def test_what_is_accepted_by_both(kind, plain):
    """What the schema accepts, the library accepts too, the ends of the bounds included."""
    assert validator_of(kind).is_valid(plain)
    kind.from_dict(plain)


@pytest.mark.parametrize("kind", [iv.Invitation, iv.Seeker])
def test_schema_asks_the_questions(kind):
    """Each quantity carries its question and its unit, for whoever builds a form of the schema."""
    properties = validator_of(kind).schema["$defs"][kind.__name__]["properties"]
    for name, quantity in kind.own_quantities().items():
        assert quantity.unit in properties[name]["description"]
        assert quantity.question in properties[name]["description"]


def accepted(kind, plain):
    """Whether from_dict takes plain data, or why it does not for a reason that no schema can give."""
    try:
        kind.from_dict(plain, *([EVALUATOR] if kind is iv.Session else []))
    except iv.errors.InvalidInputError as group:
        return (
            all(any(words in mistake.allowed for words in BEYOND_WORDS) for mistake in group.mistakes) and "no schema"
        )
    except iv.errors.UnknownNameError:
        return "no schema"  # which quantities there are hangs on the plugins
    return True


def documents(kind):
    """Plain data that the schema of a class describes, made of one drawn seed: it takes thousands of random numbers."""
    schema = validator_of(kind).schema
    return st.integers(0, 2**64).map(lambda seed: described(schema, schema["$defs"], Random(seed)))


def described(schema, definitions, random):
    """What a part of a schema describes, as far as its words for types, lengths and patterns go."""
    if "$ref" in schema:
        return described(definitions[schema["$ref"].rpartition("/")[2]], definitions, random)
    if "anyOf" in schema:
        return described(random.choice(schema["anyOf"]), definitions, random)
    if "enum" in schema:
        return random.choice(schema["enum"])
    make = {
        "null": lambda: None,
        "boolean": lambda: random.random() < 0.5,
        "integer": lambda: random.choice([schema.get("minimum", -3), schema.get("maximum", 9), 5]),
        "number": lambda: a_number(schema, random),
        "string": lambda: random.choice(texts_of(schema)),
        "array": lambda: an_array(schema, definitions, random),
        "object": lambda: an_object(schema, definitions, random),
    }.get(schema.get("type"), lambda: random.choice([None, True, 3, "a", [1, 2], {"a": 1}]))
    # What one part says of another is no matter of types: what breaks it is made anew.
    one = jsonschema.Draft202012Validator({**schema, "$defs": definitions})
    tries = 50 if schema.keys() & {"not", "if", "allOf"} else 1
    return next((made for made in (make() for _ in range(tries)) if tries == 1 or one.is_valid(made)), None)


def a_number(schema, random):
    """A number within the bounds, and often one of the bounds."""
    low, high = schema.get("minimum", schema.get("exclusiveMinimum", -1e15)), schema.get("maximum", 1e15)
    ends = [schema[name] for name in ("minimum", "maximum") if name in schema]
    inside = [random.uniform(low, high), min(max(random.uniform(-2, 9), low), high), min(low + 1e-3, high)]
    return random.choice([*ends, *(value for value in inside if value > low or "minimum" in schema)])


@cache
def texts_of_pattern(pattern):
    """The texts that a pattern takes, of some that are often written."""
    return [text for text in TEXTS if not pattern or re.search(pattern, text)]


def texts_of(schema):
    """Texts of the pattern and the lengths."""
    fitting = [text for text in texts_of_pattern(schema.get("pattern", "")) if len(text) >= schema.get("minLength", 0)]
    return [text for text in fitting if len(text) <= schema.get("maxLength", 5_000)]


def an_array(schema, definitions, random):
    """A list of a few items, as many as the schema allows."""
    length = random.randint(schema.get("minItems", 0), min(schema.get("maxItems", 3), 3))
    return [described(schema["items"], definitions, random) for _ in range(length)]


def an_object(schema, definitions, random):
    """An object with what is required and some of the rest, or with any names."""
    if "properties" not in schema:
        names = random.sample(["commute", "skill_ceiling", "größe", "x1"], random.randint(0, 3))
        return {name: described(schema["additionalProperties"], definitions, random) for name in names}
    optional = [name for name in schema["properties"] if name not in schema["required"]]
    names = (*schema["required"], *random.sample(optional, min(len(optional), random.randint(0, 4))))
    return {name: described(schema["properties"][name], definitions, random) for name in names}


def changed(data, plain):
    """A copy of the data with something, anywhere, replaced, removed or added, as programs and people get it wrong."""
    plain = json.loads(json.dumps(plain))
    places = [part for part in parts_of(plain) if part]
    part = data.draw(st.sampled_from(places)) if places else plain
    keys = list(part) if isinstance(part, dict) else list(range(len(part)))
    if keys and data.draw(st.booleans()):
        part[data.draw(st.sampled_from(keys))] = data.draw(JSON)
    elif keys and data.draw(st.booleans()):
        del part[data.draw(st.sampled_from(keys))]
    elif isinstance(part, dict):
        part[data.draw(st.sampled_from(FIELD_NAMES) | st.text(max_size=4))] = data.draw(JSON)
    else:
        part.append(data.draw(JSON))
    return plain


def parts_of(plain):
    """Every object and list in plain data, itself included."""
    if isinstance(plain, (dict, list)):
        yield plain
        for part in plain.values() if isinstance(plain, dict) else plain:
            yield from parts_of(part)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_what_a_schema_describes_is_accepted(kind, data):
    """Whatever is valid is read, but for what no schema can say."""
    plain = data.draw(documents(kind))
    assert validator_of(kind).is_valid(plain)
    assert accepted(kind, plain)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_schema_and_library_agree_on_damaged_data(kind, data):
    """Valid data in which something was changed is taken by both or refused by both, but for what no schema can say.

    What follows from the draws of an evaluation is worked out anew when it is read, so that it may be left out.
    """
    plain = changed(data, data.draw(documents(kind)))
    valid, read = validator_of(kind).is_valid(plain), accepted(kind, plain)
    assert read if valid else read is not True or kind is iv.Evaluation


@pytest.mark.parametrize("kind", [iv.Invitation, iv.Seeker])
@given(data=st.data())
def test_schema_and_library_agree_on_each_field(kind, data):
    """So it is for each field with whatever JSON may stand there."""
    plain = {data.draw(st.sampled_from(FIELD_NAMES)): data.draw(JSON)}
    valid, read = validator_of(kind).is_valid(plain), accepted(kind, plain)
    assert read if valid else read is not True


def test_what_is_typed_is_refused_by_both():
    """What a constructor takes and plain data does not hold is refused by both."""
    for kind, plain in TYPED:
        kind(**plain)
        assert not validator_of(kind).is_valid(plain)
        assert accepted(kind, plain) is False


def test_sessions_are_accepted():
    """What to_dict writes of a session is valid, at the start and after an answer and a skipped question."""
    session = iv.Session(iv.Invitation(role_interest=0.5), evaluator=EVALUATOR)
    VALIDATORS["session.json"].validate(plain_of(session))
    session.answer("2..7", "duration")
    session.skip()
    VALIDATORS["session.json"].validate(plain_of(session))
