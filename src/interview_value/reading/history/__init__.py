"""Histories: past and coming interviews, read from a calendar or a table of applications."""
