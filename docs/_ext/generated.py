"""Directives whose content is made from the code, so that the documentation cannot drift from it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from operator import attrgetter
from pathlib import Path

import attrs
import yaml
from click.testing import CliRunner
from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList

import interview_value as iv
from interview_value.cli import main as command_line
from interview_value.cli.options import QuantityCommand
from interview_value.plugins import hookspecs
from interview_value.reading.formats import FORMATS

ROOT = Path(__file__).parents[2]
NO_BREAK = "\N{NO-BREAK SPACE}"


def quantities_of(group: str) -> list[iv.Quantity]:
    """Return the quantities of a group: labels, the invitation's, the seeker's, or the constants of the scorers."""
    invitation, seeker = iv.Invitation.own_quantities(), iv.Seeker.own_quantities()
    labels = iv.Invitation.own_labels() | iv.Seeker.own_labels()
    if group != "constants":
        return list({"labels": labels, "invitation": invitation, "seeker": seeker}[group].values())
    own = {**labels, **invitation, **seeker}
    return [quantity for name, quantity in iv.Evaluator(discover=False).quantities.items() if name not in own]


def scorer_of(name: str) -> str:
    """Return the scorers that read a quantity, by name."""
    return ", ".join(scorer.name for scorer in iv.Evaluator(discover=False).scorers if name in scorer.reads) or "gates"


def priors_by(label: str) -> list[str]:
    """Return the names of the quantities whose priors depend on a label."""
    known = iv.Evaluator(discover=False).quantities.values()
    return [q.name for q in known if label in getattr(q.prior, "reads", ())]


def in_code(names: Iterable[str]) -> str:
    """Return names in a row, each set as code."""
    return ", ".join(f"`{name}`" for name in names)


class _Table(Directive):
    """A table with a heading row; each cell is Markdown."""

    def run(self) -> list[nodes.Node]:
        lines = ["| " + " | ".join(self.headings) + " |", "|" + "---|" * len(self.headings)]
        lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in self.rows()]
        node = nodes.container()
        self.state.nested_parse(StringList(lines, "generated"), self.content_offset, node)
        return node.children

    headings: tuple[str, ...] = ()

    def rows(self) -> Iterable[tuple[str, ...]]:
        raise NotImplementedError


class Labels(_Table):
    """The labels of the library, with their choices."""

    headings = (
        "name, and what people read",
        "of",
        "question, and who is asked",
        "choices, with other words for them",
        "what depends on it",
    )

    def rows(self) -> Iterator[tuple[str, ...]]:
        gates = iv.Evaluator(discover=False).gates
        for q in quantities_of("labels"):
            yield (
                named(q),
                q.of,
                f"{q.question} *({q.ask})*",
                "<br>".join(choice_in_words(name, choice) for name, choice in q.choices.items()),
                in_code([*priors_by(q.name), *(gate.name for gate in gates if q.name in gate.reads)]),
            )


def named(item: iv.Quantity | iv.scoring.Scorer | iv.scoring.Gate) -> str:
    """Return what a table calls it: its name in code, and its label, which people read."""
    return f"`{item.name}`<br>{item.label}"


def choice_in_words(name: str, choice: iv.model.Choice) -> str:
    """Return a choice as a table shows it: its name, its label, what it stands for, and other words for it."""
    stands_for = "" if choice.estimate is None else f" = {choice.estimate}"
    words = f" ({', '.join(choice.words)})" if choice.words else ""
    return f"`{name}` {choice.label}{stands_for}{words}"


class Quantities(_Table):
    """The quantities of a group: ``{quantities} invitation``, ``seeker`` or ``constants``."""

    required_arguments = 1
    headings = (
        "name, and what people read",
        "question, and who is asked",
        "unit; bounds",
        "prior (scale)",
        "source of the prior (grade)",
    )

    def rows(self) -> Iterator[tuple[str, ...]]:
        for q in quantities_of(self.arguments[0]):
            asked = f"{q.question} *({q.ask})*" if q.question else f"read by {scorer_of(q.name)}"
            choices = [choice_in_words(name, choice) for name, choice in q.choices.items()]
            grade = "" if q.grade in q.source else f" ({q.grade})"
            yield (
                named(q),
                "<br>".join([asked, *choices]),
                f"{q.unit}; {str(q.bounds).replace(' ', NO_BREAK).replace('-', '−')}",
                f"{q.prior_in_words} ({q.scale})",
                f"{q.source}{grade}",
            )


GRADES = {
    "strong": "well shown, by studies of many people; what stands behind it says what it was not shown for",
    "weak": "few people, second-hand, of something near to it, or from whoever sells to recruiters",
    "assumption": "nobody's figure but this library's",
    "a decision": "not a belief at all: the library takes what is best",
}


def grade_of(quantity: iv.Quantity) -> str:
    """Return the grade of a quantity's evidence, without what qualifies it."""
    return next(grade for grade in GRADES if quantity.grade.startswith(grade))


