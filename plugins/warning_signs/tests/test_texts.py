"""What the words of a mail bear: the signs, and the many honest words that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_value_warning_signs import SIGNS, signs_in
from interview_value_warning_signs.texts import MAX_TEXT


def names(text: str) -> list[str]:
    """The signs in a text, by name."""
    return [finding.sign.name for finding in signs_in(text)]


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("payment", "Please pay the registration fee before Monday."),
        ("payment", "You will need to transfer $120 to our partner for your badge."),
        ("payment", "A refundable security deposit of EUR 90 is required."),
        ("payment", "You have to buy a laptop from our approved vendor; see below"),
        ("payment", "You will need to purchase a laptop from our vendor and will be reimbursed with your first pay."),
        ("payment", "Kindly send 2,000 rupees so that we can issue the gate pass."),
        ("cheque", "Deposit the enclosed check and keep $300 for yourself"),
        ("gift_cards", "Please buy five gift cards and send us the codes"),
        ("gift_cards", "The onboarding fee is to be paid; pay in bitcoin only"),
        ("data", "Reply with your full name, bank account and a photo."),
        ("data", "To confirm the interview we need your Social Security number."),
        ("data", "Please provide your credit card for identification"),
        ("chat", "The interview will be held via Telegram."),
        ("chat", "Message our hiring manager on WhatsApp for your interview."),
        ("chat", "Telegram interview, Tuesday"),
        ("chat", "Join here: https://t.me/hiring_desk"),
        ("no_interview", "Congratulations, you have been hired!"),
        ("no_interview", "Start tomorrow, no interview needed."),
        ("easy_money", "Earn $450 a day with simple tasks."),
        ("easy_money", "No experience needed! You earn €900 a week"),
        ("easy_money", "Make from $2,900 per month; the work is very simple and takes an hour a day"),
        ("payment", "Candidates have to deposit Rs. 7,250 as a refundable amount for the interview."),
        ("payment", "Applicants are required to pay a visa processing charge"),
        ("cheque", "We will be sending you a check to cover the office supplies"),
        ("chat", "Do you have a Google Hangouts account for the interview?"),
        ("urgency", "Reply within 2 hours to keep your place."),
        ("urgency", "Slots are filling, act fast!"),
        ("short_link", "Fill in the form: bit.ly/3AbCdE"),
        ("short_link", "https://www.tinyurl.com/form-7"),
    ],
)
def test_what_is_a_sign(sign: str, text: str) -> None:
    """Each is found, in words that can be shown, by itself and within a longer mail."""
    found = {finding.sign.name: finding for finding in signs_in(f"Dear candidate,\n{text}\nKind regards")}
    assert sign in names(text)
    assert found[sign].seen.strip() in text


@pytest.mark.parametrize("amount", ["$50", "€ 1,250.50", "Rs. 7,250", "USD 3"])
def test_amounts_are_whole(amount: str) -> None:
    """What is shown of a sum is all of it."""
    (finding,) = signs_in(f"Please pay {amount}, and reply soon.")
    assert f"Please pay {amount}" == finding.seen


@pytest.mark.parametrize(
    "text",
    [
        "We will never ask you to pay an application fee.",
        "There is no registration fee.",
        "You do not have to pay a training fee or send $1.",
        "Beware of people who ask you to pay a processing fee in our name.",
        "If anyone asks for your bank details, tell us: recruitment fraud is on the rise.",
        "We will pay your travel: please send the receipts, $300 at most.",
        "Please send your CV and a short note on payment systems you have built.",
        "You will own our deposit and card products, and help people pay with bitcoin.",
        "Benefits: direct deposit, a background check that we pay for, $1,000 to buy equipment.",
        "You will purchase software and equipment for three offices.",
        "No prior experience with our stack is needed. Salary of $120,000 a year.",
        "The pay is $45 per hour.",
        "No experience needed, we train you. The shop pays £12.60 an hour.",
        "Candidates must send a background check; we send you a form to cover it.",
        "You will receive a signing bonus of $2,000, and just a few hours of training a month.",
        "We thank you with a gift card for your time.",
        "Interview by Zoom or by phone, and a WhatsApp video call if the line is bad",
        "You will analyse the signal in telegram channels.",
        "The interview is on Signal Hill.",
        "Our office: https://goo.gl/maps/abc",
        "See https://brightside.example/bit.ly and mail us.",
        "Please confirm your interview by Friday. We look forward to meeting you.",
        "You have been selected for an interview. Please reply within two days.",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    """What honest employers write, and what they say against those who are not, bears no sign."""
    assert [] == names(text)


@given(
    st.text()
    | st.lists(
        st.sampled_from(["pay", "fee", "$1", "send", "bank", "earn", "day", "interview", "on", "Telegram", ".", "\n"])
    ).map(" ".join)
)
def test_any_text_can_be_looked_at(text: str) -> None:
    """Whatever is in it, each sign is found at most once, is one of the list, and the same again."""
    found = names(text)
    assert len(set(found)) == len(found)
    assert set(found) <= SIGNS.keys()
    assert found == names(text)


@pytest.mark.parametrize(
    "piece",
    [
        "pay $1 ",
        "you will pay ",
        "a",
        "1",
        "earn $1,",
        "send ",
        "interview on ",
        "a.",
        "http://a.",
        "cash a ",
        "\n",
        "don’t ",
    ],
)
def test_a_hostile_text_takes_no_long_time(piece: str) -> None:
    """What would hold up an expression that tries again and again is looked at like anything else."""
    text = piece * (10 * MAX_TEXT // len(piece))
    assert names(text[:MAX_TEXT]) == names(text)


def test_only_the_beginning_of_a_text_counts() -> None:
    """What stands behind the first 20,000 characters is left alone."""
    words = "Please pay the registration fee."
    assert ["payment"] == names("x" * (MAX_TEXT - len(words) - 1) + "\n" + words)
    assert [] == names("x" * MAX_TEXT + "\n" + words)
    assert [] == names("a.de " * 101 + "bit.ly/1")


def test_the_first_words_are_shown() -> None:
    """Of several places the first is told, cut to what a note can bear and without control characters."""
    first, *others = signs_in("Pay\x1b the training fee. Pay the visa fee.")
    assert ([], "Pay\x1b the training fee") == (others, first.seen)
    assert "(“Pay the training fee”)" in str(first)
    assert 120 == len(
        str(signs_in(f"Please purchase {'x' * 70} a laptop and {'y' * 70} be reimbursed")[0])
        .split("“")[1]
        .split("”")[0]
    )
