"""What a practice, a project, a goal and every other kind of entry is."""
