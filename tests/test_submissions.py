"""What a candidate hands in is read safely, whatever it is."""

import contextlib
import io
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.errors import EXIT_USAGE, SubmissionError
from grader.model import to_json
from grader.submissions import MAX_BYTES, read_submission, safe_name

GOOD = "def f():\n    return 1\n"


def write(folder: Path, data: bytes | str, name: str | bytes = "ada.py") -> str:
    path = os.path.join(os.fsencode(folder), os.fsencode(name))
    Path(os.fsdecode(path)).write_bytes(data.encode() if isinstance(data, str) else data)
    return os.fsdecode(path)


def refusal(path: str | Path) -> str:
    """The one line with which `path` is refused."""
    with pytest.raises(SubmissionError) as caught:
        read_submission(path)
    assert caught.value.exit_code == EXIT_USAGE
    assert caught.value.fix
    text = str(caught.value)
    assert len(text.splitlines()) == 1
    text.encode()  # no lone surrogates, so any log takes it
    return text


def test_a_file_becomes_a_submission(tmp_path: Path) -> None:
    got = read_submission(Path(write(tmp_path, GOOD)))
    assert (got.candidate, got.file, got.source, got.fault) == ("ada", "ada.py", GOOD, "")
    assert got.bytes == len(GOOD)
    assert len(got.sha256) == 64
    assert read_submission(write(tmp_path, GOOD), "Ada L.").candidate == "Ada L."


# ------------------------------------------------------------------- what is no file to be read


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "there is no such file" in refusal(tmp_path / "none.py")
    assert "there is no such file" in refusal("")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert "a directory" in refusal(tmp_path)


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(write(tmp_path, GOOD) + "/x.py")


def test_a_fifo_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ada.py")
    assert "a named pipe" in refusal(tmp_path / "ada.py")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("ada.py")
        assert "a socket" in refusal("ada.py")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(device: str) -> None:
    assert "a device" in refusal(device)


def test_a_symlink_is_refused_wherever_it_points(tmp_path: Path) -> None:
    for number, target in enumerate((write(tmp_path, GOOD), "/etc/passwd", "/dev/zero", "nowhere")):
        link = tmp_path / f"link{number}.py"
        link.symlink_to(target)
        assert "symbolic link" in refusal(link)


def test_a_file_that_becomes_a_link_or_pipe_after_the_first_look_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regular = os.lstat(write(tmp_path, GOOD))
    (tmp_path / "link.py").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe.py")
    monkeypatch.setattr(os, "lstat", lambda _: regular)
    refusal(tmp_path / "link.py")
    assert "a named pipe" in refusal(tmp_path / "pipe.py")


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "ada.py"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    assert "larger than 256 KB" in refusal(path)


def test_the_cap_is_exact(tmp_path: Path) -> None:
    assert read_submission(write(tmp_path, b"#" * MAX_BYTES)).bytes == MAX_BYTES
    refusal(write(tmp_path, b"#" * (MAX_BYTES + 1)))


