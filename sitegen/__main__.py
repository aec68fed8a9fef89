"""책을 다루는 명령. `python -m sitegen --help`"""

import argparse
import errno
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from sitegen.base import setup
from sitegen.base.paths import ROOT


def serve(args) -> int:
    if taken(args.port):
        sys.exit(
            f"포트 {args.port}를 다른 프로그램이 쓰고 있다. 그것을 끄거나 다른 포트로 "
            f"연다: make serve PORT={args.port + 1}"
        )
    address = f"127.0.0.1:{args.port}"
    print(f"http://{address} 에서 책을 읽는다. 멈추려면 Ctrl+C.", flush=True)
    return _run("mkdocs", "serve", "--no-strict", "-a", address)


def taken(port: int) -> bool:
    """이미 누가 듣고 있는가. 책을 다 짓고 나서 알면 늦다."""
    with socket.socket() as trying:
        trying.settimeout(1)
        return trying.connect_ex(("127.0.0.1", port)) == 0


def build(args) -> int:
    from sitegen.lint import checks

    if failed := _report(checks.unready()):
        return failed
    if failed := _run("mkdocs", "build", "--strict", "--quiet"):
        print("책을 짓지 못했다. 위에 적은 것을 고친다.", file=sys.stderr)
        return failed
    return _say("site/에 책을 지었다.")


def book(args) -> int:
    """사이트를 짓고, 손에 드는 책(EPUB과 PDF)도 짓는다."""
    from sitegen.tools import volumes

    setup.prepare_browser()
    os.environ["BOOK_VOLUMES"] = "1"  # 첫 쪽이 그것들을 가리킨다
    if failed := build(args):
        return failed
    for path in volumes.main():
        size = path.stat().st_size / 1e6
        print(f"{path.relative_to(ROOT).as_posix()}: {size:.1f} MB")
    return 0


def test(args) -> int:
    """고칠 것, 모양, 모든 블록과 레슨, 그리고 지은 사이트를 본다."""
    setup.prepare_browser()
    setup.prepare_java()
    mine, groups = args.group
    # 나누어 볼 때 나눌 수 없는 것은 첫째가 본다
    failed = (_tidy() if mine == 1 else 0) or build(args)
    os.environ["SITE_IS_BUILT"] = "1"  # 시험이 같은 것을 또 짓지 않게
    spread = ["-n", str(os.cpu_count() or 1), "--dist", "worksteal"]
    if groups > 1:
        spread += ["--splits", str(groups), "--group", str(mine)]
        spread += ["--splitting-algorithm", "least_duration"]
    elif not args.pytest:
        os.environ["SETTLED"] = "1"  # 바뀐 것이 없는 느린 시험은 지난번의 답을 쓴다
    return failed or _run("pytest", "-q", *spread, *args.pytest)


def _tidy() -> int:
    """시험하지 않고 아는 것: 고칠 것과 모양."""
    from sitegen.base.node import node

    biome = ROOT / "node_modules" / "@biomejs" / "biome" / "bin" / "biome"
    return (
        check(argparse.Namespace(page=None))
        or _run("ruff", "check", "--quiet", ".")
        or _run("ruff", "format", "--check", "--quiet", ".")
        or node(biome, "ci", "--error-on-warnings", cwd=ROOT).returncode
    )


def outputs(args) -> int:
    from sitegen.lint import checks
    from sitegen.running import outputs

    if failed := _report(checks.unready()):
        return failed
    changed, problems = outputs.rewrite()
    for output in changed:
        print(output.diff(), end="")
    if changed or not problems:
        told = f"출력 {len(changed)}개를 다시 썼다." if changed else "바뀐 출력이 없다."
        print(told)
    return _report(problems)


