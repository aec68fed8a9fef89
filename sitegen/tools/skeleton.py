"""새 레슨의 글들. `<이름>` 자리는 sitegen.new가 채운다."""

import re

PAGE = """\
---
title: <yaml_title>
description: <yaml_description>
tags: [<yaml_title>]
reading_time: 30
prerequisites:
  - 고등학교 미적분
modules: [<module>]
---
# <heading>

!!! note "이 뼈대를 쓰는 법 (다 쓰면 이 상자를 지운다)"
    절의 이름과 차례는 주제가 정한다. 다음 절에 한 문장이라도 빚지지 않는 차례면 된다.
    다만 아래의 것은 어딘가에 있어야 한다.

    - 읽는 이가 아직 답하지 못하는 질문과, 이 장을 마치면 할 수 있는 것 셋에서 다섯
    - 수식보다 먼저 오는 그림이나 손계산, 되도록 진짜 사진이나 진짜 데이터 하나
    - 말로 먼저 푼 기호, 번호를 단 수식, 그 수식을 지키는 시험
    - 5–15줄의 핵심 코드. 검사는 `lessons.arrays`의 관문 한 줄이 맡는다
    - 온전한 프로그램과 그 출력, 그림. 코드가 한 화면을 넘기 전에 첫 출력이 온다
    - 같은 일을 현업에서 쓰는 PyTorch로, 두 결과의 차이를 출력해서
    - 독자가 바꾸어 볼 것 두세 가지와 눈여겨볼 것
    - 실행되는 코드로 반박하는 오해. 정말 있는 만큼만 쓴다
    - 잘 안 될 때의 증상 하나, 그 원인, 알아보는 법
    - 연습문제 4–8개. 둘은 채점하고 하나는 열린 실험이나 증명으로
    - 보기마다 까닭을 말하는 퀴즈, 기억할 것 다섯 줄, 다음에 쓰이는 곳, 1차 문헌

## 세 수의 평균은 왜 2인가

읽는 이가 아직 답하지 못하는 질문으로 연다. 1과 2와 3의 평균은 2다.

$x_i$는 $i$번째 값이고 $n$은 값의 개수다.

$$
\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i \\tag{<chapter>.1}
$$

```python title="<module>"
--8<-- "<module>:imports"


--8<-- "<module>:mean"
```

손계산과 같은 값이 나오는지 본다.

```python title="<snippets>/first.py"
--8<-- "<snippets>/first.py"
```

```text title="출력"
--8<-- "<snippets>/first.out"
```

## 연습문제

### 연습 1. 가중 평균 (코드)

값 $x$를 가중치 $w$로 평균하는 `weighted_mean(x, w)`를 완성한다.

```python title="<snippets>/exercises/1-weighted-mean/starter.py"
--8<-- "<snippets>/exercises/1-weighted-mean/starter.py"
```

??? tip "힌트 1"
    가중치의 합으로 나눈다.

??? success "풀이"
    ```python title="<snippets>/exercises/1-weighted-mean/solution.py"
    --8<-- "<snippets>/exercises/1-weighted-mean/solution.py"
    ```

    ```text title="출력"
    --8<-- "<snippets>/exercises/1-weighted-mean/solution.out"
    ```

## 확인 퀴즈

**1. 평균은 값의 순서에 따라 달라지는가?**

??? quiz "① 달라진다"
    아니다. 덧셈은 순서를 바꾸어도 같다.

??? quiz "② 달라지지 않는다"
    맞다. 합이 같고 개수가 같다.
"""

MODULE = '''\
"""<docstring>.

표기: x는 값의 배열이다.
출처: 1차 문헌을 적는다.
"""

# --8<-- [start:imports]
from lessons import Array
from lessons.arrays import finite

# --8<-- [end:imports]


# --8<-- [start:mean]
def mean(x: Array) -> float:
    """값들의 평균. 식 (<chapter>.1)

    x: (n,) 값
    반환: 평균
    오류: 비어 있거나 유한하지 않으면 ValueError
    """
    x = finite("x", x, "n")
    return float(x.sum() / x.size)


# --8<-- [end:mean]
'''

