"""Senders: the signs that the organiser's address bears, beside the name of the organisation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from interview_value.reading.words.domains import employer, is_free_mail

from .signs import ENCODED, FREE_MAIL, LETTERS, LOOKALIKE, OTHER_DOMAIN, Finding

__all__ = ["sender_signs"]

MAX_ADDRESS = 320
"""The longest mail address, in characters: 64 before the @ and 255 behind it (RFC 5321, section 4.5.3.1)."""

LETTERS_ALIKE = str.maketrans("аеіјорсухѕԁһӏԛԝαονρυι", "aeijopcyxsdhlqwaovpui")  # noqa: RUF001 - that is the point
"""Small Cyrillic and Greek letters that look like Latin ones: an assumption, by eye."""

SIGNS_ALIKE = str.maketrans("01357i", "olestl")
PAIRS_ALIKE = (("rn", "m"), ("vv", "w"))
"""What looks alike in many typefaces: digits and pairs of letters for letters, an assumption."""

GENERIC = frozenset(
    {
        *("and", "the", "inc", "ltd", "llc", "llp", "plc", "gmbh", "limited", "corp", "corporation", "company"),
        *("group", "holding", "holdings", "international", "global", "services", "solutions", "recruiting"),
        *("recruitment", "careers", "jobs", "team", "talent", "hiring", "human", "resources"),
    }
)
"""Words of a name by which no organisation is told from another."""

LEAST = 4
"""The fewest letters of a word that can have a look-alike: in shorter ones chance is too great (assumption)."""


def sender_signs(address: str, organization: str, *, guessed: bool = False) -> Iterator[Finding]:
    """Yield the signs of an organiser's address.

    Args:
        address: The address, with or without ``mailto:``.
        organization: The organisation that is named; empty if none is.
        guessed: Whether the organisation was guessed from this very address, so that comparing says nothing.
    """
    domain = address[:MAX_ADDRESS].rpartition("@")[2].strip().lower().rstrip(".")
    if not domain:
        return
    labels = [_decoded(label) for label in domain.split(".")]
    name = "" if guessed else organization[:MAX_ADDRESS].casefold()
    if any(map(_is_disguised, labels)) and labels[-1].isascii():
        yield Finding(LETTERS, domain)
    elif not all(map(str.isascii, labels)) and not _related(name, labels):
        yield Finding(ENCODED, domain)
    elif name:
        yield from _beside_name(name, domain, labels)


def _beside_name(name: str, domain: str, labels: list[str]) -> Iterator[Finding]:
    if is_free_mail(domain):
        yield Finding(FREE_MAIL, domain)
    elif _imitates(name, labels):
        yield Finding(LOOKALIKE, domain)
    elif employer(f"@{domain}")[0] and not _related(name, labels):
        yield Finding(OTHER_DOMAIN, domain)


def _decoded(label: str) -> str:
    """Return a label as a person would read it; what cannot be decoded stays as it is."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode().decode("punycode")
    except UnicodeError:
        return label


def _is_disguised(label: str) -> bool:
    """Whether a label mixes alphabets within a word, or reads as Latin letters alone though it has none."""
    words = re.split(r"[\d-]+", label)
    return any(len(_alphabets(word)) > 1 for word in words) or (
        not label.isascii() and label.translate(LETTERS_ALIKE).isascii()
    )


def _alphabets(word: str) -> set[str]:
    """Return those alphabets of a word that have letters alike."""
    names = {unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    return names & {"LATIN", "CYRILLIC", "GREEK"}


def _plain(text: str) -> str:
    """Return the letters and digits of a text, without their accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum())


def _tokens(name: str) -> list[str]:
    """Return the words that tell an organisation from others."""
    words = [_plain(word) for word in re.split(r"[\W_]+", name)]
    return [word for word in words if word and word not in GENERIC]


def _related(name: str, labels: list[str]) -> bool:
    """Whether a domain may be that of a name: by a word of it, by all of it, by its first letters, or shortened."""
    tokens = _tokens(name)
    if not tokens or not name.isascii():
        return True  # there is nothing to compare with, or it is written in a to z in many ways
    whole, initials = "".join(tokens), "".join(token[0] for token in tokens)
    for label in map(_plain, labels[:-1]):
        if any(len(token) > 2 and token in label for token in tokens) or (len(label) > 2 and label in whole):
            return True
        if label and (label in (whole, initials) or (len(whole) > 1 and whole in label)):
            return True
    return False


def _imitates(name: str, labels: list[str]) -> bool:
    """Whether a domain has a word that looks like one of the name's, and is not."""
    words = [token for token in _tokens(name) if len(token) >= LEAST]
    plain = [_plain(label) for label in labels[:-1]]
    return any(_skeleton(word) in _skeleton(label) for word in words for label in plain if word not in label)


def _skeleton(text: str) -> str:
    """Return what a hurried eye sees."""
    for pair, letter in PAIRS_ALIKE:
        text = text.replace(pair, letter)
    return text.translate(SIGNS_ALIKE)
