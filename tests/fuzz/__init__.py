"""Inputs that nobody would think of, against everything that meets strangers' bytes.

The tests try some; ``python -m tests.fuzz --seconds 600`` tries many. Another target is one more
line in ``targets.TARGETS``: a name, what to draw, and a function that raises where something is
wrong.
"""
