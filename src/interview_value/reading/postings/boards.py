"""Job boards: from a public JSON answer of Greenhouse, Lever, Ashby and their like to an Invitation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from attrs import frozen

from ...errors import short
from ...model.invitation import Invitation
from ..document import Document
from ..draft import InvitationDraft
from ..jsonld import as_list, as_object, is_list
from .jobposting import HIDDEN, plain

__all__ = ["BOARDS", "Board", "is_board", "read_board"]

Path: TypeAlias = tuple[str, ...]
Job: TypeAlias = tuple[str, Mapping[str, Any]]

MAX_JOBS = 10_000
"""The most jobs of one answer that are looked at."""

ADDRESS = re.compile(
    r"https?://(?:(?:job-)?boards(?:\.eu)?\.greenhouse\.io/(?!embed\b)|jobs(?:\.eu)?\.lever\.co/|jobs\.ashbyhq\.com/"
    r"|(?:jobs|careers)\.smartrecruiters\.com/|apply\.workable\.com/(?!j/))([\w.-]{2,60})(?:[/?#]|$)"
    r"|https?://(?!www\.)([a-z0-9-]{2,60})\.recruitee\.com/",
    re.IGNORECASE,
)
GUESSED = "(guessed from the address of the posting)"


@frozen
class Board:
    """How one board writes a job.

    Args:
        name: What the board is called.
        places: Where in an answer its jobs may stand; lists on the way are gone through.
        roles: The keys that may hold the role, the best first.
        marks: Keys of which a job of this board has at least one, so that it is not taken for another's.
        organizations: Where in the job the organisation may stand.
        around: Where in the whole answer the organisation may stand.
    """

    name: str
    places: tuple[Path, ...]
    roles: tuple[str, ...]
    marks: frozenset[str]
    organizations: tuple[Path, ...] = ()
    around: Path = ()


NAMES: tuple[Path, ...] = (
    *(("company_name",), ("companyName",), ("company", "name"), ("company", "display_name"), ("company",)),
    *(("organization", "name"), ("organization",)),
)
ADDRESSES = ("absolute_url", "hostedUrl", "jobUrl", "applyUrl", "careers_url", "url", "ref")

BOARDS: tuple[Board, ...] = (
    Board("Greenhouse", (("jobs",), ()), ("title",), frozenset({"absolute_url", "internal_job_id"}), NAMES),
    Board("Lever", ((), ("data",)), ("text",), frozenset({"hostedUrl", "categories"}), NAMES),
    Board(
        "Ashby",
        (("jobs",), ("data", "jobBoard", "jobPostings"), ("data", "jobPosting"), ()),
        ("title",),
        frozenset({"jobUrl", "publishedDate", "departmentName", "locationName"}),
        NAMES,
    ),
    Board("Workable", (("jobs",), ()), ("title",), frozenset({"shortcode"}), NAMES, ("name",)),
    Board(
        "SmartRecruiters",
        (("content",), ()),
        ("name",),
        frozenset({"releasedDate", "refNumber", "jobAd", "typeOfEmployment"}),
        NAMES,
    ),
    Board("SmartRecruiters", (("content",),), ("name",), frozenset({"location"}), NAMES),
    Board(
        "Workday",
        (("jobPostings",), ("jobPostingInfo",)),
        ("title",),
        frozenset({"externalPath", "jobReqId", "externalUrl"}),
        NAMES,
        ("hiringOrganization", "name"),
    ),
    Board("Recruitee", (("offers",), ("offer",)), ("title",), frozenset({"careers_url", "guid"}), NAMES),
    Board("iCIMS", (("jobs", "data"),), ("title",), frozenset({"apply_url", "req_id"}), NAMES),
    Board("Rippling", ((), ("items",)), ("name",), frozenset({"workLocation"}), NAMES),
    Board("Pinpoint", (("data",),), ("title",), frozenset({"workplace_type", "key_responsibilities"}), NAMES),
    Board(
        "USAJobs",
        (("SearchResult", "SearchResultItems", "MatchedObjectDescriptor"),),
        ("PositionTitle",),
        frozenset({"PositionURI", "OrganizationName"}),
        (("OrganizationName",),),
    ),
    Board(
        "a job in the schema of JSON Resume",
        ((),),
        ("title",),
        frozenset({"responsibilities", "qualifications"}),
        NAMES,
    ),
    # Whoever names a role and who hires in the usual words is understood without being known.
    Board(
        "a job board",
        (("jobs",), ("data",), ("results",), ("postings",), ()),
        ("title", "position"),
        frozenset({"company_name", "companyName", "company", "organization"}),
        NAMES,
    ),
    Board("a job board", (("jobs",),), ("title",), frozenset({"location", "url", "description"}), NAMES),
)
"""The boards that are known, those with the surest marks first."""


def is_board(document: Document) -> bool:
    """Whether a document is an answer of a job board. What calls itself JSON-LD is none."""
    data = document.data
    first = next(iter(as_list(data)), None)
    head = as_object(first) or {}
    return data is not None and not {"@type", "@graph", "@context"} & head.keys() and _found(data) is not None


def read_board(document: Document) -> Invitation:
    """Read the role and the organisation from the first job in an answer of a job board.

    The job's place, and whether it is remote, say nothing of where the interview is: they are not read as such.

    Args:
        document: What `is_board` recognised.
    """
    found = _found(document.data)
    assert found is not None
    board, jobs = found
    (where, job), *others = jobs
    findings = InvitationDraft(document.source.name)
    key = next(key for key in board.roles if plain(job.get(key)))
    findings.add("role", plain(job[key]), where + key)
    _add_organization(findings, board, job, where, document.data)
    if others:
        role = short(findings.values["role"], 200)
        findings.note(f"the answer ({board.name}) lists {len(jobs)} jobs; taken was the first: {role}")
    if _is_remote(job):
        findings.note("the posting says that the job is remote; it does not say so of the interview")
    return findings.invitation()


def _found(data: Any) -> tuple[Board, list[Job]] | None:
    """Return the board of an answer, and its jobs."""
    for board in BOARDS:
        for place in board.places:
            jobs = list(islice((job for job in _at(data, place) if _is_of(job[1], board)), MAX_JOBS))
            if jobs:
                return board, jobs
    return None


def _is_of(job: Mapping[str, Any], board: Board) -> bool:
    return not board.marks.isdisjoint(job) and any(plain(job.get(key)) for key in board.roles)


def _at(data: Any, path: Path, where: str = "") -> Iterator[Job]:
    """Yield the objects at a path, with how to write where they stand."""
    if is_list(data):
        for index, item in enumerate(data[:MAX_JOBS]):
            if as_object(item) is not None:
                yield from _at(item, path, f"{where.removesuffix('.')}[{index}].")
    elif (node := as_object(data)) is not None:
        if not path:
            yield where, node
        elif path[0] in node:
            yield from _at(node[path[0]], path[1:], f"{where}{path[0]}.")


def _add_organization(findings: InvitationDraft, board: Board, job: Mapping[str, Any], where: str, data: Any) -> None:
    for base, node, paths in ((where, job, board.organizations), ("", data, (board.around,) if board.around else ())):
        for path in paths:
            name = plain(_value(node, path))
            if name and name.lower() not in HIDDEN:
                findings.add("organization", name, base + ".".join(path))
                return
    for key in ADDRESSES:
        if match := ADDRESS.match(str(job.get(key))[:500]):
            findings.add("organization", plain(match[1] or match[2]), f"{where}{key} {GUESSED}")
            return


def _value(node: Any, path: Path) -> Any:
    for key in path:
        node = (as_object(node) or {}).get(key)
    return node


def _is_remote(job: Mapping[str, Any]) -> bool:
    said = [job.get(key) for key in ("isRemote", "remote", "telecommuting", "workplaceType", "workplace_type")]
    return any(value is True or str(value)[:20].lower() == "remote" for value in said)
