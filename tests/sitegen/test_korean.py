"""한국어 검사: 심은 잘못을 찾고, 실제 글은 건드리지 않는다."""

import re

import pytest

from sitegen.base.paths import ROOT
from sitegen.book import site
from sitegen.book.terms import load
from sitegen.lint import korean
from sitegen.lint.korean import check_text, particle
from tests.growth import grows


def found(text: str) -> list[str]:
    return [message for _, message in check_text(text, load())]


TERMS = """
    컨볼루션으로 특성을 뽑는다.=합성곱
    검증 손실이 늘면 과대적합을 의심한다.=과적합
    에포크마다 손실을 그린다.=에폭
    라벨이 없는 데이터다.=레이블
    레이어를 하나 더 쌓는다.=층
    그래디언트가 0이다.=기울기
    크로스 엔트로피를 줄인다.=교차 엔트로피
    드랍아웃은 추론 때 끈다.=드롭아웃
    바운딩박스를 그린다.=경계 상자
    임계값을 올린다.=임곗값
"""
PARTICLES = """
    합성곱를 한다.=합성곱을
    역전파은 계산이다.=역전파는
    소프트맥스은 확률을 낸다.=소프트맥스는
    모델를 저장한다.=모델을
    가중치이 커진다.=가중치가
    손실와 정확도를 본다.=손실과
    파일으로 저장한다.=파일로
    텐서과 배열을 견준다.=텐서와
    학습률가 너무 크다.=학습률이
    필터은 작다.=필터는
    **기울기**을 구한다.=기울기를
    합성곱(convolution)는 연산이다.=합성곱은
    [교차 엔트로피](15.md)을 쓴다.=엔트로피를
    CNN는 특성을 배운다.=CNN은
    MLP은 층을 쌓는다.=MLP는
    그림 2을 본다.=2를
    답은 3가 된다.=3이
    한 칸를 옮긴다.=칸을
    값은 10와 같다.=10과
"""
SPELLING = """
    데이타를 나눈다.=데이터
    기울기가 금새 사라진다.=금세
    이렇게 하면 되요?=돼요
    몇일 걸린다.=며칠
    줄지 않으면 않된다.=안 되
    희안하게 움직인다.=희한하
    최대값을 찾는다.=최댓값
    초기값이 중요하다.=초깃값
    갯수를 센다.=개수
    행렬은 백터의 모임이다.=벡터
    두가지 방법이 있다.=두 가지
    학습할수있다.=-ㄹ 수 있다
    커지는것을 본다.=-는 것
    될때까지 되풀이한다.=
    그럴 수 밖에 없다.=수밖에
    모델이 클 수록 좋다.=-ㄹ수록
    학습률을 줄여야한다.=-야 한다
    더하므로써 얻는다.=-ㅁ으로써
    줄지않는다. 되지않는다.=-지 않다
    검증 데이터 로만 고른다.=붙여
"""
STYLE = """
    손실을 최소화하기 위해 사용되어지는 방법이다.=되-
    그림이 잘 보여진다.=보이-
    자주 쓰여지는 함수다.=쓰이-
    합성곱에 대한 이해를 가지는 것이 먼저다.=이해하-
    이를 통해 더 나은 결과를 얻는다.=얼마에서 얼마가
    경사 하강법은 최적화 알고리즘 중 하나이다.=무엇을 하는
    학습률은 매우 중요하다.=왜 그런지
    다음 코드를 실행해 보자.=답할 질문
    문제가 발생할 수 있다.=무슨 일
    혁신적인 구조다.=무엇이 달라졌는지
"""
POLITE = """
    합성곱을 배웁니다.=-다
    기울기는 0입니다.=-다
    왜 그럴까요? 살펴봅시다. 코드를 실행하세요.=-다
    값이 커져요. 그래서 멈추죠.=-다
"""


def cases(*tables: str):
    lines = [line.strip() for table in tables for line in table.split("\n")]
    return [tuple(line.split("=")) for line in lines if line]


def missed(case: tuple[str, str]) -> bool:
    text, remedy = case
    return not any(remedy in message for message in found(text))


@pytest.mark.parametrize("case", cases(TERMS, PARTICLES, STYLE, POLITE))
def test_심은_잘못을_고치는_법과_함께_찾는다(case):
    assert not missed(case), found(case[0])


def test_맞춤법은_열에_아홉을_찾는다():
    """사전 없이 목록만으로 찾으므로 모두를 약속하지는 않는다."""
    seeded = cases(SPELLING)
    assert sum(map(missed, seeded)) <= len(seeded) // 10


