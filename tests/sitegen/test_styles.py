"""스타일시트는 하나로 묶이고, 그 안의 경로는 그대로 이어진다."""

import re

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
