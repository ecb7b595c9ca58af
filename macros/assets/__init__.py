"""What a browser gets beside the pages: scripts and styles, bundled and named by their content."""
