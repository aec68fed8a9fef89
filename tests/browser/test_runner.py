"""페이지의 코드를 페이지에서: 실행, 고치기, 멈춤, 그리고 잘못되었을 때."""

import re

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import expect

from sitegen.book import page as pages
from sitegen.book import site
from sitegen.running import receipts, tolerance
from tests.browser.conftest import address, go, know_every_page, reload, settle
from tests.browser.worker import python_in

LESSON = "dl/10-gradient-descent/"
BOOT = 60_000  # 두 코어를 여러 시험이 나누어 쓴다. 약속한 시간은 make bench가 잰다
LIMIT = 10_000_000
BLOCKS = """
() => [...document.querySelectorAll("[data-run]")].map((block) => ({
  need: block.dataset.run,
  code: block.querySelector("pre > code").textContent,
}))
"""


def python_blocks(path):
    return [b for b in pages.read(path).runnable if b.language == "python"]


def block(page, number=0, need="numpy"):
    found = page.locator(f".highlight[data-run={need}]").nth(number)
    found.scroll_into_view_if_needed()
    return found


def near(found):
    """조각이 올 때까지 다시 다가간다. 늦게 오는 그림이 자리를 밀어낸다."""
    for _ in range(BOOT // 1000):
        found.scroll_into_view_if_needed()
        try:
            return found.locator(".run-bar").wait_for(timeout=1000)
        except PlaywrightTimeout:
            continue
    raise AssertionError("실행 단추가 생기지 않는다")


def press(found, name="실행"):
    near(found)
    found.get_by_role("button", name=re.compile(f"^{name}")).click()


def status(found):
    return found.locator(".run-status")


def panel(page):
    return page.locator(".run-panel")


def write(found, code):
    """블록의 코드를 통째로 바꾸어 쓴다. 진짜 편집기로 바뀔 때까지 기다린다."""
    press(found, "고치기")
    page = found.page
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(code)
    expect(found.locator(".cm-content")).to_be_visible(timeout=20_000)


@pytest.mark.parametrize(
    "path",
    [path for path in site.pages() if python_blocks(path)],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_every_block_prints_what_the_page_shows(open_page, run_block, path):
    """보이는 블록이 곧 읽은 블록이고, 돌릴 수 있는 것은 모두 책의 출력을 낸다."""
    blocks = python_blocks(path)
    page = open_page(address(path.relative_to(site.DOCS).as_posix()))
    shown = page.evaluate(BLOCKS)
    assert [s["code"] for s in shown] == [b.code for b in blocks]
    figures = pages.read(path).figures
    ran = 0
    for seen, read in zip(shown, blocks, strict=True):
        if seen["need"] == "torch" or receipts.is_long(read.code):
            continue
        done = run_block(seen["code"], draws=seen["need"] == "plot")
        assert "broken" not in done, f"{read.line} {done}"
        last = done["error"]["traceback"].splitlines()[-1:] if done["error"] else []
        said = done["stdout"] + "".join(f"{line}\n" for line in last)
        same = tolerance.same(read.output or "", said, read.code)
        assert same, f"{path.name}:{read.line}\n{said}"
        drawn = {f.path for f in figures if read.program == f.program}
        assert len(done["figures"]) >= len(drawn), f"{path.name}:{read.line}"
        ran += 1
    assert ran > 5 or path not in site.lesson_pages()


LOAD = """
from lessons.datasets import load_photo, load_fashion_mnist
print(load_photo("cat", 32).shape, len(load_fashion_mnist(train=False)[1]))
"""


def test_big_data_is_fetched_by_the_block_that_asks_for_it(browser, site_url):
    """처음 쓸 때 한 번만 받고, 받지 못하거나 다른 것이 오면 무엇을 할지 말한다."""
    page = browser.new_page()
    asked = []
    place = re.compile(r"/pyodide/data-\w{12}/")
    page.on("request", lambda r: place.search(r.url) and asked.append(r.url))
    run_block = python_in(page, site_url)
    assert run_block("from lessons.datasets import load_digits\nload_digits()")
    assert asked == []

    page.route(place, lambda route: route.abort())
    error = run_block(LOAD)["error"]
    assert error["type"] == "ValueError" and "인터넷을 확인하고" in error["message"]
    page.unroute(place)
    page.route(place, lambda route: route.fulfill(body=b"short"))
    assert "온전하지 않다: photos/cat.npz" in run_block(LOAD)["error"]["message"]
    page.unroute(place)

    asked.clear()
    for _ in range(2):
        done = run_block(LOAD)
        assert (done["stdout"], done["error"]) == ("(32, 32, 3) 1000\n", None)
    assert [url.rsplit("/")[-1] for url in asked] == ["cat.npz", "fashion_mnist.npz"]
    missing = "from lessons.files import data_file\ndata_file('photos/dog.npz')"
    assert "다음 파일이 없다" in run_block(missing)["error"]["message"]
    page.close()


@pytest.mark.parametrize(
    "code",
    [
        "import numpy as np\nE = np.eye(3)\nnp.einsum('ij,jk', E, E, optimize=True)",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2], label='새')\nplt.legend()",
        LOAD,
    ],
    ids=["einsum", "legend", "data"],
)
def test_an_innocent_block_leaves_the_python_for_the_next(run_block, code):
    """되돌릴 것이 없는 블록 뒤에 새 일꾼을 켜면 다음 블록이 몇 초를 기다린다."""
    done = run_block(code, draws="matplotlib" in code)
    assert (done["error"], done["spent"]) == (None, False)


