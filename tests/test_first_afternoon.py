"""A first afternoon: what people get wrong at each door, and what they are told; each answer says what would be right."""

from __future__ import annotations

import datetime as dt  # noqa: F401 - the calls below use it
import re
import shlex

import pytest

import interview_value as iv
from interview_value.errors import (
    FieldError,
    InvalidInputError,
    NameClashError,
    PluginError,
    ReadError,
    ScorersFailedError,
    SessionError,
    SignatureError,
    UnknownFieldError,
    UnknownNameError,
)

BARE = iv.Evaluator(discover=False, draws=8)
HOURS = 'a finite number, a pair (low, high), or text such as "1.5 h" or "1..3"'
EVALUATED = BARE.evaluate(iv.Invitation())
SAVED = EVALUATED.to_dict()


def way(travel):
    """The hours on the way, as a plain function."""
    return travel


class Hooks:
    """A plugin with the hook of scorers, as its child classes implement it."""


class Unmarked(Hooks):
    """One that forgets the mark."""

    def interview_value_scorers(self):
        """Nothing of use."""
        return []


class Misspelt(Hooks):
    """One that misspells the hook."""

    @iv.hookimpl
    def interview_value_scorer(self):
        """Nothing of use."""
        return []


class Asking(Hooks):
    """One that asks for what no hook gets."""

    @iv.hookimpl
    def interview_value_scorers(self, invitation):
        """Nothing of use."""
        return []


class Numbers(Hooks):
    """One that returns no scorers."""

    @iv.hookimpl
    def interview_value_scorers(self):
        """Nothing of use."""
        return [3]


def commute(**changes):
    """A quantity, but for what is changed."""
    return iv.Quantity("commute", **{"unit": "h", "bounds": (0, 9), "prior": (1, 2), **changes})


def marked(function, **settings):
    """An evaluator with a scorer that is made of a function."""
    return iv.Evaluator(
        discover=False, plugins=[iv.scorer(kind="cost", name="mine", **settings)(function)], strict=True
    )


def session(**facts):
    """A session about an invitation."""
    return iv.Session(iv.Invitation(**facts), evaluator=BARE)


