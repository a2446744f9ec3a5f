"""Display: pages of what can be shown, and what they look like as text, HTML, Markdown and in rich."""
