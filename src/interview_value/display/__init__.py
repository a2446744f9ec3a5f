"""A page of anything that can be shown, and its writers: text, HTML, Markdown and rich."""