CONSTRUCTORS = {
    "iv.Invitation('Analyst')": (UnknownFieldError, "got 'Analyst', expected fields by their names, as in role=…"),
    "iv.Invitation(rol='Analyst')": (UnknownFieldError, "rol: got 'Analyst'", "did you mean 'role'?"),
    "iv.Invitation(durration=2)": (UnknownFieldError, "durration: got 2", "did you mean 'duration'?"),
    "iv.Invitation(salary=2)": (UnknownFieldError, "salary: got 2, expected a field of the invitation: role, organ"),
    "iv.Invitation(role=5)": (InvalidInputError, "role: got 5, expected text of at most 2,000 characters"),
    "iv.Invitation(role='x' * 3000)": (InvalidInputError, "expected text of at most 2,000 characters"),
    "iv.Invitation(location=('a', 'b'))": (InvalidInputError, "location: got ('a', 'b'), expected text"),
    "iv.Invitation(duration=-1)": (InvalidInputError, "duration: got -1.0, expected 0.05 to 60 (h)"),
    "iv.Invitation(duration=0)": (InvalidInputError, "duration: got 0.0, expected 0.05 to 60 (h)"),
    "iv.Invitation(duration=(0, 2))": (InvalidInputError, "duration: got [0.0, 2.0], expected 0.05 to 60"),
    "iv.Invitation(duration='four')": (InvalidInputError, f"duration: got 'four', expected {HOURS}, in h, 0.05 to 60"),
    "iv.Invitation(duration='2..')": (InvalidInputError, f"duration: got '2..', expected {HOURS}"),
    "iv.Invitation(duration=(7, 2))": (InvalidInputError, "got (7, 2), expected the low end first: (2, 7)"),
    "iv.Invitation(duration=(1, 2, 3))": (InvalidInputError, f"duration: got (1, 2, 3), expected {HOURS}"),
    "iv.Invitation(duration=(None, 2))": (InvalidInputError, "got (None, 2), expected finite numbers for both ends"),
    "iv.Invitation(duration={'low': 1, 'high': 2})": (InvalidInputError, "got {'low': 1, 'high': 2}, expected", HOURS),
    "iv.Invitation(duration=True)": (InvalidInputError, f"duration: got True, expected {HOURS}"),
    "iv.Invitation(duration=float('nan'))": (InvalidInputError, f"duration: got nan, expected {HOURS}"),
    "iv.Invitation(duration=1e16)": (InvalidInputError, "got 1e+16, expected a number of at most 1e+15"),
    "iv.Invitation(duration=dt.timedelta(hours=1))": (InvalidInputError, "timedelta(seconds=3600), expected", HOURS),
    "iv.Invitation(duration='40 EUR')": (InvalidInputError, f"duration: got '40 EUR', expected {HOURS}"),
    "iv.Invitation(expenses='40 h')": (InvalidInputError, "expenses: got '40 h'", '"4" or "2..7", in money, 0 to 1'),
    "iv.Invitation(expenses='€40..$60')": (InvalidInputError, "expenses: got '€40..$60'", '"4" or "2..7", in money'),
    "iv.Invitation(would_accept=60)": (InvalidInputError, 'expected 0 to 0.95 (share); for 60 per cent say "60%"'),
    "iv.Invitation(would_accept=97)": (InvalidInputError, "would_accept: got 97.0, expected 0 to 0.95 (share)"),
    "iv.Invitation(hinge='40..60')": (InvalidInputError, '(share of the doubt); for 40..60 per cent say "40..60%"'),
    "iv.Invitation(hinge=-0.5)": (InvalidInputError, "hinge: got -0.5, expected 0 to 1 (share of the doubt)"),
    "iv.Invitation(role_interest='high')": (InvalidInputError, "got 'high'", '"60%" or "0.4..0.6", in share, 0 to 1'),
    "iv.Invitation(people_met='two or three')": (InvalidInputError, "got 'two or three'", '"4" or "2..7", in people'),
    "iv.Invitation(people_met=(0, 3))": (InvalidInputError, "people_met: got [0.0, 3.0], expected 0, or 1 to 40 (people)"),
    "iv.Invitation(promise='greatt')": (InvalidInputError, "got 'greatt'", "one of nothing, awkward, goodwill, trouble"),
    "iv.Invitation(stage='frist')": (InvalidInputError, "stage: got 'frist'", "did you mean 'first'?"),
    "iv.Invitation(stage='phone')": (InvalidInputError, "stage: got 'phone', expected one of screen, first, onsite, final"),
    "iv.Invitation(remote='maybe')": (InvalidInputError, "remote: got 'maybe', expected one of yes, no"),
    "iv.Invitation(remote=1)": (InvalidInputError, "remote: got 1, expected True, False, or one of yes, no"),
    "iv.Invitation(starts='tomorrow')": (InvalidInputError, "starts: got 'tomorrow'", "such as 2026-12-03T14:00+01:00"),
    "iv.Invitation(starts=dt.date(2026, 12, 3))": (InvalidInputError, "expected a datetime, or text such as 2026-12"),
    "iv.Invitation(event='mail')": (InvalidInputError, "event: got 'mail', expected an object with uid"),
    "iv.Invitation(event={'uid': ''})": (InvalidInputError, "event.uid: got '', expected the UID of the calendar entry"),
    "iv.Invitation(quantities=[('commute', 1)])": (InvalidInputError, "quantities: got [('commute', 1)]", "a mapping"),
    "iv.Invitation(quantities={'com mute': 1})": (InvalidInputError, "got 'com mute', expected the name of a quantity"),
    "iv.Invitation(quantities={'duration': 1})": (InvalidInputError, "duration as a field of the invitation itself"),
    "iv.Invitation(notes='late')": (InvalidInputError, "notes: got 'late', expected a list of"),
    "iv.Invitation(read_from='mail.ics')": (InvalidInputError, "a mapping that has for each name, where"),
    "iv.Invitation(disagreements=['x'])": (InvalidInputError, "disagreements[0]: got 'x', expected an object with name"),
    "iv.Invitation(duration=-1, stage='frist', rol='x', hinge=9)": (
        UnknownFieldError, "duration: got -1.0", "stage: got 'frist'", "rol: got 'x'", "hinge: got 9.0",
    ),
    "iv.Seeker(minset=0.5)": (UnknownFieldError, "minset: got 0.5", "did you mean 'mindset'?"),
    "iv.Seeker(mindset=20)": (InvalidInputError, 'mindset: got 20.0, expected 0 to 1 (share); for 20 per cent say "20%"'),
    "iv.Seeker(experience='lots')": (InvalidInputError, "got 'lots'", '"4" or "2..7", in interviews'),
    "iv.Seeker(past_interviews='2026-11-23')": (InvalidInputError, "dates, such as ['2026-11-23']"),
    "iv.Seeker(past_interviews=3)": (InvalidInputError, "past_interviews: got 3, expected a list of at most 10,000 dates"),
    "iv.Seeker(past_interviews=['soon'])": (InvalidInputError, "past_interviews[0]: got 'soon'", "such as 2026-11-23"),
    "iv.Seeker(past_interviews=['2999-01-01'], as_of='2026-01-01')": (InvalidInputError, "no later than 2026-01-01"),
    "iv.Seeker(as_of='soon')": (InvalidInputError, "as_of: got 'soon', expected a date, or text such as 2026-11-23"),
    "iv.Invitation().with_quantities(duration='x', travel='y')": (InvalidInputError, "duration: got 'x'", "travel: got 'y'"),
    "iv.Invitation() | iv.Seeker()": (TypeError, "'Invitation' and 'Seeker'"),
}  # fmt: skip

