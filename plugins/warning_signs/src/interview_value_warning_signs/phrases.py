"""Phrases: how signs are worded in English, as expressions in which every repetition is bounded."""

from __future__ import annotations

import re

from .signs import CHAT, CHEQUE, DATA, GIFT_CARDS, NO_INTERVIEW, PAYMENT, URGENCY, Sign

__all__ = ["BY_SENTENCE", "EASY_PAY", "SENTENCE", "SET_RIGHT"]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


SENTENCE = re.compile(r"(?:[^.!?;\r\n]|\.(?=\w| \d)){1,600}")
SET_RIGHT = _words(
    r"\b(?:never|not|without (?:asking|charge)|cannot|\w{1,9}n[’']t|no (?:fees?|charges?|costs?|payments?)"
    r"|free of charge|beware|cautious|if (?:anyone|someone|you are asked)|scam\w{0,4}|fraud\w{0,6}|impersonat\w{0,4}"
    r"|phishing|suspicious|illegal)\b"
)
"""Words of a sentence that says that nothing of the kind is asked, or warns of those who ask."""

TO_YOU = (
    r"\b(?:(?:you|candidates?|applicants?) (?:will |must |should |(?:will )?(?:need|have|has) to "
    r"|(?:are|is) (?:asked|required|expected) to )|please |kindly )(?:first |also |then |just )?"
)
"""Whom somebody asks for something: the reader."""

FEE = (
    r"\b(?:registration|application|processing|training|visa|background[- ]check|security|onboarding"
    r"|admin(?:istration)?|certification|placement|equipment|uniform|starter[- ]kit|enrol?ment|refundable)"
    r"(?: \w{1,12})? (?:fees?|deposits?|charges?|amount|sum)\b"
)
AMOUNT = r"\d(?:[\d,.]{0,9}\d)?"
MONEY = (
    rf"(?:[$€£₹] ?{AMOUNT}|\b(?:rs\.?|inr|usd|eur|gbp) ?{AMOUNT}"
    r"|\b\d[\d,.]{0,9} ?(?:usd|eur|gbp|inr|dollars|euros|pounds|rupees)\b)"
)
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

THE_CHEQUE = r"(?:a|the) (?:cashier[’']s |certified |company )?che(?:que|ck)\b"
CASH_THIS = _words(
    r"\b(?:deposit|cash)(?: \w{1,12}){1,4} che(?:que|ck)s?\b"
    rf"|\b(?:send|mail|issue|receive|sending|mailing|issuing|receiving) (?:you )?{THE_CHEQUE}[^\n]{{0,60}}"
    r"\b(?:buy|purchase|cover|equipment|supplies|office|deposit)\b"
)

NO_MONEY = r"(?:gift ?cards?|bitcoins?|btc|usdt|ethereum|crypto(?:currenc(?:y|ies))?)"
PAY_OTHERWISE = _words(rf"(?:{TO_YOU}|^\W{{0,3}}|[,:] )(?:buy|purchase|pay)\b[^\n]{{0,60}}\b{NO_MONEY}\b")

YOUR_NUMBERS = _words(
    r"\b(?:send|provide|submit|give|share|enter|confirm|forward|reply|text|fill in|need|require)\b[^\n]{0,60}"
    r"\b(?:bank (?:account|details|information|statement|login)|account (?:and routing )?numbers?|routing number|iban"
    r"|(?:credit|debit) card|online banking|social security|ssn|national insurance number|card number)\b"
)

APP = (
    r"(?:telegram|whats ?app|(?-i:Signal(?! [A-Z]))|wickr|wechat|viber|google hangouts?|skype chat"
    r"|text(?: messages?| chat)|instant messag\w{2,6}|live chat)"
)
BY_CHAT = _words(
    rf"\binterview\w{{0,5}}\b[^\n]{{0,60}}\b(?:on|via|over|through|by|using) (?:the )?{APP}\b(?! (?:video|call))"
    rf"|\b(?:add|contact|message|text|reach)\b[^\n]{{0,60}}\b(?:on|via|through) (?:the )?{APP}\b[^\n]{{0,60}}"
    rf"\binterview|\b{APP} (?:(?:account|app|id) )?(?:for (?:an?|the|your) )?interview\b"
)

UNSEEN = _words(
    r"\b(?:no|without (?:an?|any)) interview(?: (?:is )?(?:needed|required|necessary))?\b"
    r"|\byou(?: have been|[’']ve been| are|[’']re) (?:already )?(?:hired|offered the (?:job|position))\b"
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
    (GIFT_CARDS, PAY_OTHERWISE),
    (DATA, YOUR_NUMBERS),
    (CHAT, BY_CHAT),
    (NO_INTERVIEW, UNSEEN),
    (URGENCY, AT_ONCE),
)
"""The signs that one sentence bears, with its words."""

EARN = (
    rf"\b(?:earn|make|get paid|pays?|paid|salary of|income of)\b[^\n]{{0,30}}{MONEY}[^\n]{{0,25}}"
    r"(?:\b(?:a|an|per|each|every) |/ ?|-)?"
)
LITTLE_WORK = (
    r"\b(?:simple|easy) (?:tasks?|work|job)\b|\b(?:work|job|task)s? (?:is|are) (?:very )?(?:simple|easy)\b"
    r"|\b(?:only|just)(?: need)? (?:\d{1,3}(?: ?[-–] ?\d{1,3})?|a few|few|one|two) (?:minutes|mins|hours)\b"
)
NO_EXPERIENCE = (
    r"\bno (?:prior |previous |special )?(?:experience|skills?) (?:is |are )?(?:needed|required|necessary)\b"
)

EASY_PAY: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (_words(rf"{EARN}(?:hour|hr|day|week|month|daily|weekly|hourly|monthly)\b"), _words(LITTLE_WORK)),
    (_words(rf"{EARN}(?:day|week|daily|weekly)\b"), _words(NO_EXPERIENCE)),
)
"""What is promised, and for how little, anywhere in the same text. An hourly wage without experience is a first job."""
