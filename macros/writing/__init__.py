"""Entries -> HTML; what a page says and looks like, whoever writes it to disk."""
