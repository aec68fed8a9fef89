"""검색이 읽는 것을 만든다: 용어의 이름들, 그리고 정해진 크기 안으로 줄인 글."""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, partial
from html import unescape
from itertools import groupby

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.book.terms import Term

PAGE_BYTES = 4500
HEAD = 60  # 결과에 보일 절의 첫머리, 적어도 이만큼(글자)
TOLD = ("location", "title", "text")
KEPT = ("tags", "boost")
WORDS = ROOT / "web" / "korean.json"
CODE_HERE = keep.code(__file__, WORDS)  # 도는 동안 파일을 고쳐도 도는 것은 이 코드다
KOREAN = json.loads(WORDS.read_text(encoding="utf-8"))

CODE = re.compile(r"<pre>.*?</pre>", re.S)
BLOCK = re.compile(r"</?(?:p|pre|li|ol|ul)>")
TAG = re.compile(r"<[^>]+>")
DEFINED = re.compile(r"^\s*(?:def|class) (\w+)", re.M)
GLOSS = re.compile(
    r"(?P<ko>(?:[가-힣A-Za-z0-9-]+ ){0,4}[가-힣A-Za-z0-9-]*[가-힣])"
    r"\((?P<en>[A-Za-z][A-Za-z-]+(?: [A-Za-z-]+){0,4})(?:, (?P<short>[A-Z]\w+))?\)"
)
LEAD = re.compile(r"^.*(?<=[가-힣])[을를은는] ")  # 용어 앞에 오는, 문장의 다른 말
SCRIPTS = re.compile(r"(?<=[a-z0-9])(?=[가-힣])|(?<=[가-힣])(?=[a-z0-9])")
FORMULA = re.compile(r"\\\[.*?\\\]", re.S)
SYMBOL = re.compile(r"\\\((.*?)\\\)", re.S)
TEX = re.compile(r"\\[A-Za-z]+|[\\{}^_$]")
SUFFIXES = " ".join(KOREAN["particles"] + KOREAN["endings"]).split()
SUFFIX = re.compile(f"(?<=..)(?:{'|'.join(sorted(SUFFIXES, key=len, reverse=True))})$")


def normalize(text: str) -> str:
    """web/search.ts의 normalize와 같다: 글자와 숫자만, 한글과 로마자는 떼어서."""
    return SCRIPTS.sub(" ", re.sub(r"[^가-힣a-z0-9]+", " ", text.lower())).strip()


@cache
def key(name: str) -> str:
    """띄어쓰기와 문장 부호를 뺀 이름. 검색은 이것이 같으면 같은 이름으로 본다."""
    return normalize(name.replace("²", "2")).replace(" ", "")


def distinct(names: Sequence[str]) -> list[str]:
    """띄어쓰기만 다른 이름은 하나만. 본말이 아니면 띄어 쓴 쪽을 남긴다."""
    found = {key(names[0]): names[0]}
    for name in sorted(names[1:], key=lambda name: -name.count(" ")):
        found.setdefault(key(name), name)
    return [name for k, name in found.items() if k]


def glosses(text: str) -> list[tuple[str, list[str]]]:
    """본문이 스스로 밝힌 짝: 칼만 필터(Kalman filter) → 칼만 필터와 Kalman filter

    어디부터가 용어인지는 영어의 낱말 수로 짐작한다.
    """
    found = []
    for match in GLOSS.finditer(text):
        english = match["en"]
        words = LEAD.sub("", match["ko"]).split()[-len(english.split()) :]
        if not english.isupper():
            found.append((" ".join(words), [english, match["short"] or ""]))
    return found


def vocabulary(
    terms: Iterable[Term], told: Iterable[tuple[str, list[str]]]
) -> list[tuple[list[str], str]]:
    """용어마다 (이름들, 뜻풀이). 용어 목록에 본문이 밝힌 짝을 더한다."""
    rows = [(list(term.names), term.definition) for term in terms]
    known = {key(name): names for names, _ in reversed(rows) for name in names}
    for korean, names in told:
        if key(names[0]) in known:
            continue
        if key(korean) not in known:
            known[key(korean)] = [korean]
            rows.append((known[key(korean)], ""))
        known[key(korean)].extend(names)
    return [(distinct(names), meaning) for names, meaning in rows]


@cache
def pattern(name: str) -> re.Pattern:
    """띄어쓰기에 매이지 않고, 낱말의 첫머리나 한 낱말 안에서 이름을 찾는다."""
    k = key(name)
    spaced = rf"(?<![^ ]){' ?'.join(k)}"
    if k.isascii():
        return re.compile(rf"{spaced}s?(?![^ ])")
    if len(k) == 1:
        return re.compile(rf"{spaced}(?:{'|'.join(SUFFIXES)})?(?![^ ])")
    return re.compile(f"{spaced}|{k}")


Names = tuple[tuple[str, ...], ...]


def mentions(texts: tuple[str, ...], rows: Names) -> list[list[int]]:
    """한 쪽의 절마다, 거기에 나오는 용어의 번호."""
    squeezed = "".join(texts).replace(" ", "")
    present = [
        (number, [pattern(name) for name in names if key(name) in squeezed])
        for number, names in enumerate(rows)
    ]
    return [
        [number for number, found in present if any(p.search(text) for p in found)]
        for text in texts
    ]