class Evidence(_Table):
    """The quantities by how good the evidence is that their priors name."""

    headings = ("grade", "what it means", "quantities")

    def rows(self) -> Iterator[tuple[str, ...]]:
        known = [q for q in iv.Evaluator(discover=False).quantities.values() if not q.is_label]
        for grade, meaning in GRADES.items():
            graded = [quantity for quantity in known if grade_of(quantity) == grade]
            qualified = [f"`{q.name}`" + q.grade.removeprefix(grade).replace(";", ",") for q in graded]
            yield f"{grade} ({len(graded)} of {len(known)})", meaning, "; ".join(qualified)


class Scorers(_Table):
    """The scorers, with what they read."""

    headings = ("name, and what people read", "kind", "what it says", "reads", "source of its formula")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for scorer in iv.Evaluator(discover=False).scorers:
            yield named(scorer), scorer.kind, scorer.summary, in_code(scorer.reads), scorer.source


class Gates(_Table):
    """The gates, with what they read."""

    headings = ("name, and what people read", "what it does", "says", "reads", "source of its rule")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for gate in iv.Evaluator(discover=False).gates:
            yield named(gate), gate.summary, gate.verdict, in_code(gate.reads), gate.source


class CommandHelp(Directive):
    """The help of the command line, or of a command with every option: ``{command-help}``, ``{command-help} ask``."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        command = command_line.commands[self.arguments[0]] if self.arguments else command_line
        done = CliRunner().invoke(
            command_line,
            [*self.arguments, "--help-all" if isinstance(command, QuantityCommand) else "--help"],
            prog_name="interview-value",
            max_content_width=84,
            terminal_width=84,
        )
        if done.exit_code:
            raise self.error(done.output)
        return [nodes.literal_block(done.output, done.output, language="text")]


class Citation(Directive):
    """The reference of CITATION.cff as BibTeX."""

    def run(self) -> list[nodes.Node]:
        known = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
        authors = " and ".join(f"{{{author['name']}}}" for author in known["authors"])
        fields = {"author": authors, **{name: known[name] for name in ("title", "version", "license")}}
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
        text = "\n".join([f"@software{{{known['title']},", *lines, "}"])
        return [nodes.literal_block(text, text, language="bibtex")]


class PublicNames(Directive):
    """Public names, each with its docstring: the content names them, and a test that none is left out."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        node = nodes.container()
        lines = [line for name in " ".join(self.content).split() for line in autodoc_of(name)]
        self.state.nested_parse(StringList(lines, "generated"), self.content_offset, node)
        return node.children


def autodoc_of(name: str) -> Iterator[str]:
    """Yield the lines that document a public name, which a package may stand before, as in ``model.Event``."""
    value = attrgetter(name)(iv)
    yield "```{eval-rst}"
    if isinstance(value, type):
        yield f".. autoclass:: interview_value.{name}"
        yield "   :members:"
        if hasattr(value, "_fields"):  # of a named tuple: they stand among its arguments
            yield f"   :exclude-members: {', '.join(value._fields)}"
        if issubclass(value, Enum):
            yield "   :undoc-members:"
        if issubclass(value, Exception):
            yield "   :show-inheritance:"
            yield "   :exclude-members: derive"
    elif name == "hookimpl":
        yield ".. py:decorator:: hookimpl"
        yield ""
        yield "   Marks a function, or a method of a plugin object, as the implementation of the hook of that name."
    else:
        yield f".. autofunction:: interview_value.{name}"
    yield "```"
    yield ""


