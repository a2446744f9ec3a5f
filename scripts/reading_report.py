"""Read the files of others, and write down how many were read, which fields were found, and why the rest was refused.

    python scripts/reading_report.py          print the tables
    python scripts/reading_report.py --write  put them into docs/explanation/reading.md

The files lie outside of the project (INTERVIEW_VALUE_REAL_DATA says where). No file is named, and none is quoted.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from attrs import frozen

import interview_value as iv

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "reading.md"
FOLDER = ROOT / os.environ.get("INTERVIEW_VALUE_REAL_DATA", "../shared/data")
KINDS = {
    "ics/in*": "calendar invitations",
    "ics/[!i]*": "calendar programs' own test files",
    "gcal_json/*": "Google Calendar",
    "email/*": "mails",
    "jobposting/*": "postings",
    "ats_json/*": "job boards",
    "tracker_csv/*": "trackers",
    "json_resume/*": "résumés",
}
"""Where the files lie, and what they are."""

FIELDS = (*("role", "organization", "stage", "starts", "duration", "remote", "location", "people_met", "event"),)
REASONS = (
    (r"is a (?:calendar file|feed) without an event", "a calendar without an event"),
    (r"interview was cancelled", "the interview was cancelled"),
    (r"is empty", "an empty file"),
    (r"nothing of an interview can be read", "an event that says nothing of an interview"),
    (r"no known format", "none of the known formats"),
    (r"has no schema.org JobPosting", "a page or JSON without a posting"),
    (r"looks like JSON but cannot be read", "JSON that is broken"),
    (r"names neither a role nor an organisation", "a posting that names neither a role nor an organisation"),
    (r"has no column that is known", "a table without a column that is known"),
    (r"calendar part|says that it is about an interview|is a mail", "a mail that says nothing of an interview"),
    (r"r[ée]sum", "a résumé"),
    (r"answer of a job board that says", "an error that a job board answered"),
)
"""What a reason is called in the report, by what it says."""


@frozen
class Kind:
    """What became of the files of one kind.

    Args:
        name: What they are.
        files: How many there are.
        read: How many were read.
        invitations: What was read, one or more of each file.
        reasons: Why the others were refused, and how often.
    """

    name: str
    files: int
    read: int
    invitations: tuple[iv.Invitation, ...]
    reasons: Counter[str]


def kinds(folder: Path) -> Iterator[Kind]:
    """Read all files of each kind."""
    for key, name in KINDS.items():
        paths = sorted(folder.glob(key))
        found: list[iv.Invitation] = []
        reasons: Counter[str] = Counter()
        for path in paths:
            try:
                found += invitations(path)
            except iv.errors.ReadError as error:
                reasons[called(error.reason)] += 1
        yield Kind(name, len(paths), len(paths) - reasons.total(), tuple(found), reasons)


def invitations(path: Path) -> Iterable[iv.Invitation]:
    """Read one file, a tracker row by row."""
    return iv.reading.read_table(path).invitations if path.parent.name == "tracker_csv" else [iv.read(path)]


def called(reason: str) -> str:
    """Return what a reason is called, without anything that the file says."""
    return next((name for pattern, name in REASONS if re.search(pattern, reason)), "another reason")


def tables(found: Iterable[Kind]) -> str:
    """Write the tables."""
    found = list(found)
    lines = ["| files | there are | read | refused | invitations |", "|---|---|---|---|---|"]
    for kind in found:
        refused = kind.files - kind.read
        lines.append(f"| {kind.name} | {kind.files} | {kind.read} | {refused} | {len(kind.invitations):,} |")
    shown = [kind for kind in found if kind.invitations]
    lines += ["", f"| found in | {' | '.join(kind.name for kind in shown)} |", "|---" * (len(shown) + 1) + "|"]
    for field in FIELDS:
        lines.append(f"| `{field}` | {' | '.join(share(kind, field) for kind in shown)} |")
    lines += ["", "| why refused | how often |", "|---|---|"]
    reasons = sum((kind.reasons for kind in found), Counter[str]())
    often = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    lines += [f"| {reason} | {count} |" for reason, count in often]
    return "\n".join(lines)


def share(kind: Kind, field: str) -> str:
    """In how many of the invitations a field was found."""
    count = sum(field in invitation.read_from for invitation in kind.invitations)
    return f"{count / len(kind.invitations):.0%}" if count else "–"


def main() -> None:
    """Print the tables, or write them into the page."""
    if not FOLDER.is_dir():
        sys.exit(f"there are no files in {FOLDER}; set INTERVIEW_VALUE_REAL_DATA to where they are")
    written = tables(kinds(FOLDER))
    if "--write" not in sys.argv[1:]:
        print(written)
        return
    libraries = ", ".join(f"{name} {version(name)}" for name in ("icalendar", "extruct", "openpyxl"))
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition("<!-- begin -->\n")
    _, _, tail = rest.partition("<!-- end -->")
    measured = f"Measured on {date.today()} with {libraries}, by `scripts/reading_report.py`.\n\n"
    PAGE.write_text(f"{head}<!-- begin -->\n{measured}{written}\n\n<!-- end -->{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
