"""The writes of a report: one module for each thing that is written."""
