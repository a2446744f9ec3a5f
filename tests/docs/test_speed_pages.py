"""The pages of measured speed say what benchmarks/results has."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def write_speed(monkeypatch):
    """Import the script that writes the pages."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    yield __import__("write_speed")
    sys.modules.pop("write_speed")


def test_pages_show_the_results(write_speed):
    """Every figure between two comments is made of the results, and every block stands on a page once."""
    pages = [page.read_text(encoding="utf-8") for page in write_speed.PAGES]
    assert pages == [write_speed.filled(page) for page in pages]
    for name in write_speed.BLOCKS:
        assert 1 == "".join(pages).count(f"<!-- end of {name} -->")


def test_a_stale_figure_is_noticed(write_speed):
    """A page whose figures are others is not what the script would write."""
    assert "rows/s" in write_speed.filled("<!-- central -->\nfast\n<!-- end of central -->")


def test_plot_shows_the_results(write_speed):
    """The plot was drawn of the points that the results have."""
    points = {name: [list(point) for point in shown] for name, shown in write_speed.points().items()}
    assert points == write_speed.drawn(write_speed.PLOT)


def test_billion_rows_follow_the_formula(write_speed):
    """Twice the machines take half of what goes with the rows; the start remains."""
    run = {"start": 3.0, "few": 2.0}
    assert 105 == write_speed.on_machines(run, 1e7, 0, 1)
    assert 55 == write_speed.on_machines(run, 1e7, 0, 2)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5e-6, "5 µs"), (0.0123, "12 ms"), (2.54, "2.5 s"), (119.0, "120 s"), (600.0, "10 min"), (7200.0, "2 h")],
)
def test_times_are_in_readable_units(write_speed, seconds, words):
    """A time is shown with two digits in the unit that suits it."""
    assert words == write_speed.duration(seconds)
