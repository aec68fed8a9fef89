"""조용히 지어도 경고를 세고, 아는 경고는 파일과 줄을 밝혀 우리말로 한다."""

import logging
import os
from pathlib import Path

from sitegen.base import loud, setup


def on_config(config):
    """세는 경고는 조용히 지을 때도 보인다."""
    os.environ.update(setup.own())
    loud.unmute()
    root = Path(config.config_file_path).parent
    for handler in loud.LOG.handlers:
        known = [f for f in handler.filters if isinstance(f, loud.InKorean)]
        for old in known:
            handler.removeFilter(old)
        handler.addFilter(loud.InKorean(root))
        if config.strict and handler.level > logging.WARNING:
            handler.setLevel(logging.WARNING)