PLAIN_DATA = {
    "iv.Invitation.from_dict(None)": (InvalidInputError, "invitation: got None, expected a mapping of names to values"),
    "iv.Invitation.from_dict('{\"duration\": 2}')": (InvalidInputError, "as json.loads makes of an object"),
    "iv.Invitation.from_dict({'version': 1})": (InvalidInputError, "version: got 1, expected 2; how to turn version 1 into"),
    "iv.Invitation.from_dict({'duraton': 2})": (UnknownFieldError, "duraton: got 2", "did you mean 'duration'?"),
    "iv.Invitation.from_dict({'mindset': 0.5})": (UnknownFieldError, "mindset: got 0.5, expected a field of the invit"),
    "iv.Invitation.from_dict({'duration': 'nan', 'stage': 'late', 'extra': 1})": (
        UnknownFieldError, "extra: got 1", "stage: got 'late'", "duration: got 'nan'",
    ),
    "iv.Seeker.from_dict({'duration': 2})": (UnknownFieldError, "expected a field of the seeker: status, job_worth, "),
    "iv.Seeker.from_dict({'mindset': 'good'})": (InvalidInputError, "mindset: got 'good'", "a number, or the pair [low, high]"),
    "iv.Evaluation.from_dict(None)": (InvalidInputError, "evaluation: got None, expected a mapping, as to_dict returns"),
    "iv.Evaluation.from_dict({})": (InvalidInputError, "version: got None, expected 2, as to_dict writes it"),
    "iv.Evaluation.from_dict({**SAVED, 'contributions': 3})": (InvalidInputError, "contributions: got 3, expected a list"),
    "iv.Evaluation.from_dict({**SAVED, 'contributions': [{'name': 'x'}]})": (
        InvalidInputError, "contributions[0]: got {'name': 'x'}", "'label' is missing",
    ),
    "iv.Evaluation.from_dict({**SAVED, 'invitation': {'stage': 'frist'}, 'seeker': None, 'notes': 3})": (
        InvalidInputError, "invitation.stage: got 'frist'", "seeker: got None, expected a mapping", "notes: got 3",
    ),
    "iv.Session.from_dict([])": (InvalidInputError, "session: got [], expected data of version 2, as to_dict writes it"),
    "iv.Session.from_dict({'version': 2, 'invitation': 3})": (InvalidInputError, "invitation: got 3, expected a mapping"),
    "iv.Session.from_dict({'version': 2, 'steps': [{'quantity': 'travel', 'answer': 'far'}]})": (
        InvalidInputError, "steps[0].travel: got 'far', expected a number, or the pair [low, high]",
    ),
    "iv.Session.from_dict({'version': 2, 'steps': [{'quantity': 'travel'}], 'seeker': {'mindset': 3}})": (
        InvalidInputError, "steps[0]: got {'quantity': 'travel'}", "seeker.mindset: got 3.0",
    ),
}  # fmt: skip

