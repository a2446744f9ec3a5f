"""Gates: the question that a strong sign raises, and the polite no to what the seeker tells."""

from __future__ import annotations

import interview_value as iv

from .seen import signs_of
from .signs import SIGNS, Grade

__all__ = ["ANSWERS", "GATES"]


def _sources(*answers: str) -> str:
    """Name who says that signs which these answers settle matter."""
    return "; ".join(dict.fromkeys(sign.source.brief for sign in SIGNS.values() if sign.answer in answers))


def _answer(name: str, label: str, question: str) -> iv.Quantity:
    source = f"asked because of {_sources(name)}"
    choices = {"yes": "yes", "no": "no"}
    return iv.Quantity(
        name, label=label, kind="choice", choices=choices, question=question, ask="yourself", source=source
    )


ASKED_TO_PAY: iv.Quantity = _answer(
    "asked_to_pay",
    "money asked for early",
    "Are you asked to pay, to buy something or to cash a cheque before the job begins?",
)
ASKED_FOR_DATA: iv.Quantity = _answer(
    "asked_for_data",
    "personal numbers asked for early",
    "Are you asked for bank, card or social security details before you are hired?",
)
UNKNOWN_TO_ORGANIZATION: iv.Quantity = _answer(
    "unknown_to_organization",
    "an organisation that knows nothing of it",
    "Does the organisation, asked at an address that you found yourself, know nothing of the invitation?",
)
CHAT_ONLY: iv.Quantity = _answer(
    "chat_only",
    "nobody heard or seen",
    "Is the interview by written messages alone, so that nobody hears or sees the other?",
)
OFFERED_UNSEEN: iv.Quantity = _answer(
    "offered_unseen", "an offer to one unseen", "Are you offered the job before anybody has talked to you?"
)

ANSWERS: tuple[iv.Quantity, ...] = (
    *(ASKED_TO_PAY, ASKED_FOR_DATA, UNKNOWN_TO_ORGANIZATION),
    *(CHAT_ONLY, OFFERED_UNSEEN),
)
"""What the seeker can tell: what settles the strong signs, and two more."""


def _confirmed(invitation: iv.Invitation, answer: str, given: iv.scoring.Maybe) -> iv.Ternary:
    """Say whether a strong sign was seen and confirmed; without one there is nothing to ask."""
    raised = any(
        finding.sign.answer == answer and finding.sign.grade is Grade.STRONG for finding in signs_of(invitation)
    )
    return iv.Ternary(raised, not raised) & (given == "yes")


@iv.gate(
    label="money asked for early",
    reason="Money is asked for before the job begins, which employers seldom do.",
    quantities=[ASKED_TO_PAY],
    source=_sources("asked_to_pay"),
)
def money_asked_for(invitation: iv.Invitation, asked_to_pay: iv.scoring.Maybe) -> iv.Ternary:
    """Ask for a word on it if the invitation seems to ask for money, and decline if it does."""
    return _confirmed(invitation, "asked_to_pay", asked_to_pay)


@iv.gate(
    label="personal numbers asked for early",
    reason="Personal numbers are asked for before you are hired, which is early.",
    quantities=[ASKED_FOR_DATA],
    source=_sources("asked_for_data"),
)
def data_asked_for(invitation: iv.Invitation, asked_for_data: iv.scoring.Maybe) -> iv.Ternary:
    """Ask for a word on it if the invitation seems to ask for such numbers, and decline if it does."""
    return _confirmed(invitation, "asked_for_data", asked_for_data)


@iv.gate(
    label="a sender in doubt",
    reason="The organisation knows nothing of the invitation.",
    quantities=[UNKNOWN_TO_ORGANIZATION],
    source=_sources("unknown_to_organization"),
)
def sender_in_doubt(invitation: iv.Invitation, unknown_to_organization: iv.scoring.Maybe) -> iv.Ternary:
    """Ask for the organisation's word if the sender's address looks like another, and decline if it knows nothing."""
    return _confirmed(invitation, "unknown_to_organization", unknown_to_organization)


@iv.gate(
    label="a sign of fraud",
    reason="You say that money or personal numbers are asked for early, that the organisation knows nothing of it, or "
    "that the job is offered unseen. Employers seldom do so.",
    quantities=ANSWERS,
    source=_sources(*(answer.name for answer in ANSWERS)),
    asks=False,
)
def told_of(
    asked_to_pay: iv.scoring.Maybe,
    asked_for_data: iv.scoring.Maybe,
    unknown_to_organization: iv.scoring.Maybe,
    chat_only: iv.scoring.Maybe,
    offered_unseen: iv.scoring.Maybe,
) -> iv.Ternary:
    """Decline if you say that a strong sign is there, or that a job is offered in writing to one nobody talked to."""
    strong = (asked_to_pay == "yes") | (asked_for_data == "yes") | (unknown_to_organization == "yes")
    return strong | ((chat_only == "yes") & (offered_unseen == "yes"))


GATES: tuple[iv.scoring.Gate[...], ...] = (money_asked_for, data_asked_for, sender_in_doubt, told_of)
"""The gates that the plugin brings."""
