"""Bad input is normal input: whatever lies at the path ends in a sentence, and nothing hangs."""

import json
import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import SubmissionError
from grader.submissions import MAX_BYTES, read_submission, safe_name


def test_a_plain_file(tmp_path: Path) -> None:
    path = tmp_path / "ada.py"
    path.write_bytes(b"\xef\xbb\xbfx = 1\r\ny = 2\r")
    found = read_submission(path)
    assert (found.candidate, found.file, found.source) == ("ada", "ada.py", "x = 1\r\ny = 2\r")
    assert not found.fault
    assert read_submission(path, "Ada L.").candidate == "Ada L."


def test_what_is_no_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.py")
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "link.py").symlink_to("/etc/passwd")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.py"))
        for name, text in {
            "missing.py": "no such file", "fifo.py": "not a regular file",
            "folder.py": "a directory", "link.py": "symbolic link",
            "socket.py": "not a regular file", "nul\0.py": "not a file name",
        }.items():  # fmt: skip
            with pytest.raises(SubmissionError, match=text) as caught:
                read_submission(f"{tmp_path}/{name}")
            assert "\n" not in str(caught.value)
            assert caught.value.exit_code == 2
    with pytest.raises(SubmissionError, match="regular"):
        read_submission("/dev/zero")


def test_a_hundred_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "big.py"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    with pytest.raises(SubmissionError, match="larger than 256 KB"):
        read_submission(path)
    path.write_bytes(b"#" * MAX_BYTES)
    assert read_submission(path).bytes == MAX_BYTES


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"x = 1\ny = '\x80'\n", "byte 0x80 at offset 11, line 2"),
        (b"x = 1\n\n\0", "NUL byte in line 3"),
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("x = 1".encode("utf-16"), "not UTF-8"),
    ],
)
def test_texts_that_cannot_run_are_faults(tmp_path: Path, data: bytes, fault: str) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(data)
    assert fault in read_submission(path).fault


@pytest.mark.parametrize(
    "name", ["a b.py", "new\nline.py", "-rf.py", "$(x).py", "🙂.py", "\udcff.py"]
)
def test_names_are_only_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x = 1\n")
    found = read_submission(tmp_path / name)
    assert found.source == "x = 1\n"
    assert safe_name(found.candidate).isascii()


def test_a_notebook(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# no"]},
        {"cell_type": "code", "source": ["%matplotlib inline\n", "def f(x):\n", "    return x\n"]},
        {"cell_type": "code", "source": "!ls\ny = 2"},
    ]
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    source = read_submission(path).source
    namespace: dict[str, object] = {}
    exec(compile(source, "a", "exec"), namespace)
    assert namespace["y"] == 2
    assert "# cell 2" in source
    for bad in ("{", "[]", '{"cells": [{}]}', '{"cells": []}', "[" * 90_000):
        path.write_text(bad)
        assert "notebook" in read_submission(path).fault


@given(st.text(), st.text())
def test_safe_names_are_safe_and_differ(one: str, other: str) -> None:
    for name in (safe_name(one), safe_name(other)):
        assert "/" not in name
        assert name not in ("", ".", "..")
        assert len(name) <= 64
        assert name.isascii()
    assert (one == other) == (safe_name(one) == safe_name(other))