def test_memory_that_runs_out_is_an_error_and_python_lives_on(browser, site_url):
    page = browser.new_page()
    run_block = python_in(page, site_url)
    greedy = "import numpy as np\nkept = [np.empty(10**8) for _ in range(9)]"
    done = run_block(greedy)
    assert "MemoryError" in done["error"]["type"]
    assert run_block("print(6 * 7)")["stdout"] == "42\n"
    page.close()


CHAIN = """
class Link:
    def __init__(self, before):
        self.before = (before,)

link = None
for _ in range(100_000):
    link = Link(link)
"""


def test_a_long_chain_is_let_go_without_a_crash(run_block):
    """만 항의 그래프처럼 이어진 것을 다음 블록이 치울 때 파이썬이 죽지 않는다."""
    assert "broken" not in run_block(CHAIN)
    assert run_block("import gc\ngc.collect()\nprint(6 * 7)")["stdout"] == "42\n"


DIVE = """
class Depth:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Depth(self.n + 1) + other

Depth(0) + 1
"""


def test_endless_recursion_is_an_error_and_python_lives_on(run_block):
    assert run_block(DIVE)["error"]["type"] == "RecursionError"
    assert run_block("print(6 * 7)")["stdout"] == "42\n"


def test_a_deadline_stops_the_loop_and_keeps_python(run_block):
    assert run_block("kept = 1\nprint(kept)")["stdout"] == "1\n"
    done = run_block("while True:\n    pass", deadline=1)
    assert done["error"]["type"] == "KeyboardInterrupt"
    assert run_block("print('kept' in globals())")["stdout"] == "False\n"


def test_the_verdict_comes_apart_from_the_output(run_block):
    """답이 무엇을 얼마나 찍든 판정은 온다."""
    check = "def check(answer):\n    assert answer['double'](3) == 6, '6이어야 한다'"
    loud = "import logging\nfor _ in range(3000): logging.warning('많이' * 20)\n"

    def verdict(answer):
        grading = {"answer": answer, "check": check, "file": "x.py"}
        return run_block("", grading=grading)["verdict"]

    assert verdict(loud + "double = lambda x: 2 * x")["kind"] == "passed"
    wrong = verdict("def double(x):\n    return x")
    assert (wrong["kind"], wrong["message"]) == ("wrong", "6이어야 한다")
    crash = verdict("def double(x):\n    return x / 0")
    assert crash["kind"] == "error"
    assert 'File "x.py", line 2, in double' in crash["message"]
    mute = "import sys, io\nsys.stdout = io.StringIO()\n"
    assert verdict(mute + "double = lambda x: 2 * x")["kind"] == "passed"


def test_what_was_printed_without_a_new_line_is_shown(run_block):
    done = run_block("for i in range(3): print(i, end=' ')")
    assert done["stdout"] == "0 1 2 "
    raw = "import sys\nsys.stdout.buffer.write('가'.encode())"
    assert run_block(raw)["stdout"] == "가"
    assert run_block("print('다음')")["stdout"] == "다음\n"


def test_a_huge_write_is_cut(run_block):
    done = run_block("print('가' * 2_000_000)")
    assert len(done["stdout"]) < 200_100
    assert done["stdout"].endswith("여기까지만 보인다.\n")


def test_nothing_loads_before_the_first_press_and_little_after(open_page):
    asked = []
    page = open_page(LESSON)
    page.on("request", lambda request: asked.append(request.url))
    reload(page)
    found = block(page)
    assert not [url for url in asked if "pyodide" in url]
    press(found)
    expect(status(found)).to_contain_text("MB", timeout=BOOT)
    expect(status(found)).to_contain_text("책의 출력과 같다", timeout=BOOT)
    files = {url for url in asked if "/assets/pyodide/" in url}
    heads = [page.request.head(url).headers for url in files]
    assert 5_000_000 < sum(int(h["content-length"]) for h in heads) < LIMIT
    assert not page.watch.outside and not page.watch.errors


