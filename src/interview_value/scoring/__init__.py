"""Scorers and gates, and running them on draws."""
