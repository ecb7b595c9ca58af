"""Pictures of the whole: coordinates of a map, a timeline and bars; templates draw them."""
