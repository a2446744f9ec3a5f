"""Job postings, on pages and from job boards."""
