"""글로 쓴 코드를 돌리는 하나의 길. 시험, 채점, 페이지의 파이썬이 모두 이것을 부른다."""

import linecache
import sys
import traceback
from types import ModuleType


def execute(code: str, name: str, module: ModuleType) -> None:
    """code를 새 모듈에서 돌린다. 오류는 name의 몇째 줄인지를 그 줄과 함께 말한다."""
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    sys.modules[module.__name__] = module  # 코드가 만든 클래스는 제 모듈을 찾는다
    exec(compile(code, name, "exec", dont_inherit=True), vars(module))


def explained(error: BaseException, name: str) -> traceback.TracebackException:
    """파이썬이 말하는 그대로에서 name의 줄만 남긴 것."""
    told = traceback.TracebackException.from_exception(error)
    _trim(told, name)
    return told


def _trim(told: traceback.TracebackException, name: str) -> None:
    mine = [frame for frame in told.stack if frame.filename == name]
    told.stack = traceback.StackSummary.from_list(mine)
    for part in (told.__cause__, told.__context__, *(told.exceptions or ())):
        if part is not None:
            _trim(part, name)


def forget_lessons() -> None:
    """앞의 코드가 lessons를 바꾸었어도 새로 읽게 한다."""
    for name in [n for n in sys.modules if n.split(".")[0] == "lessons"]:
        del sys.modules[name]
