"""Time and size of showing one evaluation in each form, and beside it what other libraries show in a notebook.

Its page is made once and kept. That takes longer, because what to ask, what decides and what turns the answer is worked
out then; it is measured in a process that has just begun, later, and where NumPy is loaded, which is used then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from _measure import begin, in_turns, keep, microseconds, once, table

import interview_value as iv
from interview_value.display.html import page_html
from interview_value.display.markdown import page_markdown
from interview_value.display.page import Page, Table
from interview_value.display.showing import page_of
from interview_value.display.text import page_text

KNOWN = iv.Invitation(role="Data analyst", organization="Acme", role_interest=0.2, organization_interest=0.6)
EVALUATOR = iv.Evaluator(discover=False)
AGAIN = 20
"""So many evaluations have their pages made."""

TURNS = 200
PEERS = ("pandas", "scikit-learn", "xarray")
FORMS = {"HTML": page_html, "text": page_text, "Markdown": page_markdown}


def least_page() -> float:
    """Return the least time in which the page of an evaluation is made for the first time, µs."""
    evaluations = [EVALUATOR.evaluate(KNOWN) for _ in range(AGAIN)]
    return 1e6 * min(once(lambda one=one: page_of(one)) for one in evaluations)  # type: ignore[misc]


def others(page: Page) -> dict[str, Callable[[], str]]:
    """Return what shows about as much elsewhere: a table of the same cells, a pipeline, nine variables."""
    import pandas as pd
    import xarray as xr
    from sklearn.decomposition import PCA
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    hours = next(part for part in page.parts if isinstance(part, Table))
    rows = (*hours.rows, *hours.foot)
    frame = pd.DataFrame(list(rows), columns=list(hours.heads))
    steps = make_pipeline(StandardScaler(), PCA(), LogisticRegression())
    variables = xr.Dataset({name: ("draw", [0.0] * 256, {"why": why}) for name, *_, why in rows})
    return {
        "pandas, a table with the same cells": frame._repr_html_,
        "scikit-learn, a pipeline of three steps": steps._repr_html_,
        "xarray, nine variables": variables._repr_html_,
    }


def beside(page: Page) -> dict[str, dict[str, float]]:
    """Return the µs and bytes of our HTML and of each other library's, measured turn by turn."""
    calls = {"interview_value, an evaluation": lambda: page_html(page), **others(page)}
    seconds = in_turns(calls, TURNS)
    return {name: {"microseconds": 1e6 * seconds[name], "bytes": len(call().encode())} for name, call in calls.items()}


def main() -> None:
    """Measure, print, and keep if asked."""
    begin("Showing one evaluation", *PEERS)
    evaluation = EVALUATOR.evaluate(KNOWN)
    first = 1e6 * once(lambda: page_of(EVALUATOR.evaluate(KNOWN)))
    page = page_of(evaluation)
    without, _ = least_page(), import_module("numpy")
    with_numpy = least_page()
    took = {form: microseconds(lambda show=show: show(page)) for form, show in FORMS.items()}  # type: ignore[misc]
    html = page_html(page)
    folded = re.sub("<details>.*?</details>", "", html)
    sizes = {"seen": len(folded.encode()), "unfolded": len(html.encode())}
    table([(form, number, "µs") for form, number in took.items()], goal="1,000 µs for HTML")
    made = {"in a new process": first, "later": without, "later, with NumPy loaded": with_numpy}
    table([(f"its page, {when}", number, "µs") for when, number in made.items()])
    table([(f"HTML, {which}", float(size), "bytes") for which, size in sizes.items()], goal="4,000 and 8,000 bytes")
    found = beside(page)
    ours, *_ = found.values()
    for name, one in found.items():
        ratios = [one[unit] / ours[unit] for unit in ("microseconds", "bytes")]
        told = f"µs, {one['bytes']:,.0f} bytes ({ratios[0]:.2f} and {ratios[1]:.2f} times ours)"
        table([(name, one["microseconds"], told)])
    keep("display", {"microseconds": took, "page": made, "bytes": sizes, "beside": found}, *PEERS)


if __name__ == "__main__":
    main()
