"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Count with pencil and paper which events of a short log are in the window.")
@pytest.mark.parametrize("window", [1, 7.5, 40])
def test_random_logs(candidate, reference, draw, window):
    """Random logs of five items"""
    log = draw(int(window), 400, [1, 2, 3, "a", "b"], 6)
    assert candidate.replay(window, log) == close(reference.replay(window, log))


@pytest.mark.points(2)
@pytest.mark.hint("More than one event can leave the window between two calls: all of them go.")
def test_random_gaps(candidate, reference, draw):
    """Bursts with long gaps between them"""
    log = []
    for burst in range(12):
        log += draw(burst, 25, ["x", "y"], 1, start=burst * 20.0)
    assert candidate.replay(15, log) == close(reference.replay(15, log))


@pytest.mark.points(2)
@pytest.mark.hint("Check the borders of the window (rule 1) on a log of three entries.")
@given(
    steps=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["p", "q"]),
                             st.sampled_from([None, False, True])), max_size=14),
    window=st.integers(1, 5),
)
def test_random_small_logs(candidate, reference, steps, window):
    """Any small log"""
    t, log = -3, []
    for step, item, clicked in steps:
        t += step
        log.append((t, item) if clicked is None else (t, item, clicked))
    assert candidate.replay(window, log) == close(reference.replay(window, log))


@pytest.mark.hint("The class and replay must give the same answers.")
def test_random_calls(candidate, reference, draw):
    """The methods called one by one"""
    log = draw(77, 60, [4, "four"], 5)
    c = candidate.SlidingCTR(6)
    answers = []
    for entry in log:
        if len(entry) == 3:
            c.add(*entry)
        else:
            answers.append(c.rate(*entry).value)
    expected = reference.replay(6, log)
    for got, wanted in zip(answers, expected, strict=True):
        assert got == close(wanted), f"a rate is {got}, expected {wanted}"


@pytest.mark.points(2)
@pytest.mark.hint("Thousands of events, hundreds of items, one of them most of the time: what is thrown away early must be "
                  "out of the window, and of no item that is still asked for (rules 1 and 2).")
def test_random_long_log(candidate, reference):
    """A long log of four hundred items, one of them in every second entry"""
    rng, log, t = random.Random(31), [], 0.0
    for _ in range(3000):
        t += rng.choice([0, 0, 1, 1, 5])
        item = 0 if rng.random() < 0.5 else rng.randrange(400)
        log.append((t, item) if rng.random() < 0.15 else (t, item, rng.random() < 0.3))
    for window in (4000, 400):
        assert candidate.replay(window, log) == close(reference.replay(window, log))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("Only differences of times matter: nothing may depend on where the clock starts.")
@settings(max_examples=10)
@given(shift=st.integers(-(10**6), 10**12), seed=st.integers(0, 99))
def test_relation_shifted(candidate, draw, shift, seed):
    """Shifting all times changes nothing"""
    log = [(int(4 * e[0]), *e[1:]) for e in draw(seed, 40, ["a", "b"], 3)]
    moved = [(e[0] + shift, *e[1:]) for e in log]
    assert candidate.replay(9, moved) == close(candidate.replay(9, log).value)


@pytest.mark.hint("Times and windows need not be whole: do not cut them off.")
def test_relation_other_unit(candidate, draw):
    """Times and window in another unit"""
    log = draw(3, 200, ["a", "b"], 5)
    small = [(e[0] / 8, *e[1:]) for e in log]
    assert candidate.replay(0.75, small) == close(candidate.replay(6, log).value)


@pytest.mark.hint("Events of other items must not change the rate of an item (rule 4).")
def test_relation_other_items(candidate, draw):
    """Leaving out the events of other items changes nothing"""
    log = draw(5, 300, ["a", "b", "c", 1, 2], 4)
    log += [(log[-1][0] + 1, "a"), (log[-1][0] + 5, "a")]
    whole = [e for e in log if len(e) == 3 or e[1] == "a"]
    alone = [e for e in log if e[1] == "a"]
    assert candidate.replay(8, whole) == close(candidate.replay(8, alone).value)


@pytest.mark.hint("Asking is not an event, and takes nothing away (rule 5).")
def test_relation_asked_twice(candidate, draw):
    """Asking again and again changes no answer"""
    log = draw(6, 150, ["a", "b"], 4)
    often = [e for entry in log for e in ([entry] if len(entry) == 3 else [entry] * 3)]
    once = candidate.replay(7, log)
    assert candidate.replay(7, often) == close([x for rate in once.value for x in [rate] * 3])


