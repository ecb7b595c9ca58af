"""Search: the words of finished pages by their stems, and the files a browser searches in."""
