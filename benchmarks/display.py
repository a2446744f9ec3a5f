"""Time and size of showing one evaluation in each form; the first time it is also worked out what would turn it."""

from __future__ import annotations

import re

from _measure import begin, keep, microseconds, once, table

import interview_value as iv
from interview_value.display.html import page_html
from interview_value.display.markdown import page_markdown
from interview_value.display.pages import page_of
from interview_value.display.text import page_text

KNOWN = iv.Invitation(role="Data analyst", organization="Acme", role_interest=0.2, organization_interest=0.6)
EVALUATOR = iv.Evaluator(discover=False)
FORMS = {"HTML": page_html, "text": page_text, "Markdown": page_markdown}


def main() -> None:
    """Measure, print, and keep if asked."""
    begin("Showing one evaluation")
    evaluation = EVALUATOR.evaluate(KNOWN)
    first = 1e6 * once(lambda: page_of(EVALUATOR.evaluate(KNOWN)))
    page = page_of(evaluation)
    took = {form: microseconds(lambda show=show: show(page)) for form, show in FORMS.items()}  # type: ignore[misc]
    html = page_html(page)
    folded = re.sub("<details>.*?</details>", "", html)
    sizes = {"seen": len(folded.encode()), "unfolded": len(html.encode())}
    table([(form, number, "µs") for form, number in took.items()], goal="1,000 µs for HTML")
    table([("its page, with questions, swings and turns, once", first, "µs")])
    table([(f"HTML, {which}", float(size), "bytes") for which, size in sizes.items()], goal="4,000 and 8,000 bytes")
    keep("display", {"microseconds": took, "first": first, "bytes": sizes})


if __name__ == "__main__":
    main()
