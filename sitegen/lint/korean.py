"""한국어 검사: 용어, 조사, 맞춤법, 번역투, 문체.

틀렸다고 확실히 말할 수 있는 것만 잡는다. 글을 멈춰 세우는 검사이므로 헛짚음이 놓침보다
나쁘다. 따옴표나 괄호로 감싼 말은 인용으로 보고 용어와 문체를 묻지 않는다.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sitegen.base.problem import Problem
from sitegen.book import page
from sitegen.book.terms import Term, load

HANGUL = "가-힣"
MASK = "\x00"  # 코드와 수식이 있던 자리
GONE = "\x01"  # 강조 표시처럼 독자에게 보이지 않는 자리

CODE_OR_MATH = re.compile(
    r"<!--.*?-->"
    r"|(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)"
    r"|\$\$(?:(?!\n\s*\n).)+?\$\$"
    r"|(?<![\\$])\$(?=\S)[^$\n]+?(?<=\S)\$(?!\d)"
    r"|\\\(.+?\\\)|\\\[.+?\\\]|https?://[^\s)>]+",
    re.S,
)
MARKUP = re.compile(
    r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|(?<=\])\[[^\]\n]*\]|[\[\]]"
    r"|</?[A-Za-z][^>]*>|\{[:#. ][^}\n]*\}"
    r"|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}"
)
QUOTED = re.compile(
    r"‘[^’\n]*’|“[^”\n]*”|'[^'\n]*'|\"[^\"\n]*\"|「[^」\n]*」|\([^()\n]{1,20}\)"
)
GLOSS = re.compile(r"\([A-Za-z][^()\n]*\)")  # 합성곱(convolution)

# 받침이 있을 때와 없을 때의 조사. '으로'만 ㄹ받침 뒤에서도 '로'가 된다.
PAIRS = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이라고", "라고"),
    ("이라는", "라는"),
)
PARTNER = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
CLOSED = {pair[0] for pair in PAIRS}
PARTICLE = "|".join(sorted(PARTNER, key=len, reverse=True))
DIGIT_NAMES = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
# 모음 글자가 없는 약어는 글자 이름으로 읽을 수밖에 없다: CNN은 '시엔엔'.
LETTER_NAMES = dict(zip("LMNR", "엘엠엔알", strict=True))
RIEUL = 8  # ㄹ받침의 번호
COMMON_NOUNS = """
    값 모델 파일 배열 코드 함수 그림 차이 방향 결과 입력 출력 예측 확률 평균 숫자 문제
    방법 모양 길이 넓이 거리 상수 변수 미분 적분 그래프 곡선 직선 평면 공간 좌표 상자
    격자 성분 원소 오차 비율 조건 규칙 성질 정리 증명 공식 계산 연산 반복 실험 관찰
"""

ENDINGS = "할될알쓸볼을릴킬칠낼질줄갈올클"
MISSPELT = """
    최대값=최댓값 최소값=최솟값 절대값=절댓값 극대값=극댓값 극소값=극솟값
    함수값=함숫값 기대값=기댓값 초기값=초깃값 결과값=결괏값 근사값=근삿값
    대표값=대푯값 꼭지점=꼭짓점 촛점=초점 댓가=대가 갯수=개수 됬=됐 되요(?!소)=돼요
    되서(?![로쪽])=돼서 안되요=안_돼요 안되서=안_돼서 않되=안_되 않_되=안_되
    않된=안_된 않_된=안_된
    않됩=안_됩 않_됩=안_됩 몇일=며칠 금새=금세 웬지=왠지 왠만=웬만 오랫만=오랜만
    희안하=희한하 어의없=어이없 설레임=설렘 알아맞춰=알아맞혀 얼마던지=얼마든지
    줄어들음=줄어듦 뚜렸=뚜렷 역활=역할 꺼예요=거예요 꺼에요=거예요 일일히=일일이
    깨끗히=깨끗이 곰곰히=곰곰이 일찌기=일찍이 더우기=더욱이 아뭏든=아무튼
    어떻해=어떡해 도데체=도대체 통채로=통째로 짜집기=짜깁기 요컨데=요컨대
    예컨데=예컨대 알맞는=알맞은 걸맞는=걸맞은 서슴치=서슴지 덮힌=덮인 덮혀=덮여
    덮혔=덮였 가르키=가리키 가르킨=가리킨 가르켜=가리켜 가르켰=가리켰 뒤쳐지=뒤처지
    뒤쳐진=뒤처진 뒤쳐져=뒤처져 뒤쳐졌=뒤처졌 (?<![가-힣])들어나[는고며다]=드러나
    (?<![가-힣])구지(?![가-힣])=굳이 쉽상=십상 염두해=염두에_두어 치뤄=치러 치뤘=치렀
    치룬=치른 잠궈=잠가 잠궜=잠갔 덧샘=덧셈 뺄샘=뺄셈 곱샘=곱셈 나눗샘=나눗셈
    확율=확률 정확율=정확도 오차률=오차율 백터=벡터 벡타=벡터 데이타=데이터
    메세지=메시지 컨텐츠=콘텐츠 알고리듬=알고리즘 스케쥴=스케줄 쉬프트=시프트
    리더쉽=리더십 훌련=훈련 뿐만아니라=뿐만_아니라
