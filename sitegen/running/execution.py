"""책의 코드를 돌리는 단 하나의 문.

블록, 출력, 그림, 노트북, 복사한 글이 모두 여기에 묻는다. 같은 글은 같은 실행이다.
저마다 새 프로세스의 빈 폴더에서 돌고, 결과를 지문으로 간직해 누가 물어도 한 번만 돈다.
"""

import contextlib
import hashlib
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import types
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.book import shell
from sitegen.running import fingerprint, inside, receipts

CACHE = keep.folder("programs")
LIMIT = 60  # 초
HEAVY = {"numpy": "numpy", "matplotlib": "matplotlib.pyplot", "torch": "torch"}
_starting = threading.Lock()
_contexts: list = []  # 프로세스마다 하나


@dataclass(frozen=True)
class Result:
    stdout: str
    error: str = ""  # 마지막 줄: "ValueError: …". 오류가 없으면 ""
    error_line: int = 0  # 프로그램의 어느 줄에서 났는가
    lesson: str = ""  # 레슨 안에서 났으면 그곳: "lessons/dl/x.py:12"
    late: bool = False  # 시간 안에 끝나지 않았거나 죽었는가. 간직하지 않는다
    seconds: float = 0.0
    figures: tuple[Path, ...] = ()  # 프로그램이 그린 그대로. figures.py가 다듬는다
    artefacts: dict[str, Path] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)  # 읽은 자료와 그 지문

    @property
    def output(self) -> str:
        """페이지가 보여 주는 출력. 오류가 나면 그 마지막 줄까지."""
        return self.stdout + (f"{self.error}\n" if self.error else "")

    def crash(self, place: str) -> str:
        """어디서 왜 멈췄는지 한 줄로."""
        lesson = f" ({self.lesson}에서)" if self.lesson else ""
        return f"프로그램이 멈췄다: {place}:{self.error_line}: {self.error}{lesson}"


def of(code: str, language: str = "python", limit: int = LIMIT) -> Result:
    """이 코드의 결과. 긴 프로그램은 돌리지 않고 영수증에서 읽는다.

    오류: 긴 프로그램의 영수증이 맞지 않으면 receipts.Untrained
    """
    code = code.strip("\n") + "\n"
    if language != "python":
        return _once(_shell_key(code), code, lambda work: _shell(code, work, limit))
    if receipts.is_long(code):
        receipt = receipts.valid(code)
        return Result(receipt.output, seconds=receipt.seconds)
    return once(code, limit)


def once(code: str, limit: int = LIMIT) -> Result:
    """간직한 것이 있으면 그것을, 없으면 한 번 돌려 간직한다. 긴 프로그램도 돌린다."""
    try:
        key = fingerprint.here(code)
    except SyntaxError as error:
        text = f"{type(error).__name__}: {error.msg}"
        return Result("", text, error.lineno or 0)
    return _once(key, code, lambda work: _run(code, work, limit))


def all_of(codes: Iterable[str]) -> dict[str, Result]:
    """여럿을 나란히. 무거운 라이브러리를 쓰는 것부터: 그것을 미리 읽어 두게 된다."""
    codes = sorted(dict.fromkeys(codes), key=lambda code: "torch" not in code)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return dict(zip(codes, pool.map(of, codes), strict=True))


def again(code: str, seed: int, frozen: bool = False, limit: int = LIMIT) -> Result:
    """간직하지 않고, 다른 폴더와 정한 해시 씨앗의 새 파이썬에서 다시 돌린다."""
    with _work() as work:
        return _run(code, work, limit, seed, frozen)


def _once(key: str, code: str, run) -> Result:
    folder = CACHE / key
    if found := _kept(folder, code):
        return found
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):  # 같은 것을 둘이 함께 돌리지 않게
        if found := _kept(folder, code):
            return found
        with _work() as work:
            result = run(work)
            # 배워 둔 것이 없어 멈춘 것은 그것이 생기면 달라진다
            lost = result.late or (result.error and "artifacts" in code)
            return result if lost else _keep(result, work, folder, code)


def _kept(folder: Path, code: str) -> Result | None:
    """읽은 자료까지 그대로인 결과."""
    for path in folder.glob("*/result.json"):
        kept = json.loads(path.read_text(encoding="utf-8"))
        same = all(fingerprint.digest(ROOT / p) == d for p, d in kept["data"].items())
        # 멈춘 줄은 주석만 옮겨도 바뀐다
        if same and (not kept["error"] or kept.pop("code") == _digest(code)):
            kept.pop("code", None)
            keep.used(folder)
            return Result(**kept, **_files(path.parent))
    return None


