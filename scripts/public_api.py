"""List all that the library promises to keep: names, signatures, fields, hooks, commands, variables and extras.

    python scripts/public_api.py           print the list
    python scripts/public_api.py --write   write docs/reference/public-api.txt, and its digest into CHANGELOG.md

A test compares the file with the code, and its digest with the one under "Unreleased" in CHANGELOG.md, so that nothing
public changes without both. Griffe reads the signatures from the source, which is the same on every Python.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import click
import griffe

import interview_value as iv
from interview_value.cli import main as command_line
from interview_value.plugins import admission, hookspecs, registry

ROOT = Path(__file__).parents[1]
LISTED = ROOT / "docs" / "reference" / "public-api.txt"
CHANGELOG = ROOT / "CHANGELOG.md"
DIGEST = re.compile(r"(?<=^Public API: `)\w+(?=`$)", re.MULTILINE)

SPECIAL = frozenset({"__call__", "__getitem__", "__iter__", "__len__", "__or__", "__and__", "__invert__", "__init__"})
"""The methods with special names that a caller uses."""


def public_api() -> str:
    """Return the list, a line for each promise."""
    return "\n".join(_lines()) + "\n"


def digest(listing: str) -> str:
    """Return what stands for a list in the changelog."""
    return sha256(listing.encode()).hexdigest()[:12]


def noted() -> str:
    """Return the digest that the changelog names; empty if it names none."""
    found = DIGEST.search(CHANGELOG.read_text(encoding="utf-8"))
    return found[0] if found else ""


def _lines() -> Iterator[str]:
    package = griffe.load("interview_value", search_paths=[str(Path(iv.__file__).parents[1])], resolve_aliases=True)
    assert isinstance(package, griffe.Module)
    front_door = [name for name in iv.__all__ if name != "__version__"]
    yield "# interview_value"
    for name in front_door:
        yield from _object(name, package[name])
    for part in sorted(iv._PACKAGES):
        yield f"# interview_value.{part}"
        for name in sorted(set(getattr(iv, part).__all__) - set(front_door)):
            yield from _object(name, package[f"{part}.{name}"])
    yield "# hooks, with the version of the library that brought each form"
    for name, versions in hookspecs.HISTORY.items():
        yield from (f"{name}({', '.join(version.arguments)}) since {version.since}" for version in versions)
    yield "# commands"
    for name, command in sorted(command_line.commands.items()):
        yield from _command(name, command)
    yield "# entry points"
    yield from (hookspecs.PROJECT, "pytest11 interview_value")
    yield "# environment"
    yield from sorted((admission.ALLOW_VARIABLE, admission.BLOCK_VARIABLE, registry.NO_DISCOVERY_VARIABLE))
    yield "# extras"
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    yield from sorted(extras)


def _object(name: str, thing: griffe.Object | griffe.Alias) -> Iterator[str]:
    if isinstance(thing, griffe.Alias):
        thing = thing.final_target
    if isinstance(thing, griffe.Function):
        yield str(thing.signature())
    elif isinstance(thing, griffe.Class):
        bases = ", ".join(str(base) for base in thing.bases)
        yield f"class {name}({bases})" if bases else f"class {name}"
        for member, what in thing.all_members.items():  # in the order of the source, by which arguments are passed
            if not member.startswith("_") or member in SPECIAL:
                yield f"    {_member(member, what, is_enumeration='Enum' in bases)}"
    else:
        yield name


def _member(name: str, member: griffe.Object | griffe.Alias, *, is_enumeration: bool) -> str:
    if isinstance(member, griffe.Alias):
        member = member.final_target
    if isinstance(member, griffe.Function):
        return str(member.signature())
    assert isinstance(member, griffe.Attribute)
    value = str(member.value or "")
    if is_enumeration:
        return f"{name} = {value}"
    annotation = f": {member.annotation}" if member.annotation else ""
    required = not value or (value.startswith("field(") and "default" not in value and "factory" not in value)
    return f"{name}{annotation}" if required else f"{name}{annotation} = …"


def _command(name: str, command: click.Command) -> Iterator[str]:
    yield f"interview-value {name}"
    for parameter in sorted(command.params, key=lambda parameter: str(parameter.name)):
        yield f"    {'/'.join((*parameter.opts, *parameter.secondary_opts))}"


def main() -> None:
    """Print the list, or write it down."""
    listing = public_api()
    if "--write" not in sys.argv[1:]:
        print(listing, end="")
        return
    LISTED.write_text(listing, encoding="utf-8")
    changes = CHANGELOG.read_text(encoding="utf-8")
    CHANGELOG.write_text(DIGEST.sub(digest(listing), changes, count=1), encoding="utf-8")
    print(f"{LISTED.relative_to(ROOT)} is written; say in CHANGELOG.md what changed")


if __name__ == "__main__":
    main()
