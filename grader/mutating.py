"""Small mistakes put into a solution, one at a time: its mutants. Pure, on syntax trees.

The operators are the slips that people make in numerical code: a comparison or an off-by-one, a
wrong sign, a guard forgotten, another axis, ddof or keepdims, min for max. Each mutant is a whole
source, as `ast.unparse` writes it, so that a diff against the original shows the one change.
"""

import ast
import collections
import copy
import difflib
import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from grader.model import Frozen

CONTEXT_LINES = 2
NAMED = {
    "min": "max", "max": "min", "argmin": "argmax", "argmax": "argmin", "minimum": "maximum",
    "maximum": "minimum", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor",
    "cumsum": "cumprod", "append": "appendleft", "appendleft": "append", "heappush": "heappop",
    "zeros": "ones", "ones": "zeros", "sum": "mean", "mean": "sum", "median": "mean", "var": "std",
    "std": "var", "log": "log1p", "log1p": "log", "exp": "expm1", "expm1": "exp",
    "bisect_left": "bisect_right", "bisect_right": "bisect_left", "bisect": "bisect_left",
    "popleft": "pop", "union": "intersection", "intersection": "union",
}  # fmt: skip
"""Functions and methods that are mistaken for each other."""
_BUILTIN = {"min", "max", "any", "all"}
"""Those that can be called without an import; `mean(…)` for `sum(…)` would be a NameError."""
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult, ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitOr,
    ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip
Change = tuple[str, ast.AST | None]
"""What was done, and the node in place of the old one (None: the statement is gone)."""


class Mutant(Frozen, frozen=True, kw_only=True):
    """A source with one change."""

    file: str
    line: int
    what: str
    source: str
    diff: str
    key: str
    """12 hex digits that name the change, however the lines around it move."""


def mutants(file: str, source: str) -> list[Mutant]:
    """All mutants of a solution, in the order of its lines; none twice."""
    tree = ast.parse(source)
    original = ast.unparse(tree)
    nodes = list(ast.walk(tree))
    spared = _spared(nodes)
    seen, keys = {original}, collections.Counter[str]()
    found: list[Mutant] = []
    for number, node in enumerate(nodes):
        for what, new in () if node in spared else _changes(node):
            mutated = _replaced(tree, number, new)
            if mutated in seen:
                continue
            seen.add(mutated)
            diff = _diff(file, original, mutated)
            name = _name(file, diff)
            keys[name] += 1
            found.append(
                Mutant(
                    file=file, line=getattr(node, "lineno", 0), what=what, source=mutated,
                    diff=diff, key=hashlib.sha256(f"{name}{keys[name]}".encode()).hexdigest()[:12],
                )
            )  # fmt: skip
    return sorted(found, key=lambda mutant: mutant.line)


def _spared(nodes: list[ast.AST]) -> set[ast.AST]:
    """What no answer depends on: annotations, and how an error is made."""
    spared: set[ast.AST] = set()
    for node in nodes:
        roots = [node] if isinstance(node, ast.Raise) else []
        roots += [getattr(node, part) for part in ("annotation", "returns") if hasattr(node, part)]
        for root in roots:
            spared.update(ast.walk(root) if root is not None else ())
    return spared


def _name(file: str, diff: str) -> str:
    return "\n".join([file, *(row for row in diff.splitlines()[2:] if row[:1] in "+-")])


def sample(found: list[Mutant], count: int) -> list[Mutant]:
    """`count` of them, as good as drawn at random; all of them for 0.

    Keys are hashes: the smallest are the same ones each time, a larger sample holds the smaller,
    and a change of the source changes few of them.
    """
    if not count:
        return found
    chosen = set(sorted(mutant.key for mutant in found)[:count])
    return [mutant for mutant in found if mutant.key in chosen]


def _diff(file: str, old: str, new: str) -> str:
    rows = difflib.unified_diff(
        old.splitlines(), new.splitlines(), file, f"{file} (mutant)", lineterm="", n=CONTEXT_LINES
    )
    return "\n".join(rows)


def _replaced(tree: ast.Module, number: int, new: ast.AST | None) -> str:
    """The source with the node of that number, in the order of a walk, replaced."""
    whole = copy.deepcopy(tree)
    target = next(node for index, node in enumerate(ast.walk(whole)) if index == number)
    return ast.unparse(ast.fix_missing_locations(_Replacer(target, new).visit(whole)))


class _Replacer(ast.NodeTransformer):
    def __init__(self, target: ast.AST, new: ast.AST | None) -> None:
        self.target = target
        self.new = new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.target:
            return self.new if self.new is not None else ast.Pass()
        return super().visit(node)  # type: ignore[no-any-return]


def _changes(node: ast.AST) -> Iterator[Change]:
    """The changes that an operator makes at this very node."""
    for kind, change in _OPERATORS:
        if isinstance(node, kind):
            yield from change(node)


def _compare(node: ast.Compare) -> Iterator[Change]:
    for place, op in enumerate(node.ops):
        for other in _COMPARED.get(type(op), ()):
            new = copy.deepcopy(node)
            new.ops[place] = other()
            yield "another comparison", new


