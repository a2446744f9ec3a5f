"""The page of what can be read, and how often, says what the readers do with the files of others today."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REPORT = runpy.run_path(str(ROOT / "scripts" / "reading_report.py"))


@pytest.mark.skipif(not REPORT["FOLDER"].is_dir(), reason=f"there are no files of others in {REPORT['FOLDER']}")
def test_the_page_counts_what_is_read():
    """The tables of the page are those that the script makes; `python scripts/reading_report.py --write` makes them anew."""
    assert REPORT["tables"](REPORT["kinds"](REPORT["FOLDER"])) in REPORT["PAGE"].read_text(encoding="utf-8")


def test_the_page_has_its_tables():
    """Where the files are not at hand, the page still has the tables that were made of them."""
    page = REPORT["PAGE"].read_text(encoding="utf-8")
    assert all(f"| {name} |" in page for name in REPORT["KINDS"].values())