class HookSignatures(Directive):
    """The hooks with their exact signatures, as one writes them."""

    def run(self) -> list[nodes.Node]:
        hooks = [getattr(hookspecs, name) for name in hookspecs.HISTORY]
        # Annotations are text here, which a signature puts in quotes.
        code = "\n".join(f"def {hook.__name__}{inspect.signature(hook)}".replace("'", "") for hook in hooks)
        return [nodes.literal_block(code, code, language="python")]


class HookVersions(_Table):
    """The versions of each hook, with the arguments that each has."""

    headings = ("hook", "version", "since", "arguments")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for name, versions in hookspecs.HISTORY.items():
            for number, version in enumerate(versions, start=1):
                yield f"`{name}`", str(number), version.since, in_code(version.arguments) or "none"


class Formats(_Table):
    """The formats that are read, with what each needs, in the order in which they are tried."""

    headings = ("format", "told by", "needs the extra")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for known in FORMATS:
            yield known.name, known.recognised_by, f"`{known.extra}`" if known.extra else "none"


class Errors(_Table):
    """The errors, with what they carry."""

    headings = ("error", "what happened", "what it carries", "is also a")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for name in iv.errors.__all__:
            error = getattr(iv.errors, name)
            make = error.__new__ if issubclass(error, BaseExceptionGroup) else error.__init__
            carried = [name for name in inspect.signature(make).parameters if name not in ("self", "cls", *ANY)]
            kinds = [kind.__name__ for kind in error.__mro__ if kind.__module__ == "builtins" and kind not in COMMON]
            says = (inspect.getdoc(error) or "").partition("\n")[0]
            yield f"`{name}`", says, in_code(carried), in_code(kinds)


ANY = ("args", "kwargs")
COMMON = (Exception, BaseException, BaseExceptionGroup, object)


def keep_colons(_app: object, what: str, *event: object) -> None:
    """Put sentences together again that napoleon has cut at a colon, taking what stands before it for a type."""
    lines = event[-1]
    for place, line in enumerate(lines):
        lines[place] = re.sub(r"^(:(?:returns|Yields):\s+)\*(.+?)\* -- ", r"\1\2: ", line)
    if what in ("property", "attribute") and lines and (cut := [line for line in lines if line.startswith(":type: ")]):
        lines[:] = [line for line in lines if line not in cut]
        lines[0] = f"{cut[0].removeprefix(':type: ')}: {lines[0]}"


def show_made(
    _app: object, _what: str, _name: str, value: object, _options: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Show defaults as one would write them, also those that are made anew each time and read-only mappings."""
    if signature and "=NOTHING" in signature:
        made = {f.name: f.default.factory() for f in attrs.fields(value) if hasattr(f.default, "factory")}
        signature = re.sub(r"(\w+)=NOTHING\b", lambda match: f"{match[1]}={made[match[1]]!r}", signature)
    return signature and re.sub(r"mappingproxy\(({.*?})\)", r"\1", signature), returns


def setup(app: object) -> dict[str, bool]:
    """Tell Sphinx of the directives."""
    for name, directive in {
        "labels": Labels,
        "quantities": Quantities,
        "scorers": Scorers,
        "evidence": Evidence,
        "gates": Gates,
        "errors": Errors,
        "formats": Formats,
        "hook-signatures": HookSignatures,
        "hook-versions": HookVersions,
        "command-help": CommandHelp,
        "public-names": PublicNames,
        "citation": Citation,
    }.items():
        app.add_directive(name, directive)
    app.connect("autodoc-process-docstring", keep_colons, priority=900)
    app.connect("autodoc-process-signature", show_made)
    return {"parallel_read_safe": True}
