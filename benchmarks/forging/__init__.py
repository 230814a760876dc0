"""Twelve forging attacks against graders from PyPI and against this one: `make bench-forging`."""
