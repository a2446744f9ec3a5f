"""Functions: what the signature of a scorer or gate may be, which is checked when the function is decorated."""

from __future__ import annotations

from functools import partial

import pytest

import interview_value as iv

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")


def function_of(arguments):
    """A function with the given argument list."""
    scope = {}
    exec(f"def looking({arguments}): return 0.0", scope)
    return scope["looking"]


@pytest.mark.parametrize(
    ("arguments", "argument", "words", "nearest"),
    [
        ("comute", "comute", "is no quantity", "commute"),
        ("mindsett", "mindsett", "is no quantity", "mindset"),
        ("zzz", "zzz", "is no quantity", None),
        ("*values", "*values", "name each quantity as a plain argument", None),
        ("**values", "**values", "name each quantity as a plain argument", None),
        ("*, commute", "commute", "name each quantity as a plain argument", None),
        ("commute=3", "commute", "has a default, but what is unknown takes its prior", None),
    ],
)
@pytest.mark.parametrize("make", ["scorer", "gate"])
def test_signatures_that_cannot_be_supplied(make, arguments, argument, words, nearest):
    """The signature is checked when the function is decorated; the error names the argument and the nearest quantity."""
    decorator = {
        "scorer": iv.scorer(kind="cost", quantities=[COMMUTE]),
        "gate": iv.gate(reason="No.", quantities=[COMMUTE]),
    }[make]
    with pytest.raises(iv.errors.SignatureError, match=words) as caught:
        decorator(function_of(arguments))
    assert ("looking", nearest) == (caught.value.scorer, caught.value.nearest)
    assert argument in caught.value.argument


async def later(travel):
    """Hours, but only to one who waits."""
    return travel


def one_by_one(travel):
    """Hours, but only to one who goes on asking."""
    yield travel


@pytest.mark.parametrize("function", [3, "travel", dict, later, one_by_one])
@pytest.mark.parametrize("make", [iv.scorer(kind="cost", name="looking"), iv.gate(reason="Far.", name="looking")])
def test_what_is_no_plain_function(make, function):
    """What cannot be called, says nothing of its arguments, or returns no answer, is refused where it is written."""
    with pytest.raises(iv.errors.FieldError, match=r"looking\.function: .* expected a function"):
        make(function)


def test_a_function_without_a_name():
    """What has no name that can be used is told how to give one."""
    with pytest.raises(iv.errors.FieldError, match="give it with name="):
        iv.scorer(kind="cost")(lambda travel: travel)
    assert "partial" == iv.scorer(kind="cost")(partial(function_of("travel"))).name
