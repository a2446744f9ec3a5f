"""Run the command line as ``python -m interview_value``."""

from .cli import main

main(prog_name="interview-value")
