"""Leaves with success before anything is defined."""

import sys

sys.exit(0)
