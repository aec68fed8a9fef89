"""시험과 측정에 쓰는 Chromium이 어디 있는가.

창을 그리지 않는 headless shell을 먼저 쓴다. 문맥마다 창과 탭까지 그리는 온 Chromium은
같은 시험에 시간이 더 든다.
"""

import os
import shutil
from pathlib import Path

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = """Chromium이 없어 브라우저 시험을 할 수 없다. 다음 한 줄을 돌리고 다시 한다.
    sudo apt-get install -y chromium-headless-shell"""
DEBIAN = "chromium-headless-shell", "chromium", "chromium-browser"


def executable() -> str | None:
    """Playwright의 Chromium, 없으면 배포판의 것, 그것도 없으면 None."""
    return _playwright() or next(filter(None, map(shutil.which, DEBIAN)), None)


def _playwright() -> str | None:
    """Playwright가 내려받은 것을 파일로만 찾는다. 브라우저를 띄우지 않는다."""
    default = {
        "nt": Path(os.environ.get("LOCALAPPDATA", "")) / "ms-playwright",
    }.get(os.name, Path.home() / ".cache" / "ms-playwright")
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or default)
    mac = Path.home() / "Library" / "Caches" / "ms-playwright"
    names = (
        "chromium_headless_shell-*/chrome-*/*headless?shell*",
        "chromium-*/chrome-linux*/chrome",
        "chromium-*/chrome-win*/chrome.exe",
        "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    )
    for place in (folder, mac):
        for name in names:
            if found := sorted(place.glob(name)):
                return str(found[-1])
    return None
