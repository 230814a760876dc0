"""What hypothesis is told: the same examples each time, for everybody, and few.

Some of it has no public name in hypothesis: each such place is here.
"""

from typing import Any

import hypothesis
import pytest
from hypothesis.internal.conjecture import providers
from hypothesis.internal.reflection import function_digest

FEW_EXAMPLES = 5
"""Most mistakes show in as many."""


def settle_hypothesis() -> None:
    """In this process, from now on: the same examples each time, and few."""
    hypothesis.settings.register_profile(
        "grader", derandomize=True, database=None, deadline=None, max_examples=40,
        report_multiple_bugs=False, print_blob=False,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    hypothesis.settings.load_profile("grader")
    no_words_of_sources()


def no_words_of_sources() -> None:
    """Keep hypothesis from drawing numbers and words that stand in sources nearby.

    Ours and the reference's would be among them: examples, and with them verdicts, would change
    with every edit, and between a checkout and an installation. (Older versions never did.)
    """
    if (found := getattr(providers, "_local_constants", None)) is not None:
        nothing = type(found)()
        providers._get_local_constants = lambda: nothing


def fix_seed(item: pytest.Item) -> None:
    """Give a property test the seed that `derandomize` gives it, found once and not in each job.

    Hypothesis makes it of the test's source, which takes longer than to draw a few examples. A seed
    that the test's author gave it stays.
    """
    test: Any = getattr(item, "obj", None)
    if (handle := getattr(test, "hypothesis", None)) is None:
        return
    if getattr(test, "_hypothesis_internal_use_seed", None) is None:
        hypothesis.seed(int.from_bytes(function_digest(handle.inner_test), "big"))(test)
    test._hypothesis_internal_database_key = b""  # else it is made again, for no database


def limit_examples(test: Any) -> None:
    """Give a property test fewer examples; hypothesis has no other way once it is decorated."""
    own = test._hypothesis_internal_use_settings
    few = min(own.max_examples, FEW_EXAMPLES)
    test._hypothesis_internal_use_settings = hypothesis.settings(own, max_examples=few)
