"""Contributors' photographs → pictures of our own making, or the reason why not."""
