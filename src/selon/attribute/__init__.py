"""ARTICLE -> STATEMENTS, FIGURES: pure functions, fed by a language's pack."""
