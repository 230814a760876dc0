"""An archive that Python itself would run."""

import pathlib
import zipfile


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "solution.py"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("__main__.py", "print(1)")
    return path
