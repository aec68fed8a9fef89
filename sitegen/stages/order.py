"""HTML이 지나는 단계의 차례. 위에서 아래로 읽으면 쪽 하나가 만들어지는 길이다.

단계는 `(html, context) → html`이고 바깥을 바꾸지 않는다. 그래서 MkDocs 없이 시험하고,
같은 것을 넣으면 지난번의 답을 쓴다.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from sitegen.base import keep
from sitegen.book import hangul, terms
from sitegen.faces import glossary as words
from sitegen.stages import (
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

    uses: HTML 말고 결과를 정하는 것. 이것과 code가 있으면 결과를 간직한다.
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
        if self.uses is None:
            return self.run(html, context)
        key = html, self.uses(context), CODE[self.name]
        return keep.kept(self.name, key, lambda: self.run(html, context))


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
        uses=lambda context: None,
        code=(hangul,),
    ),
    Stage(
        blocks.run,
        TEXT,
        "블록을 세어 맞추므로 블록 사이에 다른 것이 끼기 전이다",
    ),
    Stage(
        imports.run,
        TEXT,
        "블록의 차례로 세므로 blocks와 같은 까닭이고, 색은 reading이 덜어 낸 뒤다",
    ),
    Stage(
        runner.run,
        TEXT,
        "걸린 시간이 블록 바로 뒤에, 실행 단추가 없는 까닭은 그 앞에 온다",
    ),
    Stage(
        exercises.run,
        TEXT,
        "여기서 돌릴 수 있다고 runner가 표시한 연습문제만 채점한다",
    ),
    Stage(
        glossary.run,
        TEXT,
        "본문의 마지막. 위에서 붙인 말에도 뜻풀이를 달고, 머리와 차례에는 달지 않는다",
        uses=lambda context: (context.uri == words.GLOSSARY, keep.code(terms.TERMS)),
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
        formulas.run,
        PAGE,
        "검색의 색인과 차례에는 TeX가 남고, 조사는 수식과 한 어절로 묶인다",
    ),
    Stage(
        typography.run,
        PAGE,
        "글이 다 놓인 뒤에 조사를 붙인다. 수식의 MathML은 건드리지 않는다",
        uses=lambda context: None,
    ),
    Stage(
        fonts.run,
        PAGE,
        "보이는 글이 더는 바뀌지 않는다. 글자를 세는 훅이 이 뒤에 센다",
        frame=True,
    ),
    Stage(
        search.run,
        PAGE,
        "테마가 적은 일꾼의 이름만 바꾸므로 어디에 서도 같다",
        frame=True,
    ),
)


def _code(stage: Stage) -> str:
    own = sys.modules[stage.run.__module__]
    return keep.code(*(Path(m.__file__) for m in (own, *stage.code)))


CODE = {stage.name: _code(stage) for stage in STAGES if stage.uses}


def run(at: str, html: str, context: Context) -> str:
    for stage in STAGES:
        if stage.at == at:
            html = stage(html, context)
    return html


def framed(html: str, context: Context) -> str:
    """글 없는 틀(404)이 지나는 단계들."""
    for stage in STAGES:
        if stage.frame:
            html = stage(html, context)
    return html
