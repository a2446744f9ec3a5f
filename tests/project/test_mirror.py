"""The test of a module is found by its name: the same one, in the same folder of the tests."""

from __future__ import annotations

from pathlib import Path

import interview_value as iv

TESTS = Path(__file__).parents[1]
PACKAGE = Path(iv.__file__).parent
WITHOUT = {"__init__", "__main__", "version"}
"""The modules that only say what others have."""

TESTED_ELSEWHERE = {
    "cli/nearest": "cli/test_main.py",
    "cli/output": "cli/test_options.py",
    "deciding/explanation": "deciding/test_dependence.py",
    "deciding/step": "deciding/test_session.py",
    "evaluation/setup": "evaluation/test_evaluator.py",
    "evaluation/subject": "evaluation/test_first_screen.py",
    "export/rows": "export/test_dataframes.py",
    "frames/answer_columns": "frames/test_dataframe.py",
    "frames/best_preparation": "frames/test_same_as_one_by_one.py",
    "frames/cells": "frames/test_dataframe.py",
    "frames/conditional_net": "frames/test_way_worth.py",
    "frames/files/arrow": "frames/files/test_output_files.py",
    "frames/frame_evaluator": "frames/test_dataframe.py",
    "frames/headings": "frames/test_dataframe.py",
    "frames/invitation_table": "frames/test_dataframe.py",
    "frames/keep": "frames/test_batches.py",
    "frames/net_values": "frames/test_dataframe.py",
    "frames/options": "frames/test_dataframe.py",
    "frames/range_draws": "frames/test_same_as_one_by_one.py",
    "frames/row_values": "frames/test_row_calls.py",
    "frames/table_evaluator": "frames/test_dataframe.py",
    "frames/verdicts": "frames/test_same_as_one_by_one.py",
    "model/plain": "model/test_schema.py",
    "model/numerals": "model/test_typed.py",
    "model/signatures": "scoring/test_criterion.py",
    "model/choice": "model/test_quantity.py",
    "model/prior": "model/test_quantity.py",
    "model/yes_no": "model/test_typed.py",
    "outcome/analysis/conditional": "outcome/analysis/test_break_even.py",
    "reading/history/interviews": "reading/history/test_history.py",
    "replies/ics": "replies/test_calendar.py",
    "replies/response": "replies/test_calendar.py",
    "replies/templates": "replies/test_letter.py",
    "replies/wording": "replies/test_letter.py",
    "scoring/hours": "scoring/test_run.py",
    "testing/gate_laws": "testing/test_contract.py",
    "testing/scorer_laws": "testing/test_contract.py",
    "testing/shared_laws": "testing/test_contract.py",
}
"""The modules that have no tests of their own, because those of another one try them as well."""


def modules() -> set[str]:
    """Return the modules of the package, each as its path without the suffix."""
    paths = (path.relative_to(PACKAGE).with_suffix("") for path in PACKAGE.rglob("*.py"))
    return {path.as_posix() for path in paths if path.name not in WITHOUT and path.parts[0] != "plugin_template"}


def has_tests(module: str) -> bool:
    """Return whether there is a file of tests of the module's name, or of that name and what they are about."""
    folder, name = (TESTS / module).parent, Path(module).name
    return (folder / f"test_{name}.py").is_file() or any(folder.glob(f"test_{name}_*.py"))


def test_each_module_has_the_tests_of_its_name() -> None:
    """Tests of the module's name lie in the same folder, or the list here names those that try the module."""
    assert [] == sorted(module for module in modules() if not has_tests(module) and module not in TESTED_ELSEWHERE)


def test_no_exception_is_left_over() -> None:
    """The list has only modules that exist and have no tests of their name, and files of tests that exist."""
    assert [] == sorted(module for module in TESTED_ELSEWHERE if module not in modules() or has_tests(module))
    assert [] == sorted(file for file in TESTED_ELSEWHERE.values() if not (TESTS / file).is_file())
