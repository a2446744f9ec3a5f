"""The outcome of an evaluation: contributions and findings, their totals, the verdict and its analysis."""