def _binary(node: ast.BinOp) -> Iterator[Change]:
    if (other := _COMPUTED.get(type(node.op))) is not None and not _is_text(node):
        yield "another operation", ast.BinOp(node.left, other(), node.right)


def _augmented(node: ast.AugAssign) -> Iterator[Change]:
    if (other := _COMPUTED.get(type(node.op))) is not None:
        yield "another operation", ast.AugAssign(node.target, other(), node.value)
    yield "assigned, not accumulated", ast.Assign([node.target], node.value)


def _unary(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, (ast.USub, ast.Not, ast.Invert)):
        yield "no sign, or no not", node.operand


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if type(value) is bool:
        yield "the other truth", ast.Constant(not value)
    elif type(value) is int:
        yield "one more", ast.Constant(value + 1)
        yield "one less", ast.Constant(value - 1)
    elif type(value) is float:
        yield "half as much", ast.Constant(value / 2 if value else 1.0)


def _logic(node: ast.BoolOp) -> Iterator[Change]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield "and for or", ast.BoolOp(other, node.values)
    for place in range(len(node.values)):
        left = [value for index, value in enumerate(node.values) if index != place]
        yield "a condition gone", left[0] if len(left) == 1 else ast.BoolOp(node.op, left)


def _if(node: ast.If) -> Iterator[Change]:
    if not node.orelse:
        guard = all(isinstance(step, (ast.Raise, ast.Return, ast.Continue)) for step in node.body)
        yield "a guard gone" if guard else "a branch gone", None
    if not any(isinstance(step, ast.Raise) for step in node.body):
        yield "always", ast.If(ast.Constant(True), node.body, node.orelse)


def _conditional(node: ast.IfExp) -> Iterator[Change]:
    yield "always", node.body
    yield "never", node.orelse


def _call(node: ast.Call) -> Iterator[Change]:
    for place, keyword in enumerate(node.keywords):
        if keyword.arg is None:
            continue
        rest = [other for index, other in enumerate(node.keywords) if index != place]
        yield f"no {keyword.arg}", ast.Call(node.func, node.args, rest)
        if keyword.arg == "axis" and isinstance(keyword.value, ast.Constant):
            other = ast.keyword("axis", ast.Constant(1 if keyword.value.value == 0 else 0))
            yield "another axis", ast.Call(node.func, node.args, [*rest, other])
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name == "sorted" and not any(k.arg == "reverse" for k in node.keywords):
        down = ast.keyword("reverse", ast.Constant(True))
        yield "the other order", ast.Call(node.func, node.args, [*node.keywords, down])
    if name in ("abs", "sorted", "set", "sqrt", "reversed", "unique") and len(node.args) == 1:
        yield f"no {name}", node.args[0]
    if name == "range" and len(node.args) >= 2:
        first = ast.BinOp(node.args[0], ast.Add(), ast.Constant(1))
        yield "starts one later", ast.Call(node.func, [first, *node.args[1:]], [])
    if name == "range":
        place = 0 if len(node.args) == 1 else 1
        args = list(node.args)
        args[place] = ast.BinOp(args[place], ast.Sub(), ast.Constant(1))
        yield "stops one sooner", ast.Call(node.func, args, [])
    if name in NAMED and (isinstance(node.func, ast.Attribute) or NAMED[name] in _BUILTIN):
        func = copy.deepcopy(node.func)
        setattr(func, "attr" if isinstance(func, ast.Attribute) else "id", NAMED[name])
        yield f"{NAMED[name]} for {name}", ast.Call(func, node.args, node.keywords)


def _slice(node: ast.Slice) -> Iterator[Change]:
    if node.lower is not None:
        yield "no start of the slice", ast.Slice(None, node.upper, node.step)
    if node.upper is not None:
        yield "no end of the slice", ast.Slice(node.lower, None, node.step)
    if node.step is not None:
        yield "no step of the slice", ast.Slice(node.lower, node.upper, None)


def _return(node: ast.Return) -> Iterator[Change]:
    if node.value is not None and not _is_none(node.value):
        yield "nothing returned", ast.Return(ast.Constant(None))
    if isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:
        swapped = ast.Tuple(node.value.elts[::-1], ast.Load())
        yield "returned the other way round", ast.Return(swapped)


def _jump(node: ast.Break | ast.Continue) -> Iterator[Change]:
    yield "goes on, or stops", ast.Break() if isinstance(node, ast.Continue) else ast.Continue()


def _statement(node: ast.Expr) -> Iterator[Change]:
    if isinstance(node.value, ast.Call):
        yield "a statement gone", None


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


_OPERATORS: tuple[tuple[type[ast.AST], Callable[[Any], Iterator[Change]]], ...] = (
    (ast.Compare, _compare), (ast.BinOp, _binary), (ast.AugAssign, _augmented),
    (ast.UnaryOp, _unary), (ast.Constant, _constant), (ast.BoolOp, _logic), (ast.If, _if),
    (ast.IfExp, _conditional), (ast.Call, _call), (ast.Slice, _slice), (ast.Return, _return),
    (ast.Break, _jump), (ast.Continue, _jump), (ast.Expr, _statement),
)  # fmt: skip
