"""Pages that look at the whole: map, timeline, numbers, what the data files hold."""
