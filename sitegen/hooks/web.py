"""MkDocs 훅: 묶은 스크립트를 사이트에 넣고, main.ts가 있으면 모든 쪽에 싣는다."""

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File

from sitegen import web

FOLDER = "assets/javascripts"


def on_files(files, config):
    bundle = web.build()
    for name in bundle.files:
        path = str(bundle.folder / name)
        files.append(File.generated(config, f"{FOLDER}/{name}", abs_src_path=path))
    if main := bundle.entries.get("main.ts"):
        script = ExtraScriptValue(f"{FOLDER}/{main}")
        script.type = "module"
        config.extra_javascript.append(script)
    return files