@pytest.mark.skipif(not os.path.exists("/proc/kmsg"), reason="Linux's")
def test_a_file_of_proc_that_would_block_does_not_hang() -> None:
    with contextlib.suppress(SubmissionError):
        read_submission("/proc/kmsg")


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    os.chmod(path, 0)
    if os.geteuid():
        assert "no permission" in refusal(path)
        return
    code = (
        "import os, sys; from grader.submissions import read_submission; os.setuid(65534)\n"
        "try: read_submission(sys.argv[1])\nexcept Exception as e: print(type(e).__name__, e)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("SubmissionError")
    assert "no permission" in done.stdout


def test_a_name_that_is_none_is_refused() -> None:
    refusal("a\0b.py")
    refusal("x" * 5000)


# ------------------------------------------------------------------- names


NAMES: list[tuple[bytes, str]] = [
    (b"with space.py", "with space"),
    (b"new\nline.py", "new\nline"),
    (b"-rf.py", "-rf"),
    (b"$(x);`y`.py", "$(x);`y`"),
    ("\N{GRINNING FACE}é.py".encode(), "\N{GRINNING FACE}é"),
    (b"\x1b[2J<b>.py", "\x1b[2J<b>"),
    (b"a\xff\x80.py", "a\\xff\\x80"),
    (b".py", ".py"),
    (b"none", "none"),
    (b"a.b.py", "a.b"),
]


@pytest.mark.parametrize(("name", "candidate"), NAMES)
def test_any_name_of_a_file_will_do(tmp_path: Path, name: bytes, candidate: str) -> None:
    got = read_submission(write(tmp_path, GOOD, name))
    assert (got.source, got.fault, got.candidate) == (GOOD, "", candidate)
    assert json.loads(to_json(got))["candidate"] == candidate
    (tmp_path / "results" / safe_name(got.candidate)).mkdir(parents=True)


def test_a_refusal_of_any_name_is_one_line(tmp_path: Path) -> None:
    for name, _ in NAMES:
        (tmp_path / os.fsdecode(name)).mkdir()
        assert "\x1b" not in refusal(tmp_path / os.fsdecode(name))


def test_a_candidate_with_bytes_that_are_not_utf8_can_be_stored(tmp_path: Path) -> None:
    got = read_submission(write(tmp_path, GOOD), "J\udcf6rg \ud800")
    assert got.candidate == "J\\xf6rg \\ud800"
    to_json(got)


# ------------------------------------------------------------------- text


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (b"\xef\xbb\xbfx = 1\n", "x = 1\n"),
        (b"x = 1\r\ny = 2\r\n", "x = 1\r\ny = 2\r\n"),
        (b"x = 1\ry = 2", "x = 1\ry = 2"),
        (b"\x0cx = 1\n", "\x0cx = 1\n"),
        (b"# \xe2\x80\xa8 \xc2\x85\x1c", "# \u2028 \x85\x1c"),
        (b"# coding: utf-7\n# +AAo-", "# coding: utf-7\n# +AAo-"),
        (b"\n" * 100_000, ""),
        (b"# only a comment", "# only a comment"),
    ],
)
def test_the_text_is_kept_but_for_the_byte_order_mark(
    tmp_path: Path, data: bytes, source: str
) -> None:
    got = read_submission(write(tmp_path, data))
    if source:
        assert (got.source, got.fault) == (source, "")
    assert got.bytes == len(data)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"x = 1\ny = '\x80'", "not UTF-8: byte 0x80 at offset 11, line 2; save the file as UTF-8"),
        (b"\xef\xbb\xbfx\r\ry\xff", "not UTF-8: byte 0xff at offset 7, line 3; save"),
        ("x = 1".encode("utf-16"), "byte 0xff at offset 0, line 1; it looks like UTF-16;"),
        (b"# \xed\xa0\x80", "not UTF-8: byte 0xed at offset 2, line 1"),
        (b"a\nb\0c", "a NUL byte in line 2: this is not a text file"),
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b" \t\r\n\x0c\n", "the file is empty"),
        (b"\x7fELF\x02\x01\x01\0\0", "a NUL byte in line 1"),
        (b"PK\x03\x04\x14\0\0\0", "a NUL byte in line 1"),
        (b"\xa7\r\r\n\0\0\0\0", "not UTF-8: byte 0xa7 at offset 0"),
    ],
)
def test_a_text_that_cannot_run_gets_a_report_with_the_reason(
    tmp_path: Path, data: bytes, fault: str
) -> None:
    got = read_submission(write(tmp_path, data))
    assert got.fault.startswith(fault) or fault in got.fault
    assert len(got.fault.splitlines()) == 1
    to_json(got)


@given(st.binary(max_size=200))
def test_any_bytes_become_a_submission_that_can_be_stored(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for name in ("any.py", "any.ipynb"):
        got = read_submission(write(folder, data, name))
        to_json(got)
        got.source.encode()
        assert got.fault or got.source.strip()


def test_standard_input_is_read_to_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    def feed(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    feed(GOOD.encode())
    got = read_submission("-")
    assert (got.candidate, got.file, got.source) == ("stdin", "stdin.py", GOOD)
    feed(GOOD.encode())
    assert read_submission("-", "ada").candidate == "ada"
    feed(b"#" * (MAX_BYTES + 1))
    assert "larger than 256 KB" in refusal("-")
    monkeypatch.setattr(sys, "stdin", None)
    assert "no standard input" in refusal("-")


def test_a_notebook_may_be_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = {"cell_type": "markdown", "source": "A" * (400 * 1024)}
    text = json.dumps({"cells": [picture, {"cell_type": "code", "source": "x = 1"}]})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    got = read_submission("-", "ada")
    assert (got.file, got.source, got.fault) == ("stdin.ipynb", "# cell 1\nx = 1\n", "")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"{" * (9 << 20))))
    with pytest.raises(SubmissionError, match="larger than 8192 KB"):
        read_submission("-", "ada")


