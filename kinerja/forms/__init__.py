"""Forms of planning and performance."""
