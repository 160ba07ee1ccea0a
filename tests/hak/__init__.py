"""Every page of our own, with the answer it must give to each peran: one list per app."""