SETTINGS = {
    "iv.evaluate(None)": (InvalidInputError, "invitation: got None, expected an Invitation; Invitation.from_dict"),
    "iv.evaluate('mail.ics')": (InvalidInputError, "invitation: got 'mail.ics', expected an Invitation"),
    "iv.evaluate({'duration': 2}, {'mindset': 1})": (InvalidInputError, "invitation: got {'dur", "seeker: got {'mind"),
    "iv.evaluate(iv.Seeker(), iv.Invitation())": (InvalidInputError, "expected an Invitation", "expected a Seeker"),
    "iv.evaluate(iv.Invitation(), draws=10)": (UnknownFieldError, "an argument of evaluate: invitation, seeker, weights"),
    "iv.evaluate(iv.Invitation(), weights={'practise': 2})": (UnknownNameError, "'practise'; did you mean 'practice'?"),
    "iv.evaluate(iv.Invitation(), weights={'zzz': 2, 'practise': 1})": (
        UnknownNameError, "called 'zzz'; known: being_seen, courtesy", "\nno criterion is called 'practise'; did you mean 'practice'?",
    ),
    "iv.evaluate(iv.Invitation(), weights={'practice': -1})": (
        InvalidInputError, "weights['practice']: got -1, expected a factor from 0 to 1,000,000, such as 2 or 0.5; block",
    ),
    "iv.evaluate(iv.Invitation(), weights={'practice': 'two', 'effort': None})": (
        InvalidInputError, "weights['practice']: got 'two'", "weights['effort']: got None",
    ),
    "iv.evaluate(iv.Invitation(), weights=[])": (InvalidInputError, "weights: got []", "such as {'practice': 2}"),
    "iv.evaluate(iv.Invitation(), weights='practice=2')": (InvalidInputError, "got 'practice=2', expected a mapping"),
    "iv.evaluate(iv.Invitation(quantities={'memory_half_live': 1}))": (
        InvalidInputError, "invitation.memory_half_live: got 1.0", "did you mean 'memory_half_life'?",
    ),
    "iv.evaluate(iv.Invitation(quantities={'memory_half_life': -1}))": (InvalidInputError, "expected 0.05 to 10 (years)"),
    "iv.evaluate(iv.Invitation(quantities={'memory_half_life': 'long'}))": (InvalidInputError, "'long'", '"2..7", in years'),
    "iv.Evaluator({'practice': 2})": (UnknownFieldError, "expected arguments by their names, as in weights=…"),
    "iv.Evaluator(weight={'practice': 2})": (UnknownFieldError, "weight: got", "did you mean 'weights'?"),
    "iv.Evaluator(draws='256')": (InvalidInputError, "draws: got '256', expected a whole number from 1 to 1,000,000"),
    "iv.Evaluator(draws=0)": (InvalidInputError, "draws: got 0, expected a whole number from 1 to 1,000,000"),
    "iv.Evaluator(draws=1.5)": (InvalidInputError, "draws: got 1.5, expected a whole number"),
    "iv.Evaluator(draws=True)": (InvalidInputError, "draws: got True, expected a whole number"),
    "iv.Evaluator(asking_cost=-1)": (InvalidInputError, "asking_cost: got -1, expected hours, ≥ 0, such as 0.25"),
    "iv.Evaluator(asking_cost=float('nan'))": (InvalidInputError, "asking_cost: got nan, expected hours, ≥ 0"),
    "iv.Evaluator(slow_after=0)": (InvalidInputError, "slow_after: got 0, expected seconds, > 0, such as 1; ∞ for never"),
    "iv.Evaluator(strict='yes', discover='no')": (InvalidInputError, "strict: got 'yes', ex", "discover: got 'no', ex"),
    "iv.Evaluator(block='practice')": (InvalidInputError, "got 'practice', expected a collection of names, such as {"),
    "iv.Evaluator(block=None)": (InvalidInputError, "block: got None, expected a collection of names, such as"),
    "iv.Evaluator(block=[1])": (InvalidInputError, "block: got 1, expected the name of a scorer, gate or plugin"),
    "iv.Evaluator(block=['practise', 'efort'])": (UnknownNameError, "did you mean 'practice'?", "did you mean 'effort'?"),
    "iv.Evaluator(allow='commute')": (InvalidInputError, "allow: got 'commute', expected a collection of names"),
    "iv.Evaluator(draws=0, weights={'x': -1}, asking_cost=-1, block='x', plugins='z')": (
        InvalidInputError, "draws: got 0", "weights['x']: got -1", "asking_cost: got -1", "block: got 'x'",
        "plugins: got 'z'",
    ),
    "BARE.with_settings(draw=3)": (UnknownFieldError, "draw: got 3", "did you mean 'draws'?"),
    "BARE.with_settings(block={'practice'})": (UnknownFieldError, "an argument of Evaluator.with_settings: weights, dr"),
    "BARE.with_settings(draws=0, weights={'practice': -1})": (InvalidInputError, "draws: got 0", "weights['practice']"),
    "BARE.with_settings(strict='yes')": (InvalidInputError, "strict: got 'yes', expected True or False"),
    "EVALUATED['practise']": (UnknownNameError, "no criterion is called 'practise'; did you mean 'practice'?"),
    "EVALUATED[0]": (UnknownNameError, "no criterion is called 0; known: being_seen, courtesy, effort"),
    "EVALUATED.letter('no')": (InvalidInputError, "response: got 'no', expected one of accept, decline, ask"),
    "EVALUATED.letter('accept', template='no-such.txt')": (ReadError, "no-such.txt: cannot be opened: No such file or directory"),
    "EVALUATED.reply()": (InvalidInputError, "invitation.event: got None", "to answer any other, write a letter"),
}  # fmt: skip

