"""새 레슨의 뼈대. 만들자마자 모든 검증을 지나고, 고쳐 쓸 곳마다 무엇을 쓸지 말한다."""

import re
import sys
from pathlib import Path

from sitegen import site
from sitegen.problem import ROOT

PAGE = """\
---
title: {title}
description: {title}을(를) 작은 숫자로 손계산하고 밑바닥부터 구현해 PyTorch와 견준다.
tags: [{title}]
reading_time: 20
prerequisites:
  - 고등학교 미적분
modules: [{module}]
---
# {title}

## 시작

읽는 이가 아직 답하지 못하는 구체적인 질문으로 연다.
이 장을 마치면 무엇을 할 수 있는지 셋에서 다섯 가지를 적는다.

## 작은 숫자로

그림이나 손계산이 수식보다 먼저 온다. 1과 2와 3의 평균은 2다.

## 수식

기호를 말로 먼저 푼다. $x_i$는 $i$번째 값이고 $n$은 값의 개수다.

$$
\\bar{{x}} = \\frac{{1}}{{n}} \\sum_{{i=1}}^{{n}} x_i \\tag{{{chapter}.1}}
$$

## 밑바닥 구현

```python title="{module}"
--8<-- "{module}:imports"


--8<-- "{module}:mean"
```

## 실행

```python title="{snippets}/first.py"
--8<-- "{snippets}/first.py"
```

```text title="출력"
--8<-- "{snippets}/first.out"
```

## PyTorch로

같은 일을 현업에서 쓰는 대로 쓰고, 두 결과의 차이를 출력한다.

## 실험

바꾸어 볼 것 두세 가지와 눈여겨볼 것을 적는다.

## 흔한 오해

적어도 둘을 실행되는 코드로 반박한다.

## 연습문제

### 연습 1. 가중 평균 (몸풀기)

`weighted_mean(x, w)`를 완성하라.

```python title="{snippets}/exercises/1-weighted-mean/starter.py"
--8<-- "{snippets}/exercises/1-weighted-mean/starter.py"
```

??? tip "힌트 1"
    가중치의 합으로 나눈다.

??? success "풀이"
    ```python title="{snippets}/exercises/1-weighted-mean/solution.py"
    --8<-- "{snippets}/exercises/1-weighted-mean/solution.py"
    ```

    ```text title="출력"
    --8<-- "{snippets}/exercises/1-weighted-mean/solution.out"
    ```

## 확인 퀴즈

**1. 평균은 값의 순서에 따라 달라지는가?**

??? quiz "① 달라진다"
    아니다. 덧셈은 순서를 바꾸어도 같다.

??? quiz "② 달라지지 않는다"
    맞다. 합이 같고 개수가 같다.

## 정리와 다음

기억할 것 다섯 줄과, 이것이 다음에 어디에서 쓰이는지 적는다.

## 더 읽을거리

1차 문헌을 적는다: 지은이, 제목, 발표한 곳, 해, 절.
"""

MODULE = '''\
"""{title}.

표기: x는 값의 배열이다.
출처: 1차 문헌을 적는다.
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:mean]
def mean(x: Array) -> float:
    """값들의 평균. 식 ({chapter}.1)

    x: (n,) 값
    반환: 평균
    오류: 비어 있으면 ValueError
    """
    x = np.asarray(x, dtype=float)
    if x.size == 0:
        raise ValueError("평균을 내려면 값이 하나는 있어야 하는데 비어 있다.")
    return float(x.sum() / x.size)


# --8<-- [end:mean]
'''

FIRST = """\
from {dotted} import mean

print(mean([1, 2, 3]))
"""

STARTER = '''\
import numpy as np


def weighted_mean(x, w):
    """값 x를 가중치 w로 평균한다."""
    raise NotImplementedError
'''

SOLUTION = '''\
import numpy as np


def weighted_mean(x, w):
    """값 x를 가중치 w로 평균한다."""
    x, w = np.asarray(x, float), np.asarray(w, float)
    return float((w * x).sum() / w.sum())


print(weighted_mean([1, 2, 3], [1, 1, 2]))
'''

WRONG = '''\
"""가중치의 합이 아니라 값의 개수로 나누었다"""

import numpy as np


def weighted_mean(x, w):
    x, w = np.asarray(x, float), np.asarray(w, float)
    return float((w * x).sum() / len(x))
'''

