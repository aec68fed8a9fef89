"""약속한 속도와 크기를 재어 한계와 함께 표로 보인다. 시험이 아니라 측정이다."""

import hashlib
import importlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

from sitegen.base import setup
from sitegen.base.httpd import serve
from sitegen.base.paths import ROOT
from sitegen.book import site
from sitegen.running import outputs
from sitegen.tools import bench_growth, bench_living, bench_plain, bench_search

LINKED = (".venv", "node_modules")
SKIPPED = ("site", ".cache", ".pytest_cache", ".ruff_cache", *LINKED)
MANY = 1000
LIGHTHOUSE_GOALS = {
    "performance": 0.95,
    "accessibility": 1.0,
    "best-practices": 1.0,
    "seo": 1.0,
}
THREADS = [
    {"OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads, **kernel}
    for threads in ("1", "2")
    for kernel in ({}, {"ATEN_CPU_CAPABILITY": "default"})
]


def main() -> int:
    rows = [("무엇", "잰 값", "한계", "")]

    def add(name: str, value: str, limit: str, ok: bool | None) -> None:
        rows.append((name, value, limit, {True: "✓", False: "✗", None: ""}[ok]))
        print("  ".join(rows[-1]), flush=True)

    for name, ratio in ratios().items():
        add(name, f"{ratio:.1f}배", "", None)
    with copy() as book:
        seconds, first = timed_build(book)
        add("아무것도 없이 짓기", f"{seconds:.1f} s", "120 s", seconds <= 120)
        seconds, _ = timed_build(book)
        add("바뀐 것 없이 짓기", f"{seconds:.1f} s", "10 s", seconds <= 10)
        seconds = reload_time(book)
        add("글을 고치고 다시 보기", f"{seconds:.1f} s", "1.5 s", seconds <= 1.5)
        shutil.rmtree(book / ".cache")
        _, second = timed_build(book)
        different = ", ".join(sorted(dict(first.items() ^ second.items())))
        add("두 번 지은 사이트", different or "같다", "같다", not different)
        for name, value, limit, ok in growth_rows(book):
            add(name, value, limit, ok)
    different = outputs_that_depend_on_the_machine()
    add("스레드와 명령어 집합에 따른 출력", different or "같다", "같다", not different)
    seconds, failed = timed_tests()
    # 세 장에 6분, 1부 열다섯 장에 15분을 약속했다
    add("make test (준비 뒤)", f"{seconds:.0f} s", "900 s", seconds <= 900)
    add("실패한 시험", str(failed["모두"]), "0", not failed["모두"])
    add(
        "axe 위반·바깥 요청이 있는 페이지",
        str(failed["페이지"]),
        "0",
        not failed["페이지"],
    )
    for name, value, limit, ok in search_rows(ROOT / "site"):
        add(name, value, limit, ok)
    for name, value, limit, ok in plain_rows(ROOT / "site"):
        add(name, value, limit, ok)
    with serve(ROOT / "site") as url:
        scores, shift, kilobytes = lighthouse(url + bench_living.LESSON)
        for name, goal in LIGHTHOUSE_GOALS.items():
            score = scores[name]
            add(f"Lighthouse {name}", f"{score:.2f}", f"{goal:.2f}", score >= goal)
        add("레이아웃 밀림", f"{shift:.3f}", "0.02", shift <= 0.02)
        for name, value, limit, ok in living_rows(bench_living.measure(url)):
            add(name, value, limit, ok)
        add("레슨 한 쪽", f"{kilobytes:.0f} KB", "255 KB", kilobytes <= 255)
    print(table(rows))
    return 0


def growth_rows(book: Path) -> list[tuple[str, str, str, bool | None]]:
    def build(book: Path) -> float:
        # 커밋하지 않은 쪽은 고친 날을 몰라 경고가 나온다
        return timed_build(book, "--no-strict")[0]

    found = bench_growth.measure(book, MANY, build)
    edited, added = found.rendered
    return [
        (f"{MANY}쪽을 처음 짓기", f"{found.first:.0f} s", "", None),
        ("한 쪽을 고치고 짓기", f"{found.edited:.1f} s", "10 s", found.edited <= 10),
        ("한 쪽을 더하고 짓기", f"{found.added:.1f} s", "10 s", found.added <= 10),
        ("고쳐서 다시 옮긴 쪽", str(edited), "1", edited == 1),
        ("더해서 다시 옮긴 쪽", str(added), "1", added == 1),
    ]


def search_rows(built: Path) -> list[tuple[str, str, str, bool | None]]:
    found = bench_search.measure(built, MANY)
    first, slowest = found.first, 1000 * max(found.letters)
    usual = 1000 * statistics.median(found.letters)
    return [
        (f"{MANY}쪽의 색인", f"{found.megabytes:.1f} MB", "", None),
        (f"{MANY}쪽에서 첫 답", f"{first:.2f} s", "1.0 s", first <= 1),
        ("그다음 글자마다", f"{usual:.0f} ms", "50 ms", usual <= 50),
        ("가장 오래 걸린 글자", f"{slowest:.0f} ms", "", None),
    ]


def plain_rows(built: Path) -> list[tuple[str, str, str, bool | None]]:
    found = bench_plain.measure(built)
    ours, theirs = found["performance"]
    painted, plainly = found[bench_plain.LCP]
    stuck, freely = found[bench_plain.TBT]
    paint, block = painted / plainly, stuck / max(freely, 1)
    score, goal = f"{ours:.2f}", f"꾸밈없는 쪽의 {theirs:.2f}"
    return [
        ("가장 긴 장의 Lighthouse", score, goal, ours >= theirs),
        ("가장 큰 것을 그린 때", f"{paint:.2f}배", "0.6배", paint <= 0.6),
        ("화면이 멈춘 시간", f"{block:.2f}배", "1배", block <= 1),
    ]


def living_rows(found: dict[str, float]) -> list[tuple[str, str, str, bool | None]]:
    megabytes = found["bytes"] / 1e6
    again, freeze, press = (1000 * found[k] for k in ("again", "freeze", "press"))
    return [
        ("첫 NumPy 결과", f"{found['first']:.1f} s", "10 s", found["first"] <= 10),
        ("첫 결과까지 오간 것", f"{megabytes:.1f} MB", "10 MB", megabytes <= 10),
        ("고쳐서 다시 돌리기", f"{again:.0f} ms", "150 ms", again <= 150),
        ("도는 동안 화면이 멈춘 시간", f"{freeze:.0f} ms", "50 ms", freeze <= 50),
        ("누르는 순간 화면이 멈춘 시간", f"{press:.0f} ms", "", None),
        ("끝없는 코드 멈춤", f"{found['stop']:.1f} s", "3 s", found["stop"] <= 3),
    ]


def table(rows: list[tuple[str, ...]]) -> str:
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(["", head, "|---|---|---|---|", *body])


def ratios() -> dict[str, float]:
    """benchmarks/의 모듈마다 ratios()가 주는, 기준 구현에 견준 배수."""
    found = {}
    for path in sorted((ROOT / "benchmarks").glob("[!_]*.py")):
        module = importlib.import_module(f"benchmarks.{path.stem}")
        found |= module.ratios()
    return found


@contextmanager
def copy():
    """커밋하지 않은 것까지 담은 복사본. 재는 동안 진짜 책은 건드리지 않는다."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book"
        shutil.copytree(ROOT, book, ignore=shutil.ignore_patterns(*SKIPPED))
        for name in LINKED:
            (book / name).symlink_to(ROOT / name)
        yield book


def environment(book: Path) -> dict[str, str]:
    epoch = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True
    ).stdout.strip()
    paths = {"PYTHONPATH": str(book), "SOURCE_DATE_EPOCH": epoch or "0"}
    return {**setup.environment(), **paths}


def timed_build(book: Path, *options: str) -> tuple[float, dict[str, str]]:
    """걸린 시간과 파일마다의 지문."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *options]
    subprocess.run(command, cwd=book, env=environment(book), check=True)
    seconds = time.perf_counter() - start
    built = book / "site"
    return seconds, {
        path.relative_to(built).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(built.rglob("*"))
        if path.is_file()
    }


def reload_time(book: Path) -> float:
    """레슨의 글 한 줄을 고치고 그 글이 서버에서 나올 때까지."""
    page = book / "docs" / f"{bench_living.LESSON.rstrip('/')}.md"
    port = 8765
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "-a", address]
    server = subprocess.Popen(
        command,
        cwd=book,
        env=environment(book),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = site.config().site_url.split("/", 3)[3]
    url = f"http://{address}/{base}{bench_living.LESSON}"
    original = page.read_text(encoding="utf-8")
    try:
        wait_until(url, "</html>", 120)
        seconds = []
        for attempt in range(3):
            mark = f"고친 글 {attempt}."
            time.sleep(1)
            start = time.perf_counter()
            text = page.read_text(encoding="utf-8")
            page.write_text(f"{text}\n{mark}\n", encoding="utf-8")
            wait_until(url, mark, 60)
            seconds.append(time.perf_counter() - start)
        return statistics.median(seconds)
    finally:
        page.write_text(original, encoding="utf-8")
        server.terminate()
        server.wait()


def wait_until(url: str, text: str, limit: float) -> None:
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(f"{limit}초 안에 {url}에 '{text}'가 나오지 않았다")


def timed_tests() -> tuple[float, dict[str, int]]:
    """`make test`가 걸린 시간과 실패한 시험의 수. 페이지는 axe와 바깥 요청을 본다."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "tests.xml"
        command = [
            sys.executable,
            "-m",
            "sitegen",
            "test",
            "--",
            f"--junitxml={report}",
        ]
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, env=setup.environment())
        seconds = time.perf_counter() - start
        cases = ElementTree.parse(report).iter("testcase")
        failed = [c for c in cases if c.find("failure") is not None]
    on_pages = [c for c in failed if "accessible" in c.get("name", "")]
    return seconds, {"모두": len(failed), "페이지": len(on_pages)}


def outputs_that_depend_on_the_machine() -> str:
    """환경 변수를 바꾸어 돌려 보고, 간직한 출력과 다른 프로그램의 이름."""
    jobs = product(outputs.programs(), THREADS)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        different = set(pool.map(differs, *zip(*jobs, strict=True)))
    return ", ".join(sorted(different - {""}))


def differs(program: Path, variables: dict[str, str]) -> str:
    """간직한 출력과 다르면 프로그램의 이름, 같으면 빈 글."""
    done = subprocess.run(
        [sys.executable, str(program)],
        env={**setup.environment(), "MPLBACKEND": "Agg", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    kept = program.with_suffix(".out")
    expected = kept.read_text(encoding="utf-8") if kept.is_file() else ""
    # 일부러 멈추는 프로그램의 마지막 줄은 오류라 stdout에 없다
    printed = expected.startswith if done.returncode else expected.__eq__
    return "" if printed(done.stdout) else program.relative_to(ROOT).as_posix()


def lighthouse(url: str) -> tuple[dict[str, float], float, float]:
    """휴대 전화로 다섯 번 잰 점수의 중앙값, 밀림, 오간 크기(KB)."""
    reports = [bench_plain.lighthouse(url) for _ in range(bench_plain.RUNS)]
    scores = {
        name: statistics.median(r["categories"][name]["score"] for r in reports)
        for name in LIGHTHOUSE_GOALS
    }
    audits = [r["audits"] for r in reports]
    shift = max(a["cumulative-layout-shift"]["numericValue"] for a in audits)
    size = max(a["total-byte-weight"]["numericValue"] for a in audits)
    return scores, shift, size / 1024
