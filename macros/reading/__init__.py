"""From files to entries, or to a list of what has to be mended in them."""
