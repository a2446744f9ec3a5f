"""Evaluations for other programs: rows, files and data frames."""
