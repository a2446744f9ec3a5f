"""Working with evaluations: question by question, several side by side, one scorer or gate explained."""
