"""페이지마다의 노트북: 온전하고, 위에서부터 실행되며, 페이지와 같은 것을 찍는다."""

import json

import nbformat
import pytest
from IPython.core.inputtransformer2 import TransformerManager
from nbclient import NotebookClient

from sitegen.book import page, site
from sitegen.faces import figures, notebooks
from sitegen.hooks import notebooks as hook
from sitegen.hooks import state
from sitegen.lint import kernel

TEXT = """\
---
title: 시험
---
# 시험 {: #top .big }

값은 $\\sum_{i=1}^{n} x_i$이고
[다음](02-next.md#절)과 [집](../index.md){ .md-button }을 본다.
`{ .코드 }`는 그대로다.[^1]

*[MSE]: 평균 제곱 오차

[^1]: 각주다.

## 실행

```python title="이름"
print("가")
```

```text title="출력"
가
```

??? tip "`x`의 귀띔 $x$"
    첫 줄

    - 목록

!!! note
    적어 둔다.

=== "하나"

    탭의 글

??? success "풀이"
    설명

    ```python
    print(1)
    ```

    ```text title="출력"
    1
    ```

    맺음

``` { .python .fails }
print(2)
raise ValueError("일부러: 틀림")
```

```text title="출력"
2
ValueError: 일부러: 틀림
```

```sh
echo 셸
```

```text title="출력"
셸
```

```yaml
key: { .값: 1 }
```

<dl-widget name="a">

대신 보이는 글

</dl-widget>

끝
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    docs = tmp_path_factory.mktemp("docs")
    path = docs / "dl" / "01-sample.md"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "DOCS", docs)
        return notebooks.notebook(page.read_strict(path))


def prose(made) -> str:
    cells = [c.source for c in made.cells if c.cell_type == "markdown"]
    return "\n\n".join(cells)


def code(made) -> list:
    """설치 다음의 코드 칸들."""
    return [c for c in made.cells if c.cell_type == "code"][1:]


def printed(cell) -> str:
    """칸이 찍은 글. 오류로 멈췄으면 그 마지막 줄까지."""
    texts = [o.text for o in cell.outputs if o.get("name") == "stdout"]
    errors = [
        f"{o.ename}: {o.evalue}" for o in cell.outputs if o.output_type == "error"
    ]
    return "".join([*texts, *errors])


def test_prose_becomes_plain_markdown(sample):
    text = prose(sample)
    base = site.config().site_url.rstrip("/")
    assert text.startswith("# 시험\n\n값은 $\\sum_{i=1}^{n} x_i$이고\n")
    assert f"[다음]({base}/dl/02-next/#%EC%A0%88)과 [집]({base}/)을 본다." in text
    assert "`{ .코드 }`는 그대로다.<sup>1</sup>" in text
    assert "<sup>1</sup> 각주다." in text
    assert "MSE" not in text
    assert "key: { .값: 1 }" in text
    assert "> **note**\n>\n> 적어 둔다." in text
    assert "**하나**\n\n탭의 글" in text
    summary = "<details><summary><code>x</code>의 귀띔 $x$</summary>"
    assert f"{summary}\n\n첫 줄\n\n- 목록\n\n</details>" in text
    assert "대신 보이는 글" not in text
    assert text.count(f"[책의 페이지]({base}/dl/01-sample/)") == 2


def test_blocks_become_cells_with_their_output(sample):
    first, solution, wrong, shell = code(sample)
    assert (first.source, printed(first)) == ('print("가")', "가\n")
    assert printed(solution) == "1\n" and solution.metadata.jupyter.source_hidden
    assert printed(wrong) == "2\nValueError: 일부러: 틀림"
    assert wrong.metadata.tags == ["raises-exception"]
    assert (shell.source, printed(shell)) == ("%%bash\necho 셸", "셸\n")
    around = [c.source for c in sample.cells if "풀이" in c.source]
    assert [text.split("\n")[2] for text in around] == ["설명", "맺음"]


def test_sample_is_valid_and_runs_in_a_kernel(sample):
    nbformat.validate(sample)
    fresh = nbformat.reads(notebooks.dumps(sample), as_version=4)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    NotebookClient(fresh, kernel_name="python3", timeout=120).execute()
    assert [printed(c) for c in code(fresh)] == [printed(c) for c in code(sample)]


def test_first_code_cell_installs_only_what_is_missing(sample, monkeypatch):
    install = next(c for c in sample.cells if c.cell_type == "code")
    source = TransformerManager().transform_cell(install.source)
    asked = []

    class Shell:
        def run_line_magic(self, name, line):
            asked.append((name, line))

    exec(source, {"get_ipython": Shell})
    assert asked == []
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    exec(source, {"get_ipython": Shell})
    package = f"deep-learning-kr-lessons @ git+{site.config().repo_url}"
    assert asked == [("pip", f'install -q "{package}"')]


def test_links_lead_to_the_file_and_to_colab():
    path = site.DOCS / "dl" / "05-linear-regression-1.md"
    owner = site.config().repo_url.removeprefix("https://github.com/")
    assert notebooks.links(path) == {
        "download": "../../notebooks/dl/05-linear-regression-1.ipynb",
        "colab": f"https://colab.research.google.com/github/{owner}/blob/notebooks/"
        "dl/05-linear-regression-1.ipynb",
    }


@pytest.mark.parametrize("path", site.lesson_pages(), ids=lambda path: path.stem)
def test_page_becomes_a_notebook_whose_cells_leave_each_other_alone(path):
    """칸의 출력은 블록의 시험이 이미 돌려 본 것이다. 함께 써도 되는지만 본다."""
    read = page.read_strict(path)
    made = notebooks.notebook(read)
    assert notebooks.dumps(made) == notebooks.dumps(notebooks.notebook(read))
    assert [c.source for c in code(made)] == [b.code.strip("\n") for b in read.runnable]
    assert [printed(c) for c in code(made)] == [shown_output(b) for b in read.runnable]
    pictures = [o for c in code(made) for o in c.outputs if "data" in o]
    assert len(pictures) >= len({f.uri for f in read.figures if shown(f, read)})
    nbformat.validate(made)
    assert [str(problem) for problem in kernel.check(read)] == []


def shown_output(block) -> str:
    text = block.output or ""
    return text.removesuffix("\n") if block.fails else text


HARMS = {
    "sum = 3": "내장 함수의 이름을 가린다: sum",
    "for max in [1]: pass": "내장 함수의 이름을 가린다: max",
    "import numpy as list": "내장 함수의 이름을 가린다: list",
    "def input(): pass": "내장 함수의 이름을 가린다: input",
    "import lessons.datasets as d\n\nd.load_iris = None": "가져온 것을 바꾼다",
    "import sys\n\nsys.stdout = None": "가져온 것을 바꾼다: sys.stdout",
    "import torch\n\nclass A: pass\n\ndel torch.nn": "가져온 것을 바꾼다: torch.nn",
    "import numpy as np\n\nnp.set_printoptions(precision=3)": "모두의 설정을 바꾼다",
    "import torch\n\nsetattr(torch, 'x', 1)": "모두의 설정을 바꾼다: setattr",
    "from torch import set_default_dtype\nset_default_dtype(1)": "모두의 설정을 바꾼다",
    "import matplotlib.pyplot as plt\n\nplt.rcParams['x'] = 1": "가져온 것을 바꾼다",
    "import matplotlib.pyplot as plt\n\nplt.rcParams.update({})": "그림의 설정",
    "import matplotlib.pyplot as plt\n\nplt.style.use('x')": "그림의 설정",
    "print(__file__)": "__file__이 없다",
    'x = """\n%time\n"""\n': "",
    "import numpy as np\n\nwith np.printoptions(precision=3):\n    print(1)": "",
    "def f():\n    sum = 3\n    return sum": "",
    "total = [max for max in [1]]": "",
    "import numpy as np\n\nx = np.zeros(3)\nx[0] = 1\nx.flags.writeable = False": "",
}


@pytest.mark.parametrize("source", HARMS)
def test_what_would_break_the_next_cell_is_told(source):
    told = [message for _, message in kernel.harms(source + "\n")]
    if not HARMS[source]:
        assert told == []
    else:
        assert any(HARMS[source] in message for message in told), told


def shown(figure, read) -> bool:
    return figure.program in {block.program for block in read.runnable}


def test_unchanged_pages_cost_nothing(monkeypatch):
    wanted = [f for path in site.lesson_pages() for f in page.read(path).figures]
    monkeypatch.setattr(state, "drawings", figures.draw(wanted))
    for path in site.lesson_pages():
        hook._notebook(path)
    monkeypatch.setattr(hook, "notebooks", None)  # 다시 만들려 하면 멈춘다
    monkeypatch.setattr(hook, "keep", None)
    again = [hook._notebook(path) for path in site.lesson_pages()]
    assert all(json.loads(text)["nbformat"] == 4 for text in again)
