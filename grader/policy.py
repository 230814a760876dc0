"""Source → the imports and calls that it may not use. Standard library only, pure.

The same file runs in the sandbox, on the very string that is compiled there: hostile source is
never parsed on the host. It explains (line, column, why); the force is in `sandbox/bans.py`, which
takes the names away. So this errs on the side of silence: what it reports is really there. A name
counts as numpy's only where every binding of it in its scope says the same.

How deep and how long a source is, is the candidate's choice: nothing here recurses.
"""

import ast
import re
from collections.abc import Iterator, Sequence

BANNED_IMPORTS = frozenset((
    "sklearn", "scipy", "pandas", "statsmodels", "torch", "torchvision", "tensorflow", "keras",
    "jax", "jaxlib", "flax", "xgboost", "lightgbm", "catboost", "numba", "cupy", "cuml", "polars",
    "theano", "mxnet", "paddle",
))  # fmt: skip
WHY_IMPORT = "only Python's standard library and numpy are allowed"
WHY_NAME = "the problem forbids it"
_NATIVE = "native code is held by the sandbox, not by the list of forbidden names"
_MADE = "code that is made at run time cannot be read here"
_INSIDE = "it looks into the interpreter"
_OUTSIDE = "it reaches for other processes, or the machine"
WATCHED = {
    **dict.fromkeys(
        ("ctypes", "_ctypes", "cffi", "mmap", "numpy.ctypeslib", "numpy.f2py", "_interpreters",
         "_interpchannels", "_testcapi", "_testinternalcapi"), _NATIVE),
    **dict.fromkeys(
        ("builtins.exec", "builtins.eval", "builtins.compile", "builtins.__import__", "marshal",
         "importlib", "pickle", "types.FunctionType", "types.CodeType", "runpy", "code"), _MADE),
    **dict.fromkeys(
        ("gc", "inspect", "sys._getframe", "sys._current_frames", "sys.modules",
         "numpy._core", "numpy.linalg._linalg", "sys.settrace", "sys.setprofile",
         "sys.meta_path", "traceback.walk_stack", "atexit"), _INSIDE),
    **dict.fromkeys(
        ("subprocess", "socket", "multiprocessing", "signal", "os.kill", "os.fork", "os.environ",
         "os.walk", "os.listdir", "os.open", "os.write", "os._exit", "builtins.open"), _OUTSIDE),
}  # fmt: skip
"""What a person should look at: dotted name → why. None of it is refused for that."""
WATCHED_ATTRIBUTES = dict.fromkeys(
    ("__subclasses__", "__globals__", "__builtins__", "__code__", "__closure__", "__wrapped__",
     "_implementation", "f_back", "f_globals", "f_locals", "tb_frame", "gi_frame", "cr_frame",
     "_umath_linalg", "lapack_lite", "solve1", "__array_interface__", "__loader__"), _INSIDE,
)  # fmt: skip
MOST_ROWS = 100
MOST_PARTS = 16
"""Longest dotted path, and most pieces of a text, that are followed."""
ROUNDS = 6
"""Times that assignments are looked through: `b = a` may stand before `a = np.linalg`."""

Row = tuple[int, int, str, str]
_BUILTINS = frozenset(("getattr", "vars", "__import__", "exec", "eval", "compile", "open"))
_IMPORTERS = frozenset((
    "builtins.__import__", "importlib.__import__", "importlib.import_module",
))  # fmt: skip
_LINE_END = re.compile(r"\r\n|\r|\n")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef
_READ = (ast.Name, ast.Attribute, ast.Subscript)
_FOLLOWED = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.NamedExpr)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def check(source: str, filename: str, forbid: Sequence[str], reason: str = "") -> list[Row]:
    """(line, column, what, why) of each finding, in the order of the source; both count from 1.

    Raises:
        SyntaxError, RecursionError, MemoryError, ValueError: as `ast.parse` does.
    """
    return review(source, filename, forbid, reason)[0]


def review(
    source: str, filename: str, forbid: Sequence[str], reason: str = ""
) -> tuple[list[Row], list[Row]]:
    """As `check`: what is refused, and what is allowed but worth a person's look."""
    tree = ast.parse(source, filename)
    names = _Names(tree, forbid)
    refused, flagged = _refused(names, forbid, reason), _flagged(tree, names)
    lines = _LINE_END.split(source) if refused or flagged else []

    def placed(rows: list[Row]) -> list[Row]:
        return [(line, _characters(lines, line, at), what, why) for line, at, what, why in rows]

    return placed(refused), placed(flagged)


