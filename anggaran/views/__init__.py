"""Pages of programs and money."""
