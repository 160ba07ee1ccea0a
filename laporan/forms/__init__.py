"""Forms of the report: one module for each thing that is filled in."""
