"""Pictures look as they did when somebody last looked at them, and nothing is drawn where nobody wants pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest
from matplotlib import pyplot as plt

import interview_value as iv

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
    """All pictures of the room are drawn by the script, and have been looked at."""
    assert NAMES == sorted(draw_pictures.PICTURES) == sorted(path.stem for path in BASELINE.glob("*.png"))


@pytest.mark.parametrize("name", NAMES)
def test_picture_looks_as_it_did(name, draw_pictures, tmp_path):
    """A picture is the one of the baseline, but for what nobody sees."""
    from matplotlib.testing.compare import compare_images

    if matplotlib.__version_info__[:2] != DRAWN_WITH:
        pytest.skip(f"matplotlib {matplotlib.__version__} draws texts otherwise than {DRAWN_WITH}")
    made = tmp_path / f"{name}.png"
    draw_pictures.draw(name, made, draw_pictures.DOTS)
    difference = compare_images(str(BASELINE / made.name), str(made), TOLERANCE)
    assert difference is None, (
        f"{difference}; if it is meant: python scripts/draw_pictures.py tests/plots/baseline baseline"
    )


def test_a_change_is_noticed(draw_pictures, tmp_path):
    """Another picture is beyond the tolerance."""
    from matplotlib.testing.compare import compare_images

    made = tmp_path / "weights.png"
    draw_pictures.draw("weights", made, draw_pictures.DOTS, "dark_background")
    assert compare_images(str(BASELINE / made.name), str(made), TOLERANCE)


def test_pictures_need_their_extra():
    """Without matplotlib the error says what to install."""
    code = "import sys; sys.modules['matplotlib'] = None\nimport interview_value as iv\niv.plots"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert "ImportError: install interview-value[plots] to draw pictures" == done.stderr.strip().splitlines()[-1]


def test_no_window_is_chosen():
    """Drawing a picture of its own takes the backend that somebody chose for the process."""
    code = (
        "import interview_value as iv, matplotlib\niv.evaluate(iv.Invitation()).plot()\nprint(matplotlib.get_backend())"
    )
    chosen = {**os.environ, "MPLBACKEND": "svg"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=chosen)
    assert "svg" == done.stdout.strip()


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_bars_stand_out_from_their_ground(style):
    """What speaks for going and what speaks against it has a contrast of 3 to 1 at least, in light and in dark."""
    from matplotlib.colors import to_rgb

    with plt.style.context(style):
        bars = iv.evaluate(iv.Invitation(role_interest=0.5)).plot().patches
        ground = to_rgb(plt.rcParams["axes.facecolor"])
    for bar in bars:
        *colour, opaque = bar.get_facecolor()
        seen = [opaque * part + (1 - opaque) * below for part, below in zip(colour, ground, strict=True)]
        assert 3 < contrast(seen, ground)


def contrast(one, other):
    """The contrast of two colours as WCAG 2.2 has it."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    """The relative luminance of a colour in sRGB."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
