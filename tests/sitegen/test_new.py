"""새 레슨의 뼈대는 만들자마자 모든 검증을 지난다."""

import pytest


def test_new_lesson_passes_everything(project):
    said = project.new("cnn", "weather", "날씨")
    assert "docs/cnn/16-weather.md" in said
    config = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- cnn/16-weather.md" in config and "- [weather, 날씨," in config
    done = project.pytest("docs/cnn", "tests/cnn")
    assert done.returncode == 0, done.stdout + done.stderr


def test_syllabus_decides_the_number(project):
    assert "docs/dl/14-softmax.md" in project.new("dl", "softmax", "소프트맥스")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ml", "a", "가"), "부는 dl, cnn 가운데 하나"),
        (("dl", "A b", "가"), "영문 소문자"),
        (("dl", "a", " "), "TITLE이 비었다"),
        (("dl", "learning", "학습"), "이미 있는 파일"),
    ],
)
def test_bad_requests_write_nothing(project, arguments, words):
    before = sorted(project.root.rglob("*.md"))
    done = project.python(f"from sitegen import new; new.lesson(*{arguments!r})")
    assert done.returncode != 0
    assert words in done.stderr
    assert sorted(project.root.rglob("*.md")) == before
