"""Scorers and gates: how they are made, the library's own, and running them on what is known and on draws."""
