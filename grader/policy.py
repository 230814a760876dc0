"""Source → the imports and calls that it may not use. Standard library only, pure.

The same file runs in the sandbox, on the very string that is compiled there: hostile source is
never parsed on the host. It explains (line, column, why); the force is in `sandbox/bans.py`, which
takes the names away. So this errs on the side of silence: what it reports is really there.
"""

import ast
from collections.abc import Iterator, Sequence

BANNED_IMPORTS = frozenset(
    [
        "sklearn",
        "scipy",
        "pandas",
        "statsmodels",
        "torch",
        "torchvision",
        "tensorflow",
        "keras",
        "jax",
        "jaxlib",
        "flax",
        "xgboost",
        "lightgbm",
        "catboost",
        "numba",
        "cupy",
        "cuml",
        "polars",
        "theano",
        "mxnet",
        "paddle",
    ]
)
WHY_IMPORT = "only Python's standard library and numpy are allowed"

Row = tuple[int, int, str, str]


def check(source: str, filename: str, forbid: Sequence[str], reason: str = "") -> list[Row]:
    """(line, column, what, why) of each finding, in the order of the source.

    Raises:
        SyntaxError, RecursionError, MemoryError, ValueError: as `ast.parse` does.
    """
    return findings(ast.parse(source, filename), forbid, reason)


def findings(tree: ast.Module, forbid: Sequence[str], reason: str = "") -> list[Row]:
    """As `check`, of a parsed module."""
    names = _Names(tree)
    why = reason or "the problem forbids it"
    rows: set[Row] = set()
    for node in ast.walk(tree):
        for used in _uses(node, names):
            place = (getattr(node, "lineno", 1), getattr(node, "col_offset", 0) + 1)
            top = used.partition(".")[0]
            if top in BANNED_IMPORTS:
                rows.add((*place, top, WHY_IMPORT))
                continue
            for banned in forbid:
                if used == banned or used.startswith(banned + "."):
                    rows.add((*place, banned, why))
    return sorted(rows)


class _Names:
    """What each plain name of the module stands for, as a dotted path, where that is certain."""

    def __init__(self, tree: ast.Module) -> None:
        self.known: dict[str, str] = {}
        self.stars: list[str] = []
        defined = _defined(tree)
        nodes = list(ast.walk(tree))
        for node in nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    name = alias.asname or alias.name.partition(".")[0]
                    self.known[name] = alias.name if alias.asname else name
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for alias in node.names:
                    if alias.name == "*":
                        self.stars.append(node.module)
                    else:
                        self.known[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        for name in defined:
            self.known.pop(name, None)  # bound to something of their own somewhere: not certain
        self.defined = defined | {
            n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        for _ in range(3):  # `la = np.linalg; solve = la.lstsq` takes two rounds
            for node in nodes:
                if isinstance(node, ast.Assign) and len(node.targets) == 1:
                    target = node.targets[0]
                    path = self.path(node.value)
                    if isinstance(target, ast.Name) and path and self._once(target.id, nodes):
                        self.known[target.id] = path

    def _once(self, name: str, nodes: list[ast.AST]) -> bool:
        bound = [n for n in nodes if isinstance(n, ast.Name) and n.id == name
                 and isinstance(n.ctx, ast.Store)]  # fmt: skip
        return len(bound) == 1 and name not in _functions_and_parameters(nodes)

    def path(self, node: ast.expr) -> str:
        """The dotted path that an expression names; "" when it is not certain."""
        parts: list[str] = []
        while True:
            if isinstance(node, ast.Attribute):
                parts.append(node.attr)
                node = node.value
            elif isinstance(node, ast.Name):
                if node.id not in self.known:
                    return ""
                return ".".join([self.known[node.id], *reversed(parts)])
            elif isinstance(node, ast.Subscript) and _is_dict_of(node.value):
                key = _text(node.slice)
                if not key:
                    return ""
                parts.append(key)
                node = _dict_owner(node.value)
            elif isinstance(node, ast.Call):
                got = self.called(node)
                return ".".join([got, *reversed(parts)]) if got else ""
            else:
                return ""

    def called(self, node: ast.Call) -> str:
        """What getattr, __import__ and import_module give, where their text is constant."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        name = name if name not in self.defined else ""
        if name == "getattr" and len(node.args) >= 2:
            owner, key = self.path(node.args[0]), _text(node.args[1])
            return f"{owner}.{key}" if owner and key else ""
        imported = self.path(node.func) == "importlib.import_module" or name == "__import__"
        if imported and node.args:
            text = _text(node.args[0])
            plain = name == "__import__" and len(node.args) == 1 and not node.keywords
            return text.partition(".")[0] if plain else text
        return ""


def _uses(node: ast.AST, names: _Names) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, (ast.Attribute, ast.Subscript)):
        if path := names.path(node):
            yield path
    elif isinstance(node, ast.Call):
        if path := names.called(node):
            yield path
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        if node.id in names.known:
            yield names.known[node.id]
        elif node.id not in names.defined:
            yield from (f"{module}.{node.id}" for module in names.stars)


def _defined(tree: ast.Module) -> set[str]:
    """Names that the module binds itself: definitions, parameters, loop variables."""
    found = _functions_and_parameters(list(ast.walk(tree)))
    for node in ast.walk(tree):
        if isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            found |= {n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)}
    return found


def _functions_and_parameters(nodes: list[ast.AST]) -> set[str]:
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
    return found


def _text(node: ast.expr) -> str:
    """A constant text, also one that is added up from constants."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _text(node.left), _text(node.right)
        return left + right if left and right else ""
    return ""


def _is_dict_of(node: ast.expr) -> bool:
    vars_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    if vars_call:
        assert isinstance(node, ast.Call)
        assert isinstance(node.func, ast.Name)
        return node.func.id == "vars" and len(node.args) == 1
    return isinstance(node, ast.Attribute) and node.attr == "__dict__"


def _dict_owner(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Call):
        return node.args[0]
    assert isinstance(node, ast.Attribute)
    return node.value
