"""Every picture looks as it did when somebody last looked at it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest

ROOT = Path(__file__).parents[2]

BASELINE = Path(__file__).parent / "baseline"

DRAWN_WITH = (3, 11)
"""The matplotlib of the baseline: others place texts a little differently."""

TOLERANCE = 3
"""Root mean square of the difference of colours, of 255; a text that is moved by a few dots is beyond it."""

NAMES = ["comparison", "curve", "distribution", "session", "tornado", "waterfall", "weights"]


@pytest.fixture
def draw_pictures(monkeypatch):
    """Import the script that draws each picture."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    yield __import__("draw_pictures")
    sys.modules.pop("draw_pictures")


def test_every_picture_has_a_baseline(draw_pictures):
    """Every picture of `plots` is drawn by the script, and has a baseline."""
    assert NAMES == sorted(draw_pictures.PICTURES) == sorted(path.stem for path in BASELINE.glob("*.png"))


@pytest.mark.parametrize("name", NAMES)
def test_picture_looks_as_it_did(name, draw_pictures, tmp_path):
    """A picture is the one of the baseline, but for what nobody sees."""
    from matplotlib.testing.compare import compare_images

    if matplotlib.__version_info__[:2] != DRAWN_WITH:
        pytest.skip(f"matplotlib {matplotlib.__version__} draws texts otherwise than {DRAWN_WITH}")
    picture = tmp_path / f"{name}.png"
    draw_pictures.draw(name, picture, draw_pictures.DOTS)
    difference = compare_images(str(BASELINE / picture.name), str(picture), TOLERANCE)
    assert difference is None, (
        f"{difference}; if it is meant: python scripts/draw_pictures.py tests/plots/baseline baseline"
    )


def test_a_change_is_noticed(draw_pictures, tmp_path):
    """Another picture is beyond the tolerance."""
    from matplotlib.testing.compare import compare_images

    picture = tmp_path / "weights.png"
    draw_pictures.draw("weights", picture, draw_pictures.DOTS, "dark_background")
    assert compare_images(str(BASELINE / picture.name), str(picture), TOLERANCE)


def test_pictures_need_their_extra():
    """Without matplotlib the error says what to install."""
    code = "import sys; sys.modules['matplotlib'] = None\nimport interview_value.plots"
    completed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert "ImportError: install interview-value[plots] to draw pictures" == completed.stderr.strip().splitlines()[-1]
