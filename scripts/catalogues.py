"""Bring the catalogues of messages up to date: the sentences that people read, in each language but English.

A message is what the code gives to `say`, `say_count` and `mark`, and every label, question, choice and unit of the
built-in quantities, scorers and gates, which are said where they are shown. Run it after every change to one of
them: ``python scripts/catalogues.py`` writes the messages that are new into each ``.po`` file without a translation,
takes out those that are gone, and compiles the ``.mo`` files that ship with the package.
``python scripts/catalogues.py --check`` writes nothing, tells what is wrong, and fails if anything is.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

import interview_value as iv
from interview_value.display.language import DOMAIN
from interview_value.model.prior import DerivedPrior
from interview_value.model.quantity import Quantity
from interview_value.model.value_in_words import unit_in_words

SOURCES = Path(__file__).parents[1] / "src" / "interview_value"
"""Where the sentences and their translations are; the built package has only what is compiled of them."""

FOLDER = SOURCES / "locale"
KEYWORDS = {"say": None, "mark": None, "say_count": (1, 2)}
WIDTH = 110
"""The longest line of a file of translations, characters."""

UNSTEADY = r'^"(Project|Report|POT|PO|Last|Language-Team|Generated).*\\n"\n|^#, python-brace-format\n'
"""What Babel writes and nobody needs: lines of the head that differ from run to run or are empty, and marks."""

Key = str | tuple[str, str]
"""A message, or its singular and plural."""


def messages() -> dict[Key, None]:
    """Return every message in the order of the code; those with a plural as pairs."""
    found = extract_from_dir(SOURCES, [("**.py", "python")], keywords=KEYWORDS, comment_tags=())
    keys: list[Key] = [key for _, _, key, _, _ in found]
    keys += filter(None, labels())
    # A singular is also said alone; gettext finds it with its plural.
    singulars = {key[0] for key in keys if isinstance(key, tuple)}
    return dict.fromkeys(key for key in keys if key not in singulars)


def labels() -> Iterator[str]:
    """Yield the messages of the built-in quantities, scorers and gates."""
    evaluator = iv.Evaluator(discover=False)
    for quantity in evaluator.quantities.values():
        yield from words_of(quantity)
    yield from (scorer.label for scorer in evaluator.scorers)
    for gate in evaluator.gates:
        yield from (gate.label, gate.reason)


def words_of(quantity: Quantity) -> Iterator[str]:
    """Yield the messages of a quantity."""
    yield from (quantity.label, quantity.question, quantity.tipping_question, unit_in_words(quantity.unit))
    for choice in quantity.choices.values():
        yield choice.label
    if isinstance(quantity.prior, DerivedPrior):
        yield quantity.prior.words


def updated(path: Path) -> Catalog:
    """Return the catalogue of a file with all messages of the code and no other."""
    catalogue = _read(path)
    template = Catalog(project=catalogue.project, version=catalogue.version, creation_date=catalogue.creation_date)
    for message in messages():
        template.add(message)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    return catalogue


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue into its file, without anything that changes while no message does, and compile it."""
    catalogue.creation_date = datetime.fromtimestamp(0, UTC)
    text = BytesIO()
    write_po(text, catalogue, width=WIDTH, no_location=True, sort_output=True, ignore_obsolete=True)
    path.write_text(re.sub(UNSTEADY, "", text.getvalue().decode(), flags=re.MULTILINE), encoding="utf-8")
    with path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


def mistakes(path: Path) -> Iterator[str]:
    """Yield what is wrong with a file of translations and with what was compiled from it."""
    catalogue, current = _read(path), messages()
    translated = {_key(message): message for message in catalogue if message.id}
    yield from (f"not in the file: {key!r}" for key in current if key not in translated)
    yield from (f"no message any more: {key!r}" for key in translated if key not in current)
    for key, message in translated.items():
        if message.fuzzy or not all(_strings(message)):
            yield f"not translated: {key!r}"
        elif None in map(_placeholders, (*_forms(key), *_strings(message))):
            yield f"braces with more or less than a name: {key!r}"
        elif any(_placeholders(text) not in map(_placeholders, _forms(key)) for text in _strings(message)):
            yield f"a placeholder is lost or added: {key!r}"
    yield from (f"obsolete: {key!r}" for key in catalogue.obsolete)
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or _said(_read_mo(compiled)) != _said(catalogue):
        yield "the .mo file is not what the .po file says: run python scripts/catalogues.py"


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain=DOMAIN)


def _read_mo(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_mo(file)


def _said(catalogue: Catalog) -> dict[Key, tuple[str, ...]]:
    said = {_key(message): _strings(message) for message in catalogue if message.id}
    return {key: texts for key, texts in said.items() if all(texts)}


def _key(message: Message) -> Key:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _forms(key: Key) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else key


def _placeholders(text: str) -> set[str] | None:
    """Return the names in the braces of a text; None if a brace stands alone or holds anything but a name."""
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        return None
    names = {name or "" for _, name, _, _ in fields}
    plain = all(map(str.isidentifier, names)) and not any(spec or conversion for _, _, spec, conversion in fields)
    return names if plain else None


def main() -> None:
    """Write every catalogue, or check all of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="Write nothing, and fail if anything is wrong.")
    check = parser.parse_args().check
    paths = sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    if not check:
        for path in paths:
            write(path, updated(path))
    wrong = [f"{path.parts[-3]}: {mistake}" for path in paths for mistake in mistakes(path)]
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
