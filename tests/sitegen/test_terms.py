"""terms.csv와 그것을 읽는 사람."""

import pytest

from sitegen.base.problem import Problems
from sitegen.book import terms
from sitegen.book.terms import anchor, key, load

HEADER = "en,ko,aliases,avoid,definition\n"


def messages(tmp_path, *rows: str, header: str = HEADER) -> str:
    path = tmp_path / "terms.csv"
    path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    with pytest.raises(Problems) as problems:
        load(path)
    return str(problems.value)


def test_책의_용어를_모두_읽는다():
    assert len(load()) >= 170
    assert all(term.definition for term in load())


@pytest.mark.parametrize(
    "name",
    [
        *("합성곱", "역전파", "교차 엔트로피", "과적합", "수치 미분", "이동 평균"),
        *("정규 방정식", "잔차", "결정 경계", "최소제곱법", "편미분", "등고선", "발산"),
        *(
            "고윳값",
            "상호상관",
            "팽창",
            "특잇값",
            "U-Net",
            "칼만 필터",
            "헝가리안 할당",
        ),
        *("SORT", "혼동 행렬", "ROC 곡선", "매개변수", "무작위성", "서포트 벡터"),
        *("AdaGrad", "RMSProp", "Adam", "AdamW", "모멘텀", "데이터 증강"),
    ],
)
def test_강의_계획서의_말이_있다(name):
    assert name in {term.ko for term in load()}


@pytest.mark.parametrize(
    ("title", "ko"),
    [
        ("선형회귀", "선형 회귀"),
        ("경사하강법", "경사 하강법"),
        ("크로스엔트로피", "교차 엔트로피"),
        ("오버피팅", "과적합"),
        ("이미지 증강", "데이터 증강"),
    ],
)
def test_장_제목의_말은_본문에도_쓸_수_있는_다른_이름이다(title, ko):
    (term,) = [term for term in load() if term.ko == ko]
    assert title in term.aliases


def test_장_제목은_피해야_할_말이_아니다():
    from sitegen.book import site

    avoided = {name for term in load() for name in term.avoid}
    for chapters in site.read_syllabus(site.config()).values():
        for chapter in chapters:
            assert not any(name in chapter.title for name in avoided), chapter.title


def test_자리는_겹치지_않는다():
    anchors = [anchor(term) for term in load()]
    assert len(set(anchors)) == len(anchors)


def test_영어_약어를_나누어_읽는다():
    (cnn,) = [term for term in load() if term.ko == "합성곱 신경망"]
    assert cnn.english == ("convolutional neural network", "CNN")
    assert cnn.written == ("합성곱 신경망", "합성곱신경망", "CNN")


def test_띄어쓰기와_대소문자가_달라도_같은_이름이다():
    assert key("U-Net") == key("u net") == "unet"


def test_줄_번호와_고치는_법을_말한다(tmp_path):
    said = messages(
        tmp_path,
        "convolution,합성곱,,,곱해 더하는 연산.",
        "kernel,커널,,",
        "filter,,,,무늬를 찾는 것",
        "stride,보폭, 스트라이드,,옮기는 칸 수.",
        "conv,컨볼루션,합성곱,,같은 이름이 위에 있다.",
    )
    assert "terms.csv:3: 칸이 4개다. 5개여야 한다." in said
    assert "terms.csv:4: ko 칸이 비었다." in said
    assert "terms.csv:4: 뜻풀이가 마침표로 끝나지 않는다." in said
    assert "terms.csv:5: aliases 칸의 앞뒤에 빈칸이 있다." in said
    assert "terms.csv:6: '합성곱'이(가) 2번째 줄의 '합성곱'에도 있다." in said


def test_이름_사이의_빈칸을_알린다(tmp_path):
    said = messages(tmp_path, "stride,보폭,가; 나,,옮기는 칸 수.")
    assert "aliases 칸은 이름 사이에만 빈칸 없이" in said


def test_첫_줄이_다르면_알린다(tmp_path):
    said = messages(tmp_path, header="ko,en\n")
    assert f"첫 줄은 `{','.join(terms.COLUMNS)}`이어야 한다." in said


def test_파일이_바뀌면_다시_읽는다(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text(HEADER + "a,가,,,첫째.\n", encoding="utf-8")
    assert len(load(path)) == 1
    path.write_text(HEADER + "a,가,,,첫째.\nb,나,,,둘째.\n", encoding="utf-8")
    assert len(load(path)) == 2
