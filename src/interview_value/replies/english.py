"""English: the words of the letters. Another language is a mapping with the same keys."""

from __future__ import annotations

__all__ = ["ENGLISH"]

ENGLISH: dict[str, str] = {
    "accept": """\
Interview: $role

Hello,

Thank you for inviting me to interview for $role. I am glad to come.

I have noted $starts.

Please tell me if there is anything that I should bring or prepare.

Kind regards

$name
""",
    "decline": """\
Interview: $role

Hello,

Thank you for inviting me to interview for $role, and for the time that you have already given to it.

I have decided not to take part in the interview: this is not the role that I am looking for, and I would rather \
say so now than take up your time.

If $better comes up, I would be glad to hear from you.

I wish you and your colleagues well in finding the right person.

Kind regards

$name
""",
    "ask": """\
Interview: $role

Hello,

Thank you for inviting me to interview for $role. Before I answer, may I ask:

$questions

Your answer will help me to tell whether this is the right conversation for both of us.

Kind regards

$name
""",
    "role": "the position",
    "role at": "$role at $organization",
    "better": "a role that is closer to what I am looking for",
    "question.anything": "What does a usual week in this role consist of?",
    "question.appeal": "What does a usual week in this role consist of?",
    "question.clarity": "What does a usual week in this role consist of?",
    "question.duration": "How long will the interview take?",
    "question.offer_chance": "How many people do you interview for this role?",
    "question.openings": "How often do other positions come up in which I might fit?",
    "question.people_met": "How many people will I meet, and what do they do?",
    "question.preparation": "Is there a task, or anything else that I should prepare?",
    "question.role_interest": "Which of the tasks in the posting takes the most time?",
    "question.organization_interest": "What is the team that I would join working on now?",
    "question.travel": "Can the interview be held by phone or video?",
}
"""Texts are templates (``string.Template``) whose first line is the subject. A paragraph with a name for which there is
no value is left out. ``question.`` and the name of a quantity is how a recruiter is asked what would tell of it."""
