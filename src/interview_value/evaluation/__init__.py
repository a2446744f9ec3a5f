"""The evaluation, and the evaluator that makes it."""
