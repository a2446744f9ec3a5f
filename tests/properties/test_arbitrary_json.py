"""Law: whatever JSON arrives, reading it either works or says what is wrong with it, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import QUANTITIES

import interview_value as iv

KINDS = [iv.Invitation, iv.Seeker, iv.Evaluation]

NAMES = st.sampled_from([
    *QUANTITIES, "version", "quantities", "read_from", "disagreements", "notes", "role", "stage", "remote", "starts",
    "past_interviews", "as_of", "contributions", "gates", "inputs", "invitation", "seeker", "failures", "draws", "name",
    "kind", "weight", "error", "reason", "assumed", "answer", "missing", "estimate", "kept", "other", "kept_from",
])  # fmt: skip
# Python reads NaN and Infinity too, but they are no JSON.
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=10)
    | st.sampled_from(["screen", "2..7", "7..2", "benefit", "yes", "given", "2026-11-23", "1e400", 10**400, 1e308])
)
JSON = st.recursive(
    LEAVES, lambda part: st.lists(part, max_size=4) | st.dictionaries(NAMES | st.text(max_size=5), part, max_size=5)
)

EXAMPLE = {
    iv.Invitation: iv.Invitation(role="Analyst", duration=(1, 2), stage="first", quantities={"recall": 0.1}),
    iv.Seeker: iv.Seeker(mindset=0.5, past_interviews=["2026-01-01"], as_of="2026-11-23", notes=["a note"]),
    iv.Evaluation: iv.Evaluator(discover=False, draws=3).evaluate(iv.Invitation(role_interest=0), iv.Seeker()),
}


def read(kind, plain):
    """Read it, and use it if it can be read; return what was made of it."""
    try:
        thing = kind.from_dict(plain)
    except iv.errors.InvalidInputError as error:
        assert error.exceptions
        assert all(mistake.path and mistake.allowed for mistake in error.exceptions)
        return None
    json.dumps(thing.to_dict(), allow_nan=False)
    return thing


@pytest.mark.parametrize("kind", KINDS)
@given(plain=JSON)
def test_arbitrary_json_is_read_or_refused(kind, plain):
    """No JSON makes from_dict raise anything but InvalidInputError, and what it reads can be written again."""
    read(kind, plain)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_damaged_data_is_read_or_refused(kind, data):
    """The same goes for real data in which something, anywhere, was replaced, removed or added."""
    plain = json.loads(json.dumps(EXAMPLE[kind].to_dict()))
    for _ in range(data.draw(st.integers(1, 3))):
        part = plain
        while True:
            keys = list(part) if isinstance(part, dict) else list(range(len(part)))
            key = data.draw(st.sampled_from(keys) if keys else NAMES)
            inner = part[key] if keys else None
            if not isinstance(inner, (dict, list)) or not inner or data.draw(st.booleans()):
                break
            part = inner
        if isinstance(part, list) and not keys:
            part.append(data.draw(JSON))
        elif keys and data.draw(st.booleans()):
            del part[key]
        else:
            part[key] = data.draw(JSON)
    thing = read(kind, plain)
    if isinstance(thing, iv.Evaluation):
        assert isinstance(str(thing), str)
        assert isinstance(thing._repr_html_(), str)
