"""What the hours add up to: the verdict, and what it hangs on."""
