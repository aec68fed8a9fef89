"""책을 다루는 명령. `python -m sitegen --help`"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from sitegen import setup

ROOT = setup.ROOT


def serve(args) -> int:
    address = f"127.0.0.1:{args.port}"
    print(f"http://{address} 에서 책을 읽는다. 멈추려면 Ctrl+C.", flush=True)
    return _run("mkdocs", "serve", "--no-strict", "-a", address)


def build(args) -> int:
    return _run("mkdocs", "build", "--strict", "--quiet") or _say(
        "site/에 책을 지었다."
    )


def test(args) -> int:
    """고칠 것, 모양, 모든 블록과 레슨, 그리고 지은 사이트를 본다."""
    setup.prepare_browser()
    failed = (
        check(argparse.Namespace(page=None))
        or _run("ruff", "check", "--quiet", ".")
        or _run("ruff", "format", "--check", "--quiet", ".")
        or build(args)
    )
    os.environ["SITE_IS_BUILT"] = "1"  # 시험이 같은 것을 또 짓지 않게
    spread = ("-n", str(os.cpu_count() or 1), "--dist", "worksteal")
    return failed or _run("pytest", "-q", *spread, *args.pytest)


def outputs(args) -> int:
    from sitegen import outputs

    changed = outputs.rewrite()
    for output in changed:
        print(output.diff(), end="")
    return _say(
        f"출력 {len(changed)}개를 다시 썼다." if changed else "바뀐 출력이 없다."
    )


def check(args) -> int:
    """페이지 하나를 몇 초 안에 검증한다. 페이지가 없으면 모든 파일을 훑는다."""
    from sitegen import checks, outputs, page, site

    if args.page is None:
        return _report(checks.run() + outputs.check())
    path = _find_page(args.page)
    programs = {b.program for b in page.read(path).runnable if b.program}
    kept = sorted(programs & set(outputs.programs()))
    failed = _report(checks.run([path]) + outputs.check(kept))
    tests = [
        test
        for module in page.read(path).meta.get("modules") or []
        for test in [ROOT / "tests" / path.parent.name / f"test_{Path(module).stem}.py"]
        if path.parent.name in site.parts() and test.is_file()
    ]
    return failed or _run("pytest", "-q", str(path), *map(str, tests))


def new(args) -> int:
    from sitegen import new

    return _say(new.lesson(args.part, args.slug, args.title))


def bench(args) -> int:
    from sitegen import bench

    setup.prepare_browser()
    return bench.main()


def mutants(args) -> int:
    """레슨을 한 군데씩 일부러 틀려 보고 시험이 알아채는지 본다."""
    return _run("sitegen.mutants", args.module)


def clean(args) -> int:
    for name in (".cache", "site", ".pytest_cache", ".ruff_cache"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


def _find_page(name: str) -> Path:
    """`docs/dl/05-….md`, `dl/05-…`, `dl/05` 모두 받는다."""
    from sitegen import site

    stem = name.removeprefix("docs/").removesuffix(".md")
    found = [
        p
        for p in site.pages()
        if p.relative_to(site.DOCS).with_suffix("").as_posix().startswith(stem)
    ]
    if len(found) == 1:
        return found[0]
    known = "\n  ".join(p.relative_to(ROOT).as_posix() for p in found or site.pages())
    sys.exit(f"'{name}'에 맞는 페이지가 {len(found)}개다. 다음에서 고른다.\n  {known}")


def _report(problems) -> int:
    for problem in sorted(problems):
        print(problem, file=sys.stderr)
    if problems:
        print(f"\n고칠 것 {len(problems)}개", file=sys.stderr)
    return bool(problems)


def _say(message: str) -> int:
    print(message)
    return 0


def _run(module: str, *args: str) -> int:
    """가상 환경의 도구를 프로젝트 뿌리에서 부른다."""
    command = [sys.executable, "-m", module, *args]
    env = {**setup.environment(), "SOURCE_DATE_EPOCH": _last_commit()}
    return subprocess.run(command, cwd=ROOT, env=env).returncode


def _last_commit() -> str:
    """마지막 커밋의 시각. 같은 커밋에서 지은 사이트는 언제 지어도 같다."""
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip() or "0"


def parser() -> argparse.ArgumentParser:
    main = argparse.ArgumentParser(prog="python -m sitegen", description=__doc__)
    commands = main.add_subparsers(dest="command", required=True, metavar="명령")

    def add(function, help):
        command = commands.add_parser(function.__name__, help=help)
        command.set_defaults(function=function)
        return command

    command = add(serve, "책을 지어 이 컴퓨터에서 읽고, 고치면 바로 다시 짓는다")
    command.add_argument("--port", type=int, default=8000)
    command = add(test, "모든 것을 검증한다")
    command.add_argument("pytest", nargs="*", help="pytest에 그대로 건넬 것")
    add(build, "site/에 사이트를 짓는다")
    add(outputs, "바뀐 출력(.out)을 다시 쓰고 무엇이 바뀌었는지 보인다")
    command = add(new, "새 레슨의 뼈대를 만든다")
    command.add_argument("part", help="부: dl 또는 cnn")
    command.add_argument("slug", help="영문 주소: residual-network")
    command.add_argument("title", help="제목: 잔차 신경망")
    command = add(check, "페이지 하나를 검증한다")
    command.add_argument("page", nargs="?", help="예: dl/05-linear-regression-1")
    add(bench, "약속한 속도와 크기를 재어 표로 보인다")
    command = add(mutants, "레슨을 일부러 틀려 보고 그 장의 시험이 알아채는지 본다")
    command.add_argument("module", nargs="?", default="", help="예: gradient_descent")
    add(clean, "지은 것과 간직한 것을 지운다")
    return main


def main() -> int:
    args = parser().parse_args()
    if not setup.inside():
        setup.prepare()
        command = [str(setup.PYTHON), "-m", "sitegen", *sys.argv[1:]]
        return subprocess.run(command, cwd=ROOT, env=setup.environment()).returncode
    setup.prepare()
    return args.function(args)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
