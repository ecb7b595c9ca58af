"""Benchmarks: what reading, building and serving cost, beside other site generators."""
