"""What is known of an interview and of the person who is invited."""
