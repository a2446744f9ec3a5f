"""What the words of an invitation plainly say: interview, stage, role, organisation, length.

A wrong guess is worse than an unknown, so that only plain words count.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from ...errors import FieldError
from ...model.invitation import Stage
from ...model.numerals import DIGITS, NOT_IN_A_NUMBER
from ...model.typed import NumberReader

__all__ = [
    "INTERVIEW",
    "INTERVIEW_WORDS",
    "Title",
    "find_labels",
    "find_lengths",
    "find_stages",
    "interview_rank",
    "is_about_interviews",
    "is_cancelled",
    "pattern_of",
    "read_title",
    "words_of",
]

INTERVIEW_WORDS = (
    *("interview", "phone screen", "recruiter screen", "technical screen", "tech screen", "hr screen"),
    *("screening call", "hiring conversation", "entretien", "entrevista", "colloquio"),
    *("Vorstellungsgespräch", "Vorstellungsinterview"),
    *("Bewerbungsgespräch", "Bewerbungsinterview", "Jobgespräch", "Jobinterview"),
    *("面试", "面接", "一面", "二面", "三面", "四面", "终面"),
)
"""What interviews are called in English, French, Spanish and Portuguese, Italian, German, Chinese and Japanese."""


def pattern_of(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some words, in upper or lower case and with any ending.

    Args:
        words: Words or phrases, in which a space also stands for a hyphen. In scripts that have upper and lower case
            they are only found where a word begins.
    """
    starts = (r"\b" if word[:1].lower() != word[:1].upper() else "" for word in words)
    parts = (start + re.escape(word).replace(r"\ ", "[ -]") for start, word in zip(starts, words, strict=True))
    return re.compile("|".join(parts), re.IGNORECASE)


INTERVIEW = pattern_of(INTERVIEW_WORDS)
ABOUT_INTERVIEWS = re.compile(
    r"\b(?:mock|practi[cs]e) interview|\binterview (?:prep|practi[cs]e|debrief)"
    r"|\bprep(?:are|aring|aration)?:? (?:for|the|my)\b",
    re.IGNORECASE,
)
CANCELLED = re.compile(r"\s*cancell?ed(?: event)?\s*[:\s–—-]", re.IGNORECASE)

ROUND = r"(?:round|interview|stage)"
SCREEN = r"\b(?:phone|telephone|video|recruiter|hr|initial|technical)[ -]screen(?:ing)?\b"
STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = tuple(
    (stage, re.compile(words, re.IGNORECASE))
    for stage, words in (
        (Stage.SCREEN, rf"{SCREEN}|\bscreening[ -](?:call|interview)\b|\brecruiter[ -](?:call|interview)\b"),
        (Stage.FIRST, rf"\b(?:first|1st)[ -](?:round[ -])?{ROUND}\b|\b(?:round|interview)\s*(?:1|one)\b(?!\s*:\d)"),
        (Stage.ONSITE, r"\bon-?site[ -](?:interview|loop|round|day|visit)s?\b|\binterview(?: loop| day)?,? on-?site\b"),
        (Stage.FINAL, rf"\bfinal[ -](?:round[ -])?{ROUND}\b"),
    )
)
LATER_ROUND = re.compile(rf"\b(?:second|third|fourth|2nd|3rd|4th)[ -](?:round[ -])?{ROUND}\b", re.IGNORECASE)

