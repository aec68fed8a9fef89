"""실험 도구의 식을 Node에서 셈한다. lessons의 값과 견주는 데 쓴다."""

import json
import subprocess
from pathlib import Path

from sitegen.base.node import node

RUNNER = Path(__file__).with_suffix(".mjs")


def ask(tag: str, formula: str, states: list) -> list:
    """web/widgets/<tag>/math.ts의 이름으로 적은 식에 상태마다 넣은 답.

    예: ask("line-fit", "({points}) => fit(points)", [{"points": [[1, 2], [2, 4]]}])
    식이 던진 오류는 그 글이 답이 된다.
    """
    done = node(
        RUNNER,
        tag,
        formula,
        input=json.dumps(states),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)