def _refused(names: "_Names", forbid: Sequence[str], reason: str) -> list[Row]:
    """As `check`; here a column counts UTF-8 bytes, as `ast` does."""
    rows: set[Row] = set()
    for node, path, imported in names.uses():
        top = path.partition(".")[0]
        if imported and top in BANNED_IMPORTS:
            rows.add((*_place(node), top, WHY_IMPORT))
            continue
        rows.update((*_place(node), b, reason or WHY_NAME) for b in forbid if _within(path, b))
    return sorted(rows)[:MOST_ROWS]


def _flagged(tree: ast.Module, names: "_Names") -> list[Row]:
    """Ways round any list of names: refused nowhere, for a program may need them; shown."""
    rows: dict[tuple[int, str], Row] = {}
    for node, path, _ in names.uses():
        for watched, why in WATCHED.items():
            if _within(path, watched):
                line, column = _place(node)
                rows.setdefault((line, watched), (line, column, watched, why))
    for node in ast.walk(tree):
        name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "value", "")
        if type(name) is str and name in WATCHED_ATTRIBUTES:
            line, column = _place(node)
            rows.setdefault((line, name), (line, column, name, WATCHED_ATTRIBUTES[name]))
    return sorted(rows.values())[:MOST_ROWS]


def _place(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 1), max(0, getattr(node, "col_offset", 0)) + 1


class _Scope:
    """Where names are bound, and what they stand for where that is certain."""

    def __init__(self, parent: "_Scope | None", is_class: bool) -> None:
        self.parent = parent
        self.is_class = is_class
        self.bound: dict[str, list[_Value]] = {}
        self.known: dict[str, str] = {}
        self.from_module: set[str] = set()  # by `global`


_Value = tuple[str | ast.expr | None, _Scope]
"""A path, an expression to look at in its scope, or None for anything else."""


