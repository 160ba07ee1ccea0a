"""The way of a report to its signed version, and the public verification of one."""
