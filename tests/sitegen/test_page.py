"""페이지에 보이는 것과 검증하는 것이 같다."""

import io

import pytest
from mkdocs.utils.meta import get_data
from pymdownx.highlight import Highlight
from pytest_codeblocks import extract_from_buffer

from sitegen.book import page, site

HARD = """\
---
title: 어려운 경우
---
# 어려운 경우

```python hl_lines="1" title='a "q" b'
print(41 + 1)
```

```text title="출력"
42
```

1. 목록 안

    ~~~python
    tilde = 1
    assert tilde == 1
    ~~~

    !!! tip "중첩"

        === "탭"

            ```{.python linenums="1" hl_lines="2"}
            def f():
                \"\"\"문서
                ```
                안쪽
                ```
                \"\"\"
                return 1
            ```

??? example "접힌 것"

    ``` { .python .fails title="틀린 코드" }
    raise ValueError("일부러")
    ```

    ```text title="출력"
    ValueError: 일부러
    ```

````markdown
```python
raise SystemExit("보여 주기만 하는 블록")
```
````

```py
x = 1  # (1)!
text = "--8<-- 은 그대로"
```

1. 주석

```sh
echo 가
```

```text title="출력"
가
```

    들여쓴 코드 = 1
"""


def rendered(path, monkeypatch) -> list[tuple[str, str]]:
    """Markdown을 실제로 변환하며 강조기가 받은 블록들."""
    seen = []
    original = Highlight.highlight

    def spy(self, src, language="", *args, **kwargs):
        if not kwargs.get("inline"):
            seen.append((page.ALIASES.get(language, language), src.strip("\n")))
        return original(self, src, language, *args, **kwargs)

    monkeypatch.setattr(Highlight, "highlight", spy)
    body, _ = get_data(path.read_text(encoding="utf-8-sig"))
    site.markdown().convert(body)
    return [(language, src) for language, src in seen if language in page.RUNNABLE]


def collected(path) -> list[tuple[str, str]]:
    """pytest-codeblocks가 모은 블록들."""
    text = page.read_strict(path).plain()
    blocks = extract_from_buffer(io.StringIO(text), max_num_lines=10**6)
    return [(b.syntax, b.code.strip("\n")) for b in blocks]


@pytest.mark.parametrize(
    "path", site.pages(), ids=lambda p: p.relative_to(site.DOCS).as_posix()
)
def test_every_rendered_block_is_verified(path, monkeypatch):
    assert collected(path) == rendered(path, monkeypatch)


@pytest.fixture
def hard(tmp_path):
    path = tmp_path / "hard.md"
    path.write_text(HARD, encoding="utf-8")
    return path


def test_tabs_lists_titles_and_highlights_are_verified_too(hard, monkeypatch):
    assert collected(hard) == rendered(hard, monkeypatch)
    assert len(collected(hard)) == 6


def test_blocks_know_their_line_output_and_kind(hard):
    first, tilde, nested, wrong, _, shell = page.read_strict(hard).runnable
    assert HARD.split("\n")[first.line - 1].startswith("```python hl_lines")
    assert (first.output, first.title) == ("42\n", 'a "q" b')
    assert tilde.output is None
    assert nested.code.startswith("def f():\n    ")
    assert wrong.fails and wrong.output == "ValueError: 일부러\n"
    assert shell.output == "가\n"


def test_include_keeps_the_line_of_the_page(tmp_path):
    path = tmp_path / "include.md"
    path.write_text(
        '# 가\n\n```python\n--8<-- "lessons/__init__.py"\n```\n\n'
        "```python\nx = 1\n```\n",
        encoding="utf-8",
    )
    first, second = page.read_strict(path).runnable
    assert (first.line, second.line) == (3, 7)
    assert first.program == site.LESSONS / "__init__.py"
    assert second.program is None


def test_prose_leaves_code_out(hard):
    prose = "\n".join(line for _, line in page.read_strict(hard).prose)
    assert "목록 안" in prose and "중첩" in prose
    assert "tilde" not in prose and "raise" not in prose and "42" not in prose
