"""From a page or JSON with a schema.org JobPosting to an Invitation."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...display.language import say
from ...errors import ReadError, short
from ...model.invitation import Invitation
from ...model.language_tag import language_tag
from ...model.source import Source
from ..draft import InvitationDraft
from ..json_data import as_list, as_object, parse
from ..text import clean
from .jsonld import find_objects, find_scripts
from .markup import has_markup, read_markup

__all__ = ["HIDDEN", "plain_text", "read_posting"]

POSTING = re.compile(r"(?:.*[/:#])?JobPosting", re.DOTALL)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
PAGE = re.compile(r"""<html(?:\s[^<>]{0,500}?)?\slang\s*=\s*["']?([\w-]{1,35})""", re.ASCII | re.IGNORECASE)
"""The opening tag of a page that names its language."""

HEAD = 5_000
"""Where that tag stands at the latest, in characters."""

HIDDEN = frozenset({"confidential", "anonymous", "undisclosed", "n/a", "none", "unknown"})
"""What postings write, in lower case, instead of the organisation's name."""


def read_posting(source: Source) -> Invitation:
    """Read the role and the organisation from a job posting.

    The posting's place, and whether the job is remote, say nothing of where the interview is: they are not read
    as such.

    Args:
        source: A page with JSON-LD, or JSON (as text or parsed).

    Raises:
        ReadError: It holds no JobPosting, or one that says nothing; the reason says what was looked for.
    """
    draft = InvitationDraft(source.name)
    kind, objects = _find_posting(source, draft)
    postings = list(filter(_is_posting, objects))
    if not postings:
        raise ReadError(source.name, _why_none(source, draft))
    posting, role, key = _first_with_role(postings)
    draft.add("role", role, f"{kind}JobPosting.{key}")
    _add_organization(draft, posting, objects, kind)
    _add_notes(draft, posting, postings)
    if not draft.values:
        raise ReadError(source.name, "holds a JobPosting that names neither a role nor an organisation")
    _add_language(draft, posting, source, kind)
    return draft.invitation()


def _find_posting(source: Source, draft: InvitationDraft) -> tuple[str, list[Mapping[str, Any]]]:
    """Return how a posting is marked up, empty for JSON, and the objects among which it is: JSON-LD counts first."""
    objects = list(_json_objects(source, draft))
    if not any(map(_is_posting, objects)) and source.mapping is None and has_markup(source.text):
        for kind, items in read_markup(source.name, source.text):
            if any(map(_is_posting, items)):
                return f"{kind} ", items
    return "", objects


def _json_objects(source: Source, draft: InvitationDraft) -> Iterator[Mapping[str, Any]]:
    """Yield every object of the source's JSON; what is broken beside good becomes a note."""
    if source.mapping is not None:
        yield from find_objects(source.mapping)
        return
    text = source.text
    is_json = text.lstrip()[:1] in ("{", "[")
    for number, piece in enumerate([text] if is_json else find_scripts(text), start=1):
        try:
            data = parse(piece)
        except ValueError as error:
            reason = short(str(error), 200)
            if is_json:
                raise ReadError(source.name, f"looks like JSON but cannot be read: {reason}") from error
            draft.note(
                say("piece {n} of JSON-LD in the page is broken and was left out: {reason}", n=number, reason=reason)
            )
        else:
            yield from find_objects(data)


def _is_posting(node: Mapping[str, Any]) -> bool:
    kinds = as_list(node.get("@type"))
    return any(isinstance(kind, str) and POSTING.fullmatch(kind[:200]) for kind in kinds)


def _first_with_role(postings: list[Mapping[str, Any]]) -> tuple[Mapping[str, Any], str | None, str]:
    """Return the first posting that names a role, the role, and its key; else the first posting, without a role."""
    for posting in postings:
        for key in ("title", "name"):
            if role := plain_text(posting.get(key)):
                return posting, role, key
    return postings[0], None, ""


def _why_none(source: Source, draft: InvitationDraft) -> str:
    """Say what the source is instead, if that is plain; else what was looked for."""
    data = source.mapping
    if data is None:
        data = (as_object(parse(source.text)) or {}) if source.text.lstrip()[:1] == "{" else {}
    if "basics" in data and not data.keys().isdisjoint({"work", "education", "skills"}):
        return "is a résumé in the schema of JSON Resume; it says nothing of an invitation"
    error = next(iter(as_list(data.get("errors"))), None)
    if message := plain_text((as_object(error) or {}).get("message")):
        return f"is the answer of a job board that says: {short(message, 200)}"
    return "; ".join(("has no schema.org JobPosting (looked for JSON-LD, microdata and RDFa)", *draft.notes[:3]))


def _add_organization(
    draft: InvitationDraft, posting: Mapping[str, Any], objects: list[Mapping[str, Any]], kind: str
) -> None:
    hiring = next(iter(as_list(posting.get("hiringOrganization"))), None)
    name, where = plain_text(hiring), f"{kind}JobPosting.hiringOrganization"
    if (organization := as_object(hiring)) is not None and name is None:
        organization = _described(organization, objects)
        key = next((key for key in ("name", "legalName") if plain_text(organization.get(key))), "name")
        name, where = plain_text(organization.get(key)), f"{where}.{key}"
    if name and name.lower() in HIDDEN:
        draft.note(say("the posting does not say who hires: {name}", name=short(name)))
    else:
        draft.add("organization", name, where)


def _described(organization: Mapping[str, Any], objects: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Follow a bare reference to an organisation that is described elsewhere in the source."""
    key = organization.get("@id")
    if not isinstance(key, str) or "name" in organization:
        return organization
    return next((node for node in objects if node.get("@id") == key and "name" in node), organization)


def _add_language(draft: InvitationDraft, posting: Mapping[str, Any], source: Source, kind: str) -> None:
    """Add the language that the posting gives for its words, else the one that its page gives."""
    page = PAGE.search(source.text[:HEAD]) if source.mapping is None else None
    draft.add("language", language_tag(page[1]) if page else None, "html lang")
    draft.add("language", language_tag(plain_text(posting.get("inLanguage"))), f"{kind}JobPosting.inLanguage")


def _add_notes(draft: InvitationDraft, posting: Mapping[str, Any], postings: list[Mapping[str, Any]]) -> None:
    if len(postings) > 1:
        role = short(draft.values.get("role"), 200)
        many = len(postings)
        draft.note(
            say("the source holds {n} job postings; taken was the first that names a role: {role}", n=many, role=role)
        )
    if "TELECOMMUTE" in str(posting.get("jobLocationType"))[:200].upper():
        draft.note(say("the posting says that the job is remote; it does not say so of the interview"))


def plain_text(value: object) -> str | None:
    """Return a value as plain text, whether written as text, as a list of texts, or as a JSON-LD value."""
    for item in as_list(value):
        bare = (as_object(item) or {}).get("@value", item)
        if isinstance(bare, str):
            return clean(TAG.sub(" ", html.unescape(bare[:10_000])))
    return None
