"""머리말: 미리 알아야 할 것, 만드는 코드, 빠진 것을 알리는 말."""

import logging
from types import SimpleNamespace

import pytest

from sitegen.hooks import meta
from sitegen.hooks.meta import Link
from sitegen.stages import reading
from sitegen.stages.context import Context

HERE = Context("a.md")
CONFIG = SimpleNamespace(
    repo_url="https://github.com/someone/book/",
    extra={"syllabus": {"p": [["a", "가", "첫째"], ["b", "나", "둘째"]]}},
)


def page(uri, **meta):
    target = uri.removesuffix(".md")
    file = SimpleNamespace(
        src_uri=uri, url_relative_to=lambda other: f"{other.src_uri}->{target}/"
    )
    made = SimpleNamespace(file=file, meta=meta, title=meta.get("title"))
    file.page = made
    return made


def context_of(made, *others):
    context = {"pages": [other.file for other in (made, *others)]}
    meta.on_page_context(context, made, CONFIG, None)
    return context


def test_modules_link_to_the_fork_that_builds_the_site():
    context = context_of(page("p/01-a.md", modules=["lessons/p/a.py"]))
    assert context["modules"] == [
        Link(
            "lessons/p/a.py", "https://github.com/someone/book/blob/main/lessons/p/a.py"
        )
    ]


@pytest.mark.parametrize("entry", ["p/01-a.md", "01-a.md", "../p/01-a.md"])
def test_a_written_prerequisite_is_a_link_with_that_pages_title(entry):
    made = page("p/02-b.md", prerequisites=[entry])
    context = context_of(made, page("p/01-a.md", title="가"))
    assert context["prerequisites"] == [Link("가", "p/02-b.md->p/01-a/")]


def test_a_prerequisite_keeps_its_section():
    made = page("p/02-b.md", prerequisites=["p/01-a.md#손실"])
    context = context_of(made, page("p/01-a.md", title="가"))
    assert context["prerequisites"][0].url.endswith("/#손실")


def test_a_planned_prerequisite_is_a_name_without_a_link():
    context = context_of(page("p/02-b.md", prerequisites=["p/01-a.md"]))
    assert context["prerequisites"] == [Link("가 (준비 중)")]


def test_plain_words_stay_plain():
    context = context_of(page("p/02-b.md", prerequisites=["고등학교 미적분"]))
    assert context["prerequisites"] == [Link("고등학교 미적분")]


def test_an_unknown_prerequisite_warns_so_that_a_strict_build_stops(caplog):
    context_of(page("p/02-b.md", prerequisites=["p/09-none.md"]))
    assert "p/09-none.md" in caplog.text
    assert caplog.records[0].levelno == logging.WARNING


def test_a_page_without_a_description_is_named(caplog):
    meta.on_page_markdown("글", page("notes.md", title="글"), CONFIG, None)
    assert [r.getMessage() for r in caplog.records] == [
        "notes.md: 머리말에 description이(가) 없다."
    ]


def test_a_chapter_must_say_how_long_it_takes_but_may_need_nothing(caplog):
    made = page("p/01-a.md", title="가", description="글", tags=[], modules=[])
    made.meta["prerequisites"] = []
    made.chapter = object()
    meta.on_page_markdown("글", made, CONFIG, None)
    assert [r.getMessage() for r in caplog.records] == [
        "p/01-a.md: 머리말에 reading_time이(가) 없다."
    ]


def test_an_empty_table_heading_becomes_an_ordinary_cell():
    html = '<th style="text-align: right"></th><th>이름</th>'
    assert reading.run(html, HERE) == (
        '<td style="text-align: right"></td><th>이름</th>'
    )


def test_a_table_gets_a_box_but_the_data_frame_of_a_lab_has_its_own():
    html = "<table>\n<tr></tr>\n</table><table class='dataframe'></table>"
    assert reading.run(html, HERE) == (
        '<div class="table"><table>\n<tr></tr>\n</table></div>'
        "<table class='dataframe'></table>"
    )


def test_only_links_that_leave_the_site_print_their_address():
    html = '<a href="https://arxiv.org/">논문</a> <a href="../10/">다음</a>'
    assert reading.run(html, HERE) == (
        '<a rel="external" href="https://arxiv.org/">논문</a> <a href="../10/">다음</a>'
    )


def test_code_keeps_its_words_and_colours_but_not_its_empty_wrappers():
    html = (
        '<code><span class="kn">import</span><span class="w"> </span>'
        '<span class="n">x</span><span class="o">=</span></code>'
    )
    assert reading.run(html, HERE) == ('<code><span class="kn">import</span> x=</code>')


def test_quotes_in_a_description_do_not_end_the_attribute():
    made = page("p/01-a.md", description='"따옴표"와 R&amp;D')
    context_of(made)
    assert made.meta["description"] == "&quot;따옴표&quot;와 R&amp;D"
