"""Language: the sentences that people read, in the language of whoever reads them, from catalogues of gettext.

A sentence is a message in English, whole, with its values in braces. The language in which it is said is the one that
is spoken at that moment: that of the nearest `speaking`, else that of the environment. So the same evaluation prints in
German within ``speaking("de")`` and in English after it.

What is kept stays as it was said. A note that holds values, the words of a plugin's reason in plain data, a letter and
a plan are texts: they have the language in which they were made, and saying them again changes nothing. To have all of
a page in one language, evaluate, read and show it within the same block.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from ..errors import LIBRARY, FieldError, nearest_name

__all__ = ["LANGUAGES", "add_catalogue", "language_of", "mark", "say", "say_count", "speaking", "spoken"]

DOMAIN = "interview_value"
FOLDER = os.path.join(LIBRARY, "locale")  # noqa: PTH118 - pathlib takes long to import


def _translated(folder: str) -> list[str]:
    """Return the languages of a folder that have a catalogue of the library's."""
    paths = {name: os.path.join(folder, name, "LC_MESSAGES", f"{DOMAIN}.mo") for name in os.listdir(folder)}  # noqa: PTH118, PTH208
    return sorted(name for name, path in paths.items() if os.path.exists(path))  # noqa: PTH110


LANGUAGES: tuple[str, ...] = ("en", *_translated(FOLDER))
"""The languages that there are sentences in; in English they stand in the code."""

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the environment says which languages are read, the first that says anything counting."""

_language: ContextVar[str] = ContextVar("language")
_folders: dict[str, str] = {}
"""The folders of the catalogues that plugins bring, by domain."""


def spoken() -> str:
    """Return the language that is spoken now: that of the nearest `speaking`, else that of the environment."""
    return _language.get("") or _of_environment()


def _of_environment() -> str:
    listed = next(filter(None, map(os.environ.get, VARIABLES)), "")
    return next(filter(None, map(language_of, listed.split(":"))), "en")


def language_of(name: str) -> str | None:
    """Return the one of `LANGUAGES` that a name such as ``de-AT`` or ``de_AT.UTF-8`` means; None if it is another."""
    language = name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return language if language in LANGUAGES else None


@contextmanager
def speaking(language: str | None) -> Generator[None]:
    """Speak a language within a block.

    Args:
        language: One of `interview_value.display.LANGUAGES`, also with a region such as ``"de-AT"``; None leaves what
            is spoken.

    Returns:
        A context for ``with``.

    Raises:
        FieldError: There are no sentences in that language.
    """
    if language is None:
        yield
        return
    name = language_of(language) if isinstance(language, str) else None
    if name is None:
        raise FieldError("language", language, f"one of {', '.join(LANGUAGES)}", nearest_name(language, LANGUAGES))
    before = _language.set(name)
    try:
        yield
    finally:
        _language.reset(before)


def add_catalogue(domain: str, folder: str | os.PathLike[str]) -> None:
    """Add the sentences of a plugin, for all that it says and all of its labels, questions, choices and units.

    What the library says itself stays as it is, and so does English, which stands in the code. The catalogues stay
    until the process ends; adding others of the same name replaces them.

    Args:
        domain: The name of its catalogues, such as that of its package.
        folder: The folder that has them, laid out as gettext wants it: ``de/LC_MESSAGES/domain.mo``.

    Raises:
        FieldError: gettext cannot read one of them.
    """
    path = os.fspath(folder)
    for language in LANGUAGES[1:]:
        try:
            _of_plugin(domain, path, language)
        except Exception as error:  # a file of others may hold anything
            allowed = f"catalogues that gettext can read, not {language}/LC_MESSAGES/{domain}.mo as it is ({error})"
            raise FieldError("folder", path, allowed) from error
    _folders[domain] = path
    _catalogue.cache_clear()


def say(message: str, **values: object) -> str:
    """Return a sentence in the language that is spoken.

    Args:
        message: The sentence in English, whole, with each value in braces by its name. Without values it is not
            filled in, so that the question of a plugin may have braces. An empty message is said as nothing.
        values: The values.
    """
    said = _catalogue(spoken()).gettext(message) if message else ""  # gettext keeps its own head under no words at all
    return _filled(said, message, values) if values else said


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
    whole = int(shown) if shown % 1 == 0 else 2
    said = _catalogue(spoken()).ngettext(singular, plural, whole)
    return _filled(said, singular if whole == 1 else plural, values)


def _filled(said: str, message: str, values: dict[str, object]) -> str:
    """Return a sentence with its values; the message in English if the translation cannot take them."""
    try:
        return said.format(**values)
    except (LookupError, ValueError, AttributeError, TypeError):
        return message.format(**values)


def mark(message: str) -> str:
    """Return a message as it is, marked for the catalogues; whoever shows it gives it to `say`."""
    return message


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    catalogue = gettext.translation(DOMAIN, FOLDER, [language], fallback=True)
    if language != "en":
        for domain, folder in _folders.items():
            catalogue.add_fallback(_of_plugin(domain, folder, language))
    return catalogue


def _of_plugin(domain: str, folder: str, language: str) -> gettext.NullTranslations:
    """Return the catalogue of a plugin in one language, empty if it has none; gettext reads each file once."""
    return gettext.translation(domain, folder, [language], fallback=True)
