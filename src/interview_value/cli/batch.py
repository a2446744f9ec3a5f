"""`interview-value batch`: a file of invitations in, a file of answers out."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from typing import Any

import click

from .options import SeekerCommand, asked_for_all_rows, for_all_rows
from .telling import leave_with, made, reporting

__all__ = ["batch"]

STOPPED = 130
"""The exit code of what was stopped from the keyboard: 128 and the number of the signal, as shells have it."""


@click.command(cls=SeekerCommand)
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@for_all_rows
@click.option(
    "--questions/--no-questions", default=True, help="Whether verdicts that hang on a question are worked out."
)
@click.option("--keep", metavar="COLUMN", multiple=True, help="Carry this column along; may be repeated.")
@click.option("--keep-none", is_flag=True, help="Carry no column along.")
@click.option("--restart", is_flag=True, help="Throw away what an earlier run has finished.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def batch(
    source: str,
    target: str,
    *,
    questions: bool,
    keep: tuple[str, ...],
    keep_none: bool,
    restart: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Evaluate a file of invitations, a row each, and write a file of answers.

    IN and OUT are Parquet, CSV or Arrow files, by their suffix: .parquet, .csv, .tsv, .arrow, .feather; or .arrows for
    a stream. The columns of IN are found by name: a quantity such as duration, or duration_low and duration_high,
    stage, remote. What a row says of you counts more than the options.

    OUT has the answers in the same order, after those columns of IN that are no quantities. It is there when all is
    finished; until then what is finished is kept in OUT.parts, and the same command goes on from there.
    """
    try:
        from ..frames.files.checks import prepare_run
        from ..frames.options import TableOptions
    except ImportError as error:
        leave_with(f"the command batch needs more: {error}")
    problems: list[str] = []
    evaluator, seeker, weights = asked_for_all_rows(options, problems)
    table_options = TableOptions(seeker, evaluator, options["draws"], weights, questions)
    if keep and keep_none:
        problems.append("--keep and --keep-none: give one of them")
    chosen = () if keep_none else keep or None
    file_run = made(problems, lambda: prepare_run(source, target, chosen, table_options))
    if problems:
        leave_with(*problems)
    with reporting(), _Bars() as bars:
        try:
            summary = file_run.run(bars.show, restart=restart)
        except OSError as error:
            leave_with(f"{target}: cannot be written ({error.strerror or error})")
        except KeyboardInterrupt:
            click.echo(
                f"\nstopped; what is finished is in {target}.parts, and the same command goes on from there", err=True
            )
            raise SystemExit(STOPPED) from None
    click.echo(json.dumps(summary.to_dict(), ensure_ascii=False) if as_json else str(summary))


class _Bars(ExitStack):
    """A progress bar for each thing that is done, on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._doing = ""
        self._bar: Any = None

    def show(self, doing: str, done: int, rows: int) -> None:
        """Show how far it is."""
        if doing != self._doing:
            self.close()
            self._doing = doing
            shown = sys.stderr.isatty()
            self._bar = click.progressbar(length=rows, label=doing, show_pos=True, hidden=not shown, file=sys.stderr)
            self.enter_context(self._bar)
        self._bar.update(done - self._bar.pos)
