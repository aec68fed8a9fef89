"""다 지은 쪽은 마지막에 한 번 쓰고, 옮겨 놓기만 한 파일은 바로 고친다."""

from sitegen.hooks import pages


def test_pages_wait_and_other_files_do_not(tmp_path):
    pages.on_pre_build(None)
    page, other = tmp_path / "page.html", tmp_path / "other.html"
    for path in (page, other):
        path.write_text("처음", encoding="utf-8")
    pages.note(page, "지은 것")
    pages.change(page, pages.read(page) + "\n")
    pages.change(other, pages.read(other) + "\n고침")
    assert other.read_bytes().decode() == "처음\n고침"
    assert page.read_bytes().decode() == "처음"
    pages.write(lambda text: text + "끝")
    assert page.read_bytes().decode() == "지은 것\n끝"
    assert pages.read(page) == "지은 것\n끝"
