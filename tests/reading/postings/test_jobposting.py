"""Job postings: role and organisation from JSON-LD, however a page wraps it."""

from __future__ import annotations

import pytest
from reading.files import page, posted

from interview_value.errors import ReadError
from interview_value.reading import read

POSTING = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Data Analyst"}
TEXT = '{"@type": "JobPosting", "title": "Data Analyst"}'
OTHER = {"@type": "Organization", "name": "Example"}


@pytest.mark.parametrize(
    "data",
    [
        POSTING,
        [OTHER, POSTING],
        {"@graph": [OTHER, POSTING]},
        {"@type": "WebPage", "mainEntity": POSTING},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": POSTING}]},
        {**POSTING, "@type": ["WebPage", "JobPosting"]},
        {**POSTING, "@type": "http://schema.org/JobPosting"},
        {**POSTING, "@type": "schema:JobPosting"},
    ],
)
def test_a_posting_is_found_wherever_it_stands(data):
    """In a list, a graph or another object, and under each way to write its type."""
    assert ["Data Analyst"] * 2 == [read(page(data)).role, read({"data": data}).role]


@pytest.mark.parametrize(
    "html",
    [
        page(f"\n<!-- {TEXT} -->\n"),
        page(f"//<![CDATA[\n{TEXT}\n//]]>"),
        page(f"/*<![CDATA[*/{TEXT}/*]]>*/"),
        page(TEXT + ";"),
        page(TEXT.replace('"', "&quot;")),
        page(TEXT.replace("Data ", "Data \n")),
        page(TEXT).replace("</script>", "</SCRIPT >"),
        page(TEXT).replace('"application/ld+json"', "'application/LD+json; charset=utf-8' id=\"a>b\""),
        page(TEXT).replace("ld+json", "ld&#43;json"),
        page(TEXT).partition("</script>")[0],
        "<html><!-- <script> --><script src=a.js></script>" + page(TEXT),
        "<html><script <b>" + page(TEXT),
        "<html><script>var a = 1;</script><script type=module>json</script>" + page(TEXT),
    ],
)
def test_wrappings_of_real_pages(html):
    """Comments, CDATA, entities, raw line breaks and other scripts around it."""
    assert "Data Analyst" == read(html).role


@pytest.mark.parametrize(
    "html",
    [
        "<html><!-- " + page(TEXT) + " -->",
        "<html><!-- " + page(TEXT),
        page(TEXT).replace("ld+json", "json"),
        page(TEXT).replace("JobPosting", "JobPostings"),
        page({"@type": "JobOffer", "title": "Data Analyst"}),
        page({"@type": 7, "title": "Data Analyst"}),
        page(),
        "<html><script",
    ],
)
def test_a_page_without_a_posting_is_refused(html):
    """What is commented out or of another type is no posting; the reason says what was looked for."""
    with pytest.raises(ReadError, match="looked for JSON-LD, microdata and RDFa"):
        read(html)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<p itemscope itemtype="https://schema.org/JobPosting">x</p>', "names neither a role nor an organisation"),
        (page("{broken}"), "piece 1 of JSON-LD in the page is broken"),
        (page({"@type": "JobPosting"}), "names neither a role nor an organisation"),
        ("{broken}", "looks like JSON but cannot be read"),
        (page("&quot;broken"), "piece 1 of JSON-LD in the page is broken"),
    ],
)
def test_the_reason_helps(html, reason):
    """It says what was there instead."""
    with pytest.raises(ReadError) as error:
        read(html)
    assert reason in error.value.reason


def test_broken_json_beside_good_becomes_a_note():
    """The good piece is read."""
    invitation = read(page("{broken}", POSTING))
    assert ("Data Analyst", True) == (invitation.role, "piece 1 of JSON-LD" in invitation.notes[0])


@pytest.mark.parametrize(
    ("fields", "role", "where"),
    [
        ({"title": "R&amp;D  <b>Analyst</b>\n"}, "R&D Analyst", "JobPosting.title"),
        ({"title": ["Analyst", "Analystin"]}, "Analyst", "JobPosting.title"),
        ({"title": {"@value": "Analyst", "@language": "en"}}, "Analyst", "JobPosting.title"),
        ({"title": [7, {"@value": "Analyst"}]}, "Analyst", "JobPosting.title"),
        ({"title": " ", "name": "Analyst"}, "Analyst", "JobPosting.name"),
        ({"title": {"x": 1}, "name": "Analyst"}, "Analyst", "JobPosting.name"),
    ],
)
def test_the_role_is_the_title(fields, role, where):
    """As plain text, whichever way JSON-LD writes it; a name stands in for a title that is missing."""
    invitation = posted(**fields)
    assert (role, f"mapping: {where}") == (invitation.role, invitation.read_from["role"])


