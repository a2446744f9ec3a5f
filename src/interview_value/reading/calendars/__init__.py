"""Calendar files, and events as other calendars give them."""
