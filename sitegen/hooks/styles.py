"""흩어진 스타일시트를 하나로 묶는다. 첫 화면이 기다릴 파일이 하나가 된다.

고쳐 가며 볼 때(serve)는 묶지 않는다. 글꼴 훅이 페이지를 마저 적은 다음에 돈다.
"""

import hashlib
import re
from pathlib import Path
from posixpath import normpath, relpath

from sitegen.hooks import pages, state

LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="(?P<href>[^"]+)">\n?')
URL = re.compile(r"url\((?!data:)[\"']?([^)\"']+)[\"']?\)")
FOLDER = "assets/stylesheets"


def on_post_build(config):
    if state.serving:
        return
    site = Path(config.site_dir)
    paths = sorted({*site.rglob("*.html"), *pages.waiting()})
    texts = {path: pages.read(path) for path in paths}
    sheets = list(dict.fromkeys(s for p, text in texts.items() for s in used(text)))
    css = "".join(moved(site, sheet) for sheet in sheets)
    name = f"{FOLDER}/book.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    (site / name).write_text(css, encoding="utf-8")
    for path, text in texts.items():
        pages.change(path, joined(text, name))
    for sheet in sheets:
        (site / sheet).unlink()


def used(text: str) -> list[str]:
    """페이지가 부르는 스타일시트. 사이트 뿌리에서 본 경로다."""
    head = text.partition("</head>")[0]
    return [re.sub(r"^.*?(?=assets/)", "", m["href"]) for m in LINK.finditer(head)]


def moved(site: Path, sheet: str) -> str:
    """스타일시트가 부르는 파일의 경로를 새 자리에서 본 것으로 바꾼다."""
    folder = sheet.rpartition("/")[0]
    text = (site / sheet).read_text(encoding="utf-8")
    return URL.sub(
        lambda m: f"url({relpath(normpath(f'{folder}/{m[1]}'), FOLDER)})", text
    )


def joined(text: str, name: str) -> str:
    head, end, rest = text.partition("</head>")
    first = LINK.search(head)
    if not first:
        return text
    base = first["href"].partition("assets/")[0]
    link = f'<link rel="stylesheet" href="{base}{name}">'
    head = LINK.sub("", head).replace("</title>", f"</title>{link}", 1)
    return f"{head}{end}{rest}"
