"""JUnit XML of `grader verify` and of gradings, for CI systems. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from grader.display import visible
from grader.model import Report, TestResult, Verdict
from grader.verifying import Proof

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Case(NamedTuple):
    """One `testcase`. `bad`: empty where it passed, else `failure`, or `error`, a fault of ours."""

    group: str
    name: str
    time_s: float
    bad: str = ""
    kind: str = ""
    text: str = ""
    output: str = ""


class Suite(NamedTuple):
    """One `testsuite`."""

    name: str
    cases: Sequence[Case]
    timestamp: str = ""
    """ISO 8601, without a zone."""


def junit(proofs: Sequence[Proof]) -> str:
    """One suite for each problem, one case for each sample and for each check of the whole."""
    suites = []
    for problem in dict.fromkeys(proof.problem for proof in proofs):
        cases = [_of_proof(proof) for proof in proofs if proof.problem == problem]
        suites.append(Suite(problem, cases))
    return document(suites)


def junit_of_reports(reports: Iterable[Report]) -> str:
    """One suite for each grading, one case for each of its tests."""
    return document([_of_report(report) for report in reports])


def _of_proof(proof: Proof) -> Case:
    notes = "\n".join([*([proof.detail] if proof.ok else []), *proof.runs])
    return Case(
        f"{proof.problem}.{proof.group}", f"{proof.problem}/{proof.name}", proof.duration_s,
        bad="" if proof.ok else "failure", text=proof.detail, output=notes,
    )  # fmt: skip


def _of_report(report: Report) -> Suite:
    slug = report.problem.slug
    cases = [_of_test(slug, test) for test in report.tests]
    if report.verdict is Verdict.JUDGE_ERROR:
        whole = Case(slug, "grading", 0.0, "error", str(report.verdict), report.message)
        cases = [*cases, whole]
    started = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", report.started)
    return Suite(f"{slug}/{report.candidate}", cases, started[0] if started else "")


def _of_test(slug: str, test: TestResult) -> Case:
    group = f"{slug}.{'hidden' if test.hidden else 'visible'}"
    name = f"{test.name}: {test.title}"
    if test.verdict is Verdict.ACCEPTED:
        return Case(group, name, test.wall_s)
    bad = "error" if test.verdict is Verdict.JUDGE_ERROR else "failure"
    text = test.message or str(test.verdict)
    notes = [(test.call, "called"), (test.example, "with"), (test.hint, "hint")]
    output = "\n".join(f"{label}: {note}" for note, label in notes if note)
    return Case(group, name, test.wall_s, bad, str(test.verdict), text, output)


def document(suites: Sequence[Suite]) -> str:
    """The file, as xUnit readers expect it: counts and times on every level."""
    root = ElementTree.Element("testsuites", _counted([c for suite in suites for c in suite.cases]))
    for suite in suites:
        stamp = {"timestamp": suite.timestamp} if suite.timestamp else {}
        own = ElementTree.SubElement(
            root, "testsuite", {"name": legal(suite.name), **_counted(suite.cases), **stamp}
        )
        for case in suite.cases:
            _add(own, case)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _counted(cases: Sequence[Case]) -> dict[str, str]:
    return {
        "tests": str(len(cases)),
        "failures": str(sum(case.bad == "failure" for case in cases)),
        "errors": str(sum(case.bad == "error" for case in cases)),
        "time": f"{sum(case.time_s for case in cases):.3f}",
    }


def _add(suite: ElementTree.Element, case: Case) -> None:
    own = ElementTree.SubElement(
        suite, "testcase", classname=legal(case.group), name=legal(case.name),
        time=f"{case.time_s:.3f}",
    )  # fmt: skip
    if case.bad:
        text = legal(case.text)
        ElementTree.SubElement(
            own, case.bad, message=text.partition("\n")[0], type=legal(case.kind or case.bad)
        ).text = text
    if case.output:
        ElementTree.SubElement(own, "system-out").text = legal(case.output)


def legal(text: str) -> str:
    """`text` as XML can hold it, and nothing in it that cannot be seen."""
    return _ILLEGAL.sub("\ufffd", visible(text))