def _files(made: Path) -> dict:
    """돌면서 만든 그림과 남긴 것."""
    figures = sorted(made.glob("*.svg"), key=lambda f: int(f.stem))
    folder = made / "artefacts"
    saved = {
        p.relative_to(folder).with_suffix("").as_posix(): p
        for p in sorted(folder.rglob("*.npz"))
    }
    return {"figures": tuple(figures), "artefacts": saved}


def _keep(result: Result, work: Path, folder: Path, code: str) -> Result:
    made = work / "made"
    fields = {
        k: v for k, v in vars(result).items() if k not in ("figures", "artefacts")
    }
    text = json.dumps({**fields, "code": _digest(code)}, ensure_ascii=False)
    (made / "result.json").write_text(text, encoding="utf-8")
    goal = folder / _digest(text)
    shutil.rmtree(goal, ignore_errors=True)
    shutil.move(made, goal)
    keep.remember_to_forget()
    return Result(**fields, **_files(goal))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@contextlib.contextmanager
def _work():
    with tempfile.TemporaryDirectory(prefix="book-") as name:
        work = Path(name).resolve()
        (work / "home").mkdir()
        (work / "made").mkdir()
        yield work


def _run(
    code: str, work: Path, limit: int, seed: int | None = None, frozen: bool = False
) -> Result:
    reached = fingerprint.reached(code)
    job = {
        "source": code,
        "root": str(ROOT),
        "home": str(work / "home"),
        "made": str(work / "made"),
        "limit": limit,
        "heavy": [HEAVY[name] for name in HEAVY if name in reached],
        "frozen": frozen,
    }
    wait = 5 * limit + 30  # 안에서 스스로 멈추지 못하는 것만 밖에서 끝낸다
    status = _fork(job, wait) if seed is None else _start(job, wait, seed)
    return _read(work / "made", status, limit)


def _fork(job: dict, wait: int) -> int | None:
    """무거운 라이브러리를 미리 읽어 둔 곳에서 갈라진다. 끝나지 않으면 None"""
    with _starting, _no_main():
        process = _context(job["heavy"]).Process(target=inside.run, args=(job,))
        process.start()
    process.join(wait)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return process.exitcode


@contextlib.contextmanager
def _no_main():
    """새 프로세스가 부른 쪽의 __main__을 다시 가져와 돌리지 않게 한다."""
    before = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = before


def _context(heavy: list[str]):
    """처음 돌리는 것이 쓰는 라이브러리를 미리 읽어 둔다."""
    if not _contexts:
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        forks = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if forks else "spawn")
        if forks:
            context.set_forkserver_preload([*heavy, "sitegen.running.inside"])
        _contexts.append(context)
    return _contexts[0]


def _start(job: dict, wait: int, seed: int) -> int | None:
    file = Path(job["made"]).parent / "job.json"
    file.write_text(json.dumps(job), encoding="utf-8")
    code = "import json, sys; from sitegen.running import inside; "
    code += "inside.run(json.load(open(sys.argv[1], encoding='utf-8')))"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    env |= {"PYTHONHASHSEED": str(seed), "OMP_NUM_THREADS": "1"}
    try:
        return subprocess.run(
            [sys.executable, "-c", code, file], env=env, timeout=wait
        ).returncode
    except subprocess.TimeoutExpired:
        return None


def _read(made: Path, status: int | None, limit: int) -> Result:
    if status is None:
        return Result("", f"TimeoutError: {limit}초 안에 끝나지 않았다", late=True)
    if not (made / "result.json").is_file():
        text = f"SystemExit: 결과를 남기지 않고 끝났다 (종료 코드 {status})"
        return Result("", text, late=True)
    try:
        kept = json.loads((made / "result.json").read_text(encoding="utf-8"))
    except ValueError:  # 적다가 죽었다: 짝 없는 대리 글자는 UTF-8로 쓸 수 없다
        text = "UnicodeEncodeError: 글자로 쓸 수 없는 것을 출력했다"
        return Result("", text, late=True)
    kept["data"] = {p: fingerprint.digest(ROOT / p) for p in kept["data"]}
    return Result(**kept, **_files(made))


def _shell_key(code: str) -> str:
    return _digest(f"sh\0{code}\0{fingerprint.core('import lessons.__main__')}")


def _shell(code: str, work: Path, limit: int) -> Result:
    if reason := shell.refusal(code):
        return Result("", reason, late=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        ["bash", "-euo", "pipefail", "-c", code],
        cwd=work / "home",
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        out, complaint = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(OSError, AttributeError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return Result("", f"{limit}초 안에 끝나지 않았다", late=True)
    error = (complaint.strip() or "명령이 실패했다") if process.returncode else ""
    return Result(out, error)
