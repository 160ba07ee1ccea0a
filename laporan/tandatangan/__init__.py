"""The electronic signature of a report: its place in the PDF, the two providers, the check of a file."""
