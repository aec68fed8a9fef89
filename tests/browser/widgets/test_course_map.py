"""<course-map>: 모든 장이 계획서대로 있고, 쓴 장만 이어지며, 앞뒤가 드러난다."""

from sitegen.book import site
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask
from tests.test_course import CHAPTERS, NEEDS, before

SYLLABUS = site.read_syllabus(site.config())
TITLES = [chapter.title for chapters in SYLLABUS.values() for chapter in chapters]
STATES = [{"key": key, "needs": NEEDS.get(key) or []} for key in CHAPTERS]


def test_every_chapter_has_its_own_place():
    (spots,) = ask("course-map", "(all) => [...spots(all).values()]", [STATES])
    for part in SYLLABUS:
        keys = zip(spots, CHAPTERS, strict=True)
        mine = [tuple(spot) for spot, key in keys if key.split("/")[0] == part]
        assert len(set(mine)) == len(mine)
        assert all(column < 3 for _, column in mine)
        rows = {row for row, _ in mine}
        assert rows == set(range(len(rows))), "빈 행이 없다"
    place = dict(zip(CHAPTERS, spots, strict=True))
    for key, needs in NEEDS.items():
        for need in needs:
            if need.split("/")[0] == key.split("/")[0]:
                assert place[need][0] <= place[key][0], (need, key)


def test_before_and_after():
    formula = "({all, key}) => ({b: [...before(all, key)], a: after(all, key)})"
    states = [{"all": STATES, "key": key} for key in CHAPTERS]
    for state, found in zip(states, ask("course-map", formula, states), strict=True):
        assert set(found["b"]) == before(state["key"])
        later = [c for c in CHAPTERS if state["key"] in (NEEDS.get(c) or [])]
        assert [c["key"] for c in found["a"]] == later


def test_cells_are_the_syllabus_and_only_written_ones_are_links(open_widget):
    page, widget = open_widget("course-map")
    cells = [
        text.split(" ", 1)[1] for text in widget.locator(".cell").all_text_contents()
    ]
    assert [c.removesuffix(" (준비 중)") for c in cells] == TITLES
    assert widget.locator("a.cell").count() == len(site.lesson_pages())
    widget.locator("a.cell", has_text="경사하강법").focus()
    assert (
        "바로 앞서 읽을 장: 1부 05 선형회귀 1. 거슬러 모두 2장" in widget.inner_text()
    )
    page.keyboard.press("Enter")
    page.wait_for_url("**/dl/10-gradient-descent/")


def test_buttons_walk_through_the_chapters(open_widget):
    page, widget = open_widget("course-map", width=390, has_touch=True)
    for _ in range(4):
        widget.get_by_role("button", name="다음 장").tap()
    assert kept(page, "course-map", "dl_linear-regression-1")
    text = widget.inner_text()
    for title in ("06 선형회귀 2", "10 경사하강법"):
        assert f"1부 {title}" in text.split("이어지는 장:")[1]
    assert widget.get_by_role("link", name="1부 05 선형회귀 1 읽기").is_visible()


def test_map_is_a_list_without_javascript(open_page):
    page = open_page("dl/01-overview/", java_script_enabled=False)
    items = page.locator("course-map li")
    assert items.count() == len(TITLES)
    assert items.nth(9).inner_text().startswith("경사하강법")
    assert "먼저 5장" in items.nth(9).inner_text()
