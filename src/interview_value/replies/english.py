"""The English texts of letters and preparation plans. Another language is a mapping with the same keys."""

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
    "ask.short_call": """\
Interview: $role

Hello,

Thank you for inviting me to interview for $role. Before we both set the time aside, could we talk for a quarter of an \
hour by phone? I would like to make sure that it is the right conversation for both of us.

Kind regards

$name
""",
    "ask.video": """\
Interview: $role

Hello,

Thank you for inviting me to interview for $role. Would it be possible to hold the interview by video? It would make \
it much easier for me to take part.

Kind regards

$name
""",
    "ask.later": """\
Interview: $role

Hello,

Thank you for inviting me to interview for $role. I would like to come with the time that it deserves: would a later \
date be possible?

Kind regards

$name
""",
    "task.practice": """\
Practise your answers
Say them aloud, to somebody or to a recording: why this position, two or three pieces of work that you would tell of, \
and the question that you would least like to get.
""",
    "task.practice.screen": """\
Practise the short answers
Say them aloud: who you are in two minutes, why you answered the posting, when you could begin, and what you expect \
to earn.
""",
    "task.practice.onsite": """\
Practise the long answers
Work through a task like those of the position against the clock, and say aloud what you do and why; then tell of two \
or three pieces of work.
""",
    "task.practice.final": """\
Practise the last answers
Say aloud what you would do in the first months, what you would need for it, and under which terms you would come.
""",
    "task.networking": """\
Know whom you will meet
Look up what those who invite you work on ($people), and note a question for each. Put down a time for the day after, \
to thank them and to say how you would like to stay in touch.
""",
    "task.role_discovery": """\
Find out what would change your mind
Read the posting again for what the work really is, hour by hour. Take these questions along:

$questions
""",
    "task.future_opportunity": """\
Learn about $organization
Read what it makes, for whom, and where it grows. Note which other positions there would suit you, so that you can \
say so.
""",
    "task.general": """\
Prepare for the interview
Read the posting again, and say aloud why you come, what you have done, and what you want to know.
""",
    "task.other": """\
Prepare what counts for you: $benefit
Note what you want to have found out or shown by the end of the interview.
""",
    "organization": "the organisation",
    "people": "the names in the invitation",
    "role": "the position",
    "role at": "$role at $organization",
    "better": "a role that is closer to what I am looking for",
    "question.anything": "What does a usual week in this role consist of?",
    "question.would_accept": "What does a usual week in this role consist of?",
    "question.later_hours": "Which rounds or tasks would follow, and how long do they take?",
    "question.duration": "How long will the interview take?",
    "question.offer_chance": "How many people do you interview for this role?",
    "question.openings": "How often do other positions come up in which I might fit?",
    "question.people_met": "How many people will I meet, and what do they do?",
    "question.role_interest": "Which of the tasks in the posting takes the most time?",
    "question.organization_interest": "What is the team that I would join working on now?",
    "question.travel": "Can the interview be held by phone or video?",
}
"""Texts by key. Letters are templates (``string.Template``) whose first line is the subject; a paragraph that names a
value which is not known is left out. ``ask.`` and the name of a way is the letter that proposes it; a way without
one gets the letter that asks. ``task.`` and the name of a benefit, or of a benefit and a stage, is a task before
the interview, its first line the title. ``question.`` and the name of a quantity is a question to the recruiter whose
answer tells something about that quantity."""
