"""새 인터프리터에 붙여 넣은 것처럼 돌린다.

무거운 라이브러리를 미리 읽은 프로세스에서 글마다 하나씩 갈라져 나온다. 인터프리터를
처음부터 켜면 장 하나에 1분이 걸린다.
"""

import os
from concurrent.futures import ProcessPoolExecutor

from sitegen import run


def interpreter() -> ProcessPoolExecutor:
    os.environ["MPLBACKEND"] = "Agg"
    heavy = ["numpy", "matplotlib.pyplot", "torch", "sitegen.run"]
    return run.fresh_processes(1, heavy)


def paste(text: str, folder: str) -> tuple[str, str]:
    """찍은 글과 오류의 마지막 줄."""
    os.chdir(folder)
    stdout, error, _ = run.execute(text, "<stdin>")
    return stdout, error
