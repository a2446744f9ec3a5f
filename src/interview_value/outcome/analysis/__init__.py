"""What the verdict depends on: questions, swings, break-even points and robustness."""
