"""JUnit XML of `grader verify`, for CI systems. Pure."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from grader.verifying import Sample

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def junit(samples: Sequence[Sample]) -> str:
    """One suite for each problem, one case for each sample."""
    root = ElementTree.Element("testsuites")
    for problem in dict.fromkeys(sample.problem for sample in samples):
        own = [sample for sample in samples if sample.problem == problem]
        suite = ElementTree.SubElement(
            root, "testsuite", name=legal(problem), tests=str(len(own)),
            failures=str(sum(not sample.ok for sample in own)), errors="0",
            time=f"{sum(sample.duration_s for sample in own):.3f}",
        )  # fmt: skip
        for sample in own:
            case = ElementTree.SubElement(
                suite, "testcase", classname=legal(f"{problem}.{sample.expected}"),
                name=legal(sample.path), time=f"{sample.duration_s:.3f}",
            )  # fmt: skip
            if not sample.ok:
                text = f"expected {sample.expected}, got {sample.verdict}: {sample.detail}"
                ElementTree.SubElement(case, "failure", message=legal(text)).text = legal(text)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