def train(args) -> int:
    """긴 프로그램 가운데 영수증이 맞지 않는 것을 돌려 출력과 배운 것을 쓴다."""
    from sitegen.base.problem import Problems
    from sitegen.book import site
    from sitegen.faces import digit
    from sitegen.running import receipts, training

    if args.page == "index" or (not args.page and digit.problems()):
        print("첫 쪽의 신경망을 학습시킨다.", flush=True)
        if (failed := _run("sitegen.faces.digit.train")) or args.page:
            return failed
    folder = site.SNIPPETS
    if args.page:
        path = _find_page(args.page)
        folder = site.SNIPPETS / path.parent.name / path.stem
    found = receipts.programs(folder)
    stale = set(training.stale(found))
    if not stale:
        return _say(f"긴 프로그램 {len(found)}개의 영수증이 모두 맞다.")
    problems = []
    for program in training.in_order(found):
        # 앞의 것을 다시 배우면 그것을 읽는 뒤의 것도 맞지 않게 된다
        if not training.stale([program]):
            continue
        name = program.relative_to(ROOT).as_posix()
        print(f"{name}을 돌린다.", flush=True)
        try:
            receipt = training.train(program)
        except Problems as told:
            problems += told.problems
            continue
        print(f"  {receipt.seconds:.0f}초 걸렸다. {', '.join(receipt.artefacts)}")
    return _report(problems)


def verify(args) -> int:
    """간직한 것을 버리고 긴 프로그램까지 모두 다시 돌려 본 뒤, 모든 것을 검증한다."""
    from sitegen.book import site
    from sitegen.faces.digit import train
    from sitegen.running import execution, receipts, training

    for kept in (execution.CACHE, site.CACHE / "passed"):
        shutil.rmtree(kept, ignore_errors=True)
    problems = []
    mine, groups = args.group
    if mine == 1:
        print("첫 쪽의 신경망을 학습시킨다.", flush=True)
        problems += train.verify()
    # 저마다 저장소에 있는 것을 읽으므로 나누어 돌려도 된다
    for program in training.in_order(receipts.programs())[mine - 1 :: groups]:
        print(f"{program.relative_to(ROOT).as_posix()}을 돌린다.", flush=True)
        problems += training.verify(program)
    return _report(problems) or test(args)


def check(args) -> int:
    """페이지 하나를 몇 초 안에 검증한다. 페이지가 없으면 모든 파일을 훑는다."""
    from sitegen.book import page
    from sitegen.lint import checks, sources
    from sitegen.running import outputs

    if failed := _report(checks.unready()):
        return failed
    if args.page is None:
        return _report(checks.run() + outputs.check())
    path = _find_page(args.page)
    read = page.read(path)
    if read.problems:
        return _report(checks.run([path]))
    programs = {b.program for b in read.runnable if b.program}
    kept = sorted(programs & set(outputs.programs()))
    failed = _report(checks.run([path]) + outputs.check(kept))
    tests = sources.tests(read)
    if failed or not (read.runnable or tests):
        return failed or _say("고칠 것이 없다. 이 페이지에는 돌릴 블록이 없다.")
    return _run("pytest", "-q", str(path), *map(str, tests))


def minutes(args) -> int:
    """지은 페이지를 읽는 데 드는 분과 생각보다 먼저 보이는 코드를 센다."""
    from sitegen.book import site
    from sitegen.tools import minutes

    return minutes.main([_find_page(args.page)] if args.page else site.lesson_pages())


def new(args) -> int:
    from sitegen.tools import new

    return _say(new.lesson(args.part, args.slug, args.title, args.after))


def move(args) -> int:
    from sitegen.tools import chapters

    return _say(chapters.move(args.chapter, args.after))


def remove(args) -> int:
    from sitegen.tools import chapters

    return _say(chapters.remove(args.chapter))


def bench(args) -> int:
    from sitegen.tools import bench

    setup.prepare_browser()
    return bench.main()


def mutants(args) -> int:
    """레슨을 한 군데씩 일부러 틀려 보고 시험이 알아채는지 본다."""
    return _run("sitegen.tools.mutants", args.module)


