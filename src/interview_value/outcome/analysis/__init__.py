"""Analysis: what the answer hangs on, what would turn it, and what to find out first."""
