"""다시 지어도 그대로인 쪽은 지웠다 쓰지 않는다.

MkDocs는 사이트를 다 지우고 다시 쓴다. 쪽이 천이면 그것만 몇 초다. 그래서 짓는 동안만
MkDocs의 두 일을 맡는다: 지우는 일은 무엇을 쓸지 안 다음에 나머지만 지우고, 다 지은 쪽은
pages가 마지막에 한 번, 달라졌으면 쓴다.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs import utils

from sitegen.hooks import pages

_clean, _write = utils.clean_directory, utils.write_file


def on_pre_build(config):
    utils.clean_directory = _later
    utils.write_file = write


def on_env(env, config, files):
    utils.clean_directory = _clean
    wanted = {f.abs_dest_path for f in files if f.inclusion.is_included()}
    for path in list(_files(config.site_dir)):
        if path not in wanted:
            os.unlink(path)
            _prune(os.path.dirname(path), config.site_dir)


def on_post_build(config):
    utils.write_file = _write


def on_build_error(error):
    utils.clean_directory, utils.write_file = _clean, _write


def write(content: bytes, path: str) -> None:
    if Path(path) not in pages.waiting():
        _write(content, path)


def _later(directory: str) -> None:
    """on_env가 지운다."""


def _files(root: str) -> Iterator[str]:
    """MkDocs처럼 맨 위의 숨은 것은 건드리지 않는다."""
    for folder, folders, names in os.walk(root):
        if folder == root:
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in names)


def _prune(folder: str, root: str) -> None:
    while folder != root and not os.listdir(folder):
        os.rmdir(folder)
        folder = os.path.dirname(folder)
