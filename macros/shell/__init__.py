"""The frame around a page, rendered once and cut where pages differ, to be filled many times."""