CHECK = '''\
def check(answer) -> None:
    """답의 이름공간을 받아, 틀렸으면 무엇이 틀렸는지 AssertionError로 말한다."""
    x, w = [1.0, 2.0, 3.0], [1.0, 1.0, 2.0]
    got = answer["weighted_mean"](x, w)
    tried = f"weighted_mean({x}, {w})"
    assert got != 9 / 3, f"가중치의 합이 아니라 값의 개수로 나누었다: {tried} = {got}"
    assert got == 9 / 4, f"{tried}가 {got}이다. 기대한 값은 2.25다."
'''

TEST = '''\
"""{title}: 손계산, 기준 구현, 오류."""

import numpy as np
import pytest

from {dotted} import mean


def test_page_example():
    assert mean([1, 2, 3]) == 2


def test_matches_numpy():
    x = np.random.default_rng(0).normal(size=101)
    assert mean(x) == pytest.approx(np.mean(x), abs=1e-14)


def test_empty_is_refused():
    with pytest.raises(ValueError, match="비어 있다"):
        mean([])
'''


def lesson(part: str, slug: str, title: str) -> str:
    """뼈대를 쓰고 무엇을 만들었는지 말한다."""
    number = _number(part, slug, title)
    stem = f"{number:02d}-{slug}"
    name = slug.replace("-", "_")
    module = f"lessons/{part}/{name}.py"
    snippets = f"snippets/{part}/{stem}"
    words = {
        "title": title,
        "module": module,
        "dotted": f"lessons.{part}.{name}",
        "snippets": snippets,
        "chapter": number,
    }
    exercise = f"{snippets}/exercises/1-weighted-mean"
    files = {
        f"docs/{part}/{stem}.md": PAGE.format(**words),
        module: MODULE.format(**words),
        f"{snippets}/first.py": FIRST.format(**words),
        f"{snippets}/first.out": "2.0\n",
        f"{exercise}/starter.py": STARTER,
        f"{exercise}/solution.py": SOLUTION,
        f"{exercise}/solution.out": "2.25\n",
        f"{exercise}/wrong_count.py": WRONG,
        f"{exercise}/check.py": CHECK,
        f"tests/{part}/test_{name}.py": TEST.format(**words),
    }
    if existing := [f for f in files if (ROOT / f).exists()]:
        sys.exit("이미 있는 파일이라 아무것도 쓰지 않았다: " + ", ".join(existing))
    for file, text in files.items():
        path = ROOT / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    _add_to_navigation(ROOT / "mkdocs.yml", part, stem)
    listed = "\n".join(f"  {file}" for file in files)
    return f"{listed}\n다음: docs/{part}/{stem}.md를 쓰고 make check PAGE={part}/{stem}"


def _number(part: str, slug: str, title: str) -> int:
    """강의 계획서에 있으면 그 자리, 없으면 끝에 더한다."""
    if part not in site.parts():
        sys.exit(f"부는 {', '.join(site.parts())} 가운데 하나인데 '{part}'이다.")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug):
        sys.exit(f"SLUG는 영문 소문자와 숫자, 붙임표만 쓴다: '{slug}'")
    if not title.strip():
        sys.exit('TITLE이 비었다. 예: TITLE="잔차 신경망"')
    slugs = [chapter.slug for chapter in site.read_syllabus(site.config())[part]]
    if slug in slugs:
        return slugs.index(slug) + 1
    _add_to_syllabus(ROOT / "mkdocs.yml", part, slug, title)
    return len(slugs) + 1


def _add_to_syllabus(config: Path, part: str, slug: str, title: str) -> None:
    lines = config.read_text(encoding="utf-8").split("\n")
    start = lines.index("  syllabus:")
    first = lines.index(f"    {part}:", start) + 1
    last = first
    while last < len(lines) and lines[last].startswith("      "):
        last += 1
    lines.insert(last, f'      - [{slug}, {title}, "{title}을(를) 배운다"]')
    config.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _add_to_navigation(config: Path, part: str, stem: str) -> None:
    """차례에서 같은 부의 앞 장 바로 뒤에 넣는다."""
    lines = config.read_text(encoding="utf-8").split("\n")
    entry = re.compile(rf"^\s+- {part}/(?:index|\d\d-[\w-]+)\.md$")
    places = [i for i, line in enumerate(lines) if entry.match(line)]
    before = [
        i for i in places if "index.md" in lines[i] or lines[i].split("/")[1] < stem
    ]
    indent = lines[before[-1]][: lines[before[-1]].index("-")]
    lines.insert(before[-1] + 1, f"{indent}- {part}/{stem}.md")
    config.write_text("\n".join(lines), encoding="utf-8", newline="\n")
