"""`make check PAGE`: 전에는 조용히 지나간 실수마다 파일과 줄과 고치는 법을 말한다."""

import json
import unicodedata

import pytest

from sitegen.book import page, site
from sitegen.lint import checks, sources
from tests.sitegen.conftest import Project, copy

WRITING = {
    "들여쓴 코드": ("글이다.\n\n    x = 1\n", 7, "검증하지 않는 코드다"),
    "언어 없는 울타리": ("```\nx = 1\n```\n", 5, "언어가 없는 코드 울타리"),
    "모르는 언어": ("```pyhton\nx = 1\n```\n", 5, "모르는 언어의 울타리다: pyhton"),
    "중괄호 언어": ("```{code-cell}\nx = 1\n```\n", 5, "언어가 없는 코드 울타리"),
    "pre": ("<pre>\nx = 1\n</pre>\n", 5, "<pre> 속의 코드"),
    "div 속 울타리": (
        "<div>\n\n```python\nx = 1\n```\n\n</div>\n\n글\n",
        7,
        "<div> 속의 코드",
    ),
    "상자 속 3칸": (
        "!!! note\n    글\n\n   ```python\n   x = 1\n   ```\n",
        8,
        "4칸",
    ),
    "목록 속 3칸": ("1. 글\n\n   ```python\n   x = 1\n   ```\n", 7, "4칸"),
    "인용 속 울타리": ("> ```python\n> x = 1\n> ```\n", 6, "인용(>)"),
    "text 속 대화": ("```text\n>>> 1\n1\n```\n", 5, ">>>로 시작하는 코드"),
    "$$": ("$$\nx = 1\n\n글이다.\n", 5, "$$의 짝이 없다"),
    "굵은 글씨": ("이것은 **굵다.\n", 5, "닫히지 않았다"),
    "백틱": ("이것은 `코드다.\n", 5, "백틱의 짝"),
    "빈 줄 없는 상자": ("글이다.\n!!! note\n    글\n", 6, "상자 앞에 빈 줄"),
    "빈 상자": ("!!! note\n\n글이다.\n", 5, "상자가 비었다"),
    "문단이 둘인 상자": (
        "글이다.\n\n!!! note\n\n    글이다.\n\n    글이다.\n",
        None,
        "",
    ),
    "물음표 둘": ('?? tip "힌트"\n    글\n', 5, "물음표 셋"),
    "각주": ("글이다.[^3]\n", 5, "각주의 뜻이 없다"),
    "표": ("글이다.\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n", 7, "표가 글로 보인다"),
    "목록": ("글이다.\n- 하나\n- 둘\n", 6, "목록 앞에 빈 줄"),
    "링크의 빈칸": ("[가](나 다.md)\n", 5, "경로에 빈칸"),
    "달러": ("값은 $x이다.\n", 5, "$의 짝이 없다"),
    "맨 주소": ("https://example.org 를 본다.\n", 5, "맨 주소다"),
    "여기": ("[여기](../index.md)를 본다.\n", 5, "‘여기’만으로는"),
    "탭": ("글\t이다.\n", 5, "빈칸 넷"),
    "제목과 다른 파일": (
        '```python title="lessons/no.py"\n--8<-- "lessons/__init__.py"\n```\n',
        5,
        "제목은 lessons/no.py인데 코드는 lessons/__init__.py",
    ),
    "수식": ("$\\frca{1}{2}$이다.\n", 5, "모르는 명령"),
    "없는 그림": ("![무엇](x.png)\n", 5, "그림 파일이 없다"),
    "큰 그림": ("![무엇](big.png)\n", 5, "MB 아래로"),
    "한글 그림": ("![무엇](그림.png)\n", 5, "영문 소문자"),
    "남의 그림": ("![무엇](https://example.org/a.png)\n", 5, "다른 사이트의 그림"),
    "모르는 도구": ('<no-tool class="widget">\n</no-tool>\n', 5, "모르는 실험 도구"),
    "깨지 않는 도구": ("<line-fit>\n</line-fit>\n", 5, 'class="widget"이 없다'),
    "모르는 속성": (
        '<line-fit class="widget" colour="red">\n</line-fit>\n',
        5,
        "모르는 속성이다: colour",
    ),
    "text 속 파이썬": ("```text\nimport os\nprint(os)\n```\n", 5, "python으로 바꾸어"),
    "yaml 속 파이썬": ("```yaml\ndef f(): ...\n```\n", 5, "python으로 바꾸어"),
    "code": ("<code>\nx = 1\n</code>\n", 5, "<code> 속의 코드"),
    "samp": ("<samp>x = 1</samp>\n", 5, "<samp> 속의 코드"),
    "출력 아닌 text": (
        "```python\nx = 3\n```\n\n```text\n3\n```\n",
        9,
        "맞추어 보지 않는다",
    ),
    "출력이라는 python": ('```python title="출력"\nx = 3\n```\n', 5, "출력은 ```text"),
    "fails의 오타": ("``` { .python .fail }\nx\n```\n", 5, "표시다: .fail."),
    "옵션의 오타": ('```python tilte="x"\nx = 1\n```\n', 5, "옵션이다: tilte"),
    "없는 줄 강조": ('```python hl_lines="9"\nx = 1\n```\n', 5, "9번째인데"),
    "파일 이름만 적은 제목": (
        '```python title="no.py"\n--8<-- "lessons/__init__.py"\n```\n',
        5,
        "제목은 no.py인데",
    ),
    "img": ('<img src="none.png" alt="">\n', 5, "대체 텍스트가 없다"),
    "a": ('<a href="none.md">가</a>를 본다.\n', 5, "파일이 없다: none.md"),
    "참조 링크": ("[가][나]를 본다.\n\n[나]: none.md\n", 7, "파일이 없다: none.md"),
    "뜻 없는 참조": ("[가][나]를 본다.\n", 5, "참조 링크의 뜻이 없다"),
    "참조 그림": ("![무엇][나]\n\n[나]: none.png\n", 7, "그림 파일이 없다"),
    "iframe": ('<iframe src="x"></iframe>\n', 5, "<iframe>는 쓰지 않는다"),
    "script": ("<script>alert(1)</script>\n", 5, "<script>는 쓰지 않는다"),
    "style": ('<p style="color: red">글</p>\n', 5, "style 속성"),
    "닫지 않은 태그": ("글 <b>글\n", 5, "<b>가 닫히지 않았다"),
    "남는 태그": ("글\n\n</div>\n", 7, "여는 태그 없이 닫는다: </div>"),
    "모르는 태그": ("글 <numpy>글</numpy>\n", 5, "모르는 태그다: <numpy>"),
    "여러 줄 도구": (
        '<line-fit\n  class="widget"\n  colour="red">\n</line-fit>\n',
        5,
        "모르는 속성이다: colour",
    ),
    "이 책의 주소": (
        "[가](https://deep-learning-kr.github.io/deep-learning/dl/)를 본다.\n",
        5,
        "이 책의 주소다",
    ),
    "http": ("[가](http://example.org)를 본다.\n", 5, "https: 주소로"),
    "내 컴퓨터의 주소": ("[가](https://localhost/x)를 본다.\n", 5, "열리지 않을"),
    "다른 장의 번호": ("[2장](../dl/03-learning.md)을 본다.\n", 5, "글은 2장인데"),
    "남는 각주": ("글이다.\n\n[^1]: 뜻\n", 7, "부르지 않는 각주"),
    "두 번 쓴 각주": ("글[^1]\n\n[^1]: 뜻\n\n[^1]: 뜻\n", 9, "7번째 줄에도"),
    "건너뛴 제목": ("## 가\n\n#### 나\n", 7, "4단계로 건너뛴다"),
    "빈 제목": ("## \n\n글\n", 5, "제목이 비었다"),
    "밑줄 친 제목": ("글이다.\n---\n", 6, "윗줄이 제목이 된다"),
    "표의 칸": ("| 가 | 나 |\n|---|---|\n| 1 |\n", 7, "이 줄은 1칸"),
    "$ 안의 빈칸": ("값은 $ x $ 이다.\n", 5, "안쪽에 빈칸"),
    "취소선": ("이것은 ~~취소~~다.\n", 5, "취소선"),
    "형광펜": ("이것은 ==형광==이다.\n", 5, "형광펜"),
    "그림 글자": ("좋다 :smile:\n", 5, "그림 글자"),
    "할 일": ("- [ ] 할 일\n", 5, "할 일 목록"),
    "위키": ("[[가]]를 본다.\n", 5, "위키 링크"),
    "첨자": ("H~2~O다.\n", 5, "첨자는"),
    "틀": ("{{ page.title }}이다.\n", 5, "틀의 표시"),
    "GitHub 상자": ("> [!NOTE]\n> 글이다.\n", 5, "GitHub의 상자"),
    "콜론 상자": (":::note\n글\n:::\n", 5, "이 책의 상자가 아니다"),
    "점 목록": ("• 가\n• 나\n", 5, "목록이 글로"),
    "괄호 목록": ("1) 가\n2) 나\n", 5, "목록이 글로"),
    "글자 이름": ("가 &nbps; 나\n", 5, "모르는 글자 이름"),
    "모르는 상자": ("\n!!! notte\n    글\n", 6, "모르는 상자다: notte"),
    "따옴표 없는 제목": ("\n!!! note 제목\n    글\n", 6, "큰따옴표로 감싼다"),
    "같은 자리": ("## 가 { #a }\n\n## 나 { #a }\n", 7, "같은 이름의 자리"),
    "말 없는 대체 텍스트": ("![그림](small.png)\n", 5, "만으로는 그림을"),
    "풀어진 한글": (unicodedata.normalize("NFD", "가나다\n"), 5, "NFD"),
    "폭 없는 빈칸": ("가\u200b나\n", 5, "U+200B"),
    "전각": ("가，나\n", 5, "U+FF0C"),
    "없는 파일의 이름": ("`lessons/dl/none.py`를 본다.\n", 5, "없는 파일을"),
    "없는 모듈의 이름": ("`lessons.dl.none`을 본다.\n", 5, "없는 모듈이나"),
    "없는 명령": ("`make nothing`을 친다.\n", 5, "없는 명령을"),
    "틀린 영어": ("합성곱(convoluton)을 배운다.\n", 5, "convolution인데"),
    "정수로 시작하는 $": ("넓이는 $1 + 2 + 2 = 5이다.\n", 5, "$의 짝이 없다"),
    "값": ("점심은 $12이고 저녁은 $15다.\n", None, ""),
    "떨어진 링크": ("[가] (../index.md)를 본다.\n", 5, "사이에 빈칸이 있다"),
    "거꾸로 쓴 링크": ("(가)[../index.md]를 본다.\n", 5, "괄호가 거꾸로다"),
    "빈 링크": ("[가]()를 본다.\n", 5, "갈 곳이 없는 링크"),
    "갈 곳 없는 #": ("[가](#)를 본다.\n", 5, "갈 곳이 없는 링크"),
    "GitHub의 이 책": (
        "[가](https://github.com/deep-learning-kr/deep-learning/blob/main/docs/dl/"
        "index.md)를 본다.\n",
        5,
        "이 책의 주소다",
    ),
    "사이트 밖의 파일": (
        "[가](../../lessons/__init__.py)를 본다.\n",
        5,
        "독자의 사이트에 없는",
    ),
    "번호뿐인 대체 텍스트": ("![그림 1](small.png)\n", 5, "만으로는 그림을"),
    "파일 이름인 대체 텍스트": ("![small](small.png)\n", 5, "만으로는 그림을"),
    "그림이 아닌 그림": ("![무엇](text.png)\n", 5, "속은 아니다"),
    "그릴 프로그램이 없는 그림": (
        "![무엇](figures/m/none.svg)\n",
        5,
        "프로그램이 없다: snippets/m/m/none.py",
    ),
    "같은 제목": ("## 가나\n\n글\n\n## 가나\n", 9, "5번째 줄에도 있다"),
    "다른 절의 같은 제목": ("## 나\n\n### 라\n\n## 다\n\n### 라\n", None, ""),
    "없는 식": ("식 (99.1)을 본다.\n", 5, "식 (99.1)가 없다"),
    "가로줄 없는 표": ("| 가 | 나 |\n| 1 | 2 |\n", 5, "|---|를"),
    "닫지 않은 주석": ("<!-- 나중에\n\n글이다.\n", 5, "뒤의 글이 사라진다"),
    "남긴 할 일": ("TODO: 나중에 쓴다.\n", 5, "할 일이 글에 남았다"),
    "않 된다": ("그러면 않 된다.\n", 5, "안 된"),
    "환경의 짝": (
        "$$\n\\begin{aligned} x\n$$\n\n$$\ny\n$$\n",
        6,
        "짝 \\end{aligned}가 없다",
    ),
    "백틱 둘": ("``python\nx = 1\n``\n", 5, "백틱이 둘뿐"),
    "큰제목 둘": ("글\n\n# 나\n", 7, "큰제목(#)이 둘"),
    "옮기다 틀린 수": (
        "```python\nprint(0.8734, 3600)\n```\n\n"
        '```text title="출력"\n0.8734 3600\n```\n\n정확도는 0.863이다.\n',
        13,
        "글은 0.863인데 출력은 0.8734",
    ),
    "옮기다 틀린 자연수": (
        "장수는 3,690이다.\n\n```python\nprint(3600)\n```\n\n"
        '```text title="출력"\n3600\n```\n',
        5,
        "글은 3,690인데 출력은 3600",
    ),
    "옮긴 수": (
        "```python\nprint(0.8734, 3600)\n```\n\n"
        '```text title="출력"\n0.8734 3600\n```\n\n'
        "정확도는 87.34%, 줄여서 0.873이고 3,600장, 0.51이다.\n",
        None,
        "",
    ),
    "있는 이름": (
        "`lessons/dl/learning.py`의 `lessons.dl.learning.mean`과 `make check`, "
        "합성곱(convolution), x < 3, [웹](https://example.org)이다.\n",
        None,
        "",
    ),
    "있는 그림": ("![무엇](small.png)\n", None, ""),
    "있는 것들": (
        "**굵고** `코드`와 $x$다.\n\n$$\ny\n$$\n\n- 목록\n\n"
        "!!! note\n    글\n\n    ```text\n    x\n    ```\n",
        None,
        "",
    ),
}
HEAD = "---\n{title: 가, description: 가}\n---\n# 가\n"
PNG = b"\x89PNG"

