"""Disguise a solution as a cheat would: other names, another order, other words. For tests."""

import ast
import builtins
import random


class _Renamer(ast.NodeTransformer):
    def __init__(self, kept: set[str], attributes: set[str], rng: random.Random) -> None:
        self.attributes = attributes
        self.kept = kept
        self.rng = rng
        self.names: dict[str, str] = {}

    def new(self, name: str) -> str:
        if name in self.kept or name.startswith("__"):
            return name
        if name not in self.names:
            self.names[name] = f"v{self.rng.randrange(10**6)}_{len(self.names)}"
        return self.names[name]

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self.new(node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.arg, node.annotation = self.new(node.arg), None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.name, node.returns = self.new(node.name), None
        if ast.get_docstring(node) and len(node.body) > 1:
            node.body[0] = ast.Expr(ast.Constant("Words of my own."))
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if node.attr in self.attributes:
            node.attr = self.new(node.attr)
        return self.generic_visit(node)

    def visit_alias(self, node: ast.alias) -> ast.AST:
        if node.name == "numpy":
            node.asname = self.new(node.asname or "numpy")
        return node

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        if node.arg in self.names:
            node.arg = self.names[node.arg]
        return self.generic_visit(node)


def disguised(source: str, kept: set[str], seed: int) -> str:
    """`source` with every name but `kept` changed and its functions in another order."""
    rng = random.Random(seed)
    tree = ast.parse(source)
    imported = {a.asname or a.name.partition(".")[0] for node in ast.walk(tree)
                if isinstance(node, (ast.Import, ast.ImportFrom)) for a in node.names
                if a.name != "numpy"}  # fmt: skip
    methods = {n.name for c in ast.walk(tree) if isinstance(c, ast.ClassDef) for n in c.body
               if isinstance(n, ast.FunctionDef)}  # fmt: skip
    attributes = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)
                  and isinstance(n.value, ast.Name) and n.value.id == "self"} - methods  # fmt: skip
    tree = _Renamer(kept | imported | methods | set(dir(builtins)), attributes, rng).visit(tree)
    defs = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    rest = [node for node in tree.body if not isinstance(node, ast.FunctionDef)]
    rng.shuffle(defs)
    tree.body = [*rest, *defs]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and len(node.body) > 3 and rng.random() < 0.5:
            at = rng.randrange(1, len(node.body) - 1)
            node.body.insert(at, ast.parse("unused = 0").body[0])
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"
