"""Language: the sentences that people read, in the language of whoever reads them, from catalogues of gettext."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from ..errors import LIBRARY, FieldError, nearest_name

__all__ = ["LANGUAGES", "mark", "say", "say_count", "speaking", "spoken"]

DOMAIN = "interview_value"
FOLDER = os.path.join(LIBRARY, "locale")  # noqa: PTH118 - pathlib takes long to import

LANGUAGES: tuple[str, ...] = ("en", *sorted(os.listdir(FOLDER) if os.path.isdir(FOLDER) else ()))  # noqa: PTH112, PTH208
"""The languages that there are sentences in; in English they stand in the code."""

_language: ContextVar[str] = ContextVar("language")


def spoken() -> str:
    """Return the language that is spoken now: that of the nearest `speaking`, else that of the environment.

    The environment says so in ``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES`` or ``LANG``, as for all programs with
    catalogues of gettext.
    """
    return _language.get("") or _of_environment()


def _of_environment() -> str:
    # Without a list gettext reads the variables itself, and finds no file for English, which needs none.
    found = gettext.find(DOMAIN, FOLDER)
    return os.path.relpath(found, FOLDER).partition(os.sep)[0] if found else "en"


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Speak a language within a block.

    Args:
        language: One of `LANGUAGES`, also with a region such as ``"de-AT"``; None leaves what is spoken.

    Raises:
        FieldError: There are no sentences in that language.
    """
    if language is None:
        yield
        return
    name = language.replace("-", "_").partition("_")[0].lower() if isinstance(language, str) else ""
    if name not in LANGUAGES:
        raise FieldError("language", language, f"one of {', '.join(LANGUAGES)}", nearest_name(name, LANGUAGES))
    before = _language.set(name)
    try:
        yield
    finally:
        _language.reset(before)


def say(message: str, **values: object) -> str:
    """Return a sentence in the language that is spoken.

    Args:
        message: The sentence in English, whole, with each value in braces by its name; without values it may have
            braces of its own, as a plugin's question may. Empty, it stays so.
        values: The values.
    """
    said = _catalogue(spoken()).gettext(message) if message else ""  # gettext keeps its own head under no words at all
    return said.format(**values) if values else said


def say_count(singular: str, plural: str, number: float, **values: object) -> str:
    """Return a sentence about a number of things in the language that is spoken.

    Args:
        singular: The sentence in English for one.
        plural: The sentence for all other numbers.
        number: How many there are.
        values: The values that stand in braces in both.
    """
    # A number is shown with one decimal at most. Languages have rules for whole numbers; "1.5" takes the plural in
    # those that the library speaks.
    shown = round(abs(number), 1)
    whole = int(shown) if shown == int(shown) else 2
    return _catalogue(spoken()).ngettext(singular, plural, whole).format(**values)


def mark(message: str) -> str:
    """Return a message as it is, marked for the catalogues; whoever shows it gives it to `say`."""
    return message


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, [language], fallback=True)
