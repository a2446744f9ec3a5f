"""Pages of what can be shown, as text, HTML, Markdown and in rich."""
