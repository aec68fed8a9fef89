"""지은 사이트를 진짜 Chromium으로 연다. 밖으로 나가는 요청은 모두 막고 적는다.

브라우저의 캐시를 켜 두고 여러 시험이 나누어 쓴다. 처음 온 사람의 시험만 빈 캐시로 연다.
"""

import os
import subprocess
import sys
from functools import cache
from html import escape
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from matplotlib import get_data_path
from playwright.sync_api import sync_playwright

from sitegen.base import browser as chromium
from sitegen.base import setup
from sitegen.base.httpd import serve
from sitegen.book import site
from tests.browser.worker import python_in

SITE = site.ROOT / "site"
address = site.address
# 한글 글꼴이 깔린 컴퓨터에서도, 그것이 없는 기기의 독자가 되어 본다
LATIN = (
    get_data_path() + "/fonts/ttf",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
)
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {}
  <cachedir>{}</cachedir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
"""
# route로 막으면 Playwright가 캐시를 끈다. 그래서 바깥의 이름을 찾지 못하게 한다.
NO_OUTSIDE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# 공식 휠을 받을 수 없는 곳에서 대신 쓰는 휠. 없으면 공식 휠을 받는다.
WHEELS = site.ROOT.parent / "shared" / "wasm"
if WHEELS.is_dir():
    os.environ.setdefault("PYODIDE_PACKAGES", str(WHEELS))


def wait_for_site(run: str) -> None:
    """나란히 도는 시험들 가운데 하나만 사이트를 짓는다. 막 지었으면 그것을 쓴다."""
    if os.environ.get("SITE_IS_BUILT"):
        return
    site.CACHE.mkdir(exist_ok=True)
    done = site.CACHE / "browser-site"
    with FileLock(site.CACHE / "browser-site.lock"):
        if done.is_file() and done.read_text() == run:
            return
        command = [sys.executable, "-m", "sitegen", "build"]
        subprocess.run(command, cwd=site.ROOT, env=setup.environment(), check=True)
        done.write_text(run)


@pytest.fixture(scope="session")
def site_url(testrun_uid):
    wait_for_site(testrun_uid)
    with serve(SITE) as url:
        yield url


@pytest.fixture(scope="session")
def fonts(tmp_path_factory) -> str:
    """시험의 브라우저가 볼 글꼴을 적은 파일. 컴퓨터에 깔린 나머지는 보지 않는다."""
    folder = tmp_path_factory.mktemp("fonts")
    folders = "".join(f"<dir>{escape(path)}</dir>" for path in LATIN)
    path = folder / "fonts.conf"
    path.write_text(FONTS.format(folders, escape(str(folder))), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="session")
def browser(fonts):
    executable = chromium.executable()
    if executable is None:
        pytest.fail(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=[*chromium.ARGUMENTS, NO_OUTSIDE],
            env={**os.environ, "FONTCONFIG_FILE": fonts},
        )
        yield browser
        browser.close()


class Watch:
    """페이지가 일으킨 콘솔 오류와 바깥 요청."""

    def __init__(self, page, url: str = ""):
        self.start(url)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._request)
        page.on("response", self._response)

    def start(self, url: str):
        """url의 사이트를 새로 지켜본다."""
        self.url = url
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.missing: list[str] = []

    def _console(self, message):
        # 몇 초 안에 쓰였는지만 보는 경고라 느린 컴퓨터에서는 늘 나온다
        if "was preloaded using link preload" in message.text:
            return
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def _response(self, response):
        if response.status >= 400:
            self.missing.append(response.url)

    def _request(self, request):
        url = request.url
        if not url.startswith(("data:", "blob:")) and not self._ours(url):
            self.outside.append(url)

    def _ours(self, url: str) -> bool:
        return urlsplit(url).netloc == urlsplit(self.url).netloc


AWAKE = "window.component$"
QUIET = """() => new Promise((quiet) => {
  let seen = -1
  const look = () => {
    const came = performance.getEntriesByType("resource").length
    if (came === seen && document.readyState === "complete") return quiet()
    seen = came
    setTimeout(look, 400)
  }
  look()
})"""


def settle(page, quiet=True):
    """첫 화면 다음에 오는 스크립트까지 돌고 조용해지기를 기다린다."""
    page.wait_for_function(AWAKE)
    if quiet:
        page.evaluate(QUIET)


def go(page, url):
    page.goto(url)
    settle(page)


def reload(page):
    page.reload()
    settle(page)


@pytest.fixture(scope="session")
def run_block(browser, site_url):
    """켜는 데 몇 초가 걸리는 일꾼 하나를 여러 시험이 함께 쓴다."""
    page = browser.new_page(locale="ko-KR")
    yield python_in(page, site_url)
    page.close()


@pytest.fixture(scope="session")
def tabs(browser):
    """고른 것이 같으면 같은 탭. 탭마다 드는 새 프로세스와 빈 캐시가 없다."""

    @cache
    def tab(**options):
        page = browser.new_context(locale="ko-KR", **options).new_page()
        page.watch = Watch(page)
        return page

    return tab


@pytest.fixture
def open_page(tabs, site_url):
    """주소를 여는 함수. 화면 크기, 밝기, JavaScript를 고를 수 있다."""
    opened = set()

    def open_(
        path="",
        *,
        width=1280,
        height=900,
        scheme="light",
        quiet=True,
        base=site_url,
        **options,
    ):
        page = tabs(**options)
        opened.add(page)
        page.watch.start(base)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme=scheme)
        page.goto(base + path)
        if options.get("java_script_enabled", True):
            settle(page, quiet)
        return page

    yield open_
    for page in opened:
        leave(page)


def leave(page):
    """탭을 새것처럼 비운다. 캐시는 둔다."""
    for other in page.context.pages:
        if other != page:
            other.close()
    page.unroute_all(behavior="wait")
    origin = page.evaluate("location.origin")
    page.goto("about:blank")
    kept = {"origin": origin, "storageTypes": "local_storage,cookies"}
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", kept)
    devtools.detach()


@pytest.fixture
def page(open_page):
    return open_page()


def know_every_page(page):
    """테마는 사이트 지도에 있는 주소로만 페이지를 다시 받지 않고 옮겨 간다."""
    url = page.watch.url
    places = "".join(f"<url><loc>{url}{path}</loc></url>" for path in page_urls())
    body = f"<urlset>{places}</urlset>"
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=body))


MOVE = """url => new Promise((moved) => {
  let seen = 0
  document$.subscribe(() => seen++ && moved())
  const link = document.body.appendChild(document.createElement("a"))
  link.href = url
  link.click()
  link.remove()
})"""


def move(page, path):
    """페이지를 다시 받지 않고 옮겨 간다. 켜 둔 파이썬이 그대로 산다."""
    page.evaluate(MOVE, page.watch.url + path)


@pytest.fixture(scope="session")
def visitor(browser, site_url):
    """파이썬을 한 번만 켜는 방문."""
    page = browser.new_page(locale="ko-KR")
    page.watch = Watch(page, site_url)
    know_every_page(page)
    go(page, site_url)
    yield page
    page.close()


@pytest.fixture
def visit(visitor, site_url):
    """처음 온 사람의 화면과 기억으로 주소에 옮겨 가는 함수."""

    def visit_(path):
        visitor.watch.start(site_url)
        visitor.evaluate("localStorage.clear()")
        move(visitor, path)
        return visitor

    yield visit_
    visitor.unroute_all(behavior="wait")
    know_every_page(visitor)
    visitor.set_viewport_size({"width": 1280, "height": 900})
    move(visitor, "")


def page_urls() -> list[str]:
    """사이트의 모든 페이지 주소. 랩과 용어집도 포함한다."""
    listed = []

    def visit(items):
        for item in items:
            if isinstance(item, dict):
                for value in item.values():
                    visit(value if isinstance(value, list) else [value])
            else:
                listed.append(item)

    visit(site.config().nav)
    return [address(uri) for uri in listed]
