"""Figures, measured again by anyone: `make bench-…`. Nothing here is part of the package."""