PLUGINS = {
    "iv.scorer(way)": (UnknownFieldError, "got <function way", "expected arguments by their names, as in kind=…"),
    "iv.scorer(knd='cost')": (UnknownFieldError, "knd: got 'cost'", "did you mean 'kind'?"),
    "iv.gate(way)": (UnknownFieldError, "got <function way", "expected arguments by their names, as in reason=…"),
    "iv.scorer(kind='costs')(way)": (FieldError, "way.kind: got 'costs', expected 'benefit' or 'cost'"),
    "iv.scorer(kind='cost')(lambda travel: 1)": (FieldError, "got '<lambda>'", "a Python identifier; give it with name="),
    "iv.scorer(kind='cost', name='way')(lambda travell: 1)": (SignatureError, "'travell'", "did you mean 'travel'?"),
    "iv.scorer(kind='cost', name='way')(lambda *travel: 1)": (SignatureError, "name each quantity as a plain argument"),
    "iv.scorer(kind='cost', name='way')(lambda travel=1: 1)": (SignatureError, "what is unknown takes its prior; remove"),
    "iv.scorer(kind='cost', name='way')(3)": (FieldError, "way.function: got 3, expected a function"),
    "iv.scorer(kind='cost', name='w', quantities=['x'])(way)": (FieldError, "quantities: got 'x', expected a list of Quantity"),
    "iv.scorer(kind='cost', source=3)(way)": (FieldError, "way.source: got 3, expected where its formula comes from"),
    "iv.gate(reason='')(way)": (FieldError, "way.reason: got '', expected why the answer is to decline, in words"),
    "iv.Evaluator(plugins=[way])": (PluginError, "'way': it is a plain function; mark it with @scorer(kind=…)"),
    "iv.Evaluator(plugins=way)": (InvalidInputError, "plugins: got <function way", "a list of scorers, gates and plugins"),
    "iv.Evaluator(plugins=['interview_value_commute'])": (
        PluginError, "plugin 'interview_value_commute': it is text; import the module",
    ),
    "BARE.register(3)": (PluginError, "it is no scorer, gate or way and has no @hookimpl functions"),
    "iv.Evaluator(plugins=[Hooks()])": (PluginError, "'Hooks': it is no scorer, gate or way and has no @hookimpl functions"),
    "iv.Evaluator(plugins=[Unmarked()])": (PluginError, "interview_value_scorers lacks @hookimpl"),
    "iv.Evaluator(plugins=[Misspelt()])": (PluginError, "did you mean 'interview_value_scorers'"),
    "iv.Evaluator(plugins=[Asking()])": (
        PluginError, "interview_value_scorers takes no argument 'invitation'; it may take: none",
    ),
    "iv.Evaluator(plugins=[Numbers()])": (PluginError, "interview_value_scorers must return", "Scorers, not 3"),
    "iv.Evaluator(plugins=[Numbers])": (PluginError, "it is a class; hand over an instance of it"),
    "iv.Evaluator(plugins=[iv.scorer(kind='cost', name='practice')(way)])": (
        NameClashError, "a scorer called 'practice': interview_value and practice; rename one, or block one of them",
    ),
    "marked(lambda commute: 1, quantities=[commute(prior=99)])": (FieldError, "commute.prior: got 99.0, expected 0 to 9"),
    "marked(lambda travel: None).evaluate(iv.Invitation())": (ScorersFailedError, "mine: returned None, which is no n"),
    "marked(lambda travel: '2').evaluate(iv.Invitation())": (ScorersFailedError, "mine: returned '2', which is no numb"),
    "marked(lambda travel: 2e9).evaluate(iv.Invitation())": (ScorersFailedError, "beyond 1e+09 hours either way"),
    "marked(lambda travel: 1 / 0).evaluate(iv.Invitation())": (ScorersFailedError, "mine: raised ZeroDivisionError"),
}  # fmt: skip

DECLARATIONS = {
    "iv.Quantity('my quantity', unit='h', bounds=(0, 9), prior=1)": (FieldError, "a name that is a Python identifier"),
    "commute(priors=1)": (UnknownFieldError, "priors: got 1, expected an argument of Quantity; did you mean 'prior'?"),
    "commute(unit=3)": (FieldError, "commute.unit: got 3, expected a text"),
    "commute(bounds=(9, 0))": (FieldError, "bounds: got (9, 0), expected the lowest value, and then the highest"),
    "commute(bounds='0..9')": (FieldError, "bounds: got '0..9', expected Bounds, or a pair of numbers"),
    "commute(prior=10)": (FieldError, "commute.prior: got 10.0, expected 0 to 9 (h)"),
    "commute(prior='far')": (FieldError, f"commute.prior: got 'far', expected {HOURS}, in h, 0 to 9"),
    "commute(prior=None)": (FieldError, f"got None, expected what is assumed while nobody has said anything: {HOURS}"),
    "commute(prior=(5, 1))": (FieldError, "commute.prior: got (5, 1), expected the low end first: (1, 5)"),
    "commute(scale='logarithmic')": (FieldError, "commute.scale: got 'logarithmic', expected 'linear', 'log' or 'chance'"),
    "commute(ask='me')": (FieldError, "commute.ask: got 'me', expected 'yourself', 'recruiter' or 'nobody'"),
    "commute(ask='yourself')": (FieldError, "commute.question: got '', expected the question that asks a person for it"),
    "commute(bounds=(-9, 9), scale='log')": (FieldError, "commute.bounds: got '-9 to 9', expected bounds from 0 on"),
    "marked(way, quantities=[commute(prior=iv.model.PriorBy('stages', {}, 1))])": (
        FieldError, "commute.prior: got 'stages', expected one of stage, remote, obliged, status; did you mean 'stage'?",
    ),
    "iv.Estimate('2')": (FieldError, "got '2', expected finite numbers for both ends, such as (2, 7)"),
    "iv.Estimate(2, 1)": (FieldError, "got (2.0, 1.0), expected the low end first: (1, 2)"),
    "iv.Estimate.of('x')": (FieldError, "got 'x', expected a finite number, a pair (low, high)", '"4" or "2..7"'),
    "iv.Estimate.of('7..2')": (FieldError, "got (7.0, 2.0), expected the low end first: (2, 7)"),
    "iv.Estimate.of('2 h')": (FieldError, "got '2 h', expected", "without a unit"),
    "iv.Estimate.of([1, 2, 3])": (FieldError, "got [1, 2, 3], expected a finite number, a pair (low, high)"),
    "iv.Estimate.of('1/0')": (FieldError, "got '1/0', expected a finite number"),
}  # fmt: skip

