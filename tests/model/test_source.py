"""Source: taking hold of what is to be read."""

from __future__ import annotations

import io

import pytest

import interview_value as iv
from interview_value.model.source import MAX_BYTES


@pytest.mark.parametrize(
    ("readable", "name", "text"),
    [
        (b"BEGIN", "bytes", "BEGIN"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", "text", "BEGIN:VCALENDAR\nEND:VCALENDAR"),
        ("<html>", "text", "<html>"),
        ('{"a": 1}', "text", '{"a": 1}'),
        ("x" * 1_000, "text", "x" * 1_000),
        (io.BytesIO(b"open"), "file", "open"),
        (io.StringIO("öpen"), "file", "öpen"),
        (b"\xef\xbb\xbfmarked", "bytes", "marked"),
        ("ümlaut".encode("utf-16"), "bytes", "ümlaut"),
        ("ümlaut".encode("latin-1"), "bytes", "ümlaut"),
    ],
    ids=["bytes", "lines", "html", "json", "long", "open file", "open text", "utf-8 mark", "utf-16", "latin-1"],
)
def test_what_can_be_read(readable, name, text):
    """Text, bytes and open files are taken as they are, in whichever encoding."""
    source = iv.model.Source.open(readable)
    assert (name, text) == (source.name, source.text)


def test_parsed_json_is_taken_as_it_is():
    """A mapping needs no reading."""
    source = iv.model.Source.open({"title": "Analyst"})
    assert ("mapping", {"title": "Analyst"}) == (source.name, source.mapping)


@pytest.mark.parametrize("as_type", [str, lambda path: path], ids=["text", "path"])
def test_path(tmp_path, as_type):
    """A path is opened, and the source is called by the name of the file alone."""
    path = tmp_path / "mail.ics"
    path.write_bytes(b"BEGIN")
    source = iv.model.Source.open(as_type(path))
    assert ("mail.ics", "BEGIN") == (source.name, source.text)


def test_open_file_has_its_name(tmp_path):
    """A file that is open already is called by its name too."""
    path = tmp_path / "mail.ics"
    path.write_bytes(b"BEGIN")
    with path.open("rb") as file:
        assert "mail.ics" == iv.model.Source.open(file).name


@pytest.mark.parametrize("thing", [3, None, 1.5, ["mail.ics"]], ids=repr)
def test_no_source_at_all(thing):
    """What is no path, text, bytes, file or mapping is refused, saying what is taken."""
    with pytest.raises(iv.errors.ReadError, match="is no path, text, bytes, open file or mapping"):
        iv.model.Source.open(thing)


def test_text_with_half_a_character():
    """Half a surrogate pair stands for no character, and is no reason to read nothing."""
    assert "{torn ?}" == iv.model.Source.open("{torn \ud83d}").text


@pytest.mark.parametrize("empty", [b"", b" \n\t", io.BytesIO()], ids=["nothing", "blanks", "file"])
def test_empty(empty):
    """Nothing to read is an error."""
    with pytest.raises(iv.errors.ReadError, match="is empty"):
        iv.model.Source.open(empty)


@pytest.mark.parametrize("path", ["no such file.ics", "nul\0byte"])
def test_no_such_file(path):
    """A path that cannot be opened is an error that says why."""
    with pytest.raises(iv.errors.ReadError, match="cannot be opened: "):
        iv.model.Source.open(path)


@pytest.mark.parametrize("address", ["https://jobs.example/17", "HTTP://jobs.example", "webcal://example.org/me.ics"])
def test_a_web_address_is_no_file(address):
    """Whoever pastes an address learns that nothing is fetched and what to do instead."""
    with pytest.raises(
        iv.errors.ReadError, match="is a web address, and nothing is fetched; save the page and read the file"
    ):
        iv.model.Source.open(address)


def test_directory_is_no_file(tmp_path):
    """A folder cannot be read."""
    with pytest.raises(iv.errors.ReadError, match="cannot be opened"):
        iv.model.Source.open(tmp_path)


def test_too_large(tmp_path):
    """A source beyond the limit is refused without being read to its end, and the way out is said."""
    path = tmp_path / "large.ics"
    with path.open("wb") as file:
        file.seek(50_000_000)
        file.write(b"x")
    with pytest.raises(iv.errors.ReadError, match="larger than 10,000,000 bytes; pass max_bytes="):
        iv.model.Source.open(path)
    assert MAX_BYTES < len(iv.model.Source.open(path, max_bytes=60_000_000).data)


@pytest.mark.parametrize("unreadable", [5, None, 2.5, object()])
def test_what_cannot_be_read_says_what_can(unreadable):
    """What is no path, text, bytes, open file or mapping is refused in words."""
    with pytest.raises(iv.errors.ReadError, match="is no path, text, bytes, open file or mapping"):
        iv.model.Source.open(unreadable)


def test_half_a_surrogate_pair_is_read_as_a_question_mark():
    """Text that holds half a surrogate pair, as some JSON gives, is read all the same."""
    assert "BEGIN:VCALENDAR\n?" == iv.model.Source.open("BEGIN:VCALENDAR\n\ud800").text


def test_a_long_line_is_no_path():
    """A line of a thousand characters is the text itself, and a shorter one the path of a file."""
    assert "x" * 1_000 == iv.model.Source.open("x" * 1_000).text
    with pytest.raises(iv.errors.ReadError, match="cannot be opened"):
        iv.model.Source.open("x" * 999)
