"""THE GATE: scores with floors, statements gained and lost, weights learned from annotated articles."""