def test_edit_run_alone_keep_and_reset(open_page, site_url):
    """고친 코드는 홀로 돌고, 되돌릴 때까지 남고, 다른 페이지에서도 곧바로 돈다."""
    page = open_page(LESSON, scheme="dark")
    know_every_page(page)
    reload(page)
    found = block(page)
    write(found, DIRTY)
    page.keyboard.press("Control+Enter")
    expect(status(found)).to_contain_text("오류로 끝났다", timeout=BOOT)
    text = panel(page).locator("pre").inner_text()
    assert text.splitlines()[0] == "__main__"
    assert 'File "three_points.py", line 7, in <module>' in text
    assert "    print(1 / 0)" in text
    assert text.rstrip().endswith("ZeroDivisionError: division by zero")
    assert "runner.py" not in text

    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    plot = block(page, need="plot")
    press(plot)
    expect(status(plot)).to_contain_text("책의 출력과 같다", timeout=BOOT)
    figures = panel(page).locator("img")
    assert [f.is_visible() for f in figures.all()] == [False, True]
    assert figures.nth(1).evaluate("image => image.naturalWidth") > 300

    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("a[href*='05-linear-regression-1']").first.click()
    expect(page.locator("h1")).to_contain_text("선형회귀 1")
    there = block(page)
    write(there, CLEAN)
    press(there)
    expect(panel(page)).to_contain_text("[1.25] 2 False", timeout=BOOT)
    expect(status(there)).to_contain_text("다 돌았다")
    write(there, "import numpy as np\nprint([np.empty(2 * 10**8) for _ in range(4)])")
    press(there)
    expect(panel(page)).to_contain_text("Unable to allocate", timeout=BOOT)
    assert not [url for url in asked if "/assets/pyodide/" in url]

    go(page, site_url + LESSON)
    found = block(page)
    assert "print(1 / 0)" in found.locator("pre > code").inner_text()
    press(found, "처음대로")
    reload(page)
    assert "print(1 / 0)" not in block(page).inner_text()


DIRTY = """\
import numpy as np
import lessons.datasets
left = 1
np.set_printoptions(precision=1)
lessons.datasets.load_iris = None
print(__name__)
print(1 / 0)
"""
CLEAN = """\
import numpy as np
from lessons.datasets import load_iris
print(np.array([1.25]), len(load_iris()), "left" in globals())
"""


def test_stop_an_endless_loop_and_cut_a_long_output(open_page):
    page = open_page(LESSON)
    found = block(page)
    write(found, "print('시작')\nwhile True:\n    pass")
    press(found)
    expect(panel(page)).to_contain_text("시작", timeout=BOOT)
    press(found, "멈춤")
    expect(status(found)).to_have_text("멈췄다.")
    assert "while True" in found.locator(".cm-content").inner_text()

    write(found, "for _ in range(3000):\n    print('많이' * 100)")
    press(found)
    expect(status(found)).to_contain_text("다 돌았다", timeout=BOOT)
    text = panel(page).locator("pre").text_content()
    assert len(text) < 250_000 and text.rstrip().endswith("여기까지만 보인다.")


def test_trouble_is_a_plain_sentence_and_a_retry(open_page):
    page = open_page(LESSON)
    found = block(page)
    write(found, "print('내가', '쓴 것')")

    page.evaluate("() => { Old = DecompressionStream; DecompressionStream = void 0 }")
    press(found)
    expect(status(found)).to_contain_text("오래되어")
    page.evaluate("() => void (DecompressionStream = Old)")

    page.evaluate("() => { Real = Worker; Worker = class { #no = Symbol() + 1 } }")
    press(found)
    expect(status(found)).to_contain_text("일꾼")
    page.evaluate("() => void (Worker = Real)")

    page.route("**/*.asm.wasm.gzip", lambda route: route.abort())
    press(found)
    expect(status(found)).to_contain_text("연결이 끊겼다", timeout=BOOT)
    page.unroute("**/*.asm.wasm.gzip")

    assert "내가" in found.locator(".cm-content").inner_text()
    press(found)
    expect(panel(page)).to_contain_text("내가 쓴 것", timeout=BOOT)


