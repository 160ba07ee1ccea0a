"""Pages of planning and performance: one page, one function."""
