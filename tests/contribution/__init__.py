"""What arrives from contributors, and what they are told."""
