"""내다본 탈: 파이썬이 영어로 말한 것에 무슨 일이고 무엇을 하면 되는지 덧붙인다."""

import re
import sys
from difflib import get_close_matches

OURS = ("numpy", "matplotlib", "lessons")
LAST = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception|Exit|Interrupt)\b", re.M)
MISSING = re.compile(r"No module named '(?P<name>[^']+)'")

FILE = (
    "{name}: 여기에 없는 파일이다. 블록은 저마다 빈 폴더에서 돌고 내 컴퓨터의 파일은 "
    "보지 못한다. 코드에서 먼저 만들거나 lessons.datasets의 데이터를 쓴다."
)
PROCESS = (
    "브라우저의 파이썬은 다른 프로그램을 부르지 못한다. 한 프로세스로 고쳐 쓰거나 "
    "노트북이나 내 컴퓨터에서 돌린다."
)
THREAD = (
    "브라우저의 파이썬에는 스레드가 없다. 차례로 부르게 고치거나 노트북이나 내 "
    "컴퓨터에서 돌린다."
)
NETWORK = (
    "브라우저의 파이썬은 다른 사이트에 이어지지 못한다. 데이터는 lessons.datasets에서 "
    "읽거나 코드에 붙여 넣는다."
)
INPUT = "여기에는 input()에 답할 자리가 없다. 답할 값을 코드에 바로 쓴다."
AWAIT = (
    "await는 async 함수 안에서만 쓴다. async 함수로 옮기고 asyncio.run(그_함수())으로 "
    "돌린다."
)
LOOP = (
    "도는 고리가 없다. async 함수 안에서 부르고 그 함수를 asyncio.run(그_함수())으로 "
    "돌린다."
)
DEEP = (
    "함수가 저를 부르기를 끝없이 되풀이했다. 멈추는 조건을 보고, 깊어야 한다면 "
    "반복문으로 쓴다."
)
MEMORY = (
    "브라우저가 내준 메모리보다 큰 것을 만들려 했다. 배열의 모양을 보고, 데이터를 "
    "줄이거나 나누어 계산한다."
)
MAGIC = (
    "%나 !로 시작하거나 ?로 끝나는 줄은 노트북의 명령이지 파이썬이 아니다. 지운다. "
    "그림은 plt.show()로 보이고, 설치할 것은 없다."
)
SHELL = "파이썬이 아니라 터미널에 치는 명령이다. 지운다. 설치할 것은 없다."
PROMPT = "줄 앞의 >>>와 그 아래의 출력은 파이썬이 아니다. 코드만 남긴다."
NOTEBOOK = "노트북에만 있는 이름이다. 값은 print로 찍고 그림은 plt.show()로 보인다."
TORCH = (
    "페이지의 파이썬에는 PyTorch가 없다. 페이지의 노트북을 열거나 내 컴퓨터에서 돌린다."
)
MODULE = (
    "{name}: 페이지의 파이썬에 없는 모듈이다. 여기서는 표준 라이브러리와 numpy, "
    "matplotlib, lessons를 쓴다. 다른 것은 노트북이나 내 컴퓨터에서 설치해 쓴다."
)
LESSON = "{name}: lessons에 없는 모듈이다. 이름과 폴더를 본다."
NEAR = "{name}: 없는 모듈이다. {near}을(를) 잘못 친 것인지 본다."
NO_NAME = "{module}에는 {name}이(가) 없다. 이름을 본다."
FOLDER = "{name}: 파일이 아니라 폴더다. 그 안의 파일 이름까지 쓴다."
WINDOW = (
    "브라우저의 파이썬은 창을 띄우지 못한다. matplotlib.use(…)를 지우면 그림이 여기에 "
    "보인다."
)
WRITE = "{name}: 쓸 수 없는 곳이다. 파일은 폴더 없이 이름만으로 쓴다."

# 파이썬이 마지막에 한 말의 꼴. 위의 것부터 본다
KNOWN = [
    (r"No module named '_?(?:posixsubprocess|multiprocessing|posixshmem)'", PROCESS),
    (r"No module named 'torch", TORCH),
    (r"No module named '_?tkinter'", WINDOW),
    (r"can't start new thread", THREAD),
    (r"does not support (?:processes|threads)|lacks multiprocessing", PROCESS),
    (r"^OSError: .*Function not implemented", PROCESS),
    (r"no attribute '(?:fork|forkpty|execv\w*|spawn\w+|posix_spawn)'", PROCESS),
    (r"^EOFError: EOF when reading a line", INPUT),
    (r"^RecursionError", DEEP),
    (r"^(?:[\w.]*MemoryError|OverflowError: cannot fit)", MEMORY),
    (r"array is too big|Maximum allowed (?:size|dimension) exceeded", MEMORY),
    (r"URLError|unknown url type|gaierror|Host is unreachable|HTTPError", NETWORK),
    (r"TLS not supported|RemoteDisconnected|^OSError: .*Not supported$", NETWORK),
    (r"^(?:Connection\w*|Timeout)Error: \[Errno", NETWORK),
    (r"^SyntaxError: 'await' outside", AWAIT),
    (r"no (?:running|current) event loop", LOOP),
    (r"^NameError: name '(?:display|get_ipython)'", NOTEBOOK),
    (r"cannot import name '\w+_torch' from 'lessons", TORCH),
    (r"cannot import name '(?P<name>\w+)' from '(?P<module>lessons[^']*)'", NO_NAME),
    (r"^FileNotFoundError: (?:.*'(?P<name>[^']*)'|(?P<other>\S+) not found)", FILE),
    (r"^IsADirectoryError: .*'(?P<name>[^']*)'", FOLDER),
    (r"^PermissionError: .*'(?P<name>[^']*)'", WRITE),
]
# 문법이 틀린 줄의 꼴
WRITTEN = [
    (r"^\s*(?:%|!|\w.*\?\s*$)", MAGIC),
    (r"^\s*(?:\$ |(?:pip3?|python3?|conda|cd|git) [\w./-])", SHELL),
    (r"^\s*>>> ", PROMPT),
]


def told(text: str) -> str:
    """오류의 글이 내다본 것이면 덧붙일 한국어, 아니면 빈 글."""
    starts = [match.start() for match in LAST.finditer(text)]
    last = text[starts[-1] :] if starts else text
    if last.startswith(("SyntaxError", "IndentationError")):
        lines = [line[4:] for line in text.splitlines() if line.startswith("    ")]
        for pattern, sentence in WRITTEN:
            if lines and re.search(pattern, lines[-2:][0]):
                return sentence
    for pattern, sentence in KNOWN:
        if match := re.search(pattern, last, re.M):
            names = {k: v for k, v in match.groupdict().items() if v}
            names.setdefault("name", names.get("other", ""))
            return sentence.format(**names)
    match = MISSING.search(last)
    return _missing(match["name"]) if match else ""


def _missing(name: str) -> str:
    top = name.split(".")[0]
    if top == "lessons":
        return LESSON.format(name=name)
    standard = sorted(sys.stdlib_module_names)
    near = get_close_matches(top, OURS, 1) or get_close_matches(top, standard, 1, 0.8)
    if near and near[0] != top:
        return NEAR.format(name=name, near=near[0])
    return MODULE.format(name=name)
