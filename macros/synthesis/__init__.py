"""Made-up practices and projects for measuring, in any number; never part of a real site."""
