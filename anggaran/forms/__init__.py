"""Forms of programs and money."""
