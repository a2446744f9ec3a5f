"""Time and size of showing one evaluation in each form.

Its page is made once and kept. That takes longer, because what to ask, what decides and what turns the answer is worked
out then; it is measured in a process that has just begun, later, and where NumPy is loaded, which is used then.
"""

from __future__ import annotations

import re
from importlib import import_module

from _measure import begin, keep, microseconds, once, table

import interview_value as iv
from interview_value.display.html import page_html
from interview_value.display.markdown import page_markdown
from interview_value.display.pages import page_of
from interview_value.display.text import page_text

KNOWN = iv.Invitation(role="Data analyst", organization="Acme", role_interest=0.2, organization_interest=0.6)
EVALUATOR = iv.Evaluator(discover=False)
AGAIN = 20
"""So many evaluations have their pages made."""

FORMS = {"HTML": page_html, "text": page_text, "Markdown": page_markdown}


def least_page() -> float:
    """Return the least time in which the page of an evaluation is made for the first time, µs."""
    evaluations = [EVALUATOR.evaluate(KNOWN) for _ in range(AGAIN)]
    return 1e6 * min(once(lambda one=one: page_of(one)) for one in evaluations)  # type: ignore[misc]


def main() -> None:
    """Measure, print, and keep if asked."""
    begin("Showing one evaluation")
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
    keep("display", {"microseconds": took, "page": made, "bytes": sizes})


if __name__ == "__main__":
    main()
