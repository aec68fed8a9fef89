"""페이지의 파이썬에서 내다본 탈은 파이썬의 말 아래에 무엇을 할지 한국어로 말한다."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_runner import BOOT, LESSON, block, panel, press, write

ASYNC = """
import asyncio

async def later(n):
    await asyncio.sleep(n / 100)
    return n

async def main():
    print(await asyncio.gather(*map(later, (3, 1, 2))))
    try:
        await asyncio.wait_for(asyncio.sleep(9), 0.05)
    except TimeoutError:
        print("늦다")
    async with asyncio.TaskGroup() as group:
        task = group.create_task(later(4))
    return task.result()

print(asyncio.run(main()))
print(asyncio.new_event_loop().run_until_complete(later(1)))
"""
STUCK = "import asyncio\nasync def f():\n    await asyncio.Future()\nasyncio.run(f())"
SLOW = "import asyncio\nasync def f():\n    await asyncio.sleep(60)\nasyncio.run(f())"
TOLD = {
    "await": ("import asyncio\nawait asyncio.sleep(0)", "async 함수 안에서만"),
    "고리": ("import asyncio\nasyncio.get_event_loop()", "asyncio.run("),
    "스레드": ("import threading\nthreading.Thread().start()", "스레드가 없다"),
    "비동기의 스레드": (
        "import asyncio\nasyncio.run(asyncio.to_thread(print))",
        "스레드가 없다",
    ),
    "프로세스 모음": (
        "from concurrent.futures import ProcessPoolExecutor\nProcessPoolExecutor()",
        "다른 프로그램을 부르지",
    ),
    "multiprocessing": (
        "from multiprocessing import Pool\nPool(2)",
        "다른 프로그램을 부르지",
    ),
    "subprocess": ("import subprocess\nsubprocess.run(['ls'])", "다른 프로그램을"),
    "fork": ("import os\nos.fork()", "다른 프로그램을 부르지"),
    "input": ("input('이름? ')", "답할 자리가 없다"),
    "open": ("open('mine.csv')", "mine.csv: 여기에 없는 파일"),
    "loadtxt": ("import numpy as np\nnp.loadtxt('a.csv')", "a.csv: 여기에 없는"),
    "폴더": ("open('/tmp')", "/tmp: 파일이 아니라 폴더"),
    "pandas": ("import pandas", "pandas: 페이지의 파이썬에 없는 모듈"),
    "torch": ("import torch", "PyTorch가 없다"),
    "레슨의 torch": ("from lessons.dl import tensor_torch", "PyTorch가 없다"),
    "오타": ("import nunpy", "numpy을(를) 잘못 친"),
    "레슨의 오타": ("import lessons.dl.gradient_desent", "lessons에 없는 모듈"),
    "레슨의 이름": ("from lessons.datasets import iris", "iris이(가) 없다"),
    "tkinter": ("import tkinter", "창을 띄우지 못한다"),
    "https": (
        "from urllib.request import urlopen\nurlopen('https://example.org')",
        "다른 사이트에 이어지지",
    ),
    "http": (
        "from urllib.request import urlopen\nurlopen('http://example.org')",
        "다른 사이트에 이어지지",
    ),
    "재귀": ("def f(n): return f(n + 1)\nf(0)", "멈추는 조건"),
    "큰 리스트": ("[0] * 10**9", "메모리보다 큰 것"),
    "큰 배열": ("import numpy as np\nnp.zeros((10**5, 10**5))", "메모리보다 큰 것"),
    "%": ("import numpy as np\n%matplotlib inline", "노트북의 명령"),
    "!": ("!pip install pandas", "노트북의 명령"),
    "?": ("print?", "노트북의 명령"),
    "pip": ("pip install pandas", "터미널에 치는 명령"),
    ">>>": (">>> 1 + 2\n3", "코드만 남긴다"),
    "display": ("display(3)", "노트북에만 있는 이름"),
    "깨울 이가 없음": (STUCK, None),
    "모르는 오류": ("1 / 0", ""),
    "틀린 글": ("print(1", ""),
}


@pytest.mark.parametrize("trouble", TOLD)
def test_foreseen_trouble_says_what_to_do(run_block, trouble):
    code, words = TOLD[trouble]
    error = run_block(code)["error"]
    if words is None:  # 파이썬의 말부터 한국어다
        assert "아무도 깨우지" in error["message"]
    elif words:
        assert words in error["hint"] and error["hint"].endswith("다.")
    else:
        assert error["hint"] == ""


def test_async_code_runs_to_its_end_in_its_block(run_block):
    done = run_block(ASYNC)
    assert (done["error"], done["spent"]) == (None, False)
    assert done["stdout"] == "[3, 1, 2]\n늦다\n4\n1\n"


def test_waiting_too_long_is_stopped_and_keeps_python(run_block):
    done = run_block(SLOW, deadline=1)
    assert done["error"]["type"] == "KeyboardInterrupt"
    assert (done["late"], done["spent"]) == (True, False)


def test_an_answer_is_told_too(run_block):
    check = "def check(answer):\n    answer['f']()"
    answer = "import threading\n\n\ndef f():\n    threading.Thread().start()\n"
    grading = {"answer": answer, "check": check, "file": "x.py"}
    verdict = run_block("", grading=grading)["verdict"]
    assert verdict["kind"] == "error"
    assert 'File "x.py", line 5, in f' in verdict["message"]
    assert "스레드가 없다" in verdict["message"].splitlines()[-1]


def test_the_page_shows_it_below_the_error(open_page):
    page = open_page(LESSON)
    found = block(page)
    write(found, "import threading\nthreading.Thread().start()")
    press(found)
    hint = panel(page).locator(".run-hint")
    expect(hint).to_contain_text("스레드가 없다", timeout=BOOT)
    write(found, "import os\nos._exit(3)")
    press(found)
    status = found.locator(".run-status")
    expect(status).to_contain_text(re.compile("통째로 끝냈다"), timeout=BOOT)
