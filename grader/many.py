"""Many gradings from Python, as the commands do them: a batch, and the proof of problems."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from grader import batching, images, verifying
from grader.batching import Batch, Setting, Tally, Unwatched
from grader.cluster import Cluster
from grader.engines import maker, ready_engine
from grader.errors import UsageError
from grader.files import make_writable
from grader.filing import Filing
from grader.jobs import problem_of
from grader.model import Problem
from grader.pooling import cores
from grader.redacting import Reader
from grader.rosters import hand_ins
from grader.sharing import Crew, Processes
from grader.store import address, open_store
from grader.verifying import Proof


def batch(
    problems: Sequence[Problem | str | Path],
    submissions: Sequence[str | Path],
    out: str | Path,
    *,
    db: str | None = None,
    jobs: int | None = None,
    reuse: int = 1,
    resume: bool = True,
    performance: bool = True,
    reader: Reader = "interviewer",
    scheduler: str | None = None,
    engine: str = "docker",
    runtime: str = "",
    watch: batching.Watcher | None = None,
) -> Tally:
    """Grade everybody's submissions, each kept before it is told of, and write pages and a table.

    The same call again goes on where the last one was stopped, and grades nothing twice.

    Args:
        problems: One or more, as for `grade`.
        submissions: Folders, files or a roster.csv, as for `grader batch`.
        out: The folder of the pages, and of the table at the end.
        db: Where results are kept: a file, or a URL of PostgreSQL; by default `grader.db` in `out`.
        jobs: How many to grade at once; by default as many as there are cores.
        reuse: How many submissions a container may serve, cleaned and checked between.
        resume: Whether what was graded before is kept.
        performance: Whether accepted submissions' runtime and memory are measured.
        reader: Who reads the pages: of a candidate's, hidden tests are left out.
        scheduler: The address of a Dask cluster that is to do the work.
        engine: "docker", or "process", which has no walls and is for code that you trust.
        runtime: An OCI runtime of the docker engine, such as "runsc".
        watch: Is told how the batch goes on.

    Raises:
        UsageError, ProblemError: a problem or what was handed in cannot be found, or is broken.
        EngineError: nothing can be graded, or nothing any more; what was graded is kept.
        StoreError: a result cannot be kept.
    """
    watch = watch or Unwatched()
    tasks = [problem_of(problem) for problem in problems]
    known = {task.slug: task for task in tasks}
    if len(known) < len(tasks):
        raise UsageError("two of the problems have the same slug", fix="name each problem once")
    found = hand_ins([str(place) for place in submissions], list(known))
    folder = Path(out)
    make_writable(folder)
    store = open_store(address(db, folder))
    try:
        if scheduler is None:
            in_force = ready_engine(engine, runtime, watch.stage).describe().get("runtime", "")
            crew: Crew = Processes(
                batching.work, maker(runtime), jobs=min(jobs or cores(), len(found)), serves=reuse
            )
        else:
            watch.stage(f"connecting to {scheduler}")
            crew = cluster = Cluster(scheduler, engine=engine, runtime=runtime, serves=reuse)
            in_force = cluster.runtime
        setting = Setting(
            engine=engine, runtime=in_force, runtime_asked=runtime, image=images.tag(),
            performance=performance, reader=reader,
        )  # fmt: skip
        run = Batch(found, known, setting, store, Filing(folder, known, reader), watch)
        try:
            tally = run.run(crew, fresh=not resume)
        finally:
            crew.close()
        files = run.filing.write_table(run.reports)
    finally:
        store.close()
    return msgspec.structs.replace(tally, files=tuple(files))


def verify(
    problems: Iterable[Problem | str | Path],
    *,
    jobs: int = 1,
    engine: str = "docker",
    runtime: str = "",
    watch: Callable[[Proof], None] = lambda _: None,
    log: Callable[[str], None] = lambda _: None,
) -> list[Proof]:
    """Hold problems to what their folders promise, as `grader verify` does.

    `watch` is told of each proof as it is found, `log` of what comes before.

    Raises:
        UsageError, ProblemError: there is no such problem, or its folder is broken.
        EngineError: no sandbox can be had.
    """
    tasks = [problem_of(problem) for problem in problems]
    ready_engine(engine, runtime, log)
    engines = tuple(dict.fromkeys((engine, "process")))
    return verifying.verify(tasks, maker(runtime), engines=engines, jobs=jobs, watch=watch)
