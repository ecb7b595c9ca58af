"""Photographs beside practices."""
