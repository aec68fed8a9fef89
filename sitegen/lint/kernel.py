"""노트북의 칸들은 한 파이썬을 나누어 쓴다. 앞 칸이 뒤 칸을 망가뜨릴 것을 찾는다.

블록은 저마다 새 파이썬에서 돌려 보았다. 그러니 남는 물음은 하나다: 칸이 남의 것을
바꾸어 놓는가. 돌려 보지 않고 코드에서 읽는다.
"""

import ast
import builtins
import symtable
from collections.abc import Iterator

from IPython.core.inputtransformer2 import TransformerManager

from sitegen.base.problem import Problem
from sitegen.book.page import Block, Page

# 라이브러리 전체의 상태를 바꾸는 것들. with로 잠시 바꾸는 것은 괜찮다
SETTERS = {
    "set_printoptions",
    "seterr",
    "seterrcall",
    "set_default_dtype",
    "set_default_device",
    "set_grad_enabled",
    "use_deterministic_algorithms",
    "filterwarnings",
    "simplefilter",
    "chdir",
    "setrecursionlimit",
    "setattr",
    "delattr",
    "exit",
}
NOT_THERE = {"__file__": "노트북에는 __file__이 없다. 이름을 글로 적는다."}
OWN = "다른 이름을 쓴다."
BACK = "노트북의 다음 칸이 달라진다. 바꾸지 않거나 with 문으로 그 자리에서만 바꾼다."


def check(read: Page) -> list[Problem]:
    """페이지의 블록이 차례로 칸이 될 때의 고칠 것들."""
    problems = []
    for block in read.runnable:
        if block.language == "python":
            for line, message in harms(block.code):
                problems.append(_problem(block, line, message))
    return problems


def _problem(block: Block, line: int, message: str) -> Problem:
    if block.program:
        return Problem(block.program, line, message)
    return Problem(block.page, block.line, f"블록의 {line}번째 줄: {message}")


def harms(code: str) -> Iterator[tuple[int, str]]:
    """(줄, 까닭)"""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return  # 일부러 틀린 코드이거나, 실행하는 쪽이 알린다
    if TransformerManager().transform_cell(code) != code:
        yield 1, "노트북이 다르게 읽는 줄(%, !, ?)이 있다. 지운다."
    yield from _taken_names(code, tree)
    imported = _imported(tree)
    for node in ast.walk(tree):
        yield from _changed(node, imported)
        if isinstance(node, ast.Name) and node.id in NOT_THERE:
            yield node.lineno, NOT_THERE[node.id]


def _taken_names(code: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """맨 바깥에서 새로 묶는 내장 이름. 다음 칸에서 그 함수를 부르지 못하게 된다."""
    for symbol in symtable.symtable(code, "<블록>", "exec").get_symbols():
        bound = symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
        name = symbol.get_name()
        if bound and hasattr(builtins, name) and not name.startswith("__"):
            yield _first_line(tree, name), f"내장 함수의 이름을 가린다: {name}. {OWN}"


def _first_line(tree: ast.Module, name: str) -> int:
    lines = [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == name)
        or getattr(node, "name", None) == name
    ]
    return min(lines, default=1)


def _imported(tree: ast.Module) -> set[str]:
    """가져온 것의 이름들. 이것을 통해 바꾸면 남의 것이 바뀐다."""
    return {
        alias.asname or alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }


def _changed(node: ast.AST, imported: set[str]) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Assign | ast.Delete):
        goals = node.targets
    elif isinstance(node, ast.AugAssign | ast.AnnAssign):
        goals = [node.target]
    else:
        goals = []
    for goal in goals:
        if isinstance(goal, ast.Attribute | ast.Subscript) and _root(goal) in imported:
            yield goal.lineno, f"가져온 것을 바꾼다: {ast.unparse(goal)}. {BACK}"
    # with 문의 것은 Call이 Expr이 아니다
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = node.value.func
        name = called.attr if isinstance(called, ast.Attribute) else called
        name = name.id if isinstance(name, ast.Name) else name
        root = _root(called)
        parameters = isinstance(called, ast.Attribute) and ".rcParams." in (
            f"{ast.unparse(called)}."
        )
        if name in SETTERS and root in imported | {"setattr", "delattr", "exit"}:
            yield node.lineno, f"모두의 설정을 바꾼다: {ast.unparse(called)}. {BACK}"
        elif parameters or ast.unparse(called).endswith("style.use"):
            yield node.lineno, f"그림의 설정을 바꾼다: {ast.unparse(called)}. {BACK}"


def _root(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
