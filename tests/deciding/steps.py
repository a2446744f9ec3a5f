"""Steps of a session for tests: answers at the ends, ranges, skips and steps back."""

from __future__ import annotations

from hypothesis import strategies as st


def replies_of(*replies):
    """Lists of a few replies."""
    return st.lists(st.sampled_from(replies), max_size=8)


def reply_with(asked, reply):
    """Take one step: an answer at one end, or the first or last choice, the whole range, a skip, or one step back."""
    question = asked.question
    if reply == "undo":
        if asked.history:
            asked.undo()
    elif reply == "skip" and question is not None:
        asked.skip()
    elif question is not None and question.low is None:
        choices = asked.choices(question)
        asked.answer(choices[0] if reply == "low" else choices[-1])
    elif question is not None:
        asked.answer({"low": question.low, "high": question.high, "range": (question.low, question.high)}[reply])
