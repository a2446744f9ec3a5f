"""What exists has its place in the documentation, and what the documentation names exists."""

import json
import re
import sys
from pathlib import Path

import pytest
import yaml

import interview_value as iv
from interview_value.plugins import hookspecs
from interview_value.scoring.draws import DRAWS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
EVALUATOR = iv.Evaluator(discover=False)


def text(name):
    """Return the text of a page."""
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("hook", [name for name in hookspecs.__all__ if name.startswith("interview_value_")])
def test_hook_is_documented(hook):
    """Each hook stands on the page of hooks, and says since when, what it returns and how it may fail."""
    assert f"autofunction:: interview_value.plugins.hookspecs.{hook}" in text("reference/hooks.md")
    for part in ("Returns:", "Failure:", "versionadded::"):
        assert part in getattr(hookspecs, hook).__doc__


def shown(page):
    """Return the names that a page shows with their documentation, such as ``model.Event``; data in the core too."""
    names = " ".join(re.findall(r"```\{public-names\}\n(.*?)```", text(page), re.DOTALL)).split()
    return [*names, *re.findall(r"autodata:: interview_value\.((?!testing\.)\S+)", text(page))]


def test_every_public_name_has_its_place():
    """The page of names has each name of the front door and of the packages of the core, once, and that of errors the errors."""
    front_door = [name for name in iv.__all__ if name != "__version__"]
    packages = (
        "deciding",
        "display",
        "evaluation",
        "export",
        "model",
        "outcome",
        "plugins",
        "reading",
        "replies",
        "scoring",
    )
    inside = [
        f"{package}.{name}" for package in packages for name in getattr(iv, package).__all__ if name not in front_door
    ]
    assert sorted([*front_door, *inside]) == sorted(shown("reference/api.md"))


def test_every_name_that_moved_says_where_to():
    """What once stood at the front door is on the page of moved names, each beside the package that has it now."""
    rows = re.findall(r"^\| `iv\.(\w+)` \| (.+) \|$", text("reference/moved.md"), re.MULTILINE)
    moved = {name: package for package, names in rows for name in re.findall(r"`(\w+)`", names)}
    assert 60 == len(moved)
    assert [] == [name for name, package in moved.items() if name not in getattr(iv, package).__all__]
    assert [] == [name for name in moved if name in iv.__all__]


def test_every_name_of_a_part_has_its_place():
    """What is reached as ``iv.frames`` and the like is on the page of names, each name of each part."""
    page = text("reference/api.md")
    parts = re.split(r"^# (.+)\n", text("reference/public-api.txt"), flags=re.MULTILINE)[1:]
    names = [
        (part, name)
        for part, listing in zip(parts[::2], parts[1::2], strict=True)
        if part
        in ("interview_value.frames", "interview_value.plots", "interview_value.testing", "interview_value.widgets")
        for name in re.findall(r"^(?:class )?([A-Za-z_]\w*)", listing, re.MULTILINE)
    ]
    assert 30 < len(names)
    assert [] == [
        (part, name) for part, name in names if not re.search(rf":: {re.escape(part)}(\.\w+)*\.{name}\b", page)
    ]


def test_every_error_has_its_place():
    """The page of errors has each, and what carries the name of an error is one."""
    assert [f"errors.{name}" for name in iv.errors.__all__ if name != "InterviewValueError"] == sorted(
        shown("reference/errors.md")
    )
    assert [] == [
        name for name in iv.errors.__all__ if not issubclass(getattr(iv.errors, name), iv.InterviewValueError)
    ]


@pytest.mark.parametrize(
    "page",
    [
        "explanation/model",
        "reference/quantities",
        "reference/scorers",
        "reference/errors",
        "reference/command-line",
        "reference/hooks",
        "how-to/files",
    ],
)
def test_generated_parts_are_asked_for(page):
    """The pages that are made from the code ask for all that the extension can make."""
    asked = {
        "reference/quantities": [
            "{labels}",
            "{quantities} invitation",
            "{quantities} seeker",
            "{quantities} constants",
        ],
        "explanation/model": ["{evidence}"],
        "reference/scorers": ["{scorers}", "{gates}"],
        "reference/errors": ["{errors}"],
        "how-to/files": ["{formats}"],
        "reference/hooks": ["{hook-signatures}", "{hook-versions}"],
        "reference/command-line": [
            "{command-help}",
            "{command-help} evaluate",
            "{command-help} ask",
            "{command-help} batch",
            "{command-help} explain",
            "{command-help} letter",
            "{command-help} plugins",
            "{command-help} prepare",
            "{command-help} read",
            "{command-help} reply",
            "{command-help} new-plugin",
        ],
    }
    directives = re.findall(r"^```(\{[\w-]+\}.*)$", text(f"{page}.md"), re.MULTILINE)
    assert asked[page] == [directive for directive in directives if directive not in ("{public-names}", "{eval-rst}")]


@pytest.fixture
def generated(monkeypatch):
    """Return the module that makes the tables."""
    pytest.importorskip("docutils")
    pytest.importorskip("click")
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    sys.modules.pop("generated", None)
    import generated

    return generated