@pytest.mark.parametrize(
    ("given", "organization", "where"),
    [
        ("Example", "Example", ""),
        ({"name": "Example"}, "Example", ".name"),
        ([{"name": "Example"}, {"name": "Other"}], "Example", ".name"),
        ({"legalName": "Example Ltd"}, "Example Ltd", ".legalName"),
        ({"@value": "Example"}, "Example", ""),
    ],
)
def test_the_organisation_is_who_hires(given, organization, where):
    """As text or as an object."""
    invitation = posted(title="Analyst", hiringOrganization=given)
    assert organization == invitation.organization
    assert f"mapping: JobPosting.hiringOrganization{where}" == invitation.read_from["organization"]


@pytest.mark.parametrize("given", [None, [], {}, 7, {"name": " "}, {"@id": "#nowhere"}, {"@id": 7}])
def test_an_organisation_that_is_not_named_is_unknown(given):
    """Nothing stands in for it."""
    assert posted(title="Analyst", hiringOrganization=given).organization is None


def test_a_reference_to_an_organisation_is_followed_within_the_source():
    """The name may stand in another object of the graph."""
    posting = {**POSTING, "hiringOrganization": {"@id": "#us"}}
    assert "Example" == read({"@graph": [posting, {**OTHER, "@id": "#us"}]}).organization


def test_an_organisation_that_hides_is_unknown():
    """The word "confidential" is no name, and a note says so."""
    invitation = posted(title="Analyst", hiringOrganization={"name": "Confidential"})
    assert (None, ("the posting does not say who hires: 'Confidential'",)) == (
        invitation.organization,
        invitation.notes,
    )


def test_where_the_job_is_says_nothing_of_the_interview():
    """A remote job may be talked about in person, and the other way round."""
    place = {"@type": "Place", "address": "Berlin"}
    invitation = posted(title="Analyst", jobLocationType="TELECOMMUTE", jobLocation=place)
    assert (None, None) == (invitation.remote, invitation.location)
    assert ("the posting says that the job is remote; it does not say so of the interview",) == invitation.notes


def test_of_several_postings_the_first_with_a_role_is_taken():
    """A note says how many there were."""
    invitation = read(page([{"@type": "JobPosting"}, POSTING, {**POSTING, "title": "Other"}]))
    note = "the source holds 3 job postings; taken was the first that names a role: 'Data Analyst'"
    assert ("Data Analyst", (note,)) == (invitation.role, invitation.notes)


@pytest.mark.parametrize(
    ("head", "said", "language", "where"),
    [
        ("<html>", {"inLanguage": "de"}, "de", "JobPosting.inLanguage"),
        ("<html lang=en>", {"inLanguage": ["de-AT", "en"]}, "de-AT", "JobPosting.inLanguage"),
        ("<html lang=en>", {"inLanguage": {"@value": "de"}}, "de", "JobPosting.inLanguage"),
        ("<html lang=en>", {"inLanguage": {"@type": "Language", "name": "German"}}, "en", "html lang"),
        ("<html class='a' LANG = 'de_DE'>", {}, "de-DE", "html lang"),
        ('<!-- a page --><HTML dir="ltr" lang="de">', {"inLanguage": "so to say"}, "de", "html lang"),
        ("<html data-lang=de hreflang=de>", {}, None, None),
        ("<html lang=''>", {}, None, None),
        ("<html lang='" + "d" * 40 + "'>", {}, None, None),
        ("<html " + "a " * 1_000_000 + "lang=de>", {}, None, None),
        ("<html\n" * 1_000_000, {}, None, None),
    ],
)  # fmt: skip
def test_the_language(head, said, language, where):
    """The posting's own counts before that of its page; what is no tag is ignored, however long."""
    invitation = read(page({**POSTING, **said}).replace("<html>", head))
    place = invitation.read_from.get("language", "").removeprefix("page: ").removeprefix("text: ") or None
    assert (language, where) == (invitation.language, place)


def test_a_language_alone_is_no_posting():
    """A posting that names neither a role nor who hires cannot be read, whatever its language is."""
    with pytest.raises(ReadError, match="names neither a role nor an organisation"):
        posted(inLanguage="de")
