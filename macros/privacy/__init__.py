"""Finds what looks like somebody's personal data in a text, by rules that are data."""
