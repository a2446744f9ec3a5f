"""Print twenty answers into the page on which they can be read, docs/explanation/answers.md, and one into the README.

Tests fail while they show anything else than what is printed: ``python scripts/write_answers.py``.
"""

from __future__ import annotations

import contextlib
import re
import shlex
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from attrs import field, frozen
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main as command_line
from interview_value.display.language import speaking

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "answers.md"
README = ROOT / "README.md"
COMMAND = re.compile(r"(?<=^```console\n)\$ interview-value (.+)\n[^`]*", re.MULTILINE)
"""A command with what it prints."""

BEGIN, END = "<!-- answers -->", "<!-- end of answers -->"
WINTER_TIME = timezone(timedelta(hours=1), "CET")


@frozen
class Situation:
    """Somebody who was invited.

    Args:
        title: The heading on the page.
        told: What they would tell a friend, in a sentence or two.
        invitation: What is known of the interview.
        seeker: What they say of themselves.
    """

    title: str
    told: str
    invitation: Mapping[str, Any]
    seeker: Mapping[str, Any] = field(factory=dict)


SITUATIONS = (
    Situation(
        "Hardly anything is known",
        "A first interview; the work might interest them a little.",
        {"role": "Office manager", "organization": "Lindqvist Dental", "stage": "first", "role_interest": "little"},
    ),
    Situation(
        "Nothing about it is of interest",
        "Neither the work nor the organisation says anything to them.",
        {
            "role": "Telephone sales agent",
            "organization": "Quickline",
            "stage": "screen",
            "role_interest": "nothing",
            "organization_interest": "nothing",
        },
        {"status": "open"},
    ),
    Situation(
        "The job centre wants to see proof",
        "Without a job, and the benefits stop for whoever does not turn up.",
        {
            "role": "Warehouse operative",
            "organization": "Hallam Logistics",
            "stage": "first",
            "obliged": "yes",
            "would_accept": "very_unlikely",
            "duration": 0.75,
            "travel": 1.5,
        },
        {"status": "without_work"},
    ),
    Situation(
        "Content, and an unknown recruiter calls",
        "A good job in hand, a short call offered, and no wish to move.",
        {
            "role": "Controller",
            "organization": "Pemberton Foods",
            "stage": "screen",
            "remote": "yes",
            "duration": 0.5,
            "would_accept": "very_unlikely",
        },
        {"status": "content", "upcoming_interviews": 0},
    ),
    Situation(
        "Three months without work",
        "Not the dream, but they would probably take it.",
        {
            "role": "Payroll clerk",
            "organization": "City of Thornbury",
            "stage": "first",
            "duration": 1,
            "travel": (0.5, 1),
            "would_accept": "probably",
            "role_interest": "some",
        },
        {"status": "without_work", "job_worth": "year", "mindset": "eager"},
    ),
    Situation(
        "A long day in another city",
        "Four hours of talks and a train ride of five hours, for a job that they would most likely turn down.",
        {
            "role": "Process engineer",
            "organization": "Varga Chemicals",
            "stage": "onsite",
            "duration": 4,
            "travel": 10,
            "expenses": 90,
            "would_accept": "very_unlikely",
            "starts": datetime(2026, 12, 9, 10, 30, tzinfo=WINTER_TIME),
        },
        {"status": "open", "hour_value": 25},
    ),
    Situation(
        "The same day, by video",
        "The same talks without the train.",
        {
            "role": "Process engineer",
            "organization": "Varga Chemicals",
            "stage": "onsite",
            "remote": "yes",
            "duration": 4,
            "travel": 0,
            "expenses": 0,
            "would_accept": "very_unlikely",
        },
        {"status": "open", "hour_value": 25},
    ),
    Situation(
        "It hangs on the pay",
        "They like the work, but the posting is silent about the pay, and that would settle it.",
        {
            "role": "Museum educator",
            "organization": "Harbour Museum",
            "stage": "first",
            "duration": 1.5,
            "travel": (2, 3),
            "would_accept": "unlikely",
            "role_interest": "a_lot",
            "hinge": "most",
        },
        {"status": "open", "job_worth": "quarter"},
    ),
    Situation(
        "A friend put in a word",
        "A former colleague recommended them; not to come would embarrass her.",
        {
            "role": "Test engineer",
            "organization": "Ostrava Instruments",
            "stage": "first",
            "duration": 1,
            "would_accept": "unlikely",
            "promise": "goodwill",
            "people_met": 2,
        },
        {"status": "content"},
    ),
    Situation(
        "The boss must not hear of it",
        "A competitor two streets away, and everybody knows everybody.",
        {
            "role": "Pastry chef",
            "organization": "Café Montagne",
            "stage": "first",
            "duration": 1,
            "travel": 0.25,
            "would_accept": "perhaps",
            "exposure": "job_at_risk",
        },
        {"status": "open"},
    ),
    Situation(
        "The last round",
        "Two rounds lie behind them, and the doubts have grown.",
        {
            "role": "Account director",
            "organization": "Bellweather",
            "stage": "final",
            "duration": (1, 2),
            "would_accept": "very_unlikely",
            "offer_chance": "one_of_several",
            "later_hours": 0,
            "people_met": 4,
        },
        {"status": "open", "job_worth": "quarter"},
    ),
    Situation(
        "In the week of the exams",
        "A student with little time, invited for a summer job.",
        {
            "role": "Lab assistant",
            "organization": "Institute of Soil Science",
            "stage": "first",
            "duration": 0.5,
            "would_accept": "perhaps",
            "role_interest": "some",
        },
        {"status": "open", "pressure": "dread", "job_worth": "week"},
    ),
    Situation(
        "To get into practice",
        "Interviews that matter come in spring, and the last one was years ago.",
        {
            "role": "Junior developer",
            "organization": "Fennel Software",
            "stage": "first",
            "remote": "yes",
            "duration": 1,
            "would_accept": "very_unlikely",
            "resemblance": (0.8, 1),
        },
        {"status": "looking", "upcoming_interviews": 6, "experience": 0, "nervousness": 0.8, "mindset": "open_minded"},
    ),
    Situation(
        "Not this post, perhaps the next",
        "A place that they admire, and a post below what they do now.",
        {
            "role": "Assistant editor",
            "organization": "Northern Review",
            "stage": "first",
            "duration": 1,
            "travel": 1,
            "would_accept": "very_unlikely",
            "role_interest": "little",
            "organization_interest": "a_lot",
            "openings": "every_few_months",
        },
        {"status": "content"},
    ),
    Situation(
        "Many rounds and a task at home",
        "A screening call first, and then some twenty hours of tests and talks.",
        {
            "role": "Product designer",
            "organization": "Tessellate",
            "stage": "screen",
            "duration": 0.5,
            "later_hours": (15, 25),
            "would_accept": "unlikely",
            "offer_chance": "long_shot",
        },
        {"status": "open"},
    ),
    Situation(
        "The offer that would change everything",
        "They hardly dare to hope, and would drop all for it.",
        {
            "role": "Orchestra librarian",
            "organization": "Philharmonic Society",
            "stage": "onsite",
            "duration": 3,
            "travel": 6,
            "would_accept": "probably",
            "role_interest": "a_lot",
            "offer_chance": "long_shot",
        },
        {"status": "open", "job_worth": "year"},
    ),
    Situation(
        "They have decided already",
        "The other contract is signed; this one has been in the calendar for weeks.",
        {
            "role": "Structural engineer",
            "organization": "Ridge & Partners",
            "stage": "first",
            "duration": 1,
            "travel": 1,
            "would_accept": "ruled_out",
            "starts": datetime(2026, 12, 2, 9, 0, tzinfo=WINTER_TIME),
        },
        {"status": "content", "job_worth": "week", "upcoming_interviews": 0},
    ),
    Situation(
        "A chain of cafés, one day's notice",
        "Looking for anything for the winter, tired of interviews, nervous before each.",
        {
            "role": "Barista",
            "organization": "Blue Kettle",
            "stage": "first",
            "duration": (0.25, 0.5),
            "travel": 0.5,
            "would_accept": "perhaps",
            "starts": datetime(2026, 12, 1, 16, 45, tzinfo=WINTER_TIME),
        },
        {
            "status": "looking",
            "mindset": "going_through",
            "nervousness": 0.9,
            "pressure": "packed",
            "job_worth": "month",
        },
    ),
    Situation(
        "Neither here nor there",
        "A fair job nearby, and no reason to leave the present one.",
        {
            "role": "Team assistant",
            "organization": "Grove Insurance",
            "stage": "first",
            "duration": 1,
            "travel": 1,
            "would_accept": "unlikely",
            "organization_interest": "little",
        },
        {"status": "content", "job_worth": (250, 350)},
    ),
    Situation(
        "Everything has been said",
        "Somebody who has answered each question that the library has.",
        {
            "role": "Data engineer",
            "organization": "Meridian Rail",
            "stage": "first",
            "remote": "no",
            "obliged": "no",
            "duration": 1,
            "travel": (1, 1.5),
            "expenses": 6,
            "people_met": 3,
            "role_interest": "some",
            "organization_interest": "some",
            "would_accept": "unlikely",
            "promise": "awkward",
            "exposure": "awkward",
            "hinge": "none",
            "offer_chance": "one_of_several",
            "openings": "now_and_then",
            "later_hours": (3, 5),
            "resemblance": (0.5, 0.8),
        },
        {
            "status": "open",
            "job_worth": "quarter",
            "mindset": "open_minded",
            "experience": 3,
            "upcoming_interviews": (1, 3),
            "base_offer_chance": (0.15, 0.3),
            "nervousness": 0.4,
            "sociability": 0.5,
            "follow_up": 0.5,
            "pressure": "ordinary",
            "hour_value": 30,
            "others_weight": 0.25,
        },
    ),
)


def evaluations() -> list[iv.Evaluation]:
    """Return what the library says of each situation, without installed plugins."""
    evaluator = iv.Evaluator(discover=False)
    return [evaluator.evaluate(iv.Invitation(**each.invitation), iv.Seeker(**each.seeker)) for each in SITUATIONS]


def answers() -> str:
    """Return the situations with what is printed of each in English, in Markdown."""
    with speaking("en"):
        return "\n\n".join(
            f"## {number}. {situation.title}\n\n{situation.told}\n\n```text\n{evaluation}\n```"
            for number, (situation, evaluation) in enumerate(zip(SITUATIONS, evaluations(), strict=True), 1)
        )


def filled(page: str) -> str:
    """Return the page with the answers of today between its two comments."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{answers()}\n\n{END}{rest.partition(END)[2]}"


def rerun(shown: re.Match[str]) -> str:
    """Return a command with what it prints today."""
    with speaking("en"), contextlib.chdir(ROOT):
        printed = CliRunner().invoke(command_line, shlex.split(shown[1])).stdout
    return f"$ interview-value {shown[1]}\n{printed.strip()}\n"


def main() -> None:
    """Write the page, and the screen of the README."""
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    README.write_text(COMMAND.sub(rerun, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
