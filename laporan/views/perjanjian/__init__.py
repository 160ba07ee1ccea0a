"""The perjanjian kinerja: list, form, document, and the steps of its way."""