class _Names:
    """What each name of a module stands for, as a dotted path."""

    def __init__(self, tree: ast.Module, forbid: Sequence[str]) -> None:
        self.refused = (*BANNED_IMPORTS, *forbid)
        self.module = _Scope(None, False)
        self.scopes = [self.module]
        self.imports: list[tuple[ast.AST, str]] = []
        self.reads: list[tuple[ast.expr, _Scope]] = []
        self.stars: set[str] = set()
        self.handled: set[int] = set()
        self._walk(tree)
        self.bare = _bare_names(self.stars, forbid)
        self._settle()

    def uses(self) -> Iterator[tuple[ast.AST, str, bool]]:
        """(node, dotted path, whether it imports) of everything that names a path for certain."""
        for alias, path in self.imports:
            yield alias, path, True
        for node, scope in self.reads:
            if path := self.path(node, scope):
                yield node, path, False
            if isinstance(node, ast.Call) and (text := self._imported(node, scope)):
                yield node, text, True

    def _walk(self, tree: ast.Module) -> None:
        """Collect what is bound and read, each in its scope, in the order of the source."""
        stack: list[tuple[ast.AST, _Scope]] = [(tree, self.module)]
        while stack:
            node, scope = stack.pop()
            inner: list[ast.AST] = []
            inner_scope = scope
            if isinstance(node, ast.If) and _never_true_here(node.test):
                stack += [(child, scope) for child in reversed(node.orelse)]
                continue
            if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
                inner_scope = self._define(node, scope)
                inner = list(node.body) if isinstance(node.body, list) else [node.body]
            elif isinstance(node, _COMPREHENSIONS):
                scope = inner_scope = self._open(scope)
            else:
                self._note(node, scope)
            kept = {id(child) for child in inner}
            outer = [child for child in ast.iter_child_nodes(node) if id(child) not in kept]
            stack += [(child, inner_scope) for child in reversed(inner)]
            stack += [(child, scope) for child in reversed(outer)]

    def _open(self, parent: _Scope, is_class: bool = False) -> _Scope:
        self.scopes.append(_Scope(parent, is_class))
        return self.scopes[-1]

    def _define(self, node: _Definition, scope: _Scope) -> _Scope:
        """The scope of a function's or a class's body, with its parameters."""
        if not isinstance(node, ast.Lambda):
            self._bind(node.name, None, scope)
        inner = self._open(scope, isinstance(node, ast.ClassDef))
        if not isinstance(node, ast.ClassDef):
            args = node.args
            last = [arg for arg in (args.vararg, args.kwarg) if arg is not None]
            for arg in [*args.posonlyargs, *args.args, *args.kwonlyargs, *last]:
                self._bind(arg.arg, None, inner)
        return inner

    def _note(self, node: ast.AST, scope: _Scope) -> None:
        """What `node` reads, and what it binds."""
        load = isinstance(getattr(node, "ctx", None), ast.Load)
        if isinstance(node, ast.Call) or (isinstance(node, _READ) and load):
            self.reads.append((node, scope))
        elif isinstance(node, ast.Name) and id(node) not in self.handled:
            self._bind(node.id, None, scope)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                for part, value in _pairs(target, node.value):
                    self._bind_target(part, value, scope)
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            self._bind_target(node.target, node.value, scope)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            self._import(node, scope)
        elif isinstance(node, ast.Global):
            scope.from_module.update(node.names)
        elif isinstance(node, ast.Nonlocal):
            self._lose(node.names, scope)
        elif not isinstance(node, ast.alias):
            for field in ("name", "rest"):  # `except … as`, patterns, type parameters
                if isinstance(given := getattr(node, field, None), str):
                    self._bind(given, None, scope)

    def _import(self, node: ast.Import | ast.ImportFrom, scope: _Scope) -> None:
        module = "" if isinstance(node, ast.Import) or node.level else node.module or ""
        whole = any(_within(module, refused) for refused in self.refused)
        if whole:
            self.imports.append((node, module))
        for alias in node.names:
            name = alias.asname or alias.name
            if isinstance(node, ast.Import):
                top = alias.name.partition(".")[0]
                self._bind(alias.asname or top, alias.name if alias.asname else top, scope)
                self.imports.append((alias, alias.name))
            elif alias.name == "*":
                self.stars.add(module)
            else:
                self._bind(name, f"{module}.{alias.name}" if module else None, scope)
                if module and not whole:
                    self.imports.append((alias, f"{module}.{alias.name}"))

    def _lose(self, names: Sequence[str], scope: _Scope) -> None:
        """`nonlocal`: bound in two scopes, so certain in none."""
        place: _Scope | None = scope
        while place is not None and place is not self.module:
            for name in names:
                self._bind(name, None, place)
            place = place.parent

    def _bind_target(self, target: ast.expr, value: ast.expr | None, scope: _Scope) -> None:
        if isinstance(target, ast.Name):
            self.handled.add(id(target))
            if isinstance(value, ast.Constant) and value.value is None:
                scope.bound.setdefault(target.id, [])  # `except ImportError: np = None`: no use
            else:
                self._bind(target.id, value, scope)

    def _bind(self, name: str, value: str | ast.expr | None, scope: _Scope) -> None:
        if isinstance(value, ast.expr) and not isinstance(value, _FOLLOWED):
            value = None
        place = self.module if name in scope.from_module else scope
        place.bound.setdefault(name, []).append((value, scope))

    def _settle(self) -> None:
        """Find the names whose every binding is the same path."""
        open_names = [
            (scope, name, values)
            for scope in self.scopes
            for name, values in scope.bound.items()
            if all(value is not None for value, _ in values)
        ]
        for _ in range(ROUNDS):
            left = []
            for scope, name, values in open_names:
                paths = {self._value(value, where) for value, where in values}
                if len(paths) == 1 and "" not in paths:
                    scope.known[name] = paths.pop()
                else:
                    left.append((scope, name, values))
            if len(left) == len(open_names):
                break
            open_names = left

    def _value(self, value: str | ast.expr | None, scope: _Scope) -> str:
        return self.path(value, scope) if isinstance(value, ast.expr) else value or ""

    def _name(self, name: str, scope: _Scope) -> str:
        place: _Scope | None = self.module if name in scope.from_module else scope
        while place is not None:
            if name in place.bound and (place is scope or not place.is_class):
                return place.known.get(name, "")
            place = place.parent
        return self.bare.get(name, "")

    def path(self, node: ast.expr, scope: _Scope, *, plain: bool = False) -> str:
        """The dotted path that an expression names; "" when it is not certain."""
        parts: list[str] = []
        while len(parts) < MOST_PARTS:
            if isinstance(node, ast.Attribute):
                parts.append(node.attr)
                node = node.value
            elif isinstance(node, ast.Name):
                start = self._name(node.id, scope)
                return ".".join([start, *reversed(parts)]) if start else ""
            elif isinstance(node, ast.NamedExpr):
                node = node.value
            elif plain:
                return ""
            else:
                key, owner = self._step(node, scope)
                if not key:
                    return ""
                parts.append(key)
                if owner is None:
                    return ".".join(reversed(parts))
                node = owner
        return ""

    def _step(self, node: ast.expr, scope: _Scope) -> tuple[str, ast.expr | None]:
        """(attribute, of what) of a call or subscript; (module, None) where it gives a module."""
        if isinstance(node, ast.Subscript):
            key, owner = _text(node.slice), node.value
            if isinstance(owner, ast.Attribute) and owner.attr == "__dict__":
                return key, owner.value
            if isinstance(owner, ast.Call) and len(owner.args) == 1:
                is_vars = self.path(owner.func, scope, plain=True) == "builtins.vars"
                return (key, owner.args[0]) if is_vars else ("", None)
            return (key if self.path(owner, scope, plain=True) == "sys.modules" else ""), None
        if isinstance(node, ast.Call):
            if text := self._imported(node, scope):
                return (text if _gives_submodule(node) else text.partition(".")[0]), None
            if self.path(node.func, scope, plain=True) == "builtins.getattr" and len(node.args) > 1:
                return _text(node.args[1]), node.args[0]
        return "", None

    def _imported(self, node: ast.Call, scope: _Scope) -> str:
        """The module that `__import__` or `import_module` is asked for, where it is constant."""
        if self.path(node.func, scope, plain=True) not in _IMPORTERS:
            return ""
        given = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "name")]
        text = _text(given[0]) if given else ""
        return "" if text.startswith(".") else text


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """`a, b = x, y` taken apart, where that is certain."""
    sides = (target, value)
    if not all(isinstance(side, (ast.Tuple, ast.List)) for side in sides):
        return [sides]
    left, right = (side.elts for side in sides if isinstance(side, (ast.Tuple, ast.List)))
    starred = any(isinstance(part, ast.Starred) for part in (*left, *right))
    return [] if starred or len(left) != len(right) else list(zip(left, right, strict=True))


