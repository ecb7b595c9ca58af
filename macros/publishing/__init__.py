"""Publishing: a finished site is checked, then put in the old one's place in a single step."""
