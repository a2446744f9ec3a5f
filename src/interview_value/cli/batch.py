"""`interview-value batch`: a file of invitations in, a file of answers out."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from typing import Any

import click

from .options import SeekerCommand, batch_options
from .output import attempt, leave_with, reporting, tell_lines
from .request import read_batch_options

__all__ = ["batch"]

STOPPED = 130
"""The exit code after a stop from the keyboard: 128 and the number of the signal, as shells have it."""


@click.command(
    cls=SeekerCommand,
    short_help="Evaluate a file of invitations, a row each.",
    example=["batch invitations.csv answers.csv --status open"],
)
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@batch_options
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
    evaluator, seeker, weights = read_batch_options(options, problems)
    if keep and keep_none:
        problems.append("--keep and --keep-none: give one of them")
    columns = () if keep_none else keep or None
    table_options = TableOptions(seeker, evaluator, options["draws"], weights, questions)
    file_run = attempt(problems, lambda: prepare_run(source, target, columns, table_options))
    if problems:
        leave_with(*problems)
    with reporting(), _ProgressBars() as bars:
        try:
            summary = file_run.run(bars.show, restart=restart)
        except OSError as error:
            leave_with(f"{target}: cannot be written ({error.strerror or error})")
        except KeyboardInterrupt:
            click.echo(
                f"\nstopped; what is finished is in {target}.parts, and the same command goes on from there", err=True
            )
            raise SystemExit(STOPPED) from None
    if as_json:
        click.echo(json.dumps(summary.to_dict(), ensure_ascii=False))
    else:
        tell_lines(str(summary))


class _ProgressBars(ExitStack):
    """A progress bar for each stage of a run, one after the other, shown on a terminal only."""

    def __init__(self) -> None:
        super().__init__()
        self._stage = ""
        self._bar: Any = None

    def show(self, stage: str, finished: int, rows: int) -> None:
        """Show how many of the rows a stage has finished."""
        if stage != self._stage:
            self.close()
            self._stage = stage
            hidden = not sys.stderr.isatty()
            self._bar = click.progressbar(length=rows, label=stage, show_pos=True, hidden=hidden, file=sys.stderr)
            self.enter_context(self._bar)
        self._bar.update(finished - self._bar.pos)
