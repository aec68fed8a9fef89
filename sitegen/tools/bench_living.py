"""페이지에서 파이썬을 돌리는 데 드는 것을 진짜 브라우저로 잰다."""

import re
import time

from playwright.sync_api import sync_playwright

from sitegen.base import browser

LESSON = "dl/10-gradient-descent/"
# 다음 화면을 그릴 때까지 가장 오래 멈춘 시간을 적어 둔다.
WATCH = """() => {
  window.freeze = 0
  let before = performance.now()
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    const now = performance.now()
    window.freeze = Math.max(window.freeze, now - before)
    before = now
    setTimeout(() => channel.port2.postMessage(0), 4)
  }
  channel.port2.postMessage(0)
}"""
LOOP = "while True:\n    pass"


def measure(url: str) -> dict[str, float]:
    """bytes는 첫 결과까지 오간 바이트, 나머지는 초.

    press는 누르는 순간 칸을 여느라, freeze는 파이썬이 도는 동안 화면이 멈춘 시간이다.
    """
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(
            executable_path=browser.executable(), args=browser.ARGUMENTS
        )
        page = chrome.new_page()
        received = [0.0]
        page.on("response", lambda answer: _count(answer, received))
        page.goto(url + LESSON, wait_until="networkidle")
        block = page.locator("[data-run=numpy]").first
        block.scroll_into_view_if_needed()
        page.evaluate(WATCH)
        first = _run(block)
        found = {"bytes": received[0], "first": first}
        repeats = [_run(block) - _own(block) for _ in range(5)]
        found["again"] = sorted(repeats)[2]
        block.get_by_role("button", name=re.compile("^고치기")).click()
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(LOOP)
        block.locator(".cm-content").wait_for()
        page.evaluate("window.freeze = 0")
        _press(block, "실행")
        page.wait_for_timeout(400)
        found["press"] = page.evaluate("window.freeze") / 1000
        page.evaluate("window.freeze = 0")
        page.wait_for_timeout(1500)
        found["freeze"] = page.evaluate("window.freeze") / 1000
        start = time.perf_counter()
        _press(block, "멈춤")
        _ended(block)
        found["stop"] = time.perf_counter() - start
        chrome.close()
    return found


def _count(answer, received: list[float]) -> None:
    if answer.url.startswith("http"):  # blob:은 오간 것이 아니다
        received[0] += int(answer.headers.get("content-length") or 0)


def _press(block, name: str) -> None:
    block.get_by_role("button", name=re.compile(f"^{name}")).click()


def _run(block) -> float:
    start = time.perf_counter()
    _press(block, "실행")
    _ended(block)
    return time.perf_counter() - start


def _ended(block) -> None:
    button = block.get_by_role("button", name=re.compile("^실행"))
    button.wait_for(timeout=120_000)


def _own(block) -> float:
    """코드 자신이 쓴 시간"""
    said = block.locator(".run-status").text_content()
    return float(re.search(r"([\d.]+)초", said)[1])
