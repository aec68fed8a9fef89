"""스타일시트는 하나로 묶이고, 그 안의 경로는 그대로 이어진다."""

import re

from sitegen.faces.styles import used, words
from sitegen.hooks import state, styles


def page(depth: str, *sheets: str) -> str:
    links = "".join(f'<link rel="stylesheet" href="{depth}{s}">\n' for s in sheets)
    return f"<head><title>가</title>{links}</head>"


def test_one_stylesheet_keeps_every_rule_and_path(tmp_path, monkeypatch):
    monkeypatch.setattr(state, "serving", False)
    sheets = {
        "assets/stylesheets/main.css": "a{color:red}",
        "assets/fonts/own.css": "@font-face{src:url(own.woff2)}",
        "assets/katex/katex.css": "b{src:url(fonts/k.woff2)}",
    }
    for name, css in sheets.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(css)
    names = list(sheets)
    (tmp_path / "index.html").write_text(page("", *names[:2]))
    (tmp_path / "dl").mkdir()
    (tmp_path / "dl/index.html").write_text(page("../", *names))
    styles.on_post_build(type("Config", (), {"site_dir": str(tmp_path)}))

    [book] = (tmp_path / "assets/stylesheets").glob("*.css")
    css = book.read_text()
    assert "a{color:red}" in css
    assert re.findall(r"url\((.*?)\)", css) == [
        "../fonts/own.woff2",
        "../katex/fonts/k.woff2",
    ]
    for name, base in (("index.html", ""), ("dl/index.html", "../")):
        links = re.findall(r'href="([^"]+)"', (tmp_path / name).read_text())
        assert links == [f"{base}assets/stylesheets/{book.name}"]


CSS = """\
@charset "utf-8";
/* .gone{} */
.kept,.gone:hover{color:red}
.gone .kept{color:blue}
.gone{background:url('data:image/svg+xml,<svg>{}</svg>')}
:is(.kept,.gone),[class*=".gone"]{color:green}
@media print{.gone{color:red}.kept{color:red}}
@media screen{.gone{color:red}}
@font-face{src:url(a.woff2)}
.tint-3{color:pink}
"""


def test_아무도_부르지_않는_클래스의_규칙만_던다():
    left = used(CSS, {"kept", "tint-"})
    assert left == (
        '@charset "utf-8";.kept{color:red}'
        ':is(.kept,.gone),[class*=".gone"]{color:green}'
        "@media print{.kept{color:red}}@font-face{src:url(a.woff2)}.tint-3{color:pink}"
    )
    assert used(left, {"kept", "tint-"}) == left


def test_쪽의_클래스와_스크립트의_낱말을_쓰는_것으로_본다():
    page = """<p class="a b-c"><i class='d'>prose</i><script>add("e")</script>"""
    found = words([page], ["x.classList.add(`f-${n}`)"])
    assert found >= {"a", "b-c", "d", "e", "f-"}
    assert "prose" not in found


def test_차례에_끼울_것의_클래스도_남는다(tmp_path, monkeypatch):
    monkeypatch.setattr(state, "serving", False)
    monkeypatch.setattr(styles.branches, "_drawn", [['<li class="later">']])
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    sheet = tmp_path / "assets/stylesheets/main.css"
    sheet.write_text(".later{color:red}.never{color:red}")
    (tmp_path / "index.html").write_text(page("", "assets/stylesheets/main.css"))
    styles.on_post_build(type("Config", (), {"site_dir": str(tmp_path)}))
    [book] = sheet.parent.glob("*.css")
    assert book.read_text() == ".later{color:red}"
