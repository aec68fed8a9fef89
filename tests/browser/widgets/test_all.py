"""모든 실험 도구: 비워 둔 자리에서 깨어나고, 작고, 못 깨어나면 그림이 남는다."""

import gzip
import re

import pytest

from sitegen.book import site
from sitegen.running.figure_style import DARK, LIGHT
from tests.browser.conftest import SITE, settle
from tests.browser.gestures import wake
from tests.browser.widgets.conftest import PAGES

LIMIT_KB = 30
SCRIPTS = """performance.getEntriesByType("resource").map((e) => e.name)
  .filter((name) => name.endsWith(".js"))"""


def test_every_widget_has_a_page_and_every_page_a_widget():
    folders = {folder.name for folder in (site.ROOT / "web/widgets").iterdir()}
    assert folders == set(PAGES)


@pytest.mark.parametrize("tag", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_widget_wakes_in_the_place_kept_for_it(open_page, tag, width, scheme):
    page = open_page(PAGES[tag], quiet=False, width=width, scheme=scheme)
    asleep = page.locator(tag).bounding_box()
    assert page.locator(f"{tag} .frame").count() == 0
    widget = wake(page.locator(tag))
    assert page.locator(tag).bounding_box()["height"] == asleep["height"]
    assert not page.locator(f"{tag} img").first.is_visible()
    frame = widget.bounding_box()
    assert asleep["height"] - 30 <= frame["height"] <= asleep["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.watch.errors == page.watch.outside == page.watch.missing == []


@pytest.mark.parametrize("tag", PAGES)
def test_widget_stays_a_figure_without_javascript(open_page, tag):
    page = open_page(PAGES[tag], quiet=False, java_script_enabled=False)
    figure = page.locator(f"{tag} :is(img, ol)").first
    figure.scroll_into_view_if_needed()
    assert figure.is_visible()
    assert page.locator(tag).bounding_box()["height"] < 450


@pytest.mark.parametrize("tag", PAGES)
def test_widget_is_small_and_comes_when_near(open_page, tag):
    page = open_page(PAGES[tag], height=700)
    before = set(page.evaluate(SCRIPTS))
    assert page.evaluate(f"customElements.get('{tag}')") is None
    wake(page.locator(tag))
    settle(page)
    others = [t for t in PAGES if t != tag]
    assert page.evaluate("t => t.filter(n => customElements.get(n))", others) == []
    came = [
        (SITE / url.removeprefix(page.watch.url)).read_bytes()
        for url in set(page.evaluate(SCRIPTS)) - before
    ]
    size = sum(len(gzip.compress(body)) for body in came) / 1024
    assert 1 < size <= LIMIT_KB, f"{size:.1f} KB"


@pytest.mark.parametrize("number", [0, 1])
def test_colours_are_those_of_the_figures(number):
    folder = site.DOCS / "assets" / "stylesheets"
    sheet = "".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.css")))
    names = {"text": "c-text", "axis": "c-axis", "grid": "c-grid"}
    names |= {f"C{i}": f"c{i}" for i in (0, 1, 2, 3, 5)}
    for name, variable in names.items():
        found = re.findall(rf"--{variable}: (#\w+);", sheet)
        assert found[number] == (LIGHT, DARK)[number][name]
