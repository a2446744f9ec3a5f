"""The evaluation, which is an outcome that can be shown and worked with, and the evaluator that makes it."""