SOURCES = {
    "iv.read('no-such.ics')": (ReadError, "No such file or directory; text of one line is taken as the path of a file"),
    "iv.read('https://jobs.example/1')": (ReadError, "https://jobs.example/1: is a web address", "save the page and read"),
    "iv.read('')": (ReadError, "text: is empty"),
    "iv.read('You are invited')": (ReadError, "You are invited: cannot be opened", "text of one line is taken as the path"),
    "iv.read('Dear Ann,\\nplease come.')": (ReadError, "text: is of no known format; known are: a mail (.eml)"),
    "iv.read(b'')": (ReadError, "bytes: is empty"),
    "iv.read(b'%PDF-1.4')": (ReadError, "bytes: is of no known format; known are: a mail (.eml)"),
    "iv.read(None)": (ReadError, "None: is no path, text, bytes, open file or mapping"),
    "iv.read({'duration': 2})": (ReadError, "mapping: has no schema.org JobPosting"),
    "iv.read('{\"title\": 2')": (ReadError, "text: looks like JSON but cannot be read"),
    "iv.read('.')": (ReadError, ".: cannot be opened"),
    "iv.read(b'x' * 100, max_bytes=10)": (ReadError, "is larger than 10 bytes; pass max_bytes= to read it all the same"),
    "iv.read('mail.ics', maxbytes=3)": (UnknownFieldError, "maxbytes: got 3", "did you mean 'max_bytes'?"),
    "iv.reading.read_table('a,b\\n1,2\\n')": (ReadError, "has no column that is known; say with columns= what they hold"),
    "iv.reading.read_table('Company,travel\\nAcme,2\\n', sheet='x')": (ReadError, "has no sheets; leave sheet= out"),
    "iv.reading.read_table({'a': 1})": (ReadError, "mapping: is no table; give a file or text"),
    "iv.reading.read_history('a,b\\n1,2\\n')": (ReadError, "is no calendar, and no table with", "its columns are: 'a', 'b'"),
    "iv.reading.read_history('BEGIN:VCALENDAR\\nEND:VCALENDAR', as_of='soon')": (
        InvalidInputError, "as_of: got 'soon', expected a date or a datetime from 1970 to 2199",
    ),
    "iv.reading.read_history('BEGIN:VCALENDAR\\nEND:VCALENDAR', words=[])": (
        InvalidInputError, "words: got [], expected 1 to 100 words or phrases",
    ),
}  # fmt: skip

DECIDING = {
    "iv.Session({'duration': 2})": (InvalidInputError, "invitation: got {'duration': 2}, expected an Invitation"),
    "iv.Session(iv.Invitation(), evaluator='x')": (InvalidInputError, "evaluator: got 'x', expected an Evaluator"),
    "session().answer('far', 'travel')": (FieldError, f"travel: got 'far', expected {HOURS}, in h, there and back, 0 to 60"),
    "session().answer('', 'travel')": (FieldError, f"travel: got '', expected {HOURS}", "skip() leaves it unanswered"),
    "session().answer('60', 'would_accept')": (FieldError, 'expected 0 to 0.95 (share); for 60 per cent say "60%"'),
    "session().answer(2, 'travell')": (UnknownNameError, "no quantity is called 'travell'; did you mean 'travel'?"),
    "session().answer('frist', 'stage')": (FieldError, "expected one of screen, first", "did you mean 'first'?"),
    "session().undo()": (SessionError, "there is no step to take back yet"),
    "session(role_interest=0, organization_interest=0).answer(2)": (SessionError, "name a quantity to answer another"),
    "iv.compare([])": (InvalidInputError, "evaluations: got [], expected a list of at least one Evaluation"),
    "iv.compare(iv.Invitation())": (InvalidInputError, "evaluations: got Invitation(", "a list of at least one Evaluation"),
    "iv.compare(EVALUATED)": (InvalidInputError, "evaluations: got Evaluation(", "a list of at least one Evaluation"),
    "iv.compare([EVALUATED, 3, iv.Invitation()])": (
        InvalidInputError, "evaluations[1]: got 3, expected an Evaluation, as evaluate returns it", "evaluations[2]: got Inv",
    ),
    "iv.compare([EVALUATED], close='x')": (InvalidInputError, "close: got 'x', expected a share from 0.5 to 1"),
    "iv.explain('practise')": (UnknownNameError, "no scorer or gate is called 'practise'; did you mean 'practice'?"),
    "iv.explain('travel')": (UnknownNameError, "no scorer or gate is called 'travel'; known: being_seen, courtesy"),
    "iv.explain(3)": (InvalidInputError, "name: got 3, expected the name of a scorer or gate"),
    "iv.explain('practice', BARE)": (InvalidInputError, "invitation: got <Evaluator", "expected an Invitation"),
    "iv.explain('practice', evaluator=3)": (InvalidInputError, "evaluator: got 3, expected an Evaluator"),
}  # fmt: skip

