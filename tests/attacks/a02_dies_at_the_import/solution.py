"""Dies with status 0 at the import, past every handler and every clean-up."""

import os

os._exit(0)
