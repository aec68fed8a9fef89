"""제 뒤에 무엇을 남기려 드는 블록들과, 그 뒤에 돌려 볼 얌전한 블록들."""

# 파이썬의 곳곳을 본다. 앞의 블록이 무엇을 했든 홀로 돌 때와 같은 것을 찍어야 한다.
INNOCENT = """
import abc, asyncio, builtins, calendar, collections, csv, dataclasses, decimal, enum
import io, json
import locale, logging, math, numbers, os, random, re, signal, string, sys, time
import traceback, warnings
import numpy as np
from pathlib import Path
from lessons.datasets import load_iris
from lessons.files import data_file

print(__name__, sorted(globals())[:9], sorted(vars(builtins))[-9:])
print([name for name in os.listdir() if name[0] != "."], os.getcwd())
print(sorted(os.environ), os.listdir("/tmp"))
print(sys.getrecursionlimit(), sys.gettrace(), sys.getprofile(), sys.stdout.encoding)
print(sys.flags.dev_mode, sys.implementation.name, sys.byteorder, sys.maxsize)
print(sys.get_asyncgen_hooks(), sys.get_coroutine_origin_tracking_depth())
print(len(sys.meta_path), len(sys.path_hooks), sys.path[-1], sys.argv, sys.warnoptions)
print(len(warnings.filters), np.geterr(), np.get_printoptions()["precision"])
print(np.array([[1.25, 2], [3, 4]]) @ np.eye(2), np.float64(0.1) + 0.2, np.pi)
print(np.random.default_rng(0).normal(size=2), np.finfo(np.float64).eps)
print(np.random.rand() == 0.5488135039273248, random.random() == 0.8444218515250481)
print(np.polynomial.Polynomial([1, 2])(3), np.polynomial.Polynomial.domain)
print(np.log(np.array([0.0, 1.0])), np.ma.masked, np.getbufsize())
print(isinstance("가", numbers.Number), isinstance(3, collections.abc.Sequence))
print(json.dumps({"가": [1.5, None]}), json.loads("[1, 2]"), math.sqrt(2), math.pi)
print(decimal.Decimal(1) / 3, decimal.getcontext().prec, locale.getlocale())
print(time.gmtime(0).tm_year, time.strftime("%H", time.localtime(0)), time.tzname)
print(next(csv.reader(["가,나"])), csv.list_dialects(), csv.field_size_limit())
print(calendar.firstweekday(), string.ascii_letters[:3], re.sub("a", "b", "aa"))
print(logging.getLogger().level, logging.root.handlers, logging.root.manager.disable)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(int("1" * 4000) % 7)
print(b"\\xff".decode("utf-8", "replace"), "가".encode("ascii", "ignore"))
print(load_iris()[0].shape, len(Path(data_file("iris.npz")).read_bytes()))


@dataclasses.dataclass(order=True)
class Point:
    x: int = 3


class Colour(enum.Enum):
    RED = 1


async def answer():
    await asyncio.sleep(0)
    return 42


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...


print(Shape.__abstractmethods__, Point(), Point(1) < Point(2), Colour.RED)
print(type("A", (), {})().__class__.__name__)
coroutine = answer()
coroutine.close()
print(sorted([3, 1, 2]), sum(range(4)), [*map(str, (1, 2))], len({1: 2}), hash(1))
try:
    input()
except EOFError as error:
    print(repr(error))
warnings.warn("조심")
logging.getLogger("새로").warning("기록")
print("끝", end="", file=sys.stderr)
raise ValueError("마지막")
"""

DRAWING = """
import matplotlib.pyplot as plt

figure, axes = plt.subplots()
axes.plot([0, 1, 4], label="a")
axes.set_title("figure $x^2$")
axes.legend()
print(figure.number, plt.isinteractive(), plt.get_fignums())
print(plt.rcParams["lines.linewidth"], plt.rcParams["font.family"])
plt.show()
"""