DOORS = {**CONSTRUCTORS, **PLAIN_DATA, **SETTINGS, **PLUGINS, **DECLARATIONS, **SOURCES, **DECIDING}

COMMANDS = {
    "evaluat": "Did you mean 'evaluate'?",
    "evaluate --durration 2": "'--duration'",
    "evaluate --duration much": "error: --duration: “much” is no answer; it is 0.05 to 60 hours, such as 1.5 h or 1..3.",
    "evaluate --duration -1 --stage frist --would-accept 60 --skill-ceiling much --draws 0": (
        "error: --stage: “frist” is no answer; do you mean “first”?", "error: --duration: “-1” is no answer; it is 0.05",
        "error: --would-accept: “60” is no answer; do you mean “60%”?", "error: --skill-ceiling: “much” is no answer",
        "error: --draws: got 0",
    ),
    "evaluate --starts soon": "error: --starts: got 'soon', expected a datetime, or text such as 2026-12-03T14:00+01:00",
    "evaluate --past-interviews soon": "got 'soon', expected a date, or text such as 2026-11-23",
    "evaluate --memory-half-life soon": "error: --memory-half-life: “soon” is no answer",
    "evaluate --weight practice": "error: --weight: got 'practice', expected a name and a factor, such as networking=2",
    "evaluate --weight =2": "error: --weight: got '=2', expected a name and a factor, such as networking=2",
    "evaluate --weight practice=two": "got 'practice=two', expected a name and a factor, such as networking=2",
    "evaluate --weight practice=-1": "error: --weight practice: got -1.0, expected a factor from 0 to 1,000,000",
    "evaluate --weight practise=2 --weight x=1": (
        "error: no criterion is called 'practise'; did you mean 'practice'?", "error: no criterion is called 'x'; known:",
    ),
    "evaluate --block practise": "no scorer, gate or plugin is called 'practise'; did you mean 'practice'?",
    "evaluate --draws 0": "error: --draws: got 0, expected a whole number from 1 to 1,000,000",
    "evaluate --asking-cost soon": "error: --asking-cost: got 'soon', expected hours, ≥ 0, such as 0.25",
    "evaluate --asking-cost 1..2": "error: --asking-cost: got '1..2', expected hours, ≥ 0, such as 0.25",
    "evaluate --asking-cost -1": "error: --asking-cost: got -1.0, expected hours, ≥ 0",
    "evaluate no-such.ics": "error: no-such.ics: cannot be opened: No such file or directory",
    "evaluate https://jobs.example/1": "https://jobs.example/1: is a web address, and nothing is fetched; save the page",
    "evaluate --history https://jobs.example/1": "https://jobs.example/1: is a web address, and nothing is fetched",
    "read https://jobs.example/1": "https://jobs.example/1: is a web address, and nothing is fetched; save the page",
    "letter --response no": "'no' is not one of 'accept', 'decline', 'ask'",
    "reply": "invitation.event: not given, expected an invitation that was read from a calendar entry",
    "prepare": "error: --starts: not given, expected the time at which the interview starts",
    "explain practise": "error: no scorer or gate is called 'practise'; did you mean 'practice'?",
    "new-plugin night!": "expected lower-case words joined by hyphens, such as night-shifts",
}  # fmt: skip

ROWS = {
    ("duration", "four"): f"duration: got 'four', expected {HOURS}, in h, 0.05 to 60",
    ("duration", "-1"): "duration: got -1.0, expected 0.05 to 60 (h)",
    ("stage", "frist"): "did you mean 'first'?",
    ("remote", "maybe"): "remote: got 'maybe', expected one of yes, no",
    ("would_accept", 60.0): 'expected 0 to 0.95 (share); for 60 per cent say "60%"',
    (
        "weight_practice",
        "two",
    ): 'weight_practice: got \'two\', expected a factor from 0 to 1,000,000, such as "2" or "0,5"',
    ("weight_practice", -1.0): "weight_practice: got -1.0, expected a factor from 0 to 1,000,000",
}

