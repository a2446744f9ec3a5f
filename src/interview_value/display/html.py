"""HTML: an evaluation for a notebook. Real tables, no script, no style sheet, no colour; everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ..analysis.compare import Comparison
from ..evaluation import Evaluation
from . import parts

__all__ = ["comparison_html", "evaluation_html"]


def evaluation_html(evaluation: Evaluation) -> str:
    """Return an evaluation as a piece of HTML that a notebook shows, trusted or not.

    It has no colours of its own, so that it is read in light and dark alike; + and − stand in the text.
    """
    return "".join(_pieces(evaluation))


def comparison_html(comparison: Comparison) -> str:
    """Return several invitations side by side as a piece of HTML, of the same make as an evaluation's."""
    head = "".join(f'<th scope="col">{h}</th>' for h in ("Invitation", "Net, hours", "90% range", "Best in", "Verdict"))
    rows = "".join(
        _row(parts.rival(item), *parts.hours(item.net), parts.percent(item.chance_best), parts.HEADLINES[item.verdict])
        for item in comparison.ranking
    )
    return (
        "<table><caption>Invitations, the highest expected net value first</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _pieces(evaluation: Evaluation) -> Iterator[str]:
    subject = _safe(parts.subject(evaluation.invitation))
    yield f"<div><p><strong>{_safe(parts.headline(evaluation))}</strong><br>{subject}</p>"
    yield from _table(evaluation)
    yield from _list("Find out first", parts.find_out(evaluation))
    yield from _list("What decides it", parts.decides(evaluation))
    yield from _list("What would turn it", parts.turns(evaluation))
    for heading, inputs in parts.inputs_of(evaluation):
        yield from _details(heading, inputs)
    yield from _list("Two sources disagree", parts.disagreements(evaluation))
    yield from _list("Notes", evaluation.notes)
    yield from _list("Not counted, because it failed", evaluation.errors)
    yield from _list("Took long", parts.late(evaluation))
    yield "</div>"


def _table(evaluation: Evaluation) -> Iterator[str]:
    yield "<table><caption>Hours of your time, by criterion</caption><thead><tr>"
    yield from (f'<th scope="col">{heading}</th>' for heading in ("Criterion", "Hours", "90% range", "Why"))
    yield "</tr></thead><tbody>"
    for item in parts.ranked(evaluation):
        yield _row(item.name, *parts.row(item))
    yield "</tbody><tfoot>"
    for name, total in parts.totals(evaluation):
        yield _row(name, *parts.hours(total), "")
    yield "</tfoot></table>"


def _row(name: str, *cells: str) -> str:
    return f'<tr><th scope="row">{_safe(name)}</th>' + "".join(f"<td>{_safe(cell)}</td>" for cell in cells) + "</tr>"


def _list(heading: str, entries: Iterable[str]) -> Iterator[str]:
    items = "".join(f"<li>{_safe(entry)}</li>" for entry in entries)
    if items:
        yield f"<p>{heading}:</p><ul>{items}</ul>"


def _details(heading: str, entries: list[str]) -> Iterator[str]:
    if entries:
        items = "".join(f"<li>{_safe(entry)}</li>" for entry in entries)
        yield f"<details><summary>{heading} ({len(entries)})</summary><ul>{items}</ul></details>"


def _safe(text: str) -> str:
    return escape(parts.printable(text))
