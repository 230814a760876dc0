"""The store: durable, shared, and clear about what is wrong with a database."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap

import pytest
import sqlalchemy as sa

from grader import kept, store
from grader.errors import GraderError, StoreError, UsageError
from grader.results import parse_result
from grader.store import METADATA, Store, address, open_store
from made_reports import accepted, changed, not_graded

KEY = kept.key_of("a", "b")


@pytest.fixture(params=["sqlite", "postgresql"])
def opened(request, tmp_path):
    """An open store of each kind, empty."""
    if request.param == "sqlite":
        where = str(tmp_path / "grader.db")
    else:
        where = request.getfixturevalue("postgres")
    found = open_store(where)
    yield found
    found.close()


def test_a_result_comes_back_as_it_was(opened):
    report = accepted()
    kept.keep(opened, KEY, report)
    assert kept.known(opened, [KEY, "other"]) == {KEY: report.verdict}
    assert parse_result(kept.result(opened, KEY), "kept") == report
    assert kept.result(opened, "other") is None


def test_the_first_result_of_a_key_stays(opened):
    kept.keep(opened, KEY, accepted("ada"))
    kept.keep(opened, KEY, accepted("bob"))
    assert b'"ada"' in kept.result(opened, KEY)


def test_a_fault_of_ours_is_never_kept(opened):
    with pytest.raises(ValueError, match="no result"):
        kept.keep(opened, KEY, not_graded())
    assert kept.known(opened, [KEY]) == {}


def test_any_text_of_a_candidate_can_be_kept(opened):
    name = "ä\0\x1b\U0001f600'; drop table results; --"
    kept.keep(opened, KEY, changed(accepted(), candidate=name))
    assert parse_result(kept.result(opened, KEY), "kept").candidate == name


def test_thousands_of_keys_are_found_and_forgotten(opened):
    for key in "abc":
        kept.keep(opened, key, accepted())
    many = [*map(str, range(2000)), *"abc"]
    assert set(kept.known(opened, many)) == set("abc")
    assert kept.forget(opened, many[:-1]) == 2
    assert set(kept.known(opened, many)) == {"c"}


def test_a_key_tells_its_parts_apart():
    assert len({kept.key_of("ab", "c"), kept.key_of("a", "bc"), kept.key_of("abc")}) == 3


def test_a_module_adds_its_table_to_a_store_that_is_there(opened, monkeypatch):
    again = sa.MetaData()
    for table in METADATA.tables.values():
        table.to_metadata(again)
    notes = sa.Table("notes", again, sa.Column("text", sa.Text))
    monkeypatch.setattr(store, "METADATA", again)
    later = open_store(str(_url(opened)))
    with later.writing() as connection:
        connection.execute(notes.insert().values(text="hello"))
    with later.reading() as connection:
        assert connection.execute(sa.select(notes.c.text)).scalar_one() == "hello"
    later.close()


def test_an_older_schema_is_migrated_once(opened, monkeypatch):
    kept.keep(opened, KEY, accepted())
    ran = []

    def widen(connection: sa.Connection) -> None:
        ran.append(1)
        connection.exec_driver_sql("ALTER TABLE results ADD COLUMN remark TEXT DEFAULT 'none'")

    monkeypatch.setattr(store, "SCHEMA", 2)
    monkeypatch.setattr(store, "MIGRATIONS", {1: widen})
    for _ in range(2):
        later = open_store(str(_url(opened)))
        with later.reading() as connection:
            assert connection.exec_driver_sql("SELECT remark FROM results").scalar_one() == "none"
        later.close()
    assert ran == [1]
    monkeypatch.undo()
    with pytest.raises(UsageError, match="schema 2 is newer than this grader knows.*upgrade"):
        open_store(str(_url(opened)))


def test_a_migration_that_fails_changes_nothing(opened, monkeypatch):
    def half(connection: sa.Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE results ADD COLUMN remark TEXT")
        connection.exec_driver_sql("SELECT * FROM nowhere")

    monkeypatch.setattr(store, "SCHEMA", 2)
    monkeypatch.setattr(store, "MIGRATIONS", {1: half})
    with pytest.raises(StoreError, match="nowhere"):
        open_store(str(_url(opened)))
    monkeypatch.undo()
    again = open_store(str(_url(opened)))
    with again.reading() as connection:
        columns = {c["name"] for c in sa.inspect(connection).get_columns("results")}
    again.close()
    assert "remark" not in columns


def test_processes_that_open_and_write_at_once_lose_nothing(opened):
    code = """
        import sys
        from made_reports import accepted
        from grader import kept, store
        where, name = sys.argv[1:]
        opened = store.open_store(where)
        for number in range(20):
            kept.keep(opened, f"{name}-{number}", accepted())
    """
    where = str(_url(opened))
    writers = [_python(code, where, name) for name in "ab"]
    assert [writer.wait(60) for writer in writers] == [0] * 2
    keys = [f"{name}-{number}" for name in "ab" for number in range(20)]
    assert set(kept.known(opened, keys)) == set(keys)


def test_a_writer_that_is_killed_loses_nothing_that_it_announced(opened):
    code = """
        import sys
        from made_reports import accepted
        from grader import kept, store
        opened = store.open_store(sys.argv[1])
        for number in range(100_000):
            kept.keep(opened, str(number), accepted())
            print(number, flush=True)
    """
    writer = _python(code, str(_url(opened)), stdout=subprocess.PIPE)
    announced = [writer.stdout.readline().decode().strip() for _ in range(10)]
    writer.send_signal(signal.SIGKILL)
    announced += [line.decode().strip() for line in writer.stdout]
    writer.wait()
    whole = [key for key in announced if key]
    assert set(kept.known(opened, whole)) == set(whole)


def test_the_address_is_what_is_asked_for(monkeypatch):
    monkeypatch.delenv("GRADER_DB", raising=False)
    assert address(None, "out") == os.path.join("out", "grader.db")
    monkeypatch.setenv("GRADER_DB", "elsewhere.db")
    assert address(None, "out") == "elsewhere.db"
    assert address("given.db", "out") == "given.db"


def _foreign(path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE birds (name)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "kind", "says"),
    [
        (lambda p: p.write_text("hello " * 500), UsageError, "grader.db: is not a database.*--db"),
        (lambda p: p.mkdir(), UsageError, "grader.db: cannot be opened.*check the path"),
        (_foreign, UsageError, "grader.db: holds tables of something else .birds"),
    ],
)
def test_what_is_no_store_is_told_with_its_file_and_left_alone(tmp_path, make, kind, says):
    path = tmp_path / "grader.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind, match=says):
        open_store(str(path))
    assert before is None or path.read_bytes() == before


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("nosuch://x/y", "--db nosuch.*no driver.*grader.postgres"),
        ("postgresql+nosuch://x/y", "no driver"),
        ("://", "not the URL of a database"),
        ("/proc/version/grader.db", "its folder cannot be made"),
    ],
)
def test_an_address_that_cannot_be_used_is_told(where, says):
    with pytest.raises(UsageError, match=says):
        open_store(where)


def test_a_password_is_never_shown():
    with pytest.raises(GraderError) as caught:
        open_store("postgresql+psycopg://me:s3cret@127.0.0.1:1/none?connect_timeout=1")
    assert "s3cret" not in str(caught.value)


def test_a_full_disk_is_told_and_what_was_kept_before_stays(tmp_path):
    where = str(tmp_path / "grader.db")
    code = """
        import resource, sys
        from made_reports import accepted
        from grader import kept, store
        from grader.errors import StoreError
        opened = store.open_store(sys.argv[1])
        kept.keep(opened, "before", accepted())
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        try:
            for number in range(100_000):
                kept.keep(opened, str(number), accepted())
        except StoreError as error:
            sys.exit(f"{number} {error}")
    """
    writer = _python(code, where, stderr=subprocess.PIPE)
    said = writer.communicate(timeout=60)[1].decode()
    number, _, text = said.partition(" ")
    assert "grader.db" in text
    assert "disk" in text
    assert "make room" in text
    opened = open_store(where)
    assert set(kept.known(opened, ["before", *map(str, range(int(number)))])) >= {"before"}
    kept.keep(opened, "after", accepted())
    opened.close()


def _url(opened: Store) -> str:
    return opened._engine.url.render_as_string(hide_password=False)


def _python(code: str, *arguments: str, **options) -> subprocess.Popen:
    here = os.path.dirname(os.path.abspath(__file__))
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        env={**os.environ, "PYTHONPATH": here}, **options,
    )  # fmt: skip