def introduced(text: str, rows: Names) -> list[int]:
    """영어와 함께 적은 용어의 번호: 합성곱(convolution)"""
    places = [n for n, names in enumerate(rows) if f"{names[0]}(" in text]
    return [n for n in places if re.search(re.escape(rows[n][0]) + r"\([A-Za-z]", text)]


def plain(html: str) -> str:
    """태그와 수식을 뺀 글. 글 속의 기호는 글자만 남긴다."""
    text = unescape(TAG.sub("", BLOCK.sub(" ", html)))
    text = SYMBOL.sub(lambda match: TEX.sub("", match[1]), FORMULA.sub(" ", text))
    return " ".join(text.split())


@cache
def stem(word: str) -> str:
    return SUFFIX.sub("", word)


def stems(text: str) -> list[str]:
    return [stem(word) for word in normalize(text).split()]


def shrink(
    docs: list[dict],
    terms: Iterable[Term],
    planned: dict[str, list[str]],
    maps: set[str],
) -> dict:
    """Material이 모은 글을 검색이 읽는 꼴로. 바뀌지 않은 쪽은 지난번의 것을 쓴다.

    planned: 쪽마다, 그 쪽이 이름만 알려 주는 아직 쓰지 않은 장들
    maps: 장이 아니라 장으로 이끄는 쪽들. 같은 말이 있으면 장이 먼저다
    """
    pages = {
        url: list(group)
        for url, group in groupby(docs, lambda doc: doc["location"].split("#")[0])
    }
    told = [pair for page in pages.values() for pair in pairs(page)]
    known = vocabulary(terms, told)
    rows = tuple(tuple(names) for names, _ in known)
    names = hashlib.sha256(dumps(rows).encode()).hexdigest()
    fitted = []
    for url, page in pages.items():
        more = planned.get(url), 0.4 if url in maps else 1
        key = _key(page), names, more, PAGE_BYTES, HEAD
        fitted += keep.kept("fit", key, partial(_shrunk, page, rows, *more))
    return {"terms": known, "docs": fitted}


def _key(page: list[dict]) -> tuple:
    return [[doc.get(k) for k in (*TOLD, *KEPT)] for doc in page], CODE_HERE


def pairs(page: list[dict]) -> list[tuple[str, list[str]]]:
    """한 쪽의 본문이 스스로 밝힌 짝."""

    def make() -> list[tuple[str, list[str]]]:
        return [pair for doc in page for pair in glosses(entry(doc)["text"])]

    return keep.kept("pairs", _key(page), make)


def _shrunk(
    docs: list[dict], rows: Names, planned: list[str] | None, boost: float
) -> list[dict]:
    page = [entry(doc) for doc in docs]
    texts = tuple(normalize(f"{e['title']} {e['text']}") for e in page)
    for section, found in zip(page, mentions(texts, rows), strict=True):
        section["terms"] = found
        section["introduces"] = introduced(section["text"], rows)
    page[0]["planned"] = planned
    page[0].setdefault("boost", boost)
    return fit(page)


def entry(doc: dict) -> dict:
    """절 하나. 코드에서는 정의한 이름만 남긴다."""
    code = TAG.sub("", " ".join(map(unescape, CODE.findall(doc["text"]))))
    return {
        "location": doc["location"],
        "title": plain(doc["title"]),
        "text": plain(CODE.sub(" ", doc["text"])),
        "words": " ".join(dict.fromkeys(DEFINED.findall(code))),
        **({} if "#" in doc["location"] else {k: doc[k] for k in KEPT if k in doc}),
    }


def dumps(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def size(value) -> int:
    return len(gzip.compress(dumps(value).encode(), mtime=0))


def fit(page: list[dict]) -> list[dict]:
    """쪽을 정해진 크기로. 절마다 첫머리를 조금 남기고, 자주 쓴 낱말을 담을 수 있는 만큼
    담고, 그래도 남으면 첫머리를 늘린다."""
    limit = PAGE_BYTES * page[0]["boost"]
    body = [stems(section["text"]) for section in page]
    often = Counter(word for words in body for word in words if len(word) > 1)
    ranked = [word for word, _ in often.most_common()]

    def cut(length: int, count: int) -> list[dict]:
        fresh = set(ranked[:count])
        return [
            shorten(section, words, length, fresh)
            for section, words in zip(page, body, strict=True)
        ]

    count = largest(len(ranked), lambda n: size(cut(HEAD, n)) <= limit)
    length = largest(2000, lambda n: size(cut(n, count)) <= limit)
    return cut(length, count)


def largest(high: int, fits) -> int:
    """fits를 만족하는 가장 큰 수. 작을수록 쉽다고 본다."""
    low = 0
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def shorten(section: dict, words: list[str], length: int, fresh: set[str]) -> dict:
    """본문의 앞 length자와, 나머지에서 fresh에 든 낱말. 담은 낱말은 fresh에서 뺀다."""
    text = section["text"]
    end = len(text) if len(text) <= length else max(0, text.rfind(" ", 0, length + 1))
    fresh.difference_update(stems(text[:end]))
    rest = [word for word in dict.fromkeys(words) if word in fresh]
    fresh.difference_update(rest)
    more = " ".join([section["words"], *rest]).strip()
    short = {**section, "text": text[:end], "words": more}
    return {k: v for k, v in short.items() if v or k in ("location", "title", "text")}