"""
MISTAKES = [pair.replace("_", " ").split("=") for pair in MISSPELT.split()]
ENDINGS = "할될알쓸볼을릴킬칠낼질줄갈올클"  # 뒤에 '수'가 오면 의존 명사인 것
L_FINAL = "".join(map(chr, range(ord("갈"), ord("힣") + 1, 28)))
ADVICE = [
    (r"므로써", "‘-ㅁ으로써’로 쓴다"),
    (r"[할을]께(?=[.요!]|\s|$)", "‘-ㄹ게’로 쓴다"),
    (rf"[{ENDINGS}]수 ?(?=[있없])", "‘-ㄹ 수 있다’처럼 띄어 쓴다"),
    (rf"[{L_FINAL}] 수 밖에", "‘-ㄹ 수밖에’로 붙여 쓴다"),
    (rf"[{L_FINAL}] 수록(?![가-힣])", "‘-ㄹ수록’으로 붙여 쓴다"),
    (r"[하되있없지리우이보오주]는것(?=[은이을도과의에]|\b)", "‘-는 것’으로 띄어 쓴다"),
    (r"(?<![가-힣])(?:두|세|네|여러|몇)가지(?!치)", "‘두 가지’처럼 띄어 쓴다"),
    (r"[하되]지않", "‘-지 않다’로 띄어 쓴다"),
    (r"[할될]때(?=[는도의에마]|\b)", "‘-ㄹ 때’로 띄어 쓴다"),
    (r"[가-힣]야(?:한다|합니다|했다)(?=[.,]|\s|$)", "‘-야 한다’로 띄어 쓴다"),
    (
        r"(?<=[가-힣]) (?:을|를|는|에서|으로|로만|에는)(?=[ ,.])",
        "조사를 앞말에 붙여 쓴다",
    ),
]
TRANSLATIONESE = [
    (r"되어(?:지[는고며면다지기]|진|졌|져|집|질)", "‘되-’만 쓴다"),
    (r"보여(?:지[는고며면다지기]|진|졌|져|집|질)", "‘보이-’로 쓴다"),
    (r"쓰여(?:지[는고며면다지기]|진|졌|져|집|질)", "‘쓰이-’로 쓴다"),
    (r"놓여(?:지[는고며면다지기]|진|졌|져|집)", "‘놓이-’로 쓴다"),
    (r"나뉘어(?:지[는고며면다지기]|진|졌|져|집)", "‘나뉘-’로 쓴다"),
    (r"불리(?:우는|운다|워)", "‘불리-’로 쓴다"),
    (r"에 대한 (?:\S+ )?이해를 가[지진집져]", "‘…을 이해하-’로 쓴다"),
    (r"[를을] 통해 더 (?:나은|좋은)", "무엇이 얼마에서 얼마가 되었는지 쓴다"),
    (r"에 있어서(?=[ ,])", "‘에서’로 쓴다"),
    (r"문제가 발생할 수 있", "무슨 일이 생기는지 쓴다"),
    (
        r"(?:알고리즘|방법|기법|기술|모델|도구) 중(?:의)? 하나(?:이다|다|입니다)",
        "무엇을 하는 것인지 쓴다",
    ),
    (r"매우 (?:중요하|강력)", "얼마나, 왜 그런지 쓴다"),
    (r"혁신적(?:인|으로)", "무엇이 달라졌는지 쓴다"),
    (
        r"코드는 다음과 같다|다음 코드를 (?:실행해|살펴|확인해) ?보자",
        "지우고, 코드가 답할 질문을 쓴다",
    ),
]

# 받침이 ㅂ인 글자
P_FINAL = "".join(map(chr, range(ord("갑"), ord("힣") + 1, 28)))
POLITE = re.compile(
    rf"(?:[{P_FINAL}]니[다까]|[어아해돼예에네세]요|죠|십시오)(?=[.!?]|\s*$)", re.M
)

# 어떤 낱말 뒤에서도 틀린 것: 받침 뒤의 '를'과 '와', 받침 없는 소리 뒤의 '으로'.
AFTER_ANY = re.compile(rf"(?P<sound>[{HANGUL}])(?P<particle>를|와|으로)(?![{HANGUL}])")
AFTER_DIGIT = re.compile(
    rf"(?<![A-Za-z\d.,/^_-])\d[\d.,]*(?<=(?P<sound>\d))"
    rf"(?P<particle>{PARTICLE})(?![{HANGUL}])"
)
AFTER_LETTER = re.compile(
    rf"(?<![A-Za-z\d-])[B-DF-HJ-NP-TV-Z]+(?P<sound>[B-DF-HJ-NP-TV-Z])"
    rf"(?P<particle>{PARTICLE})(?![{HANGUL}])"
)


def check(path: Path) -> list[Problem]:
    """한 페이지에서 고칠 한국어를 찾는다. 코드와 수식은 보지 않는다."""
    read = page.read(path)
    description = str(read.meta.get("description", "")).replace("\n", " ")
    prose = [(1, description), *read.prose]
    text = "\n".join(line for _, line in prose)
    problems = []
    for start, message in check_text(text, load()):
        line, _ = prose[text.count("\n", 0, start)]
        problems.append(Problem(read.path, line, message))
    return problems


def check_text(text: str, terms: tuple[Term, ...]) -> Iterator[tuple[int, str]]:
    """고칠 자리와 고치는 법."""
    text = CODE_OR_MATH.sub(_fill(MASK), text)
    text = MARKUP.sub(_fill(GONE), text)
    own_words = QUOTED.sub(_fill(MASK), text)
    yield from _particles(GLOSS.sub(_fill(GONE), text), terms)
    yield from _words(text, own_words, terms)
    for match in POLITE.finditer(own_words):
        yield (
            match.start(),
            f"합니다체다: ‘{_around(text, match)}’. 본문은 ‘-다’체로 쓴다. "
            "남의 말을 옮길 때는 따옴표로 감싼다.",
        )


def _fill(character: str):
    """찾은 글자를 같은 길이로 덮는다. 줄은 그대로 두어 줄 번호가 맞는다."""
    return lambda match: re.sub(r"[^\n]", character, match[0])


def _words(
    text: str, own_words: str, terms: tuple[Term, ...]
) -> Iterator[tuple[int, str]]:
    pattern, owner = _avoided(terms)
    reported = set()
    for match in pattern.finditer(own_words):
        reported.update(range(*match.span()))
        right = owner[match[0]].ko
        yield (
            match.start(),
            f"‘{match[0]}’ 대신 ‘{right}’{particle(right, '을', '를')} 쓴다"
            "(terms.csv). 다른 이름을 소개하려면 따옴표로 감싼다.",
        )
    spelling = [(p, f"‘{r}’{particle(r, '으로', '로')} 쓴다") for p, r in MISTAKES]
    for rules, source, name in (
        (spelling + ADVICE, text, "맞춤법"),
        (TRANSLATIONESE, own_words, "번역투"),
    ):
        for pattern, advice in rules:
            for match in re.finditer(pattern, source):
                if match.start() not in reported:
                    reported.update(range(*match.span()))
                    yield match.start(), f"{name}: ‘{_around(text, match)}’. {advice}."


def _particles(text: str, terms: tuple[Term, ...]) -> Iterator[tuple[int, str]]:
    places = [i for i, c in enumerate(text) if c != GONE]
    seen = text.replace(GONE, "")
    reported = set()
    for pattern in (_after_noun(terms), AFTER_ANY, AFTER_DIGIT, AFTER_LETTER):
        for match in pattern.finditer(seen):
            sound, given = match["sound"], match["particle"]
            sound = DIGIT_NAMES.get(sound) or LETTER_NAMES.get(sound, sound)
            start = match.start("particle")
            if _fits(sound, given) or start in reported:
                continue
            reported.add(start)
            wrong = _around(seen, match)
            right = wrong.removesuffix(given) + PARTNER[given]
            ending = particle(right, "으로", "로")
            yield places[start], f"조사: ‘{wrong}’ 대신 ‘{right}’{ending} 쓴다."


def _fits(sound: str, given: str) -> bool:
    """마지막 소리가 sound인 말 뒤에 given이 올 수 있는가."""
    final = (ord(sound) - ord("가")) % 28 if "가" <= sound <= "힣" else 0
    closed = final != 0 and not (final == RIEUL and given in ("으로", "로"))
    return (given in CLOSED) == closed


def particle(word: str, closed: str, opened: str) -> str:
    """word 뒤에 올 조사. 한글로 끝나지 않으면 '을(를)'처럼 둘 다 적는다."""
    if not re.search(rf"[{HANGUL}]$", word):
        return f"{closed}({opened})"
    return closed if _fits(word[-1], closed) else opened


def _around(text: str, match: re.Match) -> str:
    """찾은 곳의 어절."""
    start = max(text.rfind(c, 0, match.start()) for c in " \n") + 1
    end = re.compile(rf"[^{HANGUL}]|$").search(text, match.end()).start()
    return re.sub(rf"[{MASK}{GONE}]+", "…", text[start:end]).lstrip("\"'‘“(")


@lru_cache
def _avoided(terms: tuple[Term, ...]) -> tuple[re.Pattern, dict[str, Term]]:
    owner = {name: term for term in terms for name in term.avoid}
    names = sorted(map(re.escape, owner), key=len, reverse=True)
    return re.compile(rf"(?<![{HANGUL}])(?:{'|'.join(names)})"), owner


@lru_cache
def _after_noun(terms: tuple[Term, ...]) -> re.Pattern:
    """조사를 자신 있게 따질 수 있는 말들."""
    words = {
        word
        for term in terms
        for name in (term.ko, *term.aliases)
        for word in name.split()
        if re.fullmatch(rf"[{HANGUL}]{{2,}}", word)
    }
    nouns = "|".join(sorted(words | set(COMMON_NOUNS.split())))
    return re.compile(
        rf"(?:{nouns})(?<=(?P<sound>[{HANGUL}]))"
        rf"(?P<particle>{PARTICLE})(?![{HANGUL}])"
    )