def test_tables_have_every_quantity(generated):
    """The tables have each quantity and label that a scorer, a gate or a prior reads, once."""
    page = text("reference/quantities.md")
    groups = ["labels", *re.findall(r"```\{quantities\} (\w+)", page)]
    named = [quantity.name for group in groups for quantity in generated.quantities_of(group)]
    assert sorted(EVALUATOR.quantities) == sorted(named)


def test_evidence_has_every_quantity(generated):
    """Each quantity stands at one grade, most of them are assumptions, and no source of what a job is worth is better than weak."""
    numbers = {name: quantity for name, quantity in EVALUATOR.quantities.items() if not quantity.is_label}
    grades = {name: generated.grade_of(quantity) for name, quantity in numbers.items()}
    assumed = [name for name, grade in grades.items() if grade == "assumption"]
    assert len(assumed) > len(grades) / 2
    assert ("weak", "a decision") == (grades["job_worth"], grades["preparation"])
    assert set(generated.GRADES) == set(grades.values())


def test_tables_say_what_a_choice_stands_for(generated):
    """A choice has its name, its label, its range, and the other words that are understood."""
    stage, worth = EVALUATOR.quantities["stage"], EVALUATOR.quantities["job_worth"]
    assert "`quarter` three months' work = 300..800 (3 months, a quarter of a year)" == generated.choice_in_words(
        "quarter", worth.choices["quarter"]
    )
    assert "`final` the last round (director, last, final round)" == (
        generated.choice_in_words("final", stage.choices["final"])
    )
    assert "would_accept" in generated.priors_by("status")


def test_every_source_can_be_looked_up():
    """Each study and survey that a source names by author and year stands in the list of the model, with the same DOI."""
    known = (*EVALUATOR.quantities.values(), *EVALUATOR.scorers, *EVALUATOR.gates)
    sources = " ".join(item.source for item in known)
    author = r"[A-ZŞ][a-z]+(?:[A-Z][a-z]+)?"
    cited = set(re.findall(rf"{author}(?:(?:, | & |/){author})*(?: et al\.)? (?:19|20)\d\d", sources))
    dois = set(re.findall(r"10\.\d{4,}/[^\s;),]+", sources))
    assert {"Rajkumar et al. 2022", "Powell, Stanley & Brown 2018", "Liu, Huang & Wang 2014", "Lever 2019"} <= cited
    listed = text("explanation/model.md").partition("## Where to look it up")[2]
    assert [] == sorted(name for name in cited | dois if name not in listed)


def test_tables_say_all_of_a_quantity(generated):
    """A quantity's row has its unit, bounds, prior by case, question and source."""
    duration = EVALUATOR.quantities["duration"]
    assert "by stage: screen 0.25..0.75, first 0.5..1.5, onsite 2..6, final 0.75..3, otherwise 0.5..4" == (
        duration.prior_in_words
    )


@pytest.mark.parametrize("scorer", [scorer.name for scorer in EVALUATOR.scorers if scorer.kind == "benefit"])
def test_benefit_has_its_claim_and_its_formula(scorer):
    """Each benefit stands beside the claim that it comes from, and its formula in the model."""
    assert f"scorer `{scorer}`" in text("explanation/article.md")
    assert f"## {scorer.replace('_', ' ').capitalize()}" in text("explanation/model.md")


@pytest.mark.parametrize("name", [*(s.name for s in EVALUATOR.scorers), *(g.name for g in EVALUATOR.gates)])
def test_criterion_has_its_place(name):
    """Each scorer and gate is named in the article's table."""
    assert f"`{name}`" in text("explanation/article.md")


def test_networking_is_as_much_as_the_page_says():
    """The hours of networking on the page of the article are what the model gives."""

    def networking(stage, seeker, **known):
        evaluation = EVALUATOR.evaluate(iv.Invitation(stage=stage).with_quantities(**known), seeker)
        return f"{evaluation['networking'].hours.mean:.1f} h"

    employed, keen = iv.Seeker(status="open"), iv.Seeker(status="open", sociability=0.9, follow_up=1)
    one_contact = {"people_met": 1, "tie_chance": 1, "tie_chance_followed": 1}
    devoted = iv.Seeker(status="looking", sociability=1, follow_up=1, job_worth="year")
    said = [
        networking("first", employed.with_quantities(sociability=1), **one_contact),
        networking("first", employed),
        networking("onsite", employed),
        networking("onsite", keen, people_met=5),
        networking("onsite", keen, people_met=5, jobs_per_tie_year=0.005),
    ]
    most = EVALUATOR.evaluate(iv.Invitation(stage="onsite", people_met=8), devoted)
    said.append(f"{most['networking'].hours.mean:.0f} h")
    section = text("explanation/article.md").partition("## Networking")[2].partition("**Why less.**")[0]
    assert said == re.findall(r"[\d.]+ h\b", section)


