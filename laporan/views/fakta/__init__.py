"""Pages on which the facts of Bab I are filled in: one module for each table."""