def test_a_page_from_before_a_deploy_renews_itself_once(open_page, site_url):
    """책을 새로 지어 옛 조각이 없어졌으면 페이지를 한 번 새로 받는다."""
    page = open_page()
    main = page.locator("script[src*='/main.']").get_attribute("src").split("/")[-1]
    [script] = (site.ROOT / "site").rglob(main)
    served = []

    def give(route):
        answer = route.fetch()
        body = answer.text()
        served.append(route.request.is_navigation_request())
        if len(served) > 1:
            body = body.replace(main, "main.deployed.js")
        route.fulfill(response=answer, body=body)

    def lose(route):
        if len(served) < 3:
            route.fulfill(status=404)
        else:
            route.continue_()

    page.route(site_url + LESSON, give)
    page.route("**/main.deployed.js", lambda route: route.fulfill(path=script))
    page.route("**/run.*.js", lose)
    page.goto(site_url + LESSON)
    page.evaluate("document.querySelector('[data-run=numpy]').scrollIntoView()")
    page.wait_for_function("document.querySelector(`script[src*='main.deployed']`)")
    go_button = block(page).get_by_role("button", name=re.compile("^실행"))
    expect(go_button).to_be_visible(timeout=BOOT)
    assert served == [True, False, True]


@pytest.mark.parametrize("cached", [False, True])
def test_a_lost_part_is_fetched_again_when_asked(open_page, cached):
    """못 받은 조각을 기억해 두는 브라우저에서는 페이지를 새로 받는다."""
    page = open_page()
    lost = re.compile(r"/run\.\w+\.js$")
    page.route(lost, lambda route: route.abort())
    page.goto(page.watch.url + LESSON)
    block(page)
    said = page.locator(".book-lost").first
    expect(said).to_contain_text("받지 못했다", timeout=BOOT)
    said.get_by_role("button", name="다시 받기").click()
    expect(page.locator(".book-lost").first).to_contain_text(
        "받지 못했다", timeout=BOOT
    )
    page.unroute(lost)
    page.evaluate("window.before = true")
    if cached:  # 다시 청하지 않고 지난번의 실패를 돌려주는 브라우저가 된다
        page.route(lost, forgetful(page))
    page.locator(".book-lost button").first.click()
    if cached:
        page.wait_for_function("window.before === undefined", timeout=BOOT)
        settle(page)
    go_button = block(page).get_by_role("button", name=re.compile("^실행"))
    expect(go_button).to_be_visible(timeout=BOOT)


def forgetful(page):
    def give(route):
        if page.evaluate("window.before"):
            route.abort()
        else:
            route.continue_()

    return give


SLOW_FIGURES = """
import matplotlib.pyplot as plt
for _ in range(400):
    plt.figure().gca().plot([1, 2])
"""
UNDRAWABLE = """
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.figure()
plt.title("$\\frac{1}{$")
"""
STUBBORN_FIGURE = """
import matplotlib.pyplot as plt
plt.plot([1, 2])
def stubborn(*args, **options):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
plt.figure().savefig = stubborn
"""
HURRY = """
(seconds) => {
  const send = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.job) message.job.deadline = seconds
    return send.call(this, message, ...rest)
  }
}
"""


def test_figures_that_are_late_or_wrong_are_told_and_the_drawn_ones_kept(open_page):
    """그리다 시간이 다 되는 것, 끊어도 도는 것, 그릴 수 없는 것."""
    page = open_page(LESSON)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = block(page, need="plot")
    figures = panel(page).locator("img")
    write(found, UNDRAWABLE)
    press(found)
    expect(status(found)).to_contain_text("오류로 끝났다", timeout=BOOT)
    expect(figures).to_have_count(2)
    expect(panel(page).locator("pre")).to_contain_text("ValueError")
    page.evaluate(HURRY, 3)
    for code, many in ((SLOW_FIGURES, None), (STUBBORN_FIGURE, 1)):
        write(found, code)
        press(found)
        said = re.compile(
            r"그림을 그리다 시간이 다 되어 멈췄다\. 다 그린 (\d+)개만 보인다"
        )
        expect(status(found)).to_have_text(
            re.compile(said.pattern + ".*"), timeout=BOOT
        )
        count = int(said.search(status(found).inner_text())[1])
        assert figures.count() == 2 * count and count < 400
        assert many in (None, count)
    write(found, "print('다음')")
    press(found)
    expect(panel(page).locator("pre")).to_have_text("다음\n", timeout=BOOT)


def test_a_torch_block_says_why_and_where(open_page):
    page = open_page(LESSON)
    found = page.locator(".highlight[data-run=torch]").first
    assert not found.get_by_role("button", name="실행").count()
    note = found.locator("xpath=following-sibling::p[1]")
    assert "PyTorch" in note.text_content()
    link = note.locator("a", has_text="Colab에서 열기")
    assert "colab.research.google.com" in link.get_attribute("href")