def test_endless_standard_input_ends_at_the_cap() -> None:
    code = "from grader.submissions import read_submission; read_submission('-')"
    with open("/dev/zero", "rb") as zeros:
        done = subprocess.run(
            [sys.executable, "-c", code], stdin=zeros, capture_output=True, text=True, timeout=60,
            check=False,
        )  # fmt: skip
    assert "larger than 256 KB" in done.stderr


# ------------------------------------------------------------------- notebooks


def notebook(*cells: str | list[str] | tuple[str, str]) -> str:
    made: list[dict[str, Any]] = []
    for cell in cells:
        kind, source = cell if isinstance(cell, tuple) else ("code", cell)
        made.append({"cell_type": kind, "source": source, "metadata": {}})
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def code(folder: Path, *cells: str | list[str] | tuple[str, str]) -> str:
    got = read_submission(write(folder, notebook(*cells), "ada.ipynb"))
    assert (got.fault, got.candidate) == ("", "ada")
    return got.source


def test_code_cells_are_joined_in_order(tmp_path: Path) -> None:
    got = code(tmp_path, ("markdown", "# text"), ["x = 1\n", "y = 2"], ("raw", "z"), "", "z = 3")
    assert got == "# cell 1\nx = 1\ny = 2\n\n# cell 2\n\n\n# cell 3\nz = 3\n"


def test_magics_become_comments_and_lines_stay(tmp_path: Path) -> None:
    got = code(tmp_path, "%matplotlib inline\n!pip install x\nx?\n?x\nx.y??\nx = 1\r\n  %timeit x")
    assert got.splitlines()[1:7] == [
        "# (left out) %matplotlib inline", "# (left out) !pip install x", "# (left out) x?",
        "# (left out) ?x", "# (left out) x.y??", "x = 1",
    ]  # fmt: skip
    assert got.splitlines()[7] == "  pass  # (left out) %timeit x"


def test_a_magic_may_be_all_that_a_block_holds(tmp_path: Path) -> None:
    source = code(tmp_path, "if 0:\n    !pip install x\nelse:\n\t%timeit f()\ny = 1")
    names: dict[str, int] = {}
    exec(source, names)
    assert names["y"] == 1


@pytest.mark.parametrize(
    "cell",
    [
        "x = (\n    7\n    % 4\n)",
        "x = [7\n% 4][0]",
        "x = 7 \\\n% 4",
        "s = '''\n%time\n!x\n'''\nx = len(s) - 7",
        's = r"""\\"\n% a\n"""\nx = 3',
        "s = '''a'''; t = (  # it's (\n7\n% 4)\nx = t",
        "s = \"(\" + '[' + '\\'{'\nx = 3 # don't (",
        "x = 3  # why?\n# %not a magic\n",
        "s = ''''a''' + '''\n% b'''\nx = 3",
    ],
)
def test_python_that_looks_like_a_magic_is_kept(tmp_path: Path, cell: str) -> None:
    source = code(tmp_path, cell)
    assert source == f"# cell 1\n{cell}\n"
    names: dict[str, int] = {}
    exec(source, names)
    assert names["x"] == 3


def test_magics_after_texts_and_brackets_that_have_ended_are_found(tmp_path: Path) -> None:
    for before in ("s = '''\n(\n'''", "x = (\n1)", "s = ')' # (", "x = 1 # \\", "s = '''a''' 'b'"):
        assert "\n# (left out) %magic" in code(tmp_path, f"{before}\n%magic")


def test_cell_magics_of_python_keep_their_cell(tmp_path: Path) -> None:
    assert code(tmp_path, "%%time\nx = 1") == "# cell 1\n# (left out) %%time\nx = 1\n"
    got = code(tmp_path, "x = 1", "\n%%bash\nrm -rf /\n%x", "y = 2")
    assert "\n# (left out) rm -rf /\n" in got
    exec(got, {})
    assert "(left out) def" in code(tmp_path, "x = 1", "%%\ndef")


