"""번역한 템플릿을 간직해, 짓는 때마다 다시 번역하지 않는다."""

from jinja2 import FileSystemBytecodeCache

from sitegen.base import keep


def on_env(env, config, files):
    folder = keep.folder("templates")
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
