"""HTML이 지나는 단계의 차례. 위에서 아래로 읽으면 쪽 하나가 만들어지는 길이다.

단계는 `(html, context) → html`이고 바깥을 바꾸지 않는다. 그래서 MkDocs 없이 시험하고,
같은 것을 넣으면 지난번의 답을 쓴다. 쪽이 천이면 단계마다 간직한 것을 열쇠로 찾는 일도
만 번이므로, 이어진 단계들은 묶어서 한 번에 찾는다.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from types import ModuleType

from lessons import checking
from sitegen.base import keep
from sitegen.book import hangul, page, terms
from sitegen.book import imports as book_imports
from sitegen.faces import exercises as checks
from sitegen.faces import glossary as words
from sitegen.faces import katex, notebooks
from sitegen.running import receipts, tolerance
from sitegen.stages import (
    asking,
    blocks,
    digit,
    exercises,
    figures,
    fonts,
    formulas,
    glossary,
    imports,
    models,
    reading,
    runner,
    search,
    typography,
)
from sitegen.stages.context import Context

TEXT, PAGE = "글", "쪽"  # 틀에 담기 전의 본문, 틀에 담은 뒤의 문서


@dataclass(frozen=True)
class Stage:
    """at: 본문에서 도는가 문서에서 도는가. frame: 404처럼 글 없는 틀에서도 도는가.

    uses: HTML과 쪽의 자리 말고 결과를 정하는 것. 이것이 있으면 결과를 간직한다.
    code: 그 밖에 이 일을 하는 코드
    """

    run: Callable[[str, Context], str]
    at: str
    why: str  # 왜 이 자리인가
    frame: bool = False
    uses: Callable[[Context], object] | None = None
    code: tuple[ModuleType, ...] = ()

    @property
    def name(self) -> str:
        return self.run.__module__.rpartition(".")[2]

    def __call__(self, html: str, context: Context) -> str:
        return self.run(html, context)


def nothing(context: Context) -> None:
    """HTML만 보는 단계가 쓰는 것."""


STAGES = (
    Stage(
        figures.run,
        TEXT,
        "그림만 든 문단을 알아보려면 아무도 손대기 전이어야 한다",
    ),
    Stage(
        reading.run,
        TEXT,
        "코드에 붙은 색의 태그를 덜어, 뒤의 단계가 읽을 글이 짧아진다",
        uses=nothing,
        code=(hangul,),
    ),
    Stage(
        blocks.run,
        TEXT,
        "블록을 세어 맞추므로 블록 사이에 다른 것이 끼기 전이다",
        uses=blocks.uses,
        code=(page, receipts, runner, tolerance),
    ),
    Stage(
        imports.run,
        TEXT,
        "블록의 차례로 세므로 blocks와 같은 까닭이고, 색은 reading이 덜어 낸 뒤다",
        uses=imports.uses,
        code=(page, runner),
    ),
    Stage(
        runner.run,
        TEXT,
        "걸린 시간이 블록 바로 뒤에, 실행 단추가 없는 까닭은 그 앞에 온다",
        uses=runner.uses,
        code=(book_imports, notebooks, page),
    ),
    Stage(
        exercises.run,
        TEXT,
        "여기서 돌릴 수 있다고 runner가 표시한 연습문제만 채점한다",
        uses=exercises.uses,
        code=(checks, checking),
    ),
    Stage(
        glossary.run,
        TEXT,
        "본문의 마지막. 위에서 붙인 말에도 뜻풀이를 달고, 머리와 차례에는 달지 않는다",
        uses=lambda context: keep.code(terms.TERMS),
        code=(words, terms),
    ),
    Stage(
        digit.run,
        PAGE,
        "검색이 본문을 읽은 뒤라 첫 쪽의 단추들이 색인에 들지 않는다",
    ),
    Stage(
        models.run,
        PAGE,
        "digit가 놓은 것까지, 모델을 쓰는 모든 요소에 주소를 적는다",
    ),
    Stage(
        asking.run,
        PAGE,
        "검색이 본문을 읽은 뒤라 색인에 들지 않고, 제목의 수식이 아직 TeX다",
        uses=asking.uses,
    ),
    Stage(
        formulas.run,
        PAGE,
        "검색의 색인과 차례에는 TeX가 남고, 조사는 수식과 한 어절로 묶인다",
        uses=formulas.uses,
        code=(katex,),
    ),
    Stage(
        typography.run,
        PAGE,
        "글이 다 놓인 뒤에 조사를 붙인다. 수식의 MathML은 건드리지 않는다",
        uses=nothing,
    ),
    Stage(
        fonts.run,
        PAGE,
        "보이는 글이 더는 바뀌지 않는다. 글자를 세는 훅이 이 뒤에 센다",
        frame=True,
        uses=nothing,
    ),
    Stage(
        search.run,
        PAGE,
        "테마가 적은 일꾼의 이름만 바꾸므로 어디에 서도 같다",
        frame=True,
        uses=search.uses,
    ),
)


def _code(stage: Stage) -> str:
    own = sys.modules[stage.run.__module__]
    return keep.code(*(Path(m.__file__) for m in (own, *stage.code)))


CODE = {stage.name: _code(stage) for stage in STAGES if stage.uses}
# 이어진, 간직할 수 있는 단계들은 한 번에 간직한다
GROUPS = [
    (at, keeps, list(stages))
    for (at, keeps), stages in groupby(STAGES, lambda s: (s.at, s.uses is not None))
]


def run(at: str, html: str, context: Context) -> str:
    for where, keeps, stages in GROUPS:
        if where == at:
            through = partial(_through, stages, html, context)
            html = (
                keep.kept(at, _key(stages, html, context), through)
                if keeps
                else through()
            )
    return html


def _through(stages: list[Stage], html: str, context: Context) -> str:
    for stage in stages:
        html = stage(html, context)
    return html


def _key(stages: list[Stage], html: str, context: Context) -> tuple:
    uses = [(CODE[stage.name], stage.uses(context)) for stage in stages]
    return html, context.uri, context.url, context.base, uses


def framed(html: str, context: Context) -> str:
    """글 없는 틀(404)이 지나는 단계들."""
    return _through([stage for stage in STAGES if stage.frame], html, context)


def forget() -> None:
    """짓는 동안만 기억하는 것을 잊는다."""
    for known in (runner.lesson, runner.lessons, exercises.known):
        known.cache_clear()