@pytest.mark.parametrize("page", ["glossary.md", "explanation/model.md", "tutorials/article.ipynb"])
def test_pages_say_how_many_draws_there_are(page):
    """The number of draws on a page is that of the code."""
    assert [str(DRAWS)] == re.findall(r"\b(\d+) (?:equally likely values|of them\.\n|times\. More)", text(page))


def claims():
    """Return what each row of the page of claims names: files of code, the test of the claim, and files of laws."""
    for row in re.findall(r"^\| (?!the article says).+\| (.+) \|$", text("explanation/article.md"), re.MULTILINE):
        named = re.findall(r"`(.+?)`", row)
        laws = [name for name in named if re.fullmatch(r"tests/.+\.py", name)]
        tests = [name for name in named if re.fullmatch(r"test_\w+", name)]
        yield [name for name in named if name not in (*laws, *tests)], tests, laws


def test_files_of_the_claims_exist():
    """Every claim names its code, and every file that is named exists."""
    for code, _, laws in claims():
        assert code
        files = [
            *(ROOT / "src/interview_value" / file for file in code),
            *(ROOT / law for law in laws),
        ]
        assert [] == [str(file) for file in files if not file.is_file()]


def test_every_claim_has_its_own_test():
    """Every claim names one test of its own, in the order in which they stand, and no test stands without its claim."""
    source = (ROOT / "tests/docs/test_claims.py").read_text(encoding="utf-8")
    assert [[test] for test in re.findall(r"^def (test_\w+)", source, re.MULTILINE)] == [
        tests for _, tests, _ in claims()
    ]


def test_modules_and_packages_are_named():
    """Every module and package of the library stands on the page of the architecture."""
    source = ROOT / "src" / "interview_value"
    modules = {path.stem for path in source.glob("*.py") if not path.stem.startswith("__")}
    packages = {path.parent.name for path in source.glob("*/__init__.py")}
    page = text("explanation/architecture.md")
    assert set() == {module for module in modules if f"`{module}`" not in page}
    assert set() == {package for package in packages if f"`{package}/`" not in page}


PAGES = [ROOT / "README.md", *(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_relative_links_lead_somewhere(page):
    """A relative link leads to a file that exists."""
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [] == [link for link in links if not (page.parent / link).exists()]


def test_readme_and_ci_run_the_same_command():
    """The test command of the README is the very one that CI runs."""
    (command,) = re.findall(
        r"^python3 .+\.venv/bin/nox$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_citation_is_of_this_version():
    """The file by which one cites names this version, and has what every reference needs."""
    known = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert iv.__version__ == known["version"]
    assert {"cff-version", "message", "title", "authors", "license", "type"} <= known.keys()
    assert "1.2.0" == known["cff-version"]


SECTIONS = ("tutorials", "how-to", "reference", "explanation")


def listed(section):
    """Return the pages that the list of a section has, each with the title that it gives it."""
    index = DOCS / section / "index.md"
    entries = re.findall(r"^- \[(.+)\]\((\S+)\): \S.+\.$", index.read_text(encoding="utf-8"), re.MULTILINE)
    return [((index.parent / page).resolve().relative_to(DOCS).as_posix(), title) for title, page in entries]


def heading(page):
    """Return the title of a page or notebook."""
    source = (DOCS / page).read_text(encoding="utf-8")
    if page.endswith(".ipynb"):
        source = "".join(json.loads(source)["cells"][0]["source"])
    return re.search(r"^# (.+)$", source, re.MULTILINE)[1]


def test_every_page_stands_in_the_list_of_its_section():
    """Each page is in one list, with its own title and a line that says what it is for."""
    pages = {page.relative_to(DOCS).as_posix() for kind in ("*.md", "*.ipynb") for page in DOCS.rglob(kind)}
    written = {page for page in pages if "_build" not in page and not page.endswith("index.md")}
    entries = [entry for section in SECTIONS for entry in listed(section)]
    assert sorted(written) == sorted(page for page, _ in entries)
    assert [(page, heading(page)) for page, _ in entries if page != "changelog.md"] == [
        entry for entry in entries if entry[0] != "changelog.md"
    ]


@pytest.mark.parametrize("section", SECTIONS)
def test_the_sidebar_has_the_order_of_the_list(section):
    """The pages of a section stand in the sidebar as they do in its list."""
    toctrees = re.findall(r"```\{toctree\}\n(?::\w+:.*\n)*\n(.*?)```", text(f"{section}/index.md"), re.DOTALL)
    shown = [(DOCS / section / name).resolve().relative_to(DOCS).as_posix() for name in " ".join(toctrees).split()]
    assert shown == [page.rpartition(".")[0] for page, _ in listed(section)]


def test_where_things_are():
    """Each file and package that the page names exists."""
    named = re.findall(r"`([\w/]+(?:\.py)?)`", text("explanation/where.md"))
    source = ROOT / "src" / "interview_value"
    places = [name for name in named if "/" in name or name.endswith(".py") or (source / name).is_dir()]
    assert 30 < len(places)
    assert [] == [name for name in places if not (source / name).exists() and not (ROOT / name).exists()]
