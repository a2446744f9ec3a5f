"""What a person does with evaluations: question by question, several side by side, one criterion explained."""
