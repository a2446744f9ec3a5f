"""marimo itself: an evaluation and the explorer in its notebooks, and cells that run again when a slider moves."""

from __future__ import annotations

import pytest
from browser.pages import serious_violations, set_look
from browser.server import PATIENCE, free_port, serving

NOTEBOOK = """
import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
    import interview_value as iv

    invitation = iv.Invitation(
        role="<script>alert(1)</script>", stage="first", role_interest=0.2, organization_interest=0.6
    )
    seeker = iv.Seeker(upcoming_interviews=6, mindset=0.7)
    return invitation, iv, mo, seeker


@app.cell
def _(invitation, iv, seeker):
    iv.evaluate(invitation, seeker)


@app.cell
def _(invitation, iv, mo, seeker):
    explorer = mo.ui.anywidget(iv.widgets.Explorer(invitation, seeker))
    explorer
    return (explorer,)


@app.cell
def _(explorer, mo):
    mo.md(f"Wrapped: {explorer.evaluation.verdict.name}")


@app.cell
def _(explorer, mo):
    mo.ui.button(label="From Python", on_click=lambda _: setattr(explorer, "weights", {"practice": 2}))


@app.cell
def _(invitation, iv, seeker):
    plain = iv.widgets.Explorer(invitation, seeker)
    plain
    return (plain,)


@app.cell
def _(mo, plain):
    mo.md(f"Plain: {plain.evaluation.verdict.name}")
"""
"""The invitation is read from a stranger; `explorer` is made as the page about it says, and `plain` is not."""

SETTINGS = """
[runtime]
auto_instantiate = true

[display]
theme = "system"
"""
"""Every cell runs when a notebook is opened, and light or dark is what the system prefers."""


@pytest.fixture(scope="module")
def marimo(tmp_path_factory, browser):
    """What starts a marimo that serves the notebook, to be edited or as an app."""
    pytest.importorskip("marimo")
    settings = tmp_path_factory.mktemp("settings")
    (settings / "marimo").mkdir()
    (settings / "marimo" / "marimo.toml").write_text(SETTINGS)

    def start(mode, *options):
        folder, port = tmp_path_factory.mktemp(mode), free_port()
        (folder / "notebook.py").write_text(NOTEBOOK)
        command = ["marimo", "--yes", mode, "notebook.py", "--headless", "--no-token", f"--port={port}", *options]
        return serving(*command, port=port, folder=folder, settings=settings, alive="/health")

    return start


@pytest.fixture(scope="module")
def app(marimo):
    """The address of the notebook as an app, in which everybody who opens it has a session of their own."""
    with marimo("run") as address:
        yield address


@pytest.fixture
def editor(marimo):
    """The address of the notebook, to be edited."""
    with marimo("edit", "--skip-update-check") as address:
        yield address


def opened(page, address):
    """Open the notebook, and wait until both explorers are there."""
    page.set_default_timeout(1_000 * PATIENCE)
    page.goto(address)
    page.locator(".iv-explorer").nth(1).wait_for()
    wrapped, plain = page.locator(".iv-explorer").all()
    return wrapped, plain


def leave_out_effort(explorer):
    """Move a slider by keyboard, and wait until the explorer has another verdict."""
    assert (
        "Settle one thing yourself first; so far it leans towards going."
        == explorer.locator(".iv-verdict").text_content()
    )
    explorer.get_by_role("slider", name="How many times to count “time and money”").press("Home")
    explorer.get_by_text("Go.", exact=True).wait_for()


@pytest.mark.parametrize("mode", ["app", "editor"])
def test_a_slider_runs_the_cells_that_read_the_explorer(page, request, mode):
    """A slider moved by keyboard changes the verdict, and a cell that reads it runs again; one not wrapped runs none."""
    wrapped, plain = opened(page, request.getfixturevalue(mode))
    page.get_by_text("Wrapped: ASK_YOURSELF").wait_for()
    leave_out_effort(plain)
    leave_out_effort(wrapped)
    page.get_by_text("Wrapped: ATTEND").wait_for()
    assert page.get_by_text("Plain: ASK_YOURSELF").is_visible()


def test_what_python_sets_is_shown(page, app):
    """A cell that sets weights moves the sliders of the explorer that is wrapped."""
    wrapped, _ = opened(page, app)
    page.get_by_role("button", name="From Python").click()
    wrapped.get_by_text("2×", exact=True).wait_for()
    assert "2" == wrapped.get_by_role("slider", name="How many times to count “practice”").input_value()


def test_an_evaluation_is_a_table(page, app):
    """An evaluation is a table with headers and bars, what went in is folded, and a stranger's text is text."""
    opened(page, app)
    output = page.locator("div:has(> table)")
    output.get_by_role("table", name="For and against going").wait_for()
    assert 3 == output.get_by_role("columnheader").count()
    assert output.get_by_role("rowheader").count() == output.locator("meter:visible").count() > 0
    entry = output.get_by_text("the interest in the work: 2 of 10")
    assert not entry.is_visible()
    output.get_by_text("See everything").click()
    assert entry.is_visible()
    assert 0 < page.get_by_text("<script>alert(1)</script>").count()
    assert 0 == output.locator("script").count()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_nobody_is_shut_out(page, app, look):
    """In marimo, too, light or dark, axe-core finds nothing serious in what is ours."""
    set_look(page, look)
    opened(page, app)
    assert [look] == page.evaluate("['light', 'dark'].filter(look => document.body.classList.contains(look))")
    assert [] == serious_violations(page, "marimo-anywidget")
    assert [] == serious_violations(page, "div:has(> table)")