def test_characters_that_only_some_call_line_ends_do_not_end_lines(tmp_path: Path) -> None:
    cell = "x = 1 # a\u2028x = 2\x0c\x1c\x85x = 3"
    assert code(tmp_path, cell) == f"# cell 1\n{cell}\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "the notebook is not JSON (line 1)"),
        (GOOD, "the notebook is not JSON (line 1)"),
        ("[]", "the notebook is not of format 4"),
        ("1", "the notebook is not of format 4"),
        ("null", "the notebook is not of format 4"),
        ('{"worksheets": []}', "the notebook is not of format 4"),
        ('{"cells": 1}', "the notebook is not of format 4"),
        ('{"cells": {"a": 1}}', "the notebook is not of format 4"),
        ('{"cells": ["code"]}', "the notebook is not of format 4"),
        ('{"cells": [{"source": "x"}]}', "the notebook is not of format 4"),
        ('{"cells": [{"cell_type": "code"}]}', "the notebook is not of format 4"),
        ('{"cells": [{"cell_type": "code", "source": 1}]}', "the notebook is not of format 4"),
        ('{"cells": [{"cell_type": "code", "source": ["a", 1]}]}', "the notebook is not of format"),
        ('{"cells": [{"cell_type": "code", "source": {"a": 1}}]}', "the notebook is not of format"),
        ('{"cells": []}', "the notebook has no code"),
        ('{"cells": [{"cell_type": "code", "source": " "}]}', "the notebook has no code"),
        ("[" * 100_000, "the notebook is n"),
        ('{"cells": ' + "[" * 50_000 + "]" * 50_000 + "}", "the notebook is n"),
        ('{"a": ' + "9" * 100_000 + "}", "the notebook is not JSON"),
        ('{"cells": [{"cell_type": "code", "source": "\\u0000"}]}', "a NUL byte in line 2"),
        ('{"cells": [{"cell_type": "code", "source": "\\ud800"}]}', "half a surrogate pair"),
        ("", "the file is empty"),
    ],
)
def test_a_malformed_notebook_has_a_fault(tmp_path: Path, text: str, fault: str) -> None:
    got = read_submission(write(tmp_path, text, "ada.IPYNB"))
    assert got.fault.startswith(fault)
    to_json(got)


CELL_TEXT = st.text(st.sampled_from("ab%!?()[]{}'\"\\#\n\r= "), max_size=60)


@given(CELL_TEXT)
@example("%%")
@example("\\\n%")
def test_no_cell_loses_a_line_or_grows_one(
    tmp_path_factory: pytest.TempPathFactory, cell: str
) -> None:
    text = notebook("x = 1", cell + "#")
    got = read_submission(write(tmp_path_factory.getbasetemp(), text, "any.ipynb"))
    ends = re.compile(r"\r\n|\r|\n")
    assert len(ends.findall(got.source)) == len(ends.findall(cell)) + 5


# ------------------------------------------------------------------- names of folders


@pytest.mark.parametrize("name", ["ada", "a_b-2", "x" * 64, "0", "_"])
def test_plain_names_are_kept(name: str) -> None:
    assert safe_name(name) == name


ODD_NAMES = [
    "", ".", "..", "../../x", "a/b", "a\\b", ".hidden", "-rf", "a.", "a ", "con", "CON", "nul.txt",
    "com1", "lpt9", "x" * 65, "x" * 300, "\n", "a\0b", "é", "\N{GRINNING FACE}", "\ud800",
    "a\udc80", "Ada", "ADA", "ada-12345678", "index.html", "results.csv", "~", "C:", "\u202e",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_other_names_get_a_hash(name: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,54}-[0-9a-f]{8}", safe_name(name))


def test_a_name_says_whose_it_is() -> None:
    assert safe_name("Ada Lovelace").startswith("Ada-Lovelace-")
    assert safe_name("../../x").startswith("x-")


ANY_NAME = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from("aA./\\-_0 \ud800"), max_size=5),
    st.from_regex(r"[aA][ -]?-[0-9a-f]{8}", fullmatch=True),
    st.sampled_from(ODD_NAMES),
    st.sampled_from(ODD_NAMES).map(safe_name),
)


@given(ANY_NAME, ANY_NAME)
def test_no_name_escapes_and_no_two_collide(one: str, two: str) -> None:
    made = safe_name(one)
    assert 0 < len(made) <= 64
    assert os.path.basename(made) == made
    assert made[0] not in ".-"
    assert made.isascii()
    if one != two:
        assert made.casefold() != safe_name(two).casefold()
