"""Tells whether a job interview that you probably do not want is worth your time, in hours."""