MODULE = "lessons/dl/learning.py"
PAGE = "docs/dl/03-learning.md"
FOLDER = "snippets/dl/03-learning"
EXERCISE = f"{FOLDER}/exercises/1-weighted-mean"
TEST = "tests/dl/test_learning.py"

# (고친 것, 파일, 찾아 바꿀 글 또는 새 글, 알려야 할 곳, 말)
CHAPTER = {
    "reading_time": (
        PAGE,
        "reading_time: 30",
        "reading_time: 한 시간",
        "5",
        "자연수다",
    ),
    "modules": (PAGE, f"[{MODULE}]", MODULE, "8", "목록이다"),
    "짧은 reading_time": (
        PAGE,
        "reading_time: 30",
        "reading_time: 1",
        "5",
        "분쯤이다. 맞춘다",
    ),
    "펼쳐 둔 보기": (PAGE, "??? quiz", "???+ quiz", ":", "답이 먼저 보이는"),
    "보기의 번호": (PAGE, '"① ', '"② ', ":", "번호가 ①이(가) 아니다"),
    "채점하는 함수": (
        f"{EXERCISE}/check.py",
        "def check(",
        "def chek(",
        "1",
        "채점하는 함수가 없다",
    ),
    "멈추는 채점": (
        f"{EXERCISE}/check.py",
        "def check(",
        "none()\n\n\ndef check(",
        "1",
        "채점하는 코드가 멈췄다. NameError",
    ),
    "모양": (f"{FOLDER}/first.py", "print(", "print( ", ":", "ruff format"),
    "풀어진 출력": (
        f"{FOLDER}/first.out",
        "2.0",
        unicodedata.normalize("NFD", "가"),
        "1",
        "낱자로 풀려",
    ),
    "빠진 것": (PAGE, "reading_time: 30\n", "", "1", "빠진 것: reading_time"),
    "YAML": (PAGE, "title: 학습의", "title: '학습: 의", ":", "YAML로 읽을 수 없다"),
    "미리 읽을 장": (PAGE, "- 고등학교 미적분", "- 09-none.md", "6", "09-none.md"),
    "제목": (PAGE, "\n# 학습의 개념과 원리", "\n# 학습", "10", "큰제목은 ‘학습’인데"),
    "title": (
        PAGE,
        "title: 학습의 개념과 원리",
        "title: 다름",
        "2",
        "강의 계획서의 제목",
    ),
    "수식 번호": (PAGE, "\\tag{3.1}", "\\tag{4.1}", ":", "번호가 4.1이다"),
    "건너뛴 수식": (PAGE, "\\tag{3.1}", "\\tag{3.4}", ":", "3.1이(가) 올 자리에"),
    "없는 식": (PAGE, "손계산과 같은", "식 (3.7)과 같은", ":", "식 (3.7)가 없다"),
    "연습 번호": (PAGE, "연습 1.", "연습 2.", ":", "연습 2인데 코드는 1-weighted"),
    "연습 함수": (PAGE, "`weighted_mean(x, w)`", "`other(x, w)`", ":", "글은 other"),
    "보기 하나": (
        PAGE,
        '??? quiz "① 달라진다"\n    아니다. 덧셈은 순서를 바꾸어도 같다.\n\n',
        "",
        ":",
        "보기가 하나뿐",
    ),
    "까닭 없는 보기": (PAGE, " 덧셈은 순서를 바꾸어도 같다.", "", ":", "까닭이 없다"),
    "목록 퀴즈": (PAGE, "??? quiz", "- [ ]", ":", "??? quiz"),
    "풀이": (f"{EXERCISE}/solution.py", "w.sum()", "x.sum()", "1", "풀이가 채점을"),
    "알아채지 못함": (
        f"{EXERCISE}/wrong_count.py",
        "/ len(x)",
        "/ w.sum()",
        "1",
        "알아채지 못한다",
    ),
    "전역 난수": (
        MODULE,
        "    x = finite",
        "    np.random.seed(0)\n    x = finite",
        ":",
        "np.random.seed: 모두가",
    ),
    "영어 오류": (
        MODULE,
        '    x = finite("x", x, "n")\n',
        '    if x is None:\n        raise ValueError("x must not be None")\n',
        ":",
        "한국어로 말한다",
    ),
    "가져오지 않은 이름": (MODULE, "float(x.sum()", "float(y.sum()", ":", "ruff F821"),
    "문법": (
        MODULE,
        "def mean(x: Array) -> float:",
        "def mean(x: Array -> float",
        ":",
        "문법이 틀렸다",
    ),
    "빈 시험": (
        TEST,
        "    assert mean([1, 2, 3]) == 2",
        "    pass",
        ":",
        "아무것도 확인하지 않는다",
    ),
    "큰 출력": (f"{FOLDER}/first.out", "2.0\n", "2.0\n" * 9000, "1", "바이트다"),
    "경로": (f"{FOLDER}/first.out", "2.0", "/home/me/x.py", "1", "경로가 있다"),
    "닫지 않은 영역": (MODULE, "# --8<-- [end:mean]\n", "", ":", "닫지 않아"),
    "두 번 쓴 머리말": (PAGE, "modules:", "reading_time: 3\nmodules:", "8", "두 번"),
    "모르는 머리말": (PAGE, "modules:", "taggs: [가]\nmodules:", "8", "tags인지 본다"),
    "두 번 쓴 꼬리표": (
        PAGE,
        "tags: [학습",
        "tags: [가, 가, 학습",
        "4",
        "두 번 있다: 가",
    ),
    "저 자신": (PAGE, "- 고등학교 미적분", "- 03-learning.md", "6", "앞에 있지 않다"),
    "뒤의 장": (PAGE, "- 고등학교 미적분", "- dl/14-softmax.md", "6", "앞에 있지 않다"),
    "빈 설명": (PAGE, "description: ", "description: ''\nx: ", "3", "비었다"),
    "머리말 앞": (PAGE, "---\ntitle", "\n---\ntitle", "1", "앞에 빈 줄"),
    "연습의 인자": (
        PAGE,
        "weighted_mean(x, w)`",
        "weighted_mean(w, x)`",
        ":",
        "차례를",
    ),
    "코드 없는 연습": (
        PAGE,
        "## 확인 퀴즈",
        "### 연습 2. 둘째 (코드)\n\n글이다.\n\n## 확인 퀴즈",
        ":",
        "시작 코드가 없다",
    ),
    "건너뛴 연습": (
        PAGE,
        "## 확인 퀴즈",
        "### 연습 3. 셋째 (증명)\n\n글이다.\n\n## 확인 퀴즈",
        ":",
        "번호를 차례로",
    ),
    "합치다 만 가운데": (
        PAGE,
        "## 확인 퀴즈",
        "=======\n\n## 확인 퀴즈",
        ":",
        "합치다 만",
    ),
    "합치다 만 출력": (
        f"{FOLDER}/first.out",
        "2.0",
        "<<<<<<< a\n2.0",
        "1",
        "합치다 만",
    ),
    "합치다 만 용어": ("terms.csv", "en,ko", ">>>>>>> b\nen,ko", "1", "합치다 만"),
    "그리고 보이지 않음": (
        f"{FOLDER}/first.py",
        "print(",
        "import matplotlib.pyplot as plt\n\nplt.plot([1])\nprint(",
        PAGE,
        "그림 1개를 그리는데",
    ),
    **{
        f"색 {colour}": (
            f"{FOLDER}/first.py",
            "print(",
            f"import matplotlib.pyplot as plt\n\nplt.plot([1], {colour})\nprint(",
            "5",
            "어두운 화면에서",
        )
        for colour in ('"r--"', 'color="tab:blue"', "c=(1, 0, 0)", 'mfc="#f00"')
    },
    **{
        f"레슨의 {code}": (
            MODULE,
            "    x = finite",
            f"    {code}\n    x = finite",
            ":",
            words,
        )
        for code, words in {
            "print(x)": "출력한다",
            "assert x": "assert로 막는다",
            "raise ValueError": "까닭 없는 오류",
            'raise Exception("나쁘다")': "대신 ValueError",
            'why = "must be given"; raise ValueError(why)': "한국어로 말한다",
            'raise ValueError("empty")': "한국어로 말한다",
            "from numpy.random import rand; rand()": "모두가 나누어 쓰는",
            "import numpy.random as npr; npr.rand()": "모두가 나누어 쓰는",
            "import numpy as np; np.random.default_rng()": "씨앗을 정하지",
            "import scipy": "NumPy만 쓰고",
        }.items()
    },
    **{
        f"시험의 {code}": (TEST, "assert mean([1, 2, 3]) == 2", code, ":", words)
        for code, words in {
            "assert True": "늘 참이다",
            "assert np.pi == np.pi": "저 자신과",
            "np.allclose(mean([1]), 1)": "비교한 결과를 버린다",
            'pytest.skip("나중에")': "건너뛴다",
        }.items()
    },
    "꼬리표": (
        PAGE,
        "tags: [학습의 개념과 원리]",
        "tags: [시험 꼬리표]",
        "4",
        "‘시험꼬리표’로 쓴다",
    ),
}
MADE = {
    "표준 라이브러리": (f"{FOLDER}/random.py", "x = 1\n", "라이브러리와 같다"),
    "이웃": (f"{FOLDER}/fir_st.py", "x = 1\n", "헷갈리는 이름이다"),
    "데이터": (f"{FOLDER}/data.csv", "1,2\n", "보일 일이 없는 파일"),
    "한글 이름": (f"{FOLDER}/첫째.py", "x = 1\n", "영문 소문자"),
    "곁의 프로그램": (f"{FOLDER}/second.py", "import first\n", "곁의 프로그램을"),
    "읽는 이에게 없는 것": (
        f"{FOLDER}/third.py",
        "import sklearn\n",
        "lessons.datasets",
    ),
    "쓰이지 않는 파일": (f"{FOLDER}/lost.py", "x = 1\n", "보이지 않는 프로그램"),
    "반쪽 연습문제": (
        f"{FOLDER}/exercises/2-half/starter.py",
        "x = 1\n",
        "solution.py이(가) 없다",
    ),
    "번호 없는 폴더": (f"{FOLDER}/exercises/half/starter.py", "x = 1\n", "`번호-이름`"),
}
DRAW = 'import matplotlib.pyplot as plt\n\nplt.plot([1], color="red")\nplt.show()\n'


