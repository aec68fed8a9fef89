"""프로그램을 한 번 돌려 출력과 그림을 얻는다. 결과는 내용의 지문으로 간직한다."""

import contextlib
import io
import json
import linecache
import multiprocessing
import os
import sys
import tempfile
import traceback
import types
import warnings
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sitegen.imports import digest
from sitegen.node import node
from sitegen.problem import ROOT

CACHE = ROOT / ".cache" / "programs"
SVGO = ROOT / "node_modules" / "svgo" / "bin" / "svgo.js"
SVGO_CONFIG = ROOT / "sitegen" / "svgo.config.mjs"


@dataclass(frozen=True)
class Result:
    stdout: str
    error: str  # 마지막 줄: "ValueError: …". 오류가 없으면 ""
    error_line: int  # 프로그램의 어느 줄에서 났는가
    figures: tuple[Path, ...]  # 밝은 그림. 어두운 그림은 dark()

    @property
    def output(self) -> str:
        """페이지가 보여 주는 출력. 오류가 나면 그 마지막 줄까지."""
        return self.stdout + (f"{self.error}\n" if self.error else "")


def dark(figure: Path) -> Path:
    return figure.with_suffix(".dark.svg")


def execute(source: str, name: str) -> tuple[str, str, int]:
    """새 `__main__`에서 돌린다. (출력, 오류의 마지막 줄, 오류가 난 줄)"""
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    module, before = types.ModuleType("__main__"), sys.modules["__main__"]
    sys.modules["__main__"] = module
    out, error, line = io.StringIO(), "", 0
    try:
        with contextlib.redirect_stdout(out), warnings.catch_warnings():
            warnings.simplefilter("error")
            exec(compile(source, name, "exec"), vars(module))
    except Exception as caught:
        error = traceback.format_exception_only(caught)[-1].strip()
        own = [
            f.lineno
            for f in traceback.extract_tb(caught.__traceback__)
            if f.filename == name
        ]
        line = own[-1] if own else getattr(caught, "lineno", 0) or 0
    finally:
        sys.modules["__main__"] = before
    return out.getvalue(), error, line


def _run(program: Path, folder: Path) -> None:
    """딸린 프로세스에서: 아무것도 없는 folder에서 돌리고 거기에 결과를 쓴다."""
    source = program.read_text(encoding="utf-8")
    folder.mkdir(parents=True)
    os.chdir(folder)
    os.environ["MPLBACKEND"] = "Agg"
    if "matplotlib" in source:
        import matplotlib.pyplot as plt

        from sitegen.figure_style import LIGHT_RC

        plt.rcParams.update(LIGHT_RC)
        plt.show = lambda *args, **kwargs: None
    stdout, error, line = execute(source, str(program))
    if "matplotlib" in source:
        _save_figures(folder)
    result = {"stdout": stdout, "error": error, "error_line": line}
    text = json.dumps(result, ensure_ascii=False)
    (folder / "result.json").write_text(text, encoding="utf-8")


def _save_figures(folder: Path) -> None:
    import matplotlib.pyplot as plt

    from sitegen.figure_style import to_dark

    for number in plt.get_fignums():
        path = folder / f"{number}.svg"
        buffer = io.StringIO()
        plt.figure(number).savefig(
            buffer, format="svg", metadata={"Date": None, "Creator": None}
        )
        path.write_text(buffer.getvalue(), encoding="utf-8")
        dark(path).write_text(to_dark(buffer.getvalue()), encoding="utf-8")


def _load(folder: Path) -> Result:
    kept = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    figures = sorted(
        (f for f in folder.glob("*.svg") if not f.name.endswith(".dark.svg")),
        key=lambda f: int(f.stem),
    )
    return Result(kept["stdout"], kept["error"], kept["error_line"], tuple(figures))


def results(programs: Iterable[Path]) -> dict[Path, Result]:
    """프로그램마다의 결과. 지문이 같으면 다시 돌리지 않고, 나머지는 나란히 돌린다."""
    folders = {p: CACHE / digest(p) for p in dict.fromkeys(programs)}
    missing = [p for p, f in folders.items() if not (f / "result.json").is_file()]
    if missing:
        _run_all([(p, folders[p]) for p in missing])
    return {p: _load(f) for p, f in folders.items()}


def fresh_processes(workers: int, preload: list[str]) -> ProcessPoolExecutor:
    """한 일에 한 프로세스. 무거운 라이브러리는 미리 읽어 둔 곳에서 갈라진다."""
    forks = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if forks else "spawn")
    if forks:
        context.set_forkserver_preload(preload)
    return ProcessPoolExecutor(workers, context, max_tasks_per_child=1)


def _run_all(jobs: list[tuple[Path, Path]]) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    workers = min(os.cpu_count() or 1, len(jobs))
    with tempfile.TemporaryDirectory(dir=CACHE) as made:
        made_in = {folder: Path(made, folder.name) for _, folder in jobs}
        with fresh_processes(workers, ["matplotlib.pyplot", "numpy"]) as pool:
            for done in [pool.submit(_run, p, made_in[f]) for p, f in jobs]:
                done.result()
        shrink(Path(made))
        for folder, work in made_in.items():
            # 다른 프로세스가 같은 것을 먼저 만들었으면 그것을 쓴다
            with contextlib.suppress(OSError):
                work.rename(folder)


def shrink(folder: Path) -> None:
    """그림은 그대로 두고 파일만 줄인다."""
    if any(folder.rglob("*.svg")):
        options = ["--recursive", "--quiet", "--config", str(SVGO_CONFIG)]
        node(str(SVGO), "--folder", str(folder), *options, check=True)
