"""Columns: which is read as what, and what the user may say of them."""

from __future__ import annotations

import re

import pytest

import interview_value as iv
from interview_value import Estimate, Invitation, Stage
from interview_value.errors import InvalidInputError

from .one_table import COMMUTE, cell, only, table


def test_the_report_says_of_each_column_what_became_of_it():
    """In how many rows it was read, and which texts said nothing."""
    reading = table("Company,Status,Salary,Date", "Acme,Onsite,1,x", "Globex,Applied,,", "Initech,n/a,,")
    company, status = reading.used
    assert ("Company", "A", "organization", 3, 3, ()) == (
        company.heading,
        company.letter,
        company.holds,
        company.filled,
        company.read,
        company.unread,
    )
    assert ("stage", 2, 1, ("Applied",)) == (status.holds, status.filled, status.read, status.unread)
    assert [("Salary", "C", 1), ("Date", "D", 1)] == [(one.heading, one.letter, one.filled) for one in reading.unused]
    assert ["A", "B", "C", "D"] == [one.letter for one in reading.columns]


def test_five_texts_that_say_nothing_are_enough():
    """The report gives at most five examples of texts from which nothing was read."""
    (_, status) = table("Company,Status", *(f"Acme,word{number}" for number in range(9))).used
    assert (9, 0, 5) == (status.filled, status.read, len(status.unread))


def test_of_two_columns_the_plainer_counts():
    """Of two columns for one field the one with the plainer heading is read, and the report says so."""
    reading = table("Status,Company,Interview Stage,Employer", "Applied,Acme,Final round,Globex")
    assert (Stage.FINAL, "Acme") == (reading.invitations[0].stage, reading.invitations[0].organization)
    assert ["stage is read from 'Interview Stage'", "organization is read from 'Company'"] == [
        one.reason for one in reading.unused
    ]


def test_the_user_says_what_a_column_holds():
    """The user names columns by their headings in any case, and those that are not to be read."""
    invitation = only(
        "Firma,Company,Reiz (1-5),Notes",
        "Acme,Other,3,0.5..0.75",
        columns={
            "firma": "organization",
            "Company": None,
            "Reiz  (1-5)": ("role_interest", (1, 5)),
            "Notes": "resemblance",
        },
    )
    assert ("Acme", Estimate(0.5), Estimate(0.5, 0.75)) == (
        invitation.organization,
        invitation.role_interest,
        invitation.resemblance,
    )
    assert "text: row 2, Reiz (1-5) (on a scale from 1 to 5)" == invitation.read_from["role_interest"]


def test_a_column_that_the_user_leaves_out_says_so():
    """The report says that a column was left out because the user said so."""
    assert ["you said so"] == [one.reason for one in table("Company,Role", "a,b", columns={"Role": None}).unused]


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (
            {"Compny": "organization"},
            "columns: got 'compny', expected one of the headings 'Company', 'Role'; did you mean 'company'?",
        ),
        (
            {"Role": "role_intrest"},
            "columns['Role']: got 'role_intrest', expected a field or quantity.*did you mean 'role_interest'",
        ),
        ({"Role": ("role_interest", 5)}, "columns['Role']: got 5, expected a function, or the two ends"),
        ({"Role": ("role_interest", (1, 1))}, r"got \(1, 1\), expected the two ends"),
        ({"Role": ("role_interest", (1, "x"))}, "expected the two ends"),
        ({"Role": ("role", (1, 5))}, "expected a quantity with two bounds"),
        ({"Role": ("role_interest", (1, 5), 2)}, "expected by heading, a name, or a pair"),
        ({7: "role"}, r"columns\[7\].*expected by heading"),
        (["Role"], "a mapping from headings to fields"),
    ],
)
def test_what_the_user_says_is_checked(columns, told):
    """Each mistake in `columns` is told with what is allowed."""
    with pytest.raises(InvalidInputError) as error:
        table("Company,Role", "a,b", columns=columns)
    (only_one,) = error.value.mistakes
    assert re.search(told.replace("['", r"\['").replace("']", r"'\]"), str(only_one))


def test_one_column_counts_more_than_two_ends():
    """A column with the whole range is read instead of two with its ends, and the report says so."""
    reading = table("duration,duration_low,duration_high", "1,2,3")
    assert Estimate(1) == reading.invitations[0].duration
    assert ["duration is read from 'duration'"] * 2 == [one.reason for one in reading.unused]


def test_quantities_of_plugins_are_headings():
    """Names of the quantities that are given, and by default of the installed plugins and the model, are headings."""
    assert {"commute": Estimate(1, 3)} == cell("commute", "1 to 3", quantities={"commute": COMMUTE}).quantities
    constant = next(
        name
        for name in iv.Evaluator(discover=False).quantities
        if name not in {*Invitation.own_quantities(), *iv.Seeker.own_quantities()}
    )
    assert constant in table(f"Company,{constant}", "Acme,")._repr_html_().replace("<wbr>", "")
