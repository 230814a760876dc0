"""The store: one SQL database that results, interviews and attempts share.

SQLite by default, which needs nothing; any other database by SQLAlchemy's URL of it. A module that
keeps something declares its table on `METADATA`, and `open_store` makes what is missing. What is
there already is changed by `MIGRATIONS` alone: plain functions, one for each step of `SCHEMA`.

A transaction of `Store.writing` is on the disk when it returns, the power cut included: SQLite
writes a log ahead (WAL), which readers do not wait for, and syncs it at each commit.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from grader.display import one_line, shorten
from grader.errors import GraderError, StoreError, UsageError

SCHEMA = 1
METADATA = sa.MetaData()
BUSY_S = 30.0
"""How long a writer waits for another one before it gives up."""
ENVIRONMENT = "GRADER_DB"
FILE = "grader.db"
_LOCK = 0x6772616465  # "grade": PostgreSQL's lock on making and changing tables
_WRITES = {"grader_writes": True}

_schema = sa.Table("grader_schema", METADATA, sa.Column("version", sa.Integer, nullable=False))

Migrations = Mapping[int, Callable[[sa.Connection], None]]
MIGRATIONS: Migrations = {}
"""From this schema to the next one: what is to be done to the tables that are there."""


class Store:
    """An open database; every error of it names it, and says how to mend it."""

    def __init__(self, engine: sa.Engine, where: str) -> None:
        self.where = where
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that only reads.

        Raises:
            StoreError: the database cannot be read.
        """
        with explained(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that is durable when this ends, or has never been; one writer at a time.

        Raises:
            StoreError: it cannot be written: a full disk, say.
        """
        engine = self._engine.execution_options(**_WRITES)
        with explained(self.where), engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def address(given: str | None, folder: str | Path) -> str:
    """What `--db` says, else the environment variable `GRADER_DB`, else a file in `folder`."""
    return given or os.environ.get(ENVIRONMENT) or str(Path(folder) / FILE)


def open_store(where: str) -> Store:
    """Open, and make where it is new, the database at a URL of SQLAlchemy or at a file's path.

    Raises:
        UsageError: it is none of ours, of a newer grader, or of a kind that is not installed.
        StoreError: it cannot be opened.
    """
    url = _url(where)
    shown = one_line(url.database or "memory") if _is_sqlite(url) else one_line(str(url))
    try:
        engine = sa.create_engine(url, connect_args=_arguments(url))
    except (NoSuchModuleError, ModuleNotFoundError, ArgumentError) as error:
        raise UsageError(
            f"--db {shown}: no driver for it: {shorten(one_line(str(error)), 200)}",
            fix="SQLite needs none; for PostgreSQL: pip install 'grader[postgres]', and "
            "postgresql+psycopg://USER@HOST/DATABASE",
        ) from None
    if _is_sqlite(url):
        _make_parent(url.database, shown)
        sa.event.listen(engine, "connect", _configure)
        sa.event.listen(engine, "begin", _begin)
    store = Store(engine, shown)
    try:
        with store.writing() as connection:
            _make_tables(connection, shown)
        if _is_sqlite(url):
            _log_ahead(engine, shown)
    except BaseException:
        store.close()
        raise
    return store


def _url(where: str) -> sa.URL:
    if "://" not in where:
        return sa.URL.create("sqlite", database=where)
    try:
        return sa.make_url(where)
    except (ArgumentError, ValueError):
        raise UsageError(
            f"--db {shorten(one_line(where), 80)}: not the URL of a database",
            fix="give a file, or postgresql+psycopg://USER@HOST/DATABASE",
        ) from None


def _is_sqlite(url: sa.URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _arguments(url: sa.URL) -> dict[str, Any]:
    return {"timeout": BUSY_S} if _is_sqlite(url) else {}


def _make_parent(file: str | None, shown: str) -> None:
    if file and file != ":memory:":
        try:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"{shown}: its folder cannot be made: {error.strerror}", fix="use --db"
            ) from None


def _configure(connection: Any, _record: object) -> None:
    """Each new connection of SQLite's."""
    connection.isolation_level = None  # we begin transactions ourselves
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    """A writer waits for its turn at once: one that first reads could not wait later on."""
    writes = connection.get_execution_options().get("grader_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _log_ahead(engine: sa.Engine, shown: str) -> None:
    """Switch the file to WAL, for good; only now, when it is known to be ours."""
    connection = engine.raw_connection()
    cursor = connection.cursor()
    until = time.monotonic() + BUSY_S
    try:
        while cursor.execute("PRAGMA journal_mode").fetchone()[0] not in ("wal", "memory"):
            try:
                cursor.execute("PRAGMA journal_mode=WAL")
                break  # where the file system cannot, it stays as it was: slower, and as durable
            except sqlite3.OperationalError as error:  # SQLite itself does not wait for this one
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise StoreError(f"{shown}: cannot be written to: {error}") from None
                time.sleep(0.02)
    finally:
        connection.close()


def _make_tables(connection: sa.Connection, shown: str) -> None:
    """Make what is missing, and bring an older schema up to date; all of it or nothing."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    there = set(sa.inspect(connection).get_table_names())
    if _schema.name not in there:
        if there:
            raise UsageError(
                f"{shown}: holds tables of something else ({', '.join(sorted(there))[:80]})",
                fix="give grader a database of its own with --db",
            )
        METADATA.create_all(connection)
        connection.execute(_schema.insert().values(version=SCHEMA))
        return
    version = connection.execute(sa.select(_schema.c.version)).scalar_one()
    if version > SCHEMA:
        raise UsageError(
            f"{shown}: its schema {version} is newer than this grader knows ({SCHEMA})",
            fix="upgrade grader, or use another --db",
        )
    for step in range(version, SCHEMA):
        MIGRATIONS[step](connection)
    METADATA.create_all(connection)
    if version < SCHEMA:
        connection.execute(_schema.update().values(version=SCHEMA))


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn the database's errors into ours."""
    try:
        yield
    except SQLAlchemyError as error:
        raise explain(error, where) from None


_SQLITE_KINDS: dict[str, tuple[type[GraderError], str, str]] = {
    "SQLITE_NOTADB": (UsageError, "is not a database", "give another file with --db"),
    "SQLITE_CORRUPT": (StoreError, "is damaged", "move it away: what it lost is graded again"),
    "SQLITE_CANTOPEN": (UsageError, "cannot be opened", "check the path and its permissions"),
    "SQLITE_READONLY": (UsageError, "cannot be written to", "check permissions, or use --db"),
    "SQLITE_FULL": (StoreError, "the disk is full", "make room; what was kept before is safe"),
    "SQLITE_IOERR": (
        StoreError, "cannot be written: the disk is full or fails",
        "make room; what was kept before is safe",
    ),
    "SQLITE_BUSY": (StoreError, "another process keeps it locked", "end that, then try again"),
}  # fmt: skip


def explain(error: SQLAlchemyError, where: str) -> GraderError:
    """Our error for one of the database's: what it is about, and how to mend it."""
    original = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(original, sqlite3.Error):
        name = getattr(original, "sqlite_errorname", "") or ""
        for kind, (our, what, fix) in _SQLITE_KINDS.items():
            if name.startswith(kind):
                return our(f"{where}: {what} ({original})", fix=fix)
    text = shorten(one_line(str(original or error)), 300)
    return StoreError(f"{where}: {text}", fix="is the database there, and may you write to it?")