@pytest.mark.hint("Clicks turned into non-clicks: where anything was shown, the rates add up to 1.")
def test_relation_turned(candidate, draw):
    """Clicks and non-clicks exchanged"""
    log = [(0.0, "a", True), *draw(9, 120, ["a"], 3)]
    turned = [(*e[:2], not e[2]) if len(e) == 3 else e for e in log]
    rates = candidate.replay(12, log)
    assert candidate.replay(12, turned) == close([1 - rate for rate in rates.value])


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("t - window < s: an event exactly `window` old is out, one just younger in (rule 1).")
def test_edge_of_the_window(candidate):
    """Events at the very edge of the window"""
    log = [(0, 1, 1), (0.5, 1, 0), (9.75, 1), (10, 1), (10.25, 1), (10.5, 1)]
    assert candidate.replay(10, log) == close([0.5, 0.0, 0.0, 0.0])
    log = [(0, 1, 0), (0.5, 1, 1), (9.75, 1), (10, 1), (10.25, 1), (10.5, 1)]
    assert candidate.replay(10, log) == close([0.5, 1.0, 1.0, 0.0])


@pytest.mark.hint("An event that is added at t counts in a rate at t, also after one at t (rule 1).")
def test_edge_same_moment(candidate):
    """Shown and asked at the same moment"""
    log = [(4, "a", 1), (4, "a"), (4, "a", 0), (4, "a"), (4, "a", 0), (4, "a", 0), (4, "a")]
    assert candidate.replay(0.25, log) == close([1.0, 0.5, 0.25])


@pytest.mark.hint("Every event counts, also equal ones (rule 2).")
def test_edge_equal_events(candidate):
    """Many events that are equal"""
    log = [(1, "a", 1)] * 3 + [(1, "a", 0)] * 9 + [(2, "a", 1)] * 4 + [(2, "a"), (4, "a"), (5, "a")]
    assert candidate.replay(3, log) == close([7 / 16, 1.0, 0.0])


@pytest.mark.points(2)
@pytest.mark.hint("Time passes with rate too: what is too old goes, even if nothing was added since.")
def test_edge_old_when_asked(candidate):
    """Nothing is added, and the window moves on"""
    c = candidate.SlidingCTR(4)
    for t, clicked in ((0, True), (1, True), (2, False), (3, True)):
        c.add(t, "a", clicked)
    answers = [c.rate(t, "a").value for t in (3, 4, 5, 6, 7, 100)]
    assert answers == close([0.75, 2 / 3, 0.5, 1.0, 0.0, 0.0]), (
        f"rates at 3, 4, 5, 6, 7, 100 after the last event are {answers}"
    )


@pytest.mark.hint("An item that was never shown, or whose events are all old, has rate 0.0 (rule 3).")
def test_edge_nothing_in_the_window(candidate):
    """No event in the window"""
    log = [(0, "a"), (0, "b", 1), (0, "a"), (50, "b"), (50, "b", 1), (50, "b"), (50, "a")]
    assert candidate.replay(5, log) == close([0.0, 0.0, 0.0, 1.0, 0.0])
    assert candidate.SlidingCTR(1).rate(0, 0) == close(0.0)


@pytest.mark.hint("Compare items as they are: 1 is not \"1\", and names may be empty (rule 4).")
def test_edge_items(candidate):
    """Integers and strings as items"""
    log = [(0, 1, 1), (0, "1", 0), (0, "", 1), (0, 0, 0), (0, -1, 1), (0, "01", 0), (0, "A", 1),
           (0, "a", 0)]
    asked = [1, "1", "", 0, -1, "01", "A", "a"]
    log += [(1, item) for item in asked]
    assert candidate.replay(5, log) == close([1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0])
    log = [(0, -1, 1), (0, -2, 0), (0, 2**61 - 1, 1), (0, 0, 0), (0, -1), (0, -2), (0, 2**61 - 1), (0, 0)]
    assert candidate.replay(5, log) == close([1.0, 0.0, 1.0, 0.0])


@pytest.mark.hint("`clicked` may be 1 or 0 as well as True or False.")
def test_edge_kinds_of_clicked(candidate):
    """Clicks as bools and as integers"""
    log = [(0, "a", True), (0, "a", 1), (0, "a", False), (0, "a", 0), (0, "a", 1), (1, "a"),
           (2, "b", 0), (2, "b", 1), (2, "b"), (3, "a")]
    assert candidate.replay(3, log) == close([0.6, 0.5, 0.0])


@pytest.mark.hint("Times may be negative, and the first may be anything: do not start the clock at 0.")
def test_edge_negative_times(candidate):
    """Negative times"""
    log = [(-20, "a", 1), (-15, "a", 0), (-11, "a"), (-10, "a"), (-5, "a"), (0, "a")]
    assert candidate.replay(10, log) == close([0.5, 0.0, 0.0, 0.0])
    assert candidate.replay(10, [(-(10**15), "a", 1), (-(10**15), "a")]) == close([1.0])


@pytest.mark.hint("A rate is a share, neither rounded nor cut off.")
def test_edge_small_rate(candidate):
    """One click of seven hundred"""
    log = [(i / 4, "a", i == 600) for i in range(700)] + [(175, "a")]
    assert candidate.replay(1000, log) == close([1 / 700])


