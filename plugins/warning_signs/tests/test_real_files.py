"""Files of others, all honest as far as anybody knows: almost none may bear a sign.

They lie outside of the project, because many state no licence; ``INTERVIEW_VALUE_REAL_DATA`` says where.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from interview_value_warning_signs import signs_in, signs_of
from interview_value_warning_signs.senders import sender_signs

import interview_value as iv

PROJECT = Path(__file__).parents[3]
FOLDER = PROJECT / os.environ.get("INTERVIEW_VALUE_REAL_DATA", "../shared/data")
KINDS = ("ics", "gcal_json", "email", "jobposting", "ats_json")
FILES = [path for kind in KINDS for path in sorted(FOLDER.glob(f"{kind}/*"))]
PAIRS = FOLDER / "big" / "network_jobs_17k.jsonl.gz"
TAG = re.compile(r"<[^<>]{0,500}>")


def long_texts(data: object) -> Iterator[str]:
    """Yield the long texts somewhere in plain data."""
    if isinstance(data, str) and len(data) > 200:
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from long_texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from long_texts(value)


def texts_of(path: Path) -> list[str]:
    """The words of a file, without markup."""
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        texts = list(long_texts(json.loads(text)))
    except ValueError:
        texts = [text]
    return [TAG.sub("\n", html.unescape(text)) for text in texts]


@pytest.mark.skipif(not FILES, reason=f"there are no files of others in {FOLDER}")
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_honest_files_bear_no_sign(path: Path) -> None:
    """Neither what is read of them, nor their words."""
    assert () == tuple(finding for text in texts_of(path) for finding in signs_in(text))
    try:
        assert () == signs_of(iv.read(path))
    except iv.errors.ReadError:
        return


@pytest.mark.skipif(not PAIRS.exists(), reason=f"there is no {PAIRS}")
def test_honest_addresses_bear_no_sign() -> None:
    """An organisation's own domain is known as such, even if it is shortened or has more in it than the name."""
    with gzip.open(PAIRS, "rt", encoding="utf-8") as lines:
        jobs = [json.loads(line) for line in lines]
    pairs = {(job["company"], job["companyDomain"]) for job in jobs if isinstance(job, dict)}
    assert len(pairs) > 100
    assert [] == [pair for pair in pairs for _ in sender_signs(f"mailto:jobs@{pair[1]}", pair[0])]
