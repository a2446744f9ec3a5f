"""Texts: the signs that the words of a mail, a message or an invitation bear. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .links import link_signs
from .signs import CHAT, CHEQUE, DATA, EASY_MONEY, NO_INTERVIEW, PAYMENT, URGENCY, Finding, Sign

__all__ = ["MAX_TEXT", "signs_in"]

MAX_TEXT = 20_000
"""How much of a text is looked at, in characters: as much as the readers look at of a mail."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# Every repetition is bounded, so that the time grows with the length of a text and no faster.
SENTENCE = re.compile(r"(?:[^.!?;\r\n]|\.(?=\w)){1,600}")
SET_RIGHT = _words(
    r"\b(?:never|not|without (?:asking|charge)|cannot|\w{1,9}n[’']t|no (?:fees?|charges?|costs?|payments?)"
    r"|free of charge|beware|cautious|if (?:anyone|someone|you are asked)|scam\w{0,4}|fraud\w{0,6}|impersonat\w{0,4}"
    r"|phishing|suspicious|illegal)\b"
)
"""Words of a sentence that says that nothing of the kind is asked, or warns of those who ask."""

TO_YOU = (
    r"\b(?:you (?:will |must |should |(?:will )?(?:need|have) to |are (?:asked|required|expected) to )|please |kindly )"
    r"(?:first |also |then |just )?"
)
FEE = (
    r"\b(?:registration|application|processing|training|visa|background[- ]check|security|onboarding"
    r"|admin(?:istration)?|certification|placement|equipment|uniform|starter[- ]kit|enrol?ment|refundable)"
    r"(?: \w{1,12})? (?:fees?|deposits?|charges?)\b"
)
MONEY = r"(?:[$€£₹] ?\d|\b\d[\d,.]{0,9} ?(?:usd|eur|gbp|inr|dollars|euros|pounds|rupees)\b)"
BUY = (
    r"(?:buy|purchase|order)\b[^\n]{0,80}"
    r"\b(?:equipment|laptop|computer|phone|software|kit|supplies|materials|uniform)\b"
)
BACK = r"[^\n]{0,100}\b(?:reimburs\w{1,6}|paid back|refund(?:ed)?|out of pocket|own (?:money|funds|expense))\b"
FROM_US = r"[^\n]{0,60}\bfrom (?:us|the company|our (?:\w{1,12} )?(?:vendor|supplier|store))\b(?!s)"
PLEASE_PAY = _words(
    rf"{TO_YOU}(?:pay|transfer|remit|wire|deposit)\b[^\n]{{0,60}}(?:{FEE}|{MONEY})|{TO_YOU}send (?:us |me )?{MONEY}"
    rf"|\b(?:pay|payment of|paying)\b[^\n]{{0,40}}{FEE}"
    rf"|{FEE}[^\n]{{0,60}}\b(?:is required|payable|upfront|up front|in advance|to (?:secure|confirm|reserve))\b"
    rf"|{TO_YOU}{BUY}(?:{BACK}|{FROM_US})"
)
CASH_THIS = _words(
    r"\b(?:deposit|cash)(?: \w{1,12}){1,4} che(?:que|ck)s?\b"
    rf"|(?:{TO_YOU}|^\W{{0,3}}|[,:] )(?:buy|purchase|pay)\b[^\n]{{0,60}}"
    r"\b(?:gift ?cards?|bitcoins?|btc|usdt|ethereum|crypto(?:currenc(?:y|ies))?)\b"
)
YOUR_NUMBERS = _words(
    r"\b(?:send|provide|submit|give|share|enter|confirm|forward|reply|text|fill in|need|require)\b[^\n]{0,60}"
    r"\b(?:bank (?:account|details|information|statement|login)|account (?:and routing )?numbers?|routing number|iban"
    r"|(?:credit|debit) card|online banking|social security|ssn|national insurance number|card number)\b"
)
APP = (
    r"(?:telegram|whats ?app|(?-i:Signal(?! [A-Z]))|wickr|wechat|viber|google hangouts?|text(?: messages?| chat)"
    r"|instant messag\w{2,6}|live chat)"
)
BY_CHAT = _words(
    rf"\binterview\w{{0,5}}\b[^\n]{{0,60}}\b(?:on|via|over|through|by|using) (?:the )?{APP}\b(?! (?:video|call))"
    rf"|\b(?:add|contact|message|text|reach)\b[^\n]{{0,60}}\b(?:on|via|through) (?:the )?{APP}\b[^\n]{{0,60}}"
    rf"\binterview|\b{APP} interview\b"
)
UNSEEN = _words(
    r"\b(?:no|without (?:an?|any)) interview(?: (?:is )?(?:needed|required|necessary))?\b"
    r"|\byou(?: have been|[’']ve been| are|[’']re) (?:already )?(?:hired|offered the (?:job|position))\b"
)
PAY = _words(
    rf"\b(?:earn|make|get paid|pays?|paid|salary of|income of)\b[^\n]{{0,30}}{MONEY}[^\n]{{0,25}}"
    r"(?:\b(?:a|an|per|each|every) |/ ?|-)?(?:hour|hr|day|week|daily|weekly|hourly)\b"
)
LITTLE = _words(
    r"\bno (?:prior |previous |special )?(?:experience|skills?)\b|\b(?:simple|easy) (?:tasks?|work|job)\b"
    r"|\b(?:only|just) (?:\d{1,3}(?: ?[-–] ?\d{1,3})?|a few|few|one|two) (?:minutes|mins|hours)\b"
)
AT_ONCE = _words(
    r"\bact (?:now|fast|immediately)\b"
    r"|\b(?:respond|reply|answer|confirm)\b[^\n]{0,20}\b(?:immediately|at once|right now)\b"
    r"|\b(?:respond|reply|answer)\b[^\n]{0,20}\bwithin (?:\d{1,2}|one|two|an|the) (?:minutes?|hours?)\b"
    r"|\b(?:slots?|spots?|places) (?:are )?(?:filling|limited)\b"
    r"|\bbefore the (?:position|job|spot) is (?:filled|gone)\b"
)

BY_SENTENCE: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    (PAYMENT, PLEASE_PAY),
    (CHEQUE, CASH_THIS),
    (DATA, YOUR_NUMBERS),
    (CHAT, BY_CHAT),
    (NO_INTERVIEW, UNSEEN),
    (URGENCY, AT_ONCE),
)


def signs_in(text: str) -> tuple[Finding, ...]:
    """Look for signs in the words of a mail or a message, in English.

    A sentence that says that nothing of the kind is asked, or warns of it, bears no sign. What is found is a reason to
    ask and proves nothing; what is not found proves nothing either.

    Args:
        text: The words; only the first 20,000 characters are looked at.

    Returns:
        Each sign at most once, with the words in which it was first seen.
    """
    text = text[:MAX_TEXT]
    found: dict[str, Finding] = {}
    for finding in (*_by_sentence(text), *_easy_money(text), *link_signs(text)):
        found.setdefault(finding.sign.name, finding)
    return tuple(found.values())


def _by_sentence(text: str) -> Iterator[Finding]:
    for sentence in SENTENCE.findall(text):
        for sign, words in BY_SENTENCE:
            if (match := words.search(sentence)) and not SET_RIGHT.search(sentence):
                yield Finding(sign, match[0])


def _easy_money(text: str) -> Iterator[Finding]:
    if (pay := PAY.search(text)) and LITTLE.search(text):
        yield Finding(EASY_MONEY, pay[0])