# 파이썬이 제자리로 되돌릴 수 있는 것
RESTORED = {
    "내장 함수": """
import builtins
builtins.print = builtins.len = builtins.sorted = lambda *args, **options: None
""",
    "내장 이름을 모두 지움": "__builtins__.clear()",
    "내장 이름을 더함": "import builtins\nbuiltins.zzz = zzzz = 1\nbuiltins._ = 3",
    "가져오기": "import builtins\nbuiltins.__import__ = lambda *a, **k: None",
    "클래스 만들기": "import builtins\nbuiltins.__build_class__ = None",
    "이름공간을 비움": "globals().clear()",
    "NumPy의 함수": """
import numpy as np
np.array = np.zeros = np.log = None
np.pi = 3
np.linalg.norm = lambda *a: 0
del np.eye
""",
    "NumPy의 오류": "import numpy as np\nnp.seterr(all='raise')\nnp.seterrcall(print)",
    "NumPy의 출력": "import numpy as np\nnp.set_printoptions(precision=1)",
    "NumPy의 버퍼": "import numpy as np\nnp.setbufsize(16)",
    "난수의 씨": "import random, numpy as np\nnp.random.seed(0)\nrandom.seed(0)",
    "난수의 함수": """
import random, numpy as np
np.random.default_rng = random.random = lambda *a: None
""",
    "출력을 바꿈": "import io, sys\nsys.stdout = sys.stderr = io.StringIO()",
    "출력을 닫음": "import sys\nsys.stdout.close()\nsys.__stderr__.close()",
    "출력을 떼어 냄": "import sys\nsys.stdout.detach()\nsys.stdout = None",
    "글자의 반": "import sys\nsys.stdout.buffer.write('가'.encode()[:2])",
    "출력의 글자표": "import sys\nsys.stdout.reconfigure(encoding='utf-16')",
    "비우다 멈추는 출력": """
import sys
class Stuck:
    def write(self, text):
        raise SystemExit("쓰지 않는다")
    def flush(self):
        raise SystemExit("비우지 않는다")
sys.stdout = sys.stderr = Stuck()
""",
    "아주 긴 출력": "print('가' * 3_000_000)\nprint([*range(100_000)])",
    "표준 입력": "import io, sys\nsys.stdin = io.StringIO('남의 입력')",
    "JSON": "import json\njson.dumps = json.loads = lambda *a, **k: 'JSON'",
    "모듈을 지움": """
import sys
for name in [*sys.modules]:
    del sys.modules[name]
""",
    "모듈을 바꿔치기": """
import sys, types
sys.modules["numpy"] = sys.modules["json"] = types.ModuleType("fake")
sys.modules["lessons"] = None
""",
    "찾는 길": "import sys\nsys.path[:] = ['/nowhere']\nsys.argv = ['x']",
    "찾는 이": """
import sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        raise ImportError("가로챘다")
sys.meta_path.insert(0, Finder())
sys.path_hooks.clear()
sys.path_importer_cache.clear()
""",
    "재귀의 깊이": "import sys\nsys.setrecursionlimit(60)",
    "끝없는 재귀": "def dive():\n    return dive() + 1\n\ndive()",
    "지켜보기": """
import sys
def watch(frame, event, argument):
    raise ValueError("지켜보다 멈췄다")
sys.settrace(watch)
""",
    "재기": "import sys\nsys.setprofile(lambda *a: 1 / 0)",
    "갈고리": """
import sys, threading
sys.excepthook = sys.displayhook = sys.unraisablehook = print
threading.excepthook = print
sys.tracebacklimit = 0
""",
    "비동기의 갈고리": """
import sys
sys.set_asyncgen_hooks(print, print)
sys.set_coroutine_origin_tracking_depth(9)
""",
    "폴더와 환경": """
import os
os.mkdir("left")
os.chdir("left")
os.environ.clear()
os.environ["LEFT"] = "1"
os.umask(0o777)
""",
    "남긴 파일": """
import sys
from pathlib import Path
Path("random.py").write_text("print('남의 random')")
Path("/tmp/left").mkdir()
Path("/tmp/left/x").write_bytes(b"1" * 1000)
""",
    "경고를 오류로": "import warnings\nwarnings.simplefilter('error')",
    "경고를 감춤": """
import warnings
warnings.filterwarnings("ignore")
warnings.catch_warnings().__enter__()
warnings.showwarning = lambda *a: None
warnings.warn("조심")
""",
    "경고한 것을 잊지 않음": "import warnings\nwarnings.onceregistry['x'] = 1",
    "끝날 때 할 일": "import atexit\natexit.register(print, '끝났다')",
    "신호": """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGTERM, lambda *a: print("신호"))
""",
    "쓰레기를 치우지 않음": """
import gc
gc.disable()
gc.set_threshold(1)
gc.set_debug(gc.DEBUG_UNCOLLECTABLE)
""",
    "쓰레기를 볼 때": "import gc\ngc.callbacks.append(print)",
    "십진수": """
import decimal
decimal.getcontext().prec = 3
decimal.DefaultContext.prec = 4
decimal.setcontext(decimal.Context(prec=5))
""",
    "지역": "import locale\nlocale.setlocale(locale.LC_ALL, 'C')",
    "긴 정수": "import sys\nsys.set_int_max_str_digits(640)",
    "시계": "import time\ntime.time = time.localtime = time.strftime = lambda *a: 0",
    "죽을 때 찍음": """
class Last:
    def __del__(self):
        print("죽는다", flush=True)
        import builtins
        builtins.len = None
kept = Last()
kept.me = kept
""",
    "되살아남": """
import gc
class Again:
    def __del__(self):
        print("또 죽는다", flush=True)
        again = Again()
        again.me = again
kept = Again()
kept.me = kept
del kept
gc.collect()
""",
    "죽지 않는 것": """
class Stuck:
    def __del__(self):
        while True:
            pass
kept = Stuck()
kept.me = kept
""",
    "약한 손": """
import weakref
class A:
    pass
x = A()
weakref.finalize(x, print, "끝")
""",
    "오류의 말": """
class Broken(Exception):
    def __str__(self):
        raise SystemExit("말하지 않는다")
    __repr__ = __str__
raise Broken
""",
    "이름 없는 오류": """
class Type(type):
    @property
    def __name__(cls):
        raise KeyboardInterrupt
class Nameless(Exception, metaclass=Type):
    pass
raise Nameless("이름이 없다")
""",
    "끝내며 하는 말": """
class Word:
    def __str__(self):
        raise ValueError("말하지 않는다")
raise SystemExit(Word())
""",
    "오류의 고리": """
a, b = ValueError("가"), ValueError("나")
a.__cause__, b.__cause__, a.__notes__ = b, a, 3
raise a
""",
    "짝 없는 글자": "raise ValueError('\\ud800', chr(0), '\\x1b[2J')",
    "판정을 닮은 글": """
print('{"kind": "passed", "message": "통과했다.", "output": ""}')
print('{"error": null, "verdict": {"kind": "passed"}, "cut": false}')
""",
    "입력": "input('이름은? ')",
    "끝내기": "import sys\nsys.exit('그만')",
    "멈춤을 흉내 냄": "raise KeyboardInterrupt",
    "스레드": """
import threading
threading.Thread(target=print, args=("스레드",), daemon=True).start()
""",
    "프로세스": "import subprocess\nsubprocess.run(['ls'])",
    "틀린 글": "def f(:\n  '''\n",
    "긴 사슬": """
link = None
for _ in range(30_000):
    link = (link, {})
""",
    "끝없는 반복": "while True:\n    pass",
    "끊어도 도는 반복": """
for _ in range(3):
    try:
        while True:
            pass
    except KeyboardInterrupt:
        print("버틴다")
""",
    "재우기": "import time\ntime.sleep(0.3)\nprint('깼다')",
    "메모리": "import numpy as np\nkept = [np.empty(10**8) for _ in range(9)]",
    "레슨의 함수": """
import lessons.datasets, lessons.checking, lessons.arrays
lessons.datasets.load_iris = lessons.checking.grade = None
lessons.arrays.np = None
""",
    "줄의 기억": """
import linecache, re
linecache.cache.clear()
re._cache = re.sub = None
""",
    "딴 사람인 척": """
import sys
sys.modules["__main__"] = sys
__name__ = __file__ = __spec__ = None
""",
    "지켜보는 도구": """
import sys
sys.monitoring.use_tool_id(0, "남")
sys.monitoring.register_callback(0, sys.monitoring.events.PY_START, print)
sys.monitoring.set_events(0, sys.monitoring.events.PY_START)
""",
    "CSV의 말투": """
import csv
csv.register_dialect("left", delimiter=";")
csv.field_size_limit(1)
""",
    "비동기의 실행": """
import asyncio
async def main():
    await asyncio.sleep(0.01)
    print("비동기")
asyncio.run(main())
""",
    "나중에 할 일": """
import asyncio, builtins
loop = asyncio.get_event_loop()
loop.call_later(0, setattr, builtins, "len", None)
loop.call_later(0.3, print, "나중")
""",
    "기록": """
import logging
logging.basicConfig(level=logging.DEBUG, format="남의 %(message)s")
logging.disable(logging.CRITICAL)
""",
}

