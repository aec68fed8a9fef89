"""검색: 물음을 책의 말로 풀고, 그것을 가르치는 쪽을 앞에 세우고, 색인을 작게 둔다."""

import json
import random
import re
import subprocess
from pathlib import Path

import pytest

from sitegen.base.node import node
from sitegen.book import terms
from sitegen.faces import search, web
from tests.sitegen.small_site import build_site

RUNNER = Path(__file__).with_name("search.mjs")


def entry(location, title, text="", **fields):
    return {"location": location, "title": title, "text": text, **fields}


def ask(index: dict, queries: list[str]) -> list[dict]:
    book = {"config": {"terms": index["terms"]}, "docs": index["docs"]}
    data = json.dumps({"index": book, "queries": queries})
    done = node(
        RUNNER, input=data, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


def shrink(docs, planned=None, maps=frozenset()):
    return search.shrink(docs, terms.load(), planned or {}, set(maps))


@pytest.fixture(scope="module")
def book():
    """쪽마다 제목 하나를 가르치고, 이웃을 본문에서 한 번씩 들먹인다."""
    titles = {
        "a/": "합성곱 연산 1",
        "b/": "경사하강법",
        "c/": "객체 검출",
        "d/": "오버피팅",
        "e/": "크로스엔트로피",
        "f/": "객체 추적",
        "g/": "영역 분할",
    }
    sections = {
        "a/": "왜 이미지가 작아지는가",
        "b/": "학습률이 너무 크면",
        "c/": "비최대 억제",
        "f/": "칼만 필터",
        "g/": "U-Net",
    }
    docs = []
    for url, title in titles.items():
        others = ", ".join(t for t in titles.values() if t != title)
        docs.append(entry(url, title, f"<p>{title}을 배운다.</p>"))
        if url in sections:
            docs.append(entry(f"{url}#s", sections[url], f"<p>{sections[url]}</p>"))
        docs.append(entry(f"{url}#z", "정리와 다음", f"<p>{others}과 다르다.</p>"))
    docs.append(entry("", "홈", f"<p>{' '.join(titles.values())}</p>"))
    return shrink(docs, {"": ["역전파 1", "backpropagation"]}, {""})


CASES = {
    "합성곱": "a/",
    "합성곱은": "a/",
    "컨볼루션": "a/",
    "convolution": "a/",
    "합성곲": "a/",
    "합서": "a/",
    "gkqtjdrhq": "a/",
    "합성곱하면 이미지가 왜 작아지나요": "a/",
    "경사 하강법": "b/",
    "경사하강법으로": "b/",
    "경사하강볍": "b/",
    "gradient decsent": "b/",
    "러닝 레이트": "b/",
    "학습률이 클 때": "b/",
    "객체탐지": "c/",
    "객채 검출": "c/",
    "겹치는 상자를 남기는 방법": "c/",
    "엔엠에스": "c/",
    "과적합을 막는 방법": "d/",
    "과대적합이란 무엇인가요": "d/",
    "교차 앤트로피": "e/",
    "cross entropy": "e/",
    "kalman filter": "f/",
    "칼만": "f/",
    "객체 추": "f/",
    "유넷": "g/",
    "unet": "g/",
    "영역 분": "g/",
    "뷰최대 억제": "c/",
    "교차 앤튼로피": "e/",
    "역전파란": "",
}


def test_every_way_of_asking_finds_the_page(book):
    answers = ask(book, list(CASES))
    found = dict(zip(CASES, (a["pages"][:1] for a in answers), strict=True))
    assert found == {query: [page] for query, page in CASES.items()}


def test_what_was_asked_before_changes_no_answer(book):
    """한 글자씩 치는 동안 앞의 낱말에 낸 답을 다시 쓴다."""
    whole = ["합성곱하면 이미지가 왜", "과적합을 막는 방법", "뷰최대 억제"]
    typed = [query[:n] for query in whole for n in range(1, len(query) + 1)]
    forward = ask(book, typed)
    assert ask(book, typed[::-1])[::-1] == forward
    assert ask(book, typed[-1:]) == forward[-1:]


def test_nothing_close_is_passed_over():
    """글쇠를 다 풀어 견주지 않고 거르는 것이 오타를 놓치지 않는다."""
    names = sorted({search.key(n) for term in terms.load() for n in term.names})
    chosen = random.Random(0)
    letters = "가각괴꿔놔닮랄멋뽀쐐앉읽줘췌켜퇴표ㄱㅏㅢabsz2"

    def slip(name: str) -> str:
        at = chosen.randrange(len(name) + 1)
        put = chosen.choice(letters) * chosen.randint(0, 1)
        return name[:at] + put + name[at + chosen.randint(0, 1) :]

    some = chosen.sample(names, 120)
    words = [*some, *map(slip, some), *(slip(slip(name)) for name in some)]
    runner = RUNNER.with_name("hangul.mjs")
    done = node(
        runner,
        input=json.dumps(words),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    found = json.loads(done.stdout)
    assert found["sizes"]
    assert found["close"] > 1000
    assert found["missed"] == []


def test_texts_read_at_once_are_as_read_one_by_one():
    """검색은 책의 글을 하나로 이어 훑는다. 물음은 하나씩 다듬는다."""
    chosen = random.Random(0)
    pieces = (
        "합성곱 CNN은 conv2d를 λ R² ＣＮＮ 3×3 ㅎㅏ İ é \u1112\u1161 e\u0301 😀 ①…\n -_"
    )
    some = [
        "".join(chosen.choices(pieces, k=chosen.randrange(30))) for _ in range(3000)
    ]
    done = node(
        RUNNER.with_name("texts.mjs"),
        input=json.dumps(["", " ", "-", "가", *some, pieces]),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    found = json.loads(done.stdout)
    assert found["fields"] == found["oneByOne"]
    assert found["words"] == found["tally"]
    assert len(found["words"]) > 1000  # 낱말의 표가 넓어져야 한다
    assert found["having"] == found["plain"]


def test_an_english_term_is_not_a_slip_of_its_neighbour():
    docs = [entry("a/", "Adam"), entry("b/", "AdamW")]
    (answer,) = ask(shrink(docs), ["Adam 쉽게 설명해줘"])
    assert answer["pages"][0] == "a/"


def test_a_chapter_comes_before_the_map_that_names_it(book):
    (answer,) = ask(book, ["객체 검출"])
    assert answer["pages"].index("c/") < answer["pages"].index("")


def test_nothing_is_found_for_nothing(book):
    blank, strange = ask(book, ["  ", "zzzzqqqq"])
    assert blank["pages"] == strange["pages"] == []


def test_signs_of_a_query_language_are_only_signs(book):
    for answer in ask(
        book, ['"합성곱"', "+합성곱 -없음", "합성곱*", "(합성곱) [^", "합성곱\\"]
    ):
        assert answer["pages"][0] == "a/"


def test_what_was_found_is_marked_and_the_rest_is_escaped():
    docs = [entry("a/", "합성곱", "<p>커널 &lt;b&gt; 합성곱을 한다.</p>")]
    (answer,) = ask(shrink(docs), ["컨볼루션"])
    (item,) = answer["result"]["items"][0]
    marked = "<mark data-md-highlight>합성곱</mark>"
    assert item["title"] == marked
    assert item["text"] == f"커널 &lt;b&gt; {marked}을 한다."
    assert item["terms"] == {"합성곱": True}


def test_a_section_that_answers_comes_before_its_page(book):
    (answer,) = ask(book, ["비최대 억제"])
    assert [item["location"] for item in answer["result"]["items"][0]] == ["c/#s", "c/"]


def test_scores_fall_in_the_order_shown(book):
    """Material은 Enter를 누르면 점수가 가장 높은 것으로 간다."""
    (answer,) = ask(book, ["객체"])
    scores = [
        item["score"] for group in answer["result"]["items"] for item in group[:1]
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 2


CHO, JUNG = 588, 28
PARTICLES = ["은", "는", "이", "가", "을", "를", "의", "에서", "으로", "이란", "에는"]
QUESTIONS = (
    "{}이란 무엇인가요|{} 쉽게 설명해줘|{}는 왜 쓰나요|{}의 장단점|{} 파이썬 코드"
)


def mistype(name: str, rng: random.Random) -> str:
    """한 글자의 초성이나 중성을 바꾼다. 로마자는 이웃한 두 글자를 뒤바꾼다."""
    hangul = [i for i, char in enumerate(name) if "가" <= char <= "힣"]
    if not hangul:
        i = rng.randrange(len(name) - 1)
        return name[:i] + name[i + 1] + name[i] + name[i + 2 :]
    i = rng.choice(hangul)
    code = ord(name[i]) - 0xAC00
    step = rng.choice([CHO, JUNG])
    other = (code + step * rng.randrange(1, 19)) % (CHO * 19)
    return name[:i] + chr(0xAC00 + other) + name[i + 1 :]


def variants(term: terms.Term, rng: random.Random) -> dict[str, str]:
    name = term.ko
    asked = {
        "조사": name + rng.choice(PARTICLES),
        "물음": rng.choice(QUESTIONS.split("|")).format(name),
        "영어": rng.choice([str.lower, str.upper])(term.english[0]),
        "다른 이름": rng.choice([name, *term.aliases, *term.avoid]),
    }
    if " " in name:
        asked["붙여 쓰기"] = name.replace(" ", "") + rng.choice(["", *PARTICLES])
    if len(search.key(name)) >= 5:
        asked["오타"] = mistype(name, rng)
        asked["치다 만 것"] = name[: len(name) - 1]
    if len(term.english[0]) >= 8:
        asked["영어 오타"] = mistype(term.english[0].replace(" ", ""), rng)
    return asked


def test_every_term_is_found_however_it_is_written():
    """용어마다 쪽이 하나인 책에서, 미리 정하지 않은 물음을 지어 묻는다."""
    known = terms.load()
    docs = [
        entry(f"{n}/", term.ko, f"<p>{term.definition}</p>")
        for n, term in enumerate(known)
    ]
    rng = random.Random(20260101)
    asked = [
        (kind, query, f"{n}/")
        for n in rng.sample(range(len(known)), 80)
        for kind, query in variants(known[n], rng).items()
    ]
    answers = ask(shrink(docs), [query for _, query, _ in asked])
    missed: dict[str, list] = {kind: [] for kind, _, _ in asked}
    for (kind, query, page), answer in zip(asked, answers, strict=True):
        if page not in answer["pages"][:3]:
            missed[kind].append(
                (query, [known[int(p[:-1])].ko for p in answer["pages"][:3]])
            )
    for kind, found in missed.items():
        total = sum(k == kind for k, _, _ in asked)
        assert len(found) <= 0.05 * total, f"{kind}: {total}개 가운데 {found}"


def test_long_page_fits_and_keeps_its_terms():
    rng = random.Random(0)
    words = (
        "".join(map(chr, rng.choices(range(0xAC00, 0xD7A4), k=3))) for _ in range(4000)
    )
    noise = " ".join(words)
    docs = [
        entry("a/", "긴 쪽", f"<p>{noise} 칼만 필터</p>"),
        entry("b/", "짧은 쪽", "<p>글</p>"),
    ]
    index = shrink(docs)
    assert search.size(index["docs"][:1]) <= search.PAGE_BYTES
    assert 0 < len(index["docs"][0]["text"]) < len(noise)
    (answer,) = ask(index, ["칼만 필터"])
    assert answer["pages"] == ["a/"]


def test_code_leaves_only_what_it_defines():
    html = "<p>글</p><pre><code>import numpy\ndef conv2d(x):\n    return x</code></pre>"
    index = shrink([entry("a/", "쪽", html)])
    assert index["docs"][0]["text"] == "글"
    assert index["docs"][0]["words"] == "conv2d"


def test_text_teaches_names_that_the_term_list_lacks():
    found = search.glosses(
        "이를 얽힘 엔트로피(entanglement entropy, EE)라고 한다. 값(ABC)이다."
    )
    assert found == [("얽힘 엔트로피", ["entanglement entropy", "EE"])]
    docs = [
        entry("a/", "가", "<p>흔들 나침반(wobbly compass)을 쓴다.</p>"),
        entry("b/", "나"),
    ]
    for answer in ask(shrink(docs), ["wobbly compass", "흔들나침반을"]):
        assert answer["pages"] == ["a/"]


def test_site_uses_our_worker_on_every_page(tmp_path):
    pages = {
        "index.md": "# 홈\n\n글",
        "a.md": "# 합성곱\n\n글",
        "tags.md": "# 꼬리표\n\n글",
    }
    built = build_site(tmp_path, "search", "search", pages)
    worker = web.build().entries["search.worker.ts"]
    for html in built.rglob("*.html"):
        assert f"assets/javascripts/{worker}" in html.read_text(encoding="utf-8")
    search = built / "search"
    stub = json.loads((search / "search_index.json").read_text(encoding="utf-8"))
    assert stub["docs"] == [], "색인은 검색창을 건드릴 때 받는다"
    index = json.loads((search / stub["config"]["index"]).read_text(encoding="utf-8"))
    boosts = {doc["location"]: doc["boost"] for doc in index["docs"]}
    assert boosts == {"": 0.4, "a/": 1, "tags/": 0.4}
    (term,) = index["docs"][1]["terms"]
    assert index["config"]["terms"][term][0][0] == "합성곱"


def test_bundle_is_reused_until_the_source_changes(monkeypatch):
    first = web.build()
    with monkeypatch.context() as patch:
        patch.setattr(web, "node", None)  # 다시 묶으려 하면 멈춘다
        assert web.build() == first
    name = first.entries["search.worker.ts"]
    assert re.fullmatch(r"search\.worker\.[A-Z0-9]{8}\.js", name)
    assert (first.folder / name).stat().st_size < 30_000


def test_types_hold():
    done = node(
        web.ROOT / "node_modules" / "typescript" / "bin" / "tsc",
        "-p",
        web.SOURCE / "tsconfig.json",
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
