"""What comes of the numbers of an evaluation: contributions, the verdict, and what they hang on."""
