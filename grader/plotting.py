"""Numbers → SVG for a page. Pure; the only file that imports the plotting library.

What the library draws is stripped of its script, its style and its comments: the page's own
stylesheet colours it, so one picture serves light, dark and paper. Only our own words and numbers
go in, none of a candidate's.
"""

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

Point = tuple[float, float]
WIDTH, HEIGHT = 600, 340
FONT_SIZE = 15
LEAST, MOST = 1e-12, 1e18
"""What can be measured in seconds, bytes or rows; the rest is not drawn."""
_DROPPED = {"defs", "desc", "script", "style", "title"}
_OVERLAYS = {"plot tooltip-overlay", "plot text-overlay"}


def log_log(
    lines: Sequence[Sequence[Point]],
    *,
    label: str,
    x_words: Callable[[float], str],
    y_words: Callable[[float], str],
    y_ticks: Callable[[float, float], Sequence[float]],
) -> str:
    """Lines over logarithmic axes, the first the candidate's; "" if there is nothing to draw.

    `label` is the text alternative. Points that cannot have been measured are left out.
    """
    kept = [[point for point in line if all(map(_drawable, point))] for line in lines]
    points = [point for line in kept for point in line]
    if not points:
        return ""
    xs, ys = sorted({x for x, _ in points}), [y for _, y in points]
    ticks = y_ticks(min(ys), max(ys))
    chart = _library().XY(
        logarithmic=True,
        x_labels=[{"value": x, "label": x_words(x)} for x in _thinned(xs)],
        y_labels=[{"value": y, "label": y_words(y)} for y in ticks],
        range=(ticks[0], ticks[-1]),
        dots_size=4,
        show_x_guides=True,
        **_options(),
    )
    for line in kept:
        chart.add("", line)
    return _clean(chart.render(is_unicode=True), label)


def columns(groups: Mapping[str, Sequence[int]], ticks: Sequence[str], *, label: str) -> str:
    """Counts as stacked columns, one stack for each of `ticks`; `label` is the text alternative."""
    highest = max((sum(stack) for stack in zip(*groups.values(), strict=True)), default=0)
    step = _round_step(highest / 4)
    chart = _library().StackedBar(
        x_labels=list(ticks),
        y_labels=list(range(0, max(highest, 1) + step, step)),
        formatter=lambda value: f"{value:.0f}",
        **_options(height=220),
    )
    for counts in groups.values():
        chart.add("", list(counts))
    return _clean(chart.render(is_unicode=True), label)


def decades(low: float, high: float) -> list[float]:
    """Powers of ten around an interval; thinned where they are many."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    return [10.0**power for power in _spread(first, last)]


def powers_of_two(low: float, high: float) -> list[float]:
    """Powers of two around an interval, for bytes; thinned where they are many."""
    first, last = math.floor(math.log2(low)), math.ceil(math.log2(high))
    return [2.0**power for power in _spread(first, last)]


def _round_step(least: float) -> int:
    """1, 2 or 5 times a power of ten, not below `least`."""
    power = int(10 ** max(0, math.ceil(math.log10(max(least, 1))) - 1))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least)


def _spread(first: int, last: int, most: int = 7) -> range:
    """At most `most` whole numbers at even steps, from `first` to `last` or a little beyond."""
    step = max(1, math.ceil((last - first) / (most - 1)))
    return range(first, first + step * max(1, math.ceil((last - first) / step)) + 1, step)


def _drawable(value: float) -> bool:
    return LEAST <= value <= MOST  # so neither is NaN


def _thinned(values: Sequence[float], most: int = 8) -> list[float]:
    return list(values[:: math.ceil(len(values) / most)])


def _library() -> Any:
    """pygal, at the first plot: importing it costs a tenth of a second.

    Its import hook, for plug-ins that are not used here, is of a form that Python warns of.
    """
    import pygal

    sys.meta_path[:] = [f for f in sys.meta_path if type(f).__module__ != pygal.__name__]
    return pygal


def _options(height: int = HEIGHT) -> dict[str, Any]:
    style = _library().style.Style(
        label_font_size=FONT_SIZE, major_label_font_size=FONT_SIZE
    )  # for the margins
    return {
        "style": style,
        "width": WIDTH, "height": height, "spacing": 8,
        "margin": 4, "margin_right": 24, "margin_bottom": 10,
        "show_legend": False, "truncate_label": -1, "js": (), "css": (), "no_prefix": True,
    }  # fmt: skip


def _clean(drawing: str, label: str) -> str:
    """The drawing alone, named by `label`; no script, style, comment, or trace of the library."""
    root = ElementTree.fromstring(drawing)  # our own; the parser leaves comments out
    for parent in list(root.iter()):
        parent.tag = parent.tag.rpartition("}")[2]
        parent.attrib.pop("style", None)
        for child in list(parent):
            if child.tag.rpartition("}")[2] in _DROPPED or child.get("class") in _OVERLAYS:
                parent.remove(child)
    root.attrib = {
        "class": "plot", "role": "img", "aria-label": label, "viewBox": root.attrib["viewBox"],
    }  # fmt: skip
    return ElementTree.tostring(root, encoding="unicode")
