"""Law: a quantity's draws hang on its name and its estimate alone, and one lies in each stratum of equal probability."""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import special, stats
from strategies import QUANTITIES, cases, ranges

import interview_value as iv
from interview_value.scoring.draws import DRAWS, LEAST_CHANCE, SMALLEST_LOW
from interview_value.scoring.preparation import PREPARATION

Z95 = stats.norm.ppf(0.95)
NAMES = st.sampled_from(sorted(n for n, quantity in QUANTITIES.items() if not quantity.is_label and n != PREPARATION))
SCALES = {"linear": (float, float), "log": (math.log, math.exp), "chance": (special.logit, special.expit)}
"""To a scale on which the draws are normal, and back."""


def column_of(name, estimate, draws=DRAWS, **others):
    """The draws of one quantity, as a scorer that reads it alone and others beside it sees them."""
    seen = {}

    def look(value):
        seen.setdefault("values", []).append(value)
        return 0.0

    scope = {"look": look}
    exec(f"def looking({name}): return look({name})", scope)
    quantity = QUANTITIES[name]
    own = [quantity] if name not in iv.Invitation.own_quantities() | iv.Seeker.own_quantities() else []
    scorer = iv.scorer(kind="cost", quantities=own)(scope["looking"])
    block = [built_in.name for built_in in iv.Evaluator(discover=False).scorers]
    evaluator = iv.Evaluator(plugins=[scorer], block=[] if others else block, draws=draws, discover=False)
    values = {**others, name: estimate}
    mine = {key: value for key, value in values.items() if key not in iv.Seeker.own_quantities()}
    theirs = {key: value for key, value in values.items() if key in iv.Seeker.own_quantities()}
    evaluator.evaluate(iv.Invitation().with_quantities(**mine), iv.Seeker(**theirs))
    return seen["values"]


@given(data=st.data(), name=NAMES, draws=st.integers(1, 300))
def test_one_draw_in_every_stratum(data, name, draws):
    """The range's distribution, cut into as many strata as there are draws, has one draw in the middle of each."""
    quantity = QUANTITIES[name]
    low, high = data.draw(ranges(quantity))
    assume(low < high)
    to_scale, from_scale = SCALES[quantity.scale]
    start = {"linear": low, "log": max(low, SMALLEST_LOW), "chance": max(low, LEAST_CHANCE)}[quantity.scale]
    end = min(high, 1 - LEAST_CHANCE) if quantity.scale == "chance" else high
    assume(start < end)
    centre, sd = (to_scale(start) + to_scale(end)) / 2, (to_scale(end) - to_scale(start)) / 2 / Z95
    middles = stats.norm.ppf([(stratum + 0.5) / draws for stratum in range(draws)])
    least, most = quantity.bounds.low, quantity.bounds.high
    expected = [min(max(from_scale(centre + sd * middle), least), most) for middle in middles]
    assert pytest.approx(expected, rel=1e-9, abs=1e-9) == sorted(column_of(name, (low, high), draws))


@given(data=st.data(), name=NAMES)
def test_other_quantities_do_not_move_a_draw(data, name):
    """The column is bit for bit the same, whatever else is known or read."""
    low, high = data.draw(ranges(QUANTITIES[name]))
    assume(low < high)
    invitation, seeker = data.draw(cases())
    others = {key: estimate for key, estimate in {**invitation.known, **seeker.known}.items() if key != name}
    assert column_of(name, (low, high)) == column_of(name, (low, high), **others)


@given(name=NAMES, low=st.floats(0.1, 0.4), high=st.floats(0.5, 0.9), draws=st.integers(2, 64))
def test_draws_keep_their_order_when_the_range_moves(name, low, high, draws):
    """Another range of the same quantity ranks the draws alike, so that a what-if compares like with like."""
    assume(QUANTITIES[name].bounds.contains(low))
    one, two = (column_of(name, pair, draws) for pair in ((low, high), (low, high + 0.05)))
    in_order = [after for _, after in sorted(zip(one, two, strict=True))]
    assert sorted(two) == in_order  # draws that are clipped to a bound may share a rank


def test_two_quantities_are_drawn_independently():
    """The columns of different quantities are as good as uncorrelated."""
    columns = {
        name: column_of(name, (0.2, 0.4)) for name in ("mindset", "place", "would_accept", "travel", "sociability")
    }
    for one in columns:
        for two in columns:
            if one < two:
                assert abs(stats.spearmanr(columns[one], columns[two]).statistic) < 0.25


ELSEWHERE = """
import json, sys
import interview_value as iv
evaluation = iv.Evaluator(discover=False).evaluate(iv.Invitation(stage="onsite", duration="2..3"), iv.Seeker())
print(json.dumps(evaluation.to_dict()))
"""


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_same_draws_in_another_process(seed):
    """Another process with another hash seed gives the same evaluation to the last bit."""
    assert _evaluated_by(sys.executable, "7") == _evaluated_by(sys.executable, seed)


def test_same_draws_whatever_else_is_loaded():
    """A process that has loaded NumPy gives the same numbers to the last bit as one that has not."""
    here = iv.Evaluator(discover=False).evaluate(iv.Invitation(stage="onsite", duration="2..3"), iv.Seeker()).to_dict()
    alone = _evaluated_by(sys.executable, "0")
    # What a question is worth is worked out on arrays where NumPy is loaded, which rounds differently.
    worths = [[question.pop("worth") for question in plain["questions"]] for plain in (here, alone)]
    assert here == alone
    assert pytest.approx(worths[0], rel=1e-9, abs=1e-12) == worths[1]


@pytest.mark.parametrize("minor", range(11, 16))
def test_same_draws_in_another_interpreter(minor):
    """Every other version of Python that is at hand gives the same evaluation to the last bit."""
    python = shutil.which(f"python3.{minor}")
    if python is None or subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode:
        pytest.skip(f"there is no Python 3.{minor} here")
    assert _evaluated_by(sys.executable, "0") == _evaluated_by(python, "random")


def _evaluated_by(python, seed):
    return json.loads(_printed_by(python, seed))


@cache
def _printed_by(python, seed):
    paths = [str(Path(iv.__file__).parent.parent), *(path for path in sys.path if path.endswith("site-packages"))]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run([python, "-c", ELSEWHERE], capture_output=True, text=True, check=True, env=environment)
    return done.stdout