def clean(args) -> int:
    for name in (".cache", "site", ".pytest_cache", ".ruff_cache"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


def _group(text: str) -> tuple[int, int]:
    """`2/4` → (2, 4)"""
    mine, _, groups = text.partition("/")
    if mine.isdecimal() and groups.isdecimal() and 1 <= int(mine) <= int(groups):
        return int(mine), int(groups)
    told = f"몫은 `1/4`부터 `4/4`까지처럼 적는다: '{text}'"
    raise argparse.ArgumentTypeError(told)


def _find_page(name: str) -> Path:
    """`docs/dl/05-….md`, `dl/05-…`, `dl/05`, 그 장의 프로그램과 레슨까지 받는다."""
    from difflib import get_close_matches

    from sitegen.book import page, site

    said = name.replace("\\", "/").removeprefix(f"{ROOT.as_posix()}/")
    said = said.removeprefix("./").rstrip("/")
    pages = {
        p.relative_to(site.DOCS).with_suffix("").as_posix(): p for p in site.pages()
    }
    stem = said.removeprefix("docs/").removesuffix(".md").lower()
    if stem.startswith("snippets/"):
        stem = "/".join(stem.split("/")[1:3])
    found = [stem] if stem in pages else [key for key in pages if key.startswith(stem)]
    if said.startswith("lessons/"):
        makes = {
            key: page.read(path).meta.get("modules") for key, path in pages.items()
        }
        found = [key for key, modules in makes.items() if said in (modules or [])]
    if len(found) == 1:
        return pages[found[0]]
    near = found or get_close_matches(stem, pages, 5, 0.4) or pages
    known = "\n  ".join(f"docs/{key}.md" for key in near)
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

    def add_shared(function, help):
        command = add(function, help)
        command.add_argument("pytest", nargs="*", help="pytest에 그대로 건넬 것")
        said = "여러 컴퓨터가 나누어 볼 때 이 컴퓨터의 몫: 2/4"
        command.add_argument("--group", type=_group, default=(1, 1), help=said)

    add_shared(test, "모든 것을 검증한다")
    add(build, "site/에 사이트를 짓는다")
    add(book, "손에 드는 책(EPUB과 PDF)까지 짓는다")
    add(outputs, "바뀐 출력(.out)을 다시 쓰고 무엇이 바뀌었는지 보인다")
    command = add(train, "긴 프로그램을 돌려 출력과 배운 것을 다시 쓴다")
    command.add_argument("page", nargs="?", help="예: cnn/05-lenet")
    add_shared(verify, "긴 프로그램까지 처음부터 다시 돌려 모두 검증한다")
    command = add(new, "새 레슨의 뼈대를 만든다")
    command.add_argument("part", help="부: dl 또는 cnn")
    command.add_argument("slug", help="영문 주소: residual-network")
    command.add_argument("title", help="제목: 잔차 신경망")
    said = "이 장 다음에 놓는다: cnn/05. 부의 이름이면 맨 앞이다"
    command.add_argument("--after", default="", help=said)
    command = add(move, "장을 옮긴다. 번호가 바뀌는 이름과 링크를 모두 고친다")
    command.add_argument("chapter", help="예: cnn/cnn-2")
    command.add_argument("--after", required=True, help=said)
    command = add(remove, "장을 뺀다. 다른 곳이 부르고 있으면 어디인지 말한다")
    command.add_argument("chapter", help="예: cnn/cnn-2")
    command = add(check, "페이지 하나를 검증한다")
    command.add_argument("page", nargs="?", help="예: dl/05-linear-regression-1")
    command = add(minutes, "지은 페이지를 읽는 데 드는 분과 보이는 코드를 센다")
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
    if args.function in (test, verify, check, bench, mutants):
        setup.prepare_oracles()
    return args.function(args)


def trouble(error: Exception) -> str | None:
    """미리 내다본 탈이면 어디를 어떻게 고칠지, 아니면 None."""
    from sitegen.base.problem import Problems

    if isinstance(error, ModuleNotFoundError) and setup.inside():
        return f"{error.name}을(를) 찾지 못했다. .venv 폴더를 지우고 다시 부른다."
    if isinstance(error, Problems):
        return str(error)
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}: 파이썬 문법이 틀렸다: {error.msg}"
    if isinstance(error, FileNotFoundError) and error.filename in ("git", "node"):
        return f"{error.filename} 명령이 없다. 설치하고 다시 한다."
    if isinstance(error, PermissionError):
        return f"{error.filename}을(를) 읽거나 쓸 수 없다. 파일과 폴더의 권한을 본다."
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "디스크가 찼다. `make clean`으로 간직한 것을 지우거나 자리를 비운다."
    try:
        from mkdocs.exceptions import MkDocsException
    except ModuleNotFoundError:
        return None
    if isinstance(error, MkDocsException):
        return f"mkdocs.yml을 읽지 못했다. {error}"
    return None


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        said = trouble(error)
        if said is None:
            raise
        print(said, file=sys.stderr)
        sys.exit(1)
