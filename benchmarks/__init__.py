"""Benchmarks of factspec: `python -m benchmarks` for what is right, `python benchmarks/speed` for how fast."""
