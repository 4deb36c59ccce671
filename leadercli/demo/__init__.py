"""The sample journal: a year of a Danish team of eight."""
