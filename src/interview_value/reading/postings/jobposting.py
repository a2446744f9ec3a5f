"""Job postings: from a page or JSON with a schema.org JobPosting to an Invitation."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...errors import ReadError, short
from ...model.invitation import Invitation
from ...model.source import Source
from ..draft import InvitationDraft
from ..jsonld import as_list, as_object, nodes, parse, scripts
from ..text import clean
from .markup import has_markup, marked_up

__all__ = ["HIDDEN", "plain", "read_posting"]

POSTING = re.compile(r"(?:.*[/:#])?JobPosting", re.DOTALL)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
HIDDEN = frozenset({"confidential", "anonymous", "undisclosed", "n/a", "none", "unknown"})


def read_posting(source: Source) -> Invitation:
    """Read the role and the organisation from a job posting.

    The posting's place, and whether the job is remote, say nothing of where the interview is: they are not read
    as such.

    Args:
        source: A page with JSON-LD, or JSON (as text or parsed).

    Raises:
        ReadError: It holds no JobPosting, or one that says nothing; the reason says what was looked for.
    """
    findings = InvitationDraft(source.name)
    kind, found = _best(source, findings)
    postings = list(filter(_is_posting, found))
    if not postings:
        raise ReadError(source.name, _why_none(source, findings))
    posting = next((node for node in postings if _role(node)[0]), postings[0])
    role, where = _role(posting)
    findings.add("role", role, kind + where)
    _add_organization(findings, posting, found, kind)
    _add_notes(findings, posting, postings)
    if not findings.values:
        raise ReadError(source.name, "holds a JobPosting that names neither a role nor an organisation")
    return findings.invitation()


def _best(source: Source, findings: InvitationDraft) -> tuple[str, list[Mapping[str, Any]]]:
    """Return the objects among which a posting is, and how they are written: JSON-LD counts before markup."""
    found = list(_all_nodes(source, findings))
    if not any(map(_is_posting, found)) and source.mapping is None and has_markup(source.text):
        for kind, items in marked_up(source.name, source.text):
            if any(map(_is_posting, items)):
                return f"{kind} ", items
    return "", found


def _all_nodes(source: Source, findings: InvitationDraft) -> Iterator[Mapping[str, Any]]:
    """Yield every object of the source's JSON; what is broken beside good becomes a note."""
    if source.mapping is not None:
        yield from nodes(source.mapping)
        return
    text = source.text
    alone = text.lstrip()[:1] in ("{", "[")
    for number, piece in enumerate([text] if alone else scripts(text), start=1):
        try:
            data = parse(piece)
        except ValueError as error:
            if alone:
                raise ReadError(source.name, f"looks like JSON but cannot be read: {short(str(error), 200)}") from error
            findings.note(f"piece {number} of JSON-LD in the page is broken and was left out: {short(str(error), 200)}")
        else:
            yield from nodes(data)


def _is_posting(node: Mapping[str, Any]) -> bool:
    kinds = as_list(node.get("@type"))
    return any(isinstance(kind, str) and POSTING.fullmatch(kind[:200]) for kind in kinds)


def _why_none(source: Source, findings: InvitationDraft) -> str:
    if answer := _answer(source):
        return answer
    looked = "has no schema.org JobPosting (looked for JSON-LD, microdata and RDFa)"
    if findings.notes:
        looked += "; " + "; ".join(findings.notes[:3])
    return looked


def _answer(source: Source) -> str:
    """Say what the JSON is instead, if that is plain."""
    data = source.mapping if source.mapping is not None else _alone(source.text)
    if "basics" in data and not data.keys().isdisjoint({"work", "education", "skills"}):
        return "is a résumé in the schema of JSON Resume; it says nothing of an invitation"
    error = next(iter(as_list(data.get("errors"))), None)
    if message := plain((as_object(error) or {}).get("message")):
        return f"is the answer of a job board that says: {short(message, 200)}"
    return ""


def _alone(text: str) -> Mapping[str, Any]:
    return (as_object(parse(text)) or {}) if text.lstrip()[:1] == "{" else {}


def _role(posting: Mapping[str, Any]) -> tuple[str | None, str]:
    for key in ("title", "name"):
        if role := plain(posting.get(key)):
            return role, f"JobPosting.{key}"
    return None, ""


def _add_organization(
    findings: InvitationDraft, posting: Mapping[str, Any], found: list[Mapping[str, Any]], kind: str
) -> None:
    given = next(iter(as_list(posting.get("hiringOrganization"))), None)
    name, where = plain(given), f"{kind}JobPosting.hiringOrganization"
    if (organization := as_object(given)) is not None and name is None:
        organization = _described(organization, found)
        key = next((key for key in ("name", "legalName") if plain(organization.get(key))), "name")
        name, where = plain(organization.get(key)), f"{where}.{key}"
    if name and name.lower() in HIDDEN:
        findings.note(f"the posting does not say who hires: {short(name)}")
    else:
        findings.add("organization", name, where)


def _described(organization: Mapping[str, Any], found: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Follow a bare reference to an organisation that is described elsewhere in the source."""
    key = organization.get("@id")
    if not isinstance(key, str) or "name" in organization:
        return organization
    return next((node for node in found if node.get("@id") == key and "name" in node), organization)


def _add_notes(findings: InvitationDraft, posting: Mapping[str, Any], postings: list[Mapping[str, Any]]) -> None:
    if len(postings) > 1:
        role = short(findings.values.get("role"), 200)
        findings.note(f"the source holds {len(postings)} job postings; taken was the first that names a role: {role}")
    if "TELECOMMUTE" in str(posting.get("jobLocationType"))[:200].upper():
        findings.note("the posting says that the job is remote; it does not say so of the interview")


def plain(value: object) -> str | None:
    """Return a value as plain text, whether written as text, as a list of texts, or as a JSON-LD value."""
    for item in as_list(value):
        bare = (as_object(item) or {}).get("@value", item)
        if isinstance(bare, str):
            return clean(TAG.sub(" ", html.unescape(bare[:10_000])))
    return None