ROLE_WORD = re.compile(
    r"\b(?:account|actuary|advis[eo]r|agent|analyst|apprentice|architect|assistant|associate|attorney|auditor|baker|"
    r"barista|bookkeeper|buyer|carpenter|cashier|chef|clerk|consultant|controller|cook|coordinator|counsel|designer|"
    r"developer|director|driver|economist|editor|electrician|engineer|executive|intern|internship|lawyer|lead|"
    r"lecturer|librarian|manager|marketer|mechanic|nurse|officer|operator|paralegal|planner|postdoc|producer|"
    r"professor|programmer|receptionist|recruiter|representative|researcher|scientist|secretary|specialist|"
    r"statistician|strategist|supervisor|teacher|technician|tester|trainee|translator|tutor|writer)s?\b",
    re.IGNORECASE,
)
KIND = (
    r"(?:(?:first|second|third|final|initial|1st|2nd|3rd|phone|telephone|video|virtual|online|remote|technical|"
    r"behaviou?ral|on-?site|in-person|zoom|teams|screening|hr|panel|job|round)[ -]+)*"
)
INTERVIEW_NAME = rf"{KIND}interview(?: (?:confirmation|invitation))?"
ARTICLE = r"(?:the |an? )?"
JOB_NOUN = r"(?: (?:position|role|job|opening|vacancy))?"
TITLES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{INTERVIEW_NAME} ?[:–—-] (?P<role>.+) (?P<word>at|@) (?P<organization>.+)",
        rf"{INTERVIEW_NAME} for {ARTICLE}(?P<role>.+?){JOB_NOUN} (?P<word>at|with|@) (?P<organization>.+)",
        rf"{INTERVIEW_NAME} (?P<word>at|with) (?P<organization>.+) for {ARTICLE}(?P<role>.+?){JOB_NOUN}",
        rf"(?P<role>.+?) {INTERVIEW_NAME} (?P<word>at) (?P<organization>.+)",
    )
)
TITLE_OF_ROLE = re.compile(
    rf"{KIND}interview (?:confirmation|invitation) ?[:–—-] {ARTICLE}(?!hiring manager)(?P<role>.+?){JOB_NOUN}",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r" (?:[|·–—-]) ")
INTERVIEW_AT_END = re.compile(rf"^{INTERVIEW_NAME}$|(?: |^){INTERVIEW_NAME}$", re.IGNORECASE)
DECORATION = re.compile(
    r"^(?:(?:updated )?invitation(?: to)?: |re: |fwd?: |accepted: |tentative: )+"
    r"| @ (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? .*$"
    r"| ?\([^()]*\)$",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"\d{1,2}(?:[:.h]\d\d)? ?(?:am|pm|uhr|h|o'clock)?\b|noon|midnight|(?:our|your|the|my) .*|office|hq|home"
    r"|headquarters|.*(?:://|@).*|.* (?:at|with|for) .*",
    re.IGNORECASE,
)
LABELS = {
    "role": re.compile(r"^[ \t]*(?:role|position|job title)[ \t]*:(.+)$", re.IGNORECASE | re.MULTILINE),
    "organization": re.compile(
        r"^[ \t]*(?:company|organi[sz]ation|employer)[ \t]*:(.+)$", re.IGNORECASE | re.MULTILINE
    ),
}
AMOUNT = (
    rf"{NOT_IN_A_NUMBER}(?:half an?|an?|one|two|{DIGITS}(?:\s?[–-]\s?{DIGITS})?)[ -](?:min(?:ute)?s?|h(?:ou)?rs?)\b"
)
LENGTH = re.compile(
    rf"(?<!\w)(?P<amount1>{AMOUNT})(?: long)?,? "
    r"(?:(?:first|final|phone|video|online|technical|zoom|teams)[ -])*(?:interview|screen|call|conversation|meeting)\b"
    r"|\b(?:interview|call|conversation|meeting) (?:will )?(?:last|lasts|take|takes|is scheduled for)"
    rf"(?: about| around| approximately)? (?P<amount2>{AMOUNT})"
    rf"|^[ \t]*(?:duration|length)[ \t]*: *(?P<amount3>{AMOUNT})",
    re.IGNORECASE | re.MULTILINE,
)
HOURS = NumberReader("h")

