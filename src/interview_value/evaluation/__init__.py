"""The evaluation, with the doors of an outcome, and the evaluator that makes it."""
