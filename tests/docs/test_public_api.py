"""What the library promises to keep is listed in a file, which changes with the code and with the changelog."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

pytest.importorskip("griffe")
ROOT = Path(__file__).parents[2]
WHAT_TO_DO = "run `python scripts/public_api.py --write`, and say in CHANGELOG.md what changed"


@pytest.fixture(scope="module")
def script():
    """The script that makes the list."""
    spec = importlib.util.spec_from_file_location("public_api", ROOT / "scripts" / "public_api.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def listing(script):
    """The list as the code has it now."""
    return script.public_api()


def test_the_list_is_up_to_date(script, listing):
    """Nothing public changes without the list."""
    listed = script.LISTED.read_text(encoding="utf-8")
    gone, new = (
        set(listed.splitlines()) - set(listing.splitlines()),
        set(listing.splitlines()) - set(listed.splitlines()),
    )
    assert listed == listing, f"{WHAT_TO_DO}; gone: {sorted(gone)}; new: {sorted(new)}"


def test_the_changelog_names_the_list(script):
    """The list does not change without a look at the changelog, whose part on what is unreleased has its digest."""
    listed = script.LISTED.read_text(encoding="utf-8")
    assert script.digest(listed) == script.noted(), WHAT_TO_DO
    unreleased = script.CHANGELOG.read_text(encoding="utf-8").partition("## [Unreleased]")[2].partition("\n## ")[0]
    assert f"Public API: `{script.noted()}`" in unreleased


def test_the_list_has_something_of_each_kind(listing):
    """Functions, fields, methods, members of enumerations, hooks, commands, variables and extras are there."""
    for line in (
        "evaluate(invitation: Invitation, seeker: Seeker | None = None, *, weights: Mapping[str, float] | None = None) -> Evaluation",
        "# interview_value.frames",
        "    role_interest: Known = …",
        "    to_dict() -> dict[str, Any]",
        "    ASK_YOURSELF = 'ask_yourself'",
        "interview_value_weights(names, seeker) since 0.1",
        "    --response",
        "INTERVIEW_VALUE_BLOCK",
        "readers",
    ):
        assert line in listing.splitlines()
    assert [] == re.findall(r"0x[0-9a-f]{6,}", listing)


def test_another_list_has_another_digest(script, listing):
    """One changed default is enough."""
    assert script.digest(listing) != script.digest(listing.replace("= None", "= 0", 1))


def test_writing_it_down_changes_both_files(script, listing, tmp_path, monkeypatch, capsys):
    """With --write the list is written, and the digest in the changelog is the new one."""
    changes = tmp_path / "CHANGELOG.md"
    changes.write_text("# Changelog\n\n## [Unreleased]\n\nPublic API: `old`\n", encoding="utf-8")
    for name, value in (("ROOT", tmp_path), ("LISTED", tmp_path / "public-api.txt"), ("CHANGELOG", changes)):
        monkeypatch.setattr(script, name, value)
    monkeypatch.setattr(script, "public_api", lambda: listing)
    monkeypatch.setattr("sys.argv", ["public_api.py", "--write"])
    script.main()
    assert listing == script.LISTED.read_text(encoding="utf-8")
    assert script.digest(listing) == script.noted()
    assert "say in CHANGELOG.md" in capsys.readouterr().out
