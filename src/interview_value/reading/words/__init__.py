"""What words plainly say: stages, places, domains."""
