"""JUnit XML of `grader verify`, for CI systems. Pure."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from grader.verifying import Proof

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def junit(proofs: Sequence[Proof]) -> str:
    """One suite for each problem, one case for each sample and for each check of the whole."""
    root = ElementTree.Element("testsuites")
    for problem in dict.fromkeys(proof.problem for proof in proofs):
        own = [proof for proof in proofs if proof.problem == problem]
        suite = ElementTree.SubElement(
            root, "testsuite", name=legal(problem), tests=str(len(own)),
            failures=str(sum(not proof.ok for proof in own)), errors="0",
            time=f"{sum(proof.duration_s for proof in own):.3f}",
        )  # fmt: skip
        for proof in own:
            case = ElementTree.SubElement(
                suite, "testcase", classname=legal(f"{problem}.{proof.group}"),
                name=legal(f"{problem}/{proof.name}"), time=f"{proof.duration_s:.3f}",
            )  # fmt: skip
            if not proof.ok:
                text = legal(proof.detail)
                ElementTree.SubElement(case, "failure", message=text).text = text
            notes = "\n".join([*([proof.detail] if proof.ok else []), *proof.runs])
            ElementTree.SubElement(case, "system-out").text = legal(notes)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
