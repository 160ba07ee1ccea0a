"""Every write of the ground floor: permission, the write, its audit row."""