@pytest.mark.hint("No entries, or no questions: an empty list.")
def test_edge_no_questions(candidate):
    """A log without questions"""
    assert candidate.replay(1, []) == []
    assert candidate.replay(1, [(0, "a", 1), (1, "a", 0)]) == []


@pytest.mark.hint("add must raise ValueError for a time before that of an earlier add (rule 6).")
def test_edge_add_before_add(candidate):
    """An add before an earlier add is an error"""
    c = candidate.SlidingCTR(10)
    c.add(5, "a", True)
    with pytest.raises(ValueError):
        c.add(4.75, "a", True)


@pytest.mark.hint("rate must raise ValueError for a time before that of an earlier call (rule 6).")
def test_edge_rate_before(candidate):
    """A rate before an earlier add, or rate, is an error"""
    c = candidate.SlidingCTR(10)
    c.add(5, "a", True)
    with pytest.raises(ValueError):
        c.rate(4, "a")
    c = candidate.SlidingCTR(10)
    c.rate(5, "a")
    with pytest.raises(ValueError):
        c.rate(4, "a")


@pytest.mark.hint("A rate moves the clock too: an add before it is refused (rule 6).")
def test_edge_add_before_rate(candidate):
    """An add before an earlier rate is an error"""
    c = candidate.SlidingCTR(10)
    c.add(1, "a", True)
    c.rate(5, "a")
    with pytest.raises(ValueError):
        c.add(3, "a", True)


@pytest.mark.points(2)
@pytest.mark.hint("A time of 0 is a time like any other: it is not the same as none so far (rule 6).")
def test_edge_before_zero(candidate):
    """A call before an earlier one at 0"""
    for log in ([(0, 1, 1), (-1, 1, 0)], [(0, 1), (-1, 1)], [(-5, 1, 1), (0.0, 1), (-0.5, 2, 1)]):
        with pytest.raises(ValueError):
            candidate.replay(10, log)


@pytest.mark.hint("A window may be of any size above 0, also a millionth: nothing is added to its border (rule 1).")
def test_edge_tiny_window(candidate):
    """A window of a millionth"""
    log = [(0, 1, 1), (5e-7, 1), (5e-7, 1, 0), (1.25e-6, 1), (2e-6, 1)]
    assert candidate.replay(1e-6, log) == close([1.0, 0.0, 0.0])


@pytest.mark.hint("The order holds over all items together, not for each by itself (rule 6).")
def test_edge_order_over_items(candidate):
    """The order holds over all items"""
    for first, second in (
        ((5, "a", 1), (4, "b", 1)), ((5, "a", 1), (4, "b")), ((5, "a"), (4, "b")),
        ((5, "a"), (4, "b", 1)),
    ):
        with pytest.raises(ValueError):
            candidate.replay(10, [first, second])


@pytest.mark.hint("A refused call leaves no trace: neither its event nor its time (rule 6).")
def test_edge_refused_leaves_no_trace(candidate):
    """A refused call leaves the counter as it was"""
    c = candidate.SlidingCTR(10)
    c.add(5, "a", False)
    for refused in ((2, "a", True), (3, "new", True)):
        with pytest.raises(ValueError):
            c.add(*refused)
    with pytest.raises(ValueError):
        c.rate(3, "a")
    with pytest.raises(ValueError):
        c.add(4, "a", True)
    assert c.rate(5, "a") == close(0.0)
    assert c.rate(5, "new") == close(0.0)
    c.add(5, "a", True)
    assert c.rate(14, "a") == close(0.5)


@pytest.mark.hint("A window of 0 or less must raise ValueError, in replay too (rule 7).")
@pytest.mark.parametrize("window", [0, -1, -0.5])
def test_edge_window(candidate, window):
    """A window of 0 or less is an error"""
    with pytest.raises(ValueError):
        candidate.SlidingCTR(window)
    with pytest.raises(ValueError):
        candidate.replay(window, [])


@pytest.mark.points(2)
@pytest.mark.hint("What a counter knows belongs to it, not to the class or to the module (rule 8).")
def test_edge_two_counters(candidate):
    """Two counters side by side"""
    one, two = candidate.SlidingCTR(10), candidate.SlidingCTR(2)
    one.add(100, "a", True)
    two.add(1, "a", False)
    assert one.rate(105, "a") == close(1.0)
    assert two.rate(2, "a") == close(0.0)
    two.add(2, "b", True)
    assert one.rate(105, "b") == close(0.0)
    assert candidate.replay(5, [(-7, "a"), (-7, "b")]) == close([0.0, 0.0])
    assert candidate.SlidingCTR(5).rate(-9, "b") == close(0.0)


@pytest.mark.hint("The log must be as it was when replay returns (rule 8).")
def test_edge_log_unchanged(candidate, draw):
    """The log is not changed"""
    candidate.replay(3, draw(2, 40, ["a", "b"], 3))
    assert candidate.arguments_unchanged, "the log was changed by the call"