def _bare_names(stars: set[str], forbid: Sequence[str]) -> dict[str, str]:
    """Names that need no binding: a few builtins, and forbidden ones by `from numpy import *`."""
    found = {name: f"builtins.{name}" for name in _BUILTINS}
    if not stars:
        found |= {b.partition(".")[2]: b for b in forbid if _within(b, "builtins")}
    if all(_within(star, "numpy") for star in stars):  # else another one may have replaced it
        for star in stars:
            for banned in forbid:
                if _within(banned, star) and banned != star:
                    name = banned[len(star) + 1 :].partition(".")[0]
                    found[name] = f"{star}.{name}"
    return found


def _never_true_here(test: ast.expr) -> bool:
    """`__name__ == "__main__"` and `TYPE_CHECKING`: what they guard does not run in the sandbox."""
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq):
        sides = (test.left, test.comparators[0])
        named = any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides)
        return named and any(_text(side) == "__main__" for side in sides)
    name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", "")
    return bool(name == "TYPE_CHECKING")


def _gives_submodule(node: ast.Call) -> bool:
    """`__import__("a.b")` gives a; with a fromlist, and by import_module, it is a.b."""
    name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
    return (
        name != "__import__"
        or len(node.args) > 3
        or any(keyword.arg == "fromlist" for keyword in node.keywords)
    )


def _text(node: ast.expr) -> str:
    """A constant text, also one that is added up from constants."""
    stack: list[ast.expr] = [node]
    pieces: list[str] = []
    for _ in range(4 * MOST_PARTS):
        if not stack:
            return "".join(pieces)
        piece = stack.pop()
        if isinstance(piece, ast.Constant) and isinstance(piece.value, str):
            pieces.append(piece.value)
        elif isinstance(piece, ast.BinOp) and isinstance(piece.op, ast.Add):
            stack += [piece.right, piece.left]
        elif isinstance(piece, ast.JoinedStr):
            stack += reversed(piece.values)
        elif isinstance(piece, ast.FormattedValue) and piece.format_spec is None:
            stack.append(piece.value)
        else:
            return ""
    return ""


def _within(path: str, outer: str) -> bool:
    """Whether `path` is `outer` or something in it."""
    return path == outer or path.startswith(f"{outer}.")


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    """The column in characters of a column in UTF-8 bytes."""
    text = lines[line - 1] if line <= len(lines) else ""
    return len(text.encode()[: column - 1].decode(errors="ignore")) + 1