FIRST = """\
from <dotted> import mean

print(mean([1, 2, 3]))
"""

STARTER = '''\
import numpy as np


def weighted_mean(x: np.ndarray, w: np.ndarray) -> float:
    """값 x를 가중치 w로 평균한 수

    x, w: (n,), w는 모두 양수다
    """
    raise NotImplementedError
'''

SOLUTION = STARTER.replace(
    "raise NotImplementedError",
    """return float((w * x).sum() / w.sum())


print(weighted_mean(np.array([1.0, 2.0, 3.0]), np.array([1.0, 1.0, 2.0])))""",
)

WRONG = {
    "count": ("가중치의 합이 아니라 값의 개수로 나누었다.", "(w * x).sum() / len(x)"),
    "unweighted": ("가중치 w를 쓰지 않았다.", "x.mean()"),
}

WRONG_ANSWER = '''\
"""<why>"""


def weighted_mean(x, w):
    return float(<formula>)
'''

CHECK = '''\
import numpy as np

# 흔한 틀린 답이 내는 값. 딱 그 값이 나왔을 때만 그 까닭을 말한다
MISTAKES = {
    "가중치의 합이 아니라 값의 개수로 나누었다.": lambda x, w: (w * x).mean(),
    "가중치 w를 쓰지 않았다.": lambda x, w: x.mean(),
}


def check(answer) -> None:
    """답의 이름공간을 받아, 틀렸으면 무엇이 틀렸는지 AssertionError로 말한다."""
    rng = answer.rng()  # 값이 답마다 다르므로 외운 답은 통과하지 못한다
    for n in (3, 7, 1):
        x, w = rng.normal(size=n).round(2), rng.uniform(0.1, 3, n).round(2)
        got = answer["weighted_mean"](x.copy(), w.copy())
        tried = f"weighted_mean({x.tolist()}, {w.tolist()})에서 나온 값: {got!r}."
        number = np.shape(got) == () and np.issubdtype(np.asarray(got).dtype, np.number)
        assert number, f"{tried} 수 하나를 return으로 돌려주어야 한다."
        expected = np.average(x, weights=w)
        if not np.isclose(got, expected):
            for why, wrong in MISTAKES.items():
                assert not np.isclose(got, wrong(x, w)), f"{why} {tried}"
            raise AssertionError(f"{tried} 기대한 값: {expected}")
'''

TEST = '''\
"""<docstring>: 손계산, 기준 구현, 오류."""

import numpy as np
import pytest

from <dotted> import mean


def test_page_example():
    assert mean([1, 2, 3]) == 2


def test_matches_numpy():
    x = np.random.default_rng(0).normal(size=101)
    assert mean(x) == pytest.approx(np.mean(x), abs=1e-14)


def test_empty_is_refused():
    with pytest.raises(ValueError, match="x: 비었다"):
        mean([])
'''


def fill(text: str, words: dict[str, object]) -> str:
    """한 번에 채운다. 제목에 `<module>`이라고 적혀 있어도 다시 채우지 않는다."""
    pattern = re.compile("|".join(f"<{name}>" for name in words))
    return pattern.sub(lambda match: str(words[match[0][1:-1]]), text)


def files(words: dict[str, object]) -> dict[str, str]:
    """만들 파일의 경로마다의 글."""
    exercise = f"{words['snippets']}/exercises/1-weighted-mean"
    texts = {
        words["page"]: PAGE,
        words["module"]: MODULE,
        f"{words['snippets']}/first.py": FIRST,
        f"{words['snippets']}/first.out": "2.0\n",
        f"{exercise}/starter.py": STARTER,
        f"{exercise}/solution.py": SOLUTION,
        f"{exercise}/solution.out": "2.25\n",
        f"{exercise}/check.py": CHECK,
        words["test"]: TEST,
    }
    made = {path: fill(text, words) for path, text in texts.items()}
    for name, (why, formula) in WRONG.items():
        said = {"why": why, "formula": formula}
        made[f"{exercise}/wrong_{name}.py"] = fill(WRONG_ANSWER, said)
    return made