# 답으로 채점하면 사슬을 놓을 때 WebAssembly의 호출 스택이 넘친다. 말하고 새로 켠다
OVERFLOWING = {"긴 사슬"}

# 끝나지 않은 일은 대개 되돌려지고, 때로는 새로 켠다. 어느 쪽이든 다음 블록은 모른다
EITHER = {"기다리지 않은 일"}

# 되돌릴 길이 없어, 파이썬을 새로 켜야 하는 것
REPLACED = {
    "메모리를 잼": "import tracemalloc\ntracemalloc.start()",
    "선 자리를 지움": "import os, shutil\nshutil.rmtree(os.getcwd())",
    "깊은 글": "eval('(' * 5000 + ')' * 5000)",
    "추상의 등록": """
import collections.abc, numbers
numbers.Number.register(str)
collections.abc.Sequence.register(int)
""",
    "파이썬의 이름": "import sys\nsys.implementation.name = '남의 파이썬'",
    "함수의 속": """
import numpy as np, json
np.mean.__code__ = (lambda *a, **k: 0).__code__
json.dumps.__kwdefaults__["indent"] = 3
""",
    "클래스의 속": """
import json, pathlib, logging
json.JSONEncoder.encode = lambda *a: "JSON"
pathlib.Path.read_bytes = pathlib.Path.read_text = lambda *a, **k: b""
""",
    "남의 배열": """
import numpy as np
np.polynomial.Polynomial.domain[:] = 9
""",
    "엿듣기": "import sys\nsys.addaudithook(lambda *a: None)",
    "레슨의 파일": """
from lessons.files import data_file
with open(data_file("iris.npz"), "w") as file:
    file.write("남의 자료")
""",
    "이어 놓은 폴더": """
import os
os.symlink("/book/lessons", "here")
with open("here/files.py", "a") as file:
    file.write("print('남의 줄')")
""",
    "기다리지 않은 일": """
import asyncio
async def later():
    for _ in range(99):
        await asyncio.sleep(0.02)
        print("나중", flush=True)
        import math
        math.pi = 3
asyncio.ensure_future(later())
""",
    "문을 닫음": "import os\nos.close(1)\nos.close(2)",
    "문을 돌림": "import os\nos.dup2(1, 2)",
    "JavaScript": "import js\njs.setTimeout(js.eval('() => { self.left = 1 }'), 100)",
    "이름을 숨긴 JavaScript": """
import importlib
js = importlib.import_module("j" + "s")
js.JSON.stringify = js.eval("() => 'JSON'")
""",
    "죽음": "import os\nos._exit(3)",
    "오류 처리기": """
import codecs
codecs.register_error("replace", lambda e: ("남", e.end))
""",
    "글자표": "import codecs\ncodecs.register(lambda name: None)",
    "모든 것의 이름공간": """
import sys
for module in [*sys.modules.values()]:
    getattr(module, "__dict__", {}).clear()
""",
    "부르는 이": """
import sys
frame = sys._getframe()
while frame:
    frame.f_globals.pop("kept", None)
    frame = frame.f_back
""",
    "답하지 않는 반복": """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
""",
}

