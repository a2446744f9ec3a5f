"""One question at a time; several invitations; one criterion."""