FRAMES = {
    "iv.frames.evaluate(None)": (InvalidInputError, "a dataframe of pandas, Polars, PyArrow or another that narwhals"),
    "iv.frames.evaluate({'duration': [2]})": (InvalidInputError, "frame: got <class 'dict'>, expected a dataframe"),
    "iv.frames.evaluate(table(durration=[2]))": (InvalidInputError, "columns: got ['durration']", "you mean 'duration'?"),
    "iv.frames.evaluate(table(duration_low=[2]))": (InvalidInputError, "expected both duration_low and duration_high"),
    "iv.frames.evaluate(table(duration=[2], weight_practise=[2]))": (InvalidInputError, "did you mean 'practice'?"),
    "iv.frames.evaluate(table(duration=[2]), weight={})": (UnknownFieldError, "did you mean 'weights'?"),
    "iv.frames.evaluate(table(duration=[2]), weights={'practise': 1})": (UnknownNameError, "did you mean 'practice'?"),
    "iv.frames.evaluate(table(duration=[2]), draws=-1, questions='no', seeker={}, evaluator=3, weights=[])": (
        InvalidInputError, "draws: got -1", "questions: got 'no'", "seeker: got {}", "evaluator: got 3", "weights: got []",
    ),
}  # fmt: skip

INTERNALS = re.compile(r"KeyError|AttributeError|TypeError:|hookspec|_inst|positional argument|has no attribute")
"""What tells nobody what to do."""


def answered(wrong, **names):
    """The error that a call of the tables above is answered with."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 - which one is for the caller to compare
        eval(wrong, {**globals(), **names})
    return caught.value


@pytest.mark.parametrize("wrong", DOORS)
def test_a_wrong_call_is_answered(wrong):
    """The answer has the class that code would catch, the value, and what would be right; and names no internals."""
    kind, *words = DOORS[wrong]
    error = answered(wrong)
    assert (kind, [], None) == (type(error), [w for w in words if w not in str(error)], INTERNALS.search(str(error)))


@pytest.mark.parametrize("wrong", COMMANDS)
def test_a_wrong_command_is_answered(wrong, monkeypatch):
    """A command prints what is wrong in words, by the name of the option, and leaves with exit code 2."""
    testing = pytest.importorskip("click.testing")
    from interview_value.cli import main

    monkeypatch.setenv("COLUMNS", "200")
    result = testing.CliRunner().invoke(main, shlex.split(wrong))
    words = [COMMANDS[wrong]] if isinstance(COMMANDS[wrong], str) else COMMANDS[wrong]
    assert (2, [], None) == (
        result.exit_code, [w for w in words if w not in result.output], INTERNALS.search(result.output),
    )  # fmt: skip


def test_a_wrong_answer_is_asked_again():
    """`ask` says what can be typed, offers what may be meant, and takes another answer."""
    testing = pytest.importorskip("click.testing")
    from interview_value.cli import main

    output = testing.CliRunner().invoke(main, ["ask", "--job-worth", "300"], input="far\n60\nno\nundo\nstop\n").output
    expected = ["“far” is no answer to this.", "Do you mean “60%”?", "There is nothing to take back yet."]
    assert ([], 1) == ([words for words in expected if words not in output], output.count("\n1. "))


@pytest.mark.parametrize("wrong", FRAMES)
def test_a_wrong_frame_is_answered(wrong):
    """A frame or an option that cannot be used as a whole is answered as a call is."""
    pytest.importorskip("narwhals")
    pa = pytest.importorskip("pyarrow")
    kind, *words = FRAMES[wrong]
    error = answered(wrong, table=lambda **columns: pa.table(columns))
    assert (kind, [], None) == (type(error), [w for w in words if w not in str(error)], INTERNALS.search(str(error)))


@pytest.mark.parametrize(("column", "cell"), ROWS)
def test_a_wrong_row_is_answered(column, cell):
    """A row that cannot be used says why in its answer, and the other rows have theirs."""
    pytest.importorskip("narwhals")
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"travel": [1.0, 2.0], column: [cell, None]})
    wrong, right = iv.frames.evaluate(table, evaluator=BARE).to_pylist()
    assert (True, None, "") == (ROWS[column, cell] in wrong["error"], wrong["net"], right["error"])


def test_weights_are_told_in_full():
    """A large weight is shown as a person writes it."""
    assert "counted 1,100 times" in str(iv.evaluate(iv.Invitation(), weights={"practice": 1100}).why())
