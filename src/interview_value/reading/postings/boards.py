"""From a public JSON answer of a job board, such as Greenhouse, Lever or Ashby, to an Invitation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from attrs import frozen

from ...display.language import say
from ...errors import short
from ...model.invitation import Invitation
from ..document import Document
from ..draft import InvitationDraft
from ..json_data import as_list, as_object, is_json_list
from .jobposting import HIDDEN, plain_text

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


NAMES: tuple[Path, ...] = (
    *(("company_name",), ("companyName",), ("company", "name"), ("company", "display_name"), ("company",)),
    *(("organization", "name"), ("organization",)),
)
ADDRESSES = ("absolute_url", "hostedUrl", "jobUrl", "applyUrl", "careers_url", "url", "ref")


@frozen
class Board:
    """How one board writes a job.

    Args:
        name: What the board is called.
        jobs: Where in an answer its jobs may stand; every item of a list on the way is looked at.
        roles: The keys that may hold the role, the best first.
        marks: Keys of which a job of this board has at least one, so that it is not taken for another's.
        organizations: Where in the job the organisation may stand.
        organization_of_all: Where in the answer, outside its jobs, the organisation may stand; empty for nowhere.
    """

    name: str
    jobs: tuple[Path, ...]
    roles: tuple[str, ...]
    marks: frozenset[str]
    organizations: tuple[Path, ...] = NAMES
    organization_of_all: Path = ()


BOARDS: tuple[Board, ...] = (
    Board("Greenhouse", (("jobs",), ()), ("title",), frozenset({"absolute_url", "internal_job_id"})),
    Board("Lever", ((), ("data",)), ("text",), frozenset({"hostedUrl", "categories"})),
    Board(
        "Ashby",
        (("jobs",), ("data", "jobBoard", "jobPostings"), ("data", "jobPosting"), ()),
        ("title",),
        frozenset({"jobUrl", "publishedDate", "departmentName", "locationName"}),
    ),
    Board("Workable", (("jobs",), ()), ("title",), frozenset({"shortcode"}), organization_of_all=("name",)),
    Board(
        "SmartRecruiters",
        (("content",), ()),
        ("name",),
        frozenset({"releasedDate", "refNumber", "jobAd", "typeOfEmployment"}),
    ),
    Board("SmartRecruiters", (("content",),), ("name",), frozenset({"location"})),
    Board(
        "Workday",
        (("jobPostings",), ("jobPostingInfo",)),
        ("title",),
        frozenset({"externalPath", "jobReqId", "externalUrl"}),
        organization_of_all=("hiringOrganization", "name"),
    ),
    Board("Recruitee", (("offers",), ("offer",)), ("title",), frozenset({"careers_url", "guid"})),
    Board("iCIMS", (("jobs", "data"),), ("title",), frozenset({"apply_url", "req_id"})),
    Board("Rippling", ((), ("items",)), ("name",), frozenset({"workLocation"})),
    Board("Pinpoint", (("data",),), ("title",), frozenset({"workplace_type", "key_responsibilities"})),
    Board(
        "USAJobs",
        (("SearchResult", "SearchResultItems", "MatchedObjectDescriptor"),),
        ("PositionTitle",),
        frozenset({"PositionURI", "OrganizationName"}),
        (("OrganizationName",),),
    ),
    Board("a job in the schema of JSON Resume", ((),), ("title",), frozenset({"responsibilities", "qualifications"})),
    # A board that names a role and who hires in the usual words is understood without being known.
    Board(
        "a job board",
        (("jobs",), ("data",), ("results",), ("postings",), ()),
        ("title", "position"),
        frozenset({"company_name", "companyName", "company", "organization"}),
    ),
    Board("a job board", (("jobs",),), ("title",), frozenset({"location", "url", "description"})),
)
"""The known boards, those with the surest marks first."""


def is_board(document: Document) -> bool:
    """Whether a document is an answer of a job board. What calls itself JSON-LD is none."""
    data = document.data
    head = as_object(next(iter(as_list(data)), None)) or {}
    return data is not None and not {"@type", "@graph", "@context"} & head.keys() and _find_jobs(data) is not None


def read_board(document: Document) -> Invitation:
    """Read the role and the organisation from the first job in an answer of a job board.

    The job's place, and whether it is remote, say nothing of where the interview is: they are not read as such.

    Args:
        document: A document that `is_board` recognised.
    """
    board_and_jobs = _find_jobs(document.data)
    assert board_and_jobs is not None
    board, jobs = board_and_jobs
    where, job = jobs[0]
    draft = InvitationDraft(document.source.name)
    key = next(key for key in board.roles if plain_text(job.get(key)))
    draft.add("role", plain_text(job[key]), where + key)
    _add_organization(draft, board, job, where, document.data)
    if len(jobs) > 1:
        role = short(draft.values["role"], 200)
        draft.note(
            say(
                "the answer ({board}) lists {n} jobs; taken was the first: {role}",
                board=board.name,
                n=len(jobs),
                role=role,
            )
        )
    places = [job.get(key) for key in ("isRemote", "remote", "telecommuting", "workplaceType", "workplace_type")]
    if any(place is True or str(place)[:20].lower() == "remote" for place in places):
        draft.note(say("the posting says that the job is remote; it does not say so of the interview"))
    return draft.invitation()


def _find_jobs(data: Any) -> tuple[Board, list[Job]] | None:
    """Return the board of an answer, and its jobs, each with its path in the JSON."""
    for board in BOARDS:
        for path in board.jobs:
            marked = (job for job in _objects_at(data, path) if not board.marks.isdisjoint(job[1]))
            with_role = (job for job in marked if any(plain_text(job[1].get(key)) for key in board.roles))
            jobs = list(islice(with_role, MAX_JOBS))
            if jobs:
                return board, jobs
    return None


def _objects_at(data: Any, path: Path, where: str = "") -> Iterator[Job]:
    """Yield the objects at a path, each with its own path in the JSON."""
    if is_json_list(data):
        for index, item in enumerate(data[:MAX_JOBS]):
            if as_object(item) is not None:
                yield from _objects_at(item, path, f"{where.removesuffix('.')}[{index}].")
    elif (node := as_object(data)) is not None:
        if not path:
            yield where, node
        elif path[0] in node:
            yield from _objects_at(node[path[0]], path[1:], f"{where}{path[0]}.")


def _add_organization(draft: InvitationDraft, board: Board, job: Mapping[str, Any], where: str, data: Any) -> None:
    candidates = [(where, job, path) for path in board.organizations]
    if board.organization_of_all:
        candidates.append(("", data, board.organization_of_all))
    for base, node, path in candidates:
        name = plain_text(_value_at(node, path))
        if name and name.lower() not in HIDDEN:
            draft.add("organization", name, base + ".".join(path))
            return
    for key in ADDRESSES:
        if match := ADDRESS.match(str(job.get(key))[:500]):
            draft.add("organization", plain_text(match[1] or match[2]), f"{where}{key} {GUESSED}")
            return


def _value_at(node: Any, path: Path) -> Any:
    for key in path:
        node = (as_object(node) or {}).get(key)
    return node