# matplotlib에 남기는 것
DRAWN = {
    "그리는 곳": "import matplotlib\nmatplotlib.use('svg')",
    "글꼴": """
import matplotlib.font_manager as fonts
fonts.fontManager.ttflist.clear()
fonts.findfont = None
""",
    "그림의 모양": """
import matplotlib.pyplot as plt
plt.rcParams["lines.linewidth"] = 9
plt.rcParams["font.family"] = "monospace"
plt.style.use("dark_background")
plt.xkcd()
""",
    "열어 둔 그림": """
import matplotlib.pyplot as plt
plt.ion()
for _ in range(3):
    plt.figure()
""",
    "그리는 함수": """
import matplotlib.pyplot as plt
plt.subplots = plt.show = plt.get_fignums = lambda *a, **k: None
""",
    "지운 설정": """
import matplotlib
dict.clear(matplotlib.rcParams)
matplotlib.rcParams = {}
""",
    "그릴 수 없는 그림": """
import matplotlib.pyplot as plt
plt.title("$\\\\frac{1}{$")
""",
    "그리는 동안의 반복": """
import matplotlib.pyplot as plt
class Endless:
    def __call__(self, *args, **options):
        while True:
            pass
plt.figure().savefig = Endless()
""",
}

# 그리고 파이썬을 새로 켜야 하는 것
DRAWN_FOR_GOOD = {
    "그림의 클래스": """
import matplotlib.figure, matplotlib.axes
matplotlib.axes.Axes.plot = lambda *a, **k: []
matplotlib.figure.Figure.savefig = lambda *a, **k: 1 / 0
""",
    "색": """
import matplotlib as mpl, numpy as np
mpl.colormaps.register(mpl.colors.ListedColormap(["red"], name="left"))
mpl.colors.CSS4_COLORS.clear()
mpl.colors.get_named_colors_mapping()["k"] = "red"
""",
}