DROPPED = re.compile(r"<(style|script|head|title)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
TAG = re.compile(r"</?[a-z!][^<>]{0,2000}>", re.IGNORECASE)


@frozen
class Title:
    """The role and the organisation that a summary names.

    Args:
        role: The position, or None.
        organization: Who invites, or None.
        sure: Whether the words leave no doubt that the organisation is one, and not a person.
    """

    role: str | None = None
    organization: str | None = None
    sure: bool = True


def words_of(page: str) -> str:
    """Return the words of simple HTML; text without markup stays as it is.

    Python's parser takes quadratic time on some broken pages, so tags are cut out and nothing is parsed: what is left
    is only searched for words, never shown as HTML.

    Args:
        page: HTML or text, already cut to a bounded length.
    """
    return html.unescape(TAG.sub(" ", BREAK.sub("\n", DROPPED.sub(" ", page))))


def interview_rank(summary: str, description: str) -> int:
    """Return how plainly an event is an interview: 0 by its summary, 1 by its description, 2 not at all."""
    if is_about_interviews(summary):
        return 2
    return 0 if INTERVIEW.search(summary) else 1 if INTERVIEW.search(description) else 2


def is_about_interviews(summary: str) -> bool:
    """Whether a summary names something around an interview: a rehearsal, the preparation, the talk afterwards."""
    return ABOUT_INTERVIEWS.search(summary) is not None


def is_cancelled(summary: str) -> bool:
    """Whether a summary begins as calendar programs begin those of cancelled events."""
    return CANCELLED.match(summary) is not None


def find_stages(text: str) -> tuple[set[Stage], bool]:
    """Return the stages that a text names, and whether it names a later round that the model has no stage for."""
    return {stage for stage, words in STAGES if words.search(text)}, LATER_ROUND.search(text) is not None


def find_lengths(text: str) -> set[float]:
    """Return the lengths of an interview that a text plainly names, in hours, none of more than a day."""
    hours: set[float] = set()
    for match in LENGTH.finditer(text):
        amount = match["amount1"] or match["amount2"] or match["amount3"]
        try:
            low, high, *_ = HOURS.read(re.sub(r"-(?=[a-z])", " ", amount, flags=re.IGNORECASE))
        except FieldError:
            continue  # such as "1,2,3 hours"
        hours |= {low} if low == high else set()
    return {count for count in hours if 0 < count <= 24}


def find_labels(description: str) -> Iterator[tuple[str, str]]:
    """Yield the role and the organisation that a description labels, as in ``Position: Data Analyst``.

    Args:
        description: Text or simple HTML.
    """
    lines = words_of(description)
    for name, label in LABELS.items():
        match = label.search(lines)
        if match and (value := _as_name(match[1])):
            yield name, value


def read_title(summary: str, people: Collection[str] = ()) -> Title:
    """Read role and organisation from a summary, if it says them plainly.

    Args:
        summary: One line, such as ``"Interview: Data Analyst at Brightside Marketing"``.
        people: The names and addresses of those who take part, in lower case: none of them is an organisation.
    """
    text = summary if len(summary) <= 300 else ""
    while (shorter := DECORATION.sub("", text).strip()) != text:
        text = shorter
    for pattern in TITLES:
        if match := pattern.fullmatch(text):
            return _as_title(match["role"], match["organization"], match["word"].lower() != "with", people)
    if match := TITLE_OF_ROLE.fullmatch(text):
        return _as_title(match["role"], "", True, people)
    return _two_parts(text, people)


def _two_parts(text: str, people: Collection[str]) -> Title:
    """Read ``X | Y interview``, which is plain only where exactly one of both is the name of an occupation."""
    parts = [part.strip() for part in SEPARATOR.split(text)]
    bare = [INTERVIEW_AT_END.sub("", part).strip() for part in parts]
    if len(parts) > 2 or bare == parts:
        return Title()
    roles = [part for part in bare if ROLE_WORD.search(part)]
    others = [part for part in bare if part and part not in roles]
    if len(roles) != 1 or len(others) > 1:
        return Title()
    return _as_title(roles[0], others[0] if others else "", False, people)


def _as_title(role: str, organization: str, sure: bool, people: Collection[str]) -> Title:
    name, place = _as_name(role), _as_name(organization)
    if place is None or place.lower() in people:
        # Without a second name beside it, only an occupation is surely a role.
        return Title(name if name and ROLE_WORD.search(name) else None)
    return Title(name, place, sure) if name else Title()


def _as_name(text: str) -> str | None:
    """Return the text if it can be a name, else None."""
    name = text.strip(" \t.,;:!–—-|\"'")
    fits = 2 <= len(name) <= 100 and any(letter.isalpha() for letter in name)
    return name if fits and not NOT_A_NAME.fullmatch(name) else None
