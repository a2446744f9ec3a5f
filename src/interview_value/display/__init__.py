"""Display: an evaluation as text and as HTML; pure functions of it, without any dependency."""
