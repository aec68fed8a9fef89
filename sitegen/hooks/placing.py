"""페이지가 아닌 파일을 사이트에 놓는다: 그림, 페이지의 파이썬, 채점, 모델, 스크립트."""

import json

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from sitegen.base.problem import Problems
from sitegen.book import page, site
from sitegen.faces import exercises, figures, models, pyodide, web
from sitegen.faces.models import runtime
from sitegen.hooks import state


def on_files(files, config):
    for place in (_place_figures, _place_python, _place_checks, _place_models):
        place(files, config)
    _place_scripts(files, config)
    return files


def _made(config, files, uri: str, **content) -> None:
    files.append(File.generated(config, uri, **content))


def _place_figures(files, config) -> None:
    wanted = [f for path in site.pages() for f in page.read(path).figures]
    try:
        state.drawings.clear()
        state.drawings.update(figures.draw(wanted))
    except Problems as problems:
        raise PluginError(f"그림을 만들지 못했다.\n{problems}") from None
    for drawing in state.drawings.values():
        _made(config, files, drawing.uri, abs_src_path=str(drawing.light))
        _made(config, files, drawing.dark_uri, abs_src_path=str(drawing.dark))


def _place_python(files, config) -> None:
    try:
        if not pyodide.available():
            return
        made = pyodide.runner()
    except pyodide.Refused as error:
        raise PluginError(str(error)) from None
    for name, path in made.files.items():
        _made(config, files, f"{pyodide.FOLDER}/{name}", abs_src_path=str(path))
    worker = web.build().entries["pyodide.worker.ts"]
    guide = {**made.guide, "worker": f"../javascripts/{worker}"}
    content = json.dumps(guide, ensure_ascii=False, sort_keys=True)
    _made(config, files, f"{pyodide.FOLDER}/run.json", content=content)


def _place_checks(files, config) -> None:
    for uri, content in exercises.published().items():
        _made(config, files, uri, content=content)


def _place_models(files, config) -> None:
    placed = {f"{models.FOLDER}/{f.name}": f.content for f in runtime.files().values()}
    for name in models.names():
        model = models.published(name)
        placed[model.uri] = model.content
        if sheet := models.samples(name):
            placed[sheet.uri] = sheet.content
    for uri, content in placed.items():
        _made(config, files, uri, content=content)


def _place_scripts(files, config) -> None:
    """묶은 스크립트를 놓고, main.ts가 있으면 모든 쪽에 싣는다."""
    bundle = web.build()
    state.scripts.update(bundle.entries)
    for name in bundle.files:
        path = str(bundle.folder / name)
        _made(config, files, f"{web.FOLDER}/{name}", abs_src_path=path)
    if main := bundle.entries.get("main.ts"):
        script = ExtraScriptValue(f"{web.FOLDER}/{main}")
        script.type = "module"
        config.extra_javascript.append(script)
