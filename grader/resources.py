"""Where the data folders are: `sandbox/`, `reports/` and `problems/`.

In a wheel they lie in `grader/_data/<name>`; in a checkout, or an editable install, they are
the package's siblings.
"""

import importlib.util
import types
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The data folder `name`.

    Raises:
        FileNotFoundError: neither place has it, so the installation is broken.
    """
    for place in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"grader's data folder {name!r} is missing: reinstall grader")


def load_module(path: Path, name: str) -> types.ModuleType:
    """A Python file of a problem folder (the author's, trusted) as a module, afresh."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
