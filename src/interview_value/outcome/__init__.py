"""The total of the hours, the verdict, and what it depends on."""
