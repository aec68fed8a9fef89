"""작은 책: 도구는 진짜이고 페이지는 새로 만든 레슨 하나뿐인 프로젝트."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = (
    "sitegen",
    "overrides",
    "web",
    "terms.csv",
    "Makefile",
    "book.yml",
    "requirements.txt",
    "requirements-test.txt",
    "package.json",
    "package-lock.json",
    ".htmlvalidate.json",
    ".gitignore",
)
# 장이 아닌 모듈. 영역이 있으면 그것을 보여 주는 페이지가 이 책에는 없다
SHARED = (
    *(
        path.name
        for path in sorted((ROOT / "lessons").glob("*.py"))
        if "--8<--" not in path.read_text(encoding="utf-8")
    ),
    "data",
    *(f"scenes/{path.name}" for path in (ROOT / "lessons/scenes").glob("*.py")),
    "dl/__init__.py",
    "cnn/__init__.py",
)


class Project:
    """복사한 프로젝트에서 명령을 사람처럼 부른다."""

    def __init__(self, root: Path):
        self.root = root

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text, f"{name}에 {old!r}가 없다"
        self.write(name, text.replace(old, new, 1))

    def append(self, name: str, text: str) -> None:
        self.write(name, (self.root / name).read_text(encoding="utf-8") + text)

    def python(self, code: str, cwd: Path | None = None) -> subprocess.CompletedProcess:
        quiet = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
        env = {**os.environ, **quiet, "PYTHONPATH": str(self.root)}
        env.pop("SETTLED", None)  # 복사한 책의 시험은 늘 돈다
        return subprocess.run(
            [sys.executable, "-c", code],
            cwd=cwd or self.root,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def check(self) -> str:
        """`make check`가 모든 파일을 훑고 찍는 것."""
        done = self.python(
            "from sitegen.lint import checks; from sitegen.running import outputs\n"
            "print(*sorted(checks.run() + outputs.check()), sep='\\n')"
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def new(self, part: str, slug: str, title: str) -> str:
        arguments = part, slug, title
        code = f"from sitegen.tools import new; print(new.lesson(*{arguments!r}))"
        done = self.python(code)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def build(
        self, *options: str, cwd: Path | None = None
    ) -> subprocess.CompletedProcess:
        """사이트를 짓는다. 고친 날을 물을 수 있게 저장소로 만든다."""
        if not (self.root / ".git").exists():
            shutil.copytree(ROOT / "docs/assets", self.root / "docs/assets")
            who = ["-c", "user.name=시험", "-c", "user.email=test@example.org"]
            for command in (["init"], ["add", "--all"], ["commit", "-m", "처음"]):
                git = ["git", *who, *command]
                subprocess.run(git, cwd=self.root, check=True, capture_output=True)
        arguments = ["mkdocs", "build", *options]
        return self.python(
            f"import sys; sys.argv = {arguments!r}\n"
            "from mkdocs.__main__ import cli; cli()",
            cwd,
        )

    def pytest(self, *args: str) -> subprocess.CompletedProcess:
        """site/가 있으면 그것을 막 지은 것으로 친다."""
        return self.python(
            "import os, sys, pytest; os.environ['SITE_IS_BUILT'] = '1'; "
            f"sys.exit(pytest.main({['-q', *args]!r}))"
        )


def make_project(root: Path) -> Project:
    for name in TOOLS:
        source = ROOT / name
        if source.is_dir():
            skip = shutil.ignore_patterns("__pycache__", "node_modules")
            shutil.copytree(source, root / name, ignore=skip)
        elif source.is_file():
            shutil.copy(source, root / name)
    for name in ("conftest.py", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    for name in SHARED:
        source, goal = ROOT / "lessons" / name, root / "lessons" / name
        goal.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(
                source, goal, ignore=shutil.ignore_patterns("*.py", "trained")
            )
        else:
            shutil.copy(source, goal)
    home = "lessons/data/trained/home"  # 첫 쪽의 신경망은 도구의 것이다
    shutil.copytree(ROOT / home, root / home)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    project = Project(root)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = "nav:\n  - index.md\nextra:"
    config = re.sub(r"^nav:.*?^extra:", nav, config, flags=re.S | re.M)
    project.write("mkdocs.yml", config)
    for name in ("docs/index.md", "docs/dl/index.md", "docs/cnn/index.md"):
        about = "---\ntitle: 시험 책\ndescription: 시험 책이다.\n---\n"
        project.write(name, f"{about}# 시험 책\n\n글이다.\n")
    (root / "snippets").mkdir()
    project.new("dl", "learning", "학습")
    return project


@pytest.fixture(scope="session")
def first_project(tmp_path_factory) -> Project:
    return make_project(tmp_path_factory.mktemp("first"))


def copy(project: Project, root: Path) -> Project:
    shutil.copytree(project.root, root, symlinks=True, dirs_exist_ok=True)
    return Project(root)


@pytest.fixture
def project(first_project, tmp_path) -> Project:
    """시험마다 고쳐 쓸 한 벌."""
    return copy(first_project, tmp_path)


@pytest.fixture(scope="session")
def broken_project(first_project, tmp_path_factory) -> Project:
    return copy(first_project, tmp_path_factory.mktemp("broken"))
