"""모든 페이지의 수식을 모아 한 번에 그리고, 수식의 글꼴과 스타일을 사이트에 놓는다."""

import shutil
from pathlib import Path

from mkdocs.exceptions import PluginError

from sitegen.faces import fonts, katex
from sitegen.faces.katex import KATEX, Formula
from sitegen.hooks import state


def on_env(env, config, files):
    pages = files.documentation_pages()
    found = {file: katex.formulas(file.page.content) for file in pages}
    errors = katex.draw(*found.values())
    problems = [
        _problem(file, formula, errors[formula])
        for file, formulas in found.items()
        for formula in formulas
        if formula in errors
    ]
    if problems:
        raise PluginError("수식을 그리지 못했다.\n" + "\n".join(problems))


def on_post_build(config):
    folder = Path(config.site_dir, katex.FOLDER)
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    (folder / katex.stylesheet_name()).write_text(katex.stylesheet(), encoding="utf-8")
    shutil.copy(KATEX / "LICENSE", folder)
    files = sorted((KATEX / "dist/fonts").glob("*.woff2"))
    if state.serving:  # 보이는 글자를 세고 자르느라 기다리지 않게 한다
        for font in files:
            shutil.copy(font, folder / "fonts")
        return
    letters = katex.letters()
    for font in files:
        shown = katex.shown(letters, font.stem)
        data = fonts.maths_font(font.with_suffix(".ttf"), shown)
        (folder / "fonts" / font.name).write_bytes(data)


def _problem(file, formula: Formula, error: str) -> str:
    line = katex.line(file.content_string, formula)
    return f"docs/{file.src_uri}{line}: {katex.hint(error)}: {formula.tex}\n    {error}"
