"""Mails with an invitation."""
