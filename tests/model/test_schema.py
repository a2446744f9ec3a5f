"""JSON Schema: shipped with the package, made of the code, and in agreement with what is written and read."""

from __future__ import annotations

import importlib.util
import json
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from strategies import cases, invitations, seekers

import interview_value as iv

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parent.parent.parent
FOLDER = files("interview_value") / "schema"
NAMES = ("invitation.json", "seeker.json", "evaluation.json")
VALIDATORS = {
    name: jsonschema.Draft202012Validator(json.loads((FOLDER / name).read_text(encoding="utf-8"))) for name in NAMES
}
EVALUATOR = iv.Evaluator(discover=False, draws=4)


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
        ("preparation", [0, 3]), ("travel", -1), ("role_interest", 1.01), ("role_interest", [0.5, 1.5]), ("appeal", -1.5),
        ("people_met", 1e16), ("stage", "frist"), ("remote", "maybe"), ("role", "x" * 2_001), ("role", 3),
        ("quantities", {"commute": "far"}), ("read_from", {"duration": 3}), ("notes", "a note"), ("durration", 1),
        ("version", 2), ("disagreements", [{"name": "duration"}]),
    ]],
    *[(iv.Seeker, {name: value}) for name, value in [
        ("mindset", 2), ("pressure", 0.9), ("hour_value", 0), ("experience", [0, 4]), ("courtesy", [0.1, 1.1]),
        ("past_interviews", "2026-01-01"), ("past_interviews", [3]), ("as_of", 3),
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
        (iv.Invitation, {"version": 1, "duration": [1, 2], "preparation": 0, "stage": "first", "remote": False}),
        (iv.Invitation, {"quantities": {"commute": [1, 8], "skill_ceiling": 0.3}}),
        (iv.Seeker, {"pressure": 1, "experience": 0, "past_interviews": ["2026-01-01"], "as_of": "2026-11-23"}),
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