@pytest.mark.parametrize(
    "text",
    [
        "흔히 ‘컨볼루션’이라고도 한다.",
        "합성곱(컨볼루션)은 커널을 옮긴다.",
        "```python\n라벨을\n```",
        "`에포크`는 변수 이름이다. $합성곱를$",
        "$$\n모델를\n$$",
        "[책](https://example.com/컨볼루션)",
        "<!-- 컨볼루션 -->",
        "“왜 안 되나요?”라고 묻는다.",
        "평가가 끝난 결과와 효과를 본다. 차이가 크다. 길이와 넓이를 잰다.",
        "흐를 것이다. 다를 바 없다. 이를 고를 수 있다. 찾아와 들어와 본다.",
        "새로 만든 경로와 통로로 간다. 바로 따로 서로 별로 함께 한다.",
        "이론가와 분석가와 전문가는 입력란을 채운다.",
        "0과 1, 2와 3, 4와 5, 6과 7로 나눈다. 10은 9보다 크다. 0.5는 반이다.",
        "식 3을 2로 나누면 1.5가 된다. 1은 1이다. 100으로 끝난다. 8로 나눈다.",
        "RNN과 CNN은 GPU가 없어도 된다. GAN을 SGD로 학습한다. MSE와 IoU를 잰다.",
        "ResNet-50은 깊다. L2를 쓴다. 3×3과 5×5를 견준다.",
        "필요하다. 중요하다. 아니다. 필요. 개요",
        "실수 있는 값, 함수 있는 곳, 필수 있음, 함께 있음",
        "부록에 수록한 표. 역할 때문이다. 셋 중 하나다. 마찬가지로 한가지다.",
        "값`x`를 더한다. 행렬$W$를 곱한다. 코드는 `a`를 `b`로 바꾼다.",
        "기울기를 **반대로** 따라간다. *손실*이 준다. __값__은 3이다.",
        "계획서의 선형회귀, 경사하강법, 크로스엔트로피, 오버피팅, 이미지 증강.",
    ],
)
def test_옳은_글은_건드리지_않는다(text, tmp_path):
    path = tmp_path / "page.md"
    path.write_text(f"---\ndescription: 글\n---\n{text}\n", encoding="utf-8")
    assert korean.check(path) == []


def test_줄_번호가_맞다(tmp_path):
    path = tmp_path / "page.md"
    lines = ["---", "description: 합성곱를 한다", "---", "# 제목", "", "`x", "y`", ""]
    lines += ["$$", "x", "$$", "한 줄", "둘째 줄의 컨볼루션", "", "> 모델를 쓴다"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [problem.line for problem in sorted(korean.check(path))] == [1, 13, 15]


def test_겹친_잘못은_한_번만_말한다():
    assert len(found("지역 최소값을 찾는다.")) == 1
    assert len(found("모델를 쓴다.")) == 1


GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CODE_OF_CONDUCT.md"]


@pytest.mark.parametrize("path", [*site.pages(), *GUIDES], ids=lambda p: p.stem)
def test_책과_안내는_한국어_검사를_지난다(path):
    assert list(map(str, korean.check(path))) == []


def test_뜻풀이도_한국어_검사를_지난다():
    for term in load():
        assert found(term.definition) == [], term.ko


def test_실제_글에_심은_잘못을_찾는다():
    """한 글자만 바꾼 실제 문장에서도 그 자리를 짚는다."""
    page = site.DOCS / "dl/05-linear-regression-1.md"
    text = page.read_text(encoding="utf-8")
    swaps = [("손실을", "손실를"), ("기울기가", "기울기이"), ("데이터", "데이타")]
    planted = 0
    for right, wrong in swaps:
        for match in re.finditer(rf"(?<=[가-힣] ){right}(?= [가-힣])", text):
            broken = text[: match.start()] + wrong + text[match.end() :]
            line = broken[: match.start()].count("\n")
            where = [broken[:at].count("\n") for at, _ in check_text(broken, load())]
            assert line in where
            planted += 1
    assert planted > 2


def test_글이_네_배면_시간도_네_배쯤_든다():
    page = max(site.lesson_pages(), key=lambda path: path.stat().st_size)
    text = page.read_text(encoding="utf-8")
    assert grows(lambda n: list(check_text(text * n, load()))) < 10


@pytest.mark.parametrize(
    ("word", "expected"),
    [("합성곱", "으로"), ("기울기", "로"), ("손실", "로"), ("ReLU", "으로(로)")],
)
def test_말에_맞는_조사를_고른다(word, expected):
    assert particle(word, "으로", "로") == expected
