"""Every write of planning and performance: permission, the write, its audit row and revision."""
