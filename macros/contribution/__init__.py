"""What arrives from contributors: the questions they are asked, their answers as files."""
