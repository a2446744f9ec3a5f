"""Directives whose content is made from the code, so that the documentation cannot drift from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click
from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList

import interview_value as iv
from interview_value.cli import main as command_line


def prior_in_words(quantity: iv.Quantity) -> str:
    """Return a prior as one reads it in a table, each case of a fact spelled out."""
    prior = quantity.prior
    if isinstance(prior, iv.DerivedPrior):
        return prior.words
    if isinstance(prior, iv.PriorBy):
        cases = [f"{getattr(case, 'value', case)} {value}" for case, value in prior.cases.items()]
        return f"by {prior.fact}: {', '.join(cases)}, otherwise {prior.otherwise}"
    return str(prior)


def quantities_of(group: str) -> list[iv.Quantity]:
    """Return the quantities of a group: the invitation's, the seeker's, or the constants of the scorers."""
    invitation, seeker = iv.Invitation.own_quantities(), iv.Seeker.own_quantities()
    if group == "invitation":
        return list(invitation.values())
    if group == "seeker":
        return list(seeker.values())
    read = iv.Evaluator(discover=False).quantities
    return [quantity for name, quantity in read.items() if name not in invitation and name not in seeker]


def scorer_of(name: str) -> str:
    """Return the scorers that read a quantity, by name."""
    return ", ".join(scorer.name for scorer in iv.Evaluator(discover=False).scorers if name in scorer.reads) or "gates"


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


class Quantities(_Table):
    """The quantities of a group: ``{quantities} invitation``, ``seeker`` or ``constants``."""

    required_arguments = 1
    headings = ("name", "question, and who is asked", "unit; bounds", "prior (scale)", "source of the prior (grade)")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for q in quantities_of(self.arguments[0]):
            asked = f"{q.question} *({q.ask})*" if q.question else f"a constant of {scorer_of(q.name)}"
            grade = "" if q.grade in q.source else f" ({q.grade})"
            yield (
                f"`{q.name}`",
                asked,
                f"{q.unit}; {q.bounds}",
                f"{prior_in_words(q)} ({q.scale})",
                f"{q.source}{grade}",
            )


class Scorers(_Table):
    """The scorers, with what they read."""

    headings = ("name", "kind", "what it says", "reads")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for scorer in iv.Evaluator(discover=False).scorers:
            yield f"`{scorer.name}`", scorer.kind, scorer.summary, ", ".join(f"`{name}`" for name in scorer.reads)


class Gates(_Table):
    """The gates, with what they read."""

    headings = ("name", "what it does", "reads")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for gate in iv.Evaluator(discover=False).gates:
            yield f"`{gate.name}`", gate.summary, ", ".join(f"`{name}`" for name in gate.reads)


class CommandHelp(Directive):
    """The help of the command line, as it prints it: ``{command-help}`` or ``{command-help} evaluate``."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0] if self.arguments else None
        command = command_line.commands[name] if name else command_line
        info = f"interview-value {name}" if name else "interview-value"
        context = click.Context(command, info_name=info, max_content_width=84, terminal_width=84)
        help_text = command.get_help(context)
        return [nodes.literal_block(help_text, help_text, language="text")]


class PublicNames(Directive):
    """Everything that the front door offers, with its docstring."""

    def run(self) -> list[nodes.Node]:
        node = nodes.container()
        lines: list[str] = []
        for name in iv.__all__:
            kind = "autoclass" if isinstance(getattr(iv, name), type) else "autofunction"
            kind = kind if callable(getattr(iv, name)) else "autodata"
            lines += ["```{eval-rst}", f".. {kind}:: interview_value.{name}"]
            lines += ["   :members:", "   :show-inheritance:"] if kind == "autoclass" else []
            lines += ["```", ""]
        self.state.nested_parse(StringList(lines, "generated"), self.content_offset, node)
        return node.children


def setup(app: object) -> dict[str, bool]:
    """Tell Sphinx of the directives."""
    for name, directive in {
        "quantities": Quantities,
        "scorers": Scorers,
        "gates": Gates,
        "command-help": CommandHelp,
        "public-names": PublicNames,
    }.items():
        app.add_directive(name, directive)
    return {"parallel_read_safe": True}