def check_each(book: Project, pages: list[str]) -> str:
    """페이지마다 `make check PAGE`가 찾는 것."""
    done = book.python(
        "from pathlib import Path\nfrom sitegen.lint import checks\n"
        f"for name in {pages!r}:\n"
        "    print(*checks.run([Path(name).resolve()]), sep='\\n')"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def written(first_project, tmp_path_factory) -> str:
    """글의 실수를 페이지 하나에 하나씩 저지른 책."""
    book = copy(first_project, tmp_path_factory.mktemp("written"))
    (book.root / "docs/m").mkdir()
    (book.root / "docs/m/big.png").write_bytes(b"\0" * 600_000)
    for name in ("small", "그림"):
        (book.root / f"docs/m/{name}.png").write_bytes(PNG)
    (book.root / "docs/m/text.png").write_bytes(b"<html>")
    for number, (text, _, _) in enumerate(WRITING.values()):
        book.write(f"docs/m/p{number}.md", HEAD + text)
    return check_each(book, [f"docs/m/p{n}.md" for n in range(len(WRITING))])


@pytest.mark.parametrize("mistake", WRITING)
def test_half_open_writing_is_told(written, mistake):
    _, line, words = WRITING[mistake]
    name = f"docs/m/p{list(WRITING).index(mistake)}.md:"
    said = [row for row in written.split("\n") if row.startswith(name)]
    said = [row for row in said if "차례에 없는 페이지" not in row]
    if line is None:
        assert said == []
    else:
        place = f"{name}{line}: "
        assert any(row.startswith(place) and words in row for row in said), said


EACH = """
import json, sys
from pathlib import Path
from sitegen.lint import checks, drawn, practice
said = {}
grades, ruff, draws = practice._grades, checks.ruff, drawn.check
checks._formulas = lambda read: []  # 수식의 실수는 written이 본다
for name, (file, old, new, place, words) in json.loads(sys.argv[1]).items():
    # 채점, ruff, 그리기는 그것이 찾을 실수에서만 돌린다
    practice._grades = grades if "/exercises/" in file else lambda folders: []
    checks.ruff = ruff if "ruff" in words else lambda files: []
    drawn.check = draws if place.endswith(".md") else lambda read: []
    path = Path(file).resolve()
    kept = path.read_text("utf-8")
    assert old in kept, name
    path.write_text(kept.replace(old, new), "utf-8")
    said[name] = [str(p) for p in checks.run([Path(sys.argv[2]).resolve()])]
    path.write_text(kept, "utf-8")
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def changed(first_project, tmp_path_factory) -> dict[str, list[str]]:
    """한 군데씩 고쳤다가 되돌린 책에서 그때마다 찾은 것."""
    book = copy(first_project, tmp_path_factory.mktemp("changed"))
    book.new("dl", "softmax", "소프트맥스")
    book.edit("docs/dl/14-softmax.md", "tags: [소프트맥스]", "tags: [시험꼬리표]")
    arguments = ["", json.dumps(CHAPTER), PAGE]
    done = book.python(f"import sys; sys.argv = {arguments!r}\n{EACH}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("mistake", CHAPTER)
def test_what_is_said_twice_is_compared(changed, mistake):
    file, _, _, place, words = CHAPTER[mistake]
    file, place = (place, ":") if place.endswith(".md") else (file, place)
    start = f"{file}:" + (f"{place}: " if place != ":" else "")
    said = changed[mistake]
    assert any(row.startswith(start) and words in row for row in said), said


def test_files_that_do_not_belong_are_told(project):
    assert check_each(project, [PAGE]).strip() == ""
    for file, text, _ in MADE.values():
        project.write(file, text)
    project.write(f"{FOLDER}/draw.py", DRAW)
    block = f'\n```python title="{FOLDER}/draw.py"\n--8<-- "{FOLDER}/draw.py"\n```\n'
    project.append(PAGE, block)
    said = check_each(project, [PAGE])
    for _, _, words in MADE.values():
        assert words in said, words
    assert "`![무엇을 볼지](figures/03-learning/draw.svg)` 줄을 쓴다" in said
    assert f"{FOLDER}/draw.py:3: 색을 'red'로 못 박으면" in said


BROKEN = {
    "nav의 들여쓰기": (
        "mkdocs.yml",
        "nav:\n",
        "nav:\n   x: [\n",
        "YAML로 읽을 수 없다",
    ),
    "계획서의 줄": (
        "book.yml",
        "title: 학습의",
        "titel: 학습의",
        "강의 계획서의 장은",
    ),
    "needs": (
        "book.yml",
        "needs: [dl/overview]",
        "needs: [dl/over]",
        "계획서에 없는 장",
    ),
    "모르는 설정": ("mkdocs.yml", "\nplugins:", "\npluginss:", "plugins인지 본다"),
    "두 번 적은 페이지": (
        "mkdocs.yml",
        "  - index.md\n",
        "  - index.md\n  - index.md\n",
        "두 번 적은",
    ),
    "없는 페이지": (
        "mkdocs.yml",
        "  - index.md\n",
        "  - index.md\n  - no.md\n",
        "nav가 없는 파일",
    ),
    "용어": ("terms.csv", "en,ko,", "english,ko,", "첫 줄은"),
    "용어의 따옴표": ("terms.csv", ",합성곱,", ',"합성곱,', "따옴표의 짝이"),
    "용어의 빈 줄": ("terms.csv", "definition\n", "definition\n\n", "빈 줄이다"),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_settings_are_told_with_their_line_and_no_traceback(project, mistake):
    file, old, new, words = BROKEN[mistake]
    project.edit(file, old, new)
    code = (
        "import runpy, sys\nfrom sitegen.base import setup\n"
        "setup.inside = lambda: True\n"
        "setup.prepare = setup.prepare_oracles = lambda: None\n"
        "sys.argv = ['sitegen', 'check', 'dl/03']\n"
        "runpy.run_module('sitegen', run_name='__main__', alter_sys=True)"
    )
    done = project.python(code)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr, done.stderr
    rows = done.stderr.split("\n")
    assert any(r.startswith(f"{file}:") and words in r for r in rows), done.stderr


def test_a_page_with_nothing_to_run_is_checked_too(project):
    code = (
        "import sys\nfrom sitegen import __main__ as main\n"
        "sys.exit(main.check(main.parser().parse_args(['check', 'dl/index'])))"
    )
    done = project.python(code)
    assert (done.returncode, done.stderr) == (0, "")
    assert "돌릴 블록이 없다" in done.stdout


@pytest.mark.parametrize(
    "name",
    [
        *("dl/03", "DL/03", "docs/dl/03-learning.md", "./docs/dl/03-learning.md"),
        *("dl\\03-learning", "dl/03-learning/", f"{FOLDER}/first.py", MODULE),
    ],
)
def test_a_page_is_found_by_what_a_contributor_has_at_hand(project, name):
    code = f"from sitegen import __main__ as m; print(m._find_page({name!r}))"
    done = project.python(code)
    assert done.stdout.strip() == str(project.root / PAGE), done.stderr


def test_a_page_that_is_not_there_names_the_nearest(project):
    code = "from sitegen import __main__ as m; m._find_page('dl/learning')"
    assert "docs/dl/03-learning.md" in project.python(code).stderr


def test_questions_are_numbered_in_order(project):
    quiz = (
        '**1. 가?**\n\n??? quiz "① 가"\n    맞다. 가.\n??? quiz "② 나"\n'
        "    아니다. 가.\n"
    )
    text = HEAD + "\n## 문제\n\n" + quiz + "\n" + quiz.replace("1.", "3.")
    project.write("docs/review/one.md", text)
    said = check_each(project, ["docs/review/one.md"])
    assert "docs/review/one.md:15: 물음 2이(가) 올 자리다" in said


def test_a_page_without_front_matter_is_told(project):
    project.write("docs/dl/index.md", "# 가\n\n글이다.\n")
    said = check_each(project, ["docs/dl/index.md"])
    assert "docs/dl/index.md:1: 머리말에 빠진 것: title, description." in said


def test_a_mark_before_the_code_is_told(project):
    file = project.root / f"{FOLDER}/first.py"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert f"{FOLDER}/first.py:1: 파일 앞에" in check_each(project, [PAGE])


@pytest.mark.parametrize("file", ["terms.csv", PAGE, f"{FOLDER}/first.py"])
def test_a_file_in_another_encoding_is_named(project, file):
    text = (project.root / file).read_text(encoding="utf-8") + "# 한글\n"
    (project.root / file).write_bytes(text.encode("cp949", "ignore"))
    said = check_each(project, [PAGE])
    assert f"{file}:" in said and "UTF-8이 아니다" in said


def test_a_lesson_keeps_the_lines_that_pyproject_leaves_alone():
    assert list(checks.ruff([site.LESSONS / "dl/softmax.py"])) == []


def test_a_chapter_in_a_folder_runs_the_tests_of_that_folder():
    """폴더를 나눈 장의 시험은 `tests/`의 같은 폴더에 있다."""
    path = next((site.DOCS / "cnn").glob("*-detection.md"))
    names = {test.name for test in sources.tests(page.read(path))}
    assert {"test_boxes.py", "test_nms.py", "test_yolo.py"} <= names
