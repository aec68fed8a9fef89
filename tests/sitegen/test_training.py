"""긴 프로그램: 영수증이 맞으면 다시 돌지 않고, 맞지 않으면 무엇을 할지 말한다."""

import json

import pytest

from sitegen.book import site
from sitegen.book.page import Block
from sitegen.running import receipts
from sitegen.stages import blocks

FOLDER = "snippets/dl/03-learning"
PAGE = "docs/dl/03-learning.md"
TRAIN = """\
# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import save

open({counter!r}, "a").write("1")
w = np.full(3, 1 / 3)
print("손실", w[0].round(4))
save("dl/tiny", w=w)
"""
USE = """\
from lessons.artifacts import load

print(load("dl/tiny")["w"].dtype)
"""


@pytest.fixture
def counter(tmp_path_factory):
    return tmp_path_factory.mktemp("counter") / "runs"


@pytest.fixture
def book(project, counter):
    """긴 프로그램과, 그것이 남긴 것을 읽는 짧은 프로그램이 있는 책."""
    text = ""
    for name, code in ("train", TRAIN.format(counter=str(counter))), ("use", USE):
        project.write(f"{FOLDER}/{name}.py", code)
        project.write(f"{FOLDER}/{name}.out", "")
        place = f"{FOLDER}/{name}"
        text += f'\n```python title="{place}.py"\n--8<-- "{place}.py"\n```\n'
        text += f'\n```text title="출력"\n--8<-- "{place}.out"\n```\n'
    project.append(PAGE, text)
    return project


def command(book, *words: str) -> tuple[int, str]:
    done = book.python(
        "import sys\nfrom sitegen import __main__ as m\n"
        f"args = m.parser().parse_args({list(words)!r})\nsys.exit(args.function(args))"
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def trained(book):
    assert command(book, "train", "dl/03")[0] == 0
    assert command(book, "outputs")[0] == 0
    return book


def test_untrained_program_is_told_by_check_and_by_its_block(book):
    told = (
        f"{FOLDER}/train.py:1: 긴 프로그램인데 영수증이 없다. `make train PAGE=dl/03`"
    )
    status, said = command(book, "check", "dl/03")
    assert status == 1 and told in said
    assert told in book.pytest(PAGE).stdout
    assert 'save("dl/tiny"' not in said and "train.py가 남긴다" in said


def test_training_writes_output_receipt_and_artefact(trained, counter):
    folder = trained.root / FOLDER
    assert (folder / "train.out").read_text("utf-8") == "손실 0.3333\n"
    assert (folder / "use.out").read_text("utf-8") == "float32\n"
    assert (trained.root / "lessons/data/trained/dl/tiny.npz").is_file()
    receipt = json.loads((folder / "train.receipt.json").read_text("utf-8"))
    assert receipt["machine"] and list(receipt["artefacts"]) == ["dl/tiny"]
    assert counter.read_text() == "1"
    assert trained.check().strip() == ""
    done = trained.pytest(PAGE)
    assert done.returncode == 0, done.stdout
    assert "모두 맞다" in command(trained, "train", "dl/03")[1]
    assert counter.read_text() == "1", "영수증이 맞으면 다시 돌지 않는다"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("program", "영수증보다 새것이다"),
        ("output", "출력(.out)이 영수증과 다르다"),
        ("artefact", "영수증과 다르다: lessons/data/trained/dl/tiny.npz"),
        ("comment", ""),
    ],
)
def test_what_does_not_match_the_receipt_is_told(trained, change, told, counter):
    if change == "program":
        trained.append(f"{FOLDER}/train.py", "w = 1\n")
    elif change == "comment":
        trained.append(f"{FOLDER}/train.py", "# 주석만 늘었다\n")
    elif change == "output":
        trained.write(f"{FOLDER}/train.out", "손실 0.33\n")
    else:
        (trained.root / "lessons/data/trained/dl/tiny.npz").write_bytes(b"x")
    said = trained.check().strip()
    assert (told in said and f"{FOLDER}/train.py:1: " in said) if told else not said
    assert counter.read_text() == "1"


def test_orphans_are_told(trained):
    (trained.root / FOLDER / "train.py").unlink()
    said = trained.check()
    assert f"{FOLDER}/train.receipt.json:1: 긴 프로그램이 없는 영수증" in said
    assert "lessons/data/trained/dl/tiny.npz:1: 어느 영수증에도 없는" in said


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("1 / 0\n", "프로그램이 멈췄다"),
        ("", "save를 가져오고도 부르지 않았다"),
        (
            "save('dl/big', x=np.random.default_rng(0).random(90_000))\n",
            "바이트를 넘지",
        ),
        ("save('cnn/tiny', x=1)\n", "부가 다르다"),
        (
            "import matplotlib.pyplot as plt\n\nplt.figure()\nsave('dl/x', x=1)\n",
            "그림을 그리지 않는다",
        ),
    ],
)
def test_what_may_not_stand_in_the_book_is_refused(project, code, told):
    start = "import numpy as np\n\nfrom lessons.artifacts import save\n\n"
    project.write(f"{FOLDER}/train.py", start + code)
    status, said = command(project, "train", "dl/03")
    assert status == 1 and told in said, said
    assert not list((project.root / "lessons/data").rglob("trained/dl/*"))
    assert not list((project.root / FOLDER).glob("*.receipt.json"))


def test_reader_of_an_artefact_is_trained_after_its_maker(project):
    project.write(
        f"{FOLDER}/a_second.py",
        "from lessons.artifacts import load, save\n\n"
        "save('dl/second', x=load('dl/first')['x'] + 1)\n",
    )
    project.write(
        f"{FOLDER}/b_first.py",
        "from lessons.artifacts import save\n\nsave('dl/first', x=1.0)\n",
    )
    status, said = command(project, "train")
    assert status == 0, said
    assert said.index("b_first.py") < said.index("a_second.py")
    project.edit(f"{FOLDER}/b_first.py", "x=1.0", "x=2.0")
    status, said = command(project, "train")
    assert status == 0 and said.count("을 돌린다") == 2, "읽는 것도 다시 배운다"


def test_cold_verification_runs_it_again_and_compares(trained, counter):
    code = (
        "import shutil\nfrom sitegen.running import execution, receipts, training\n"
        "shutil.rmtree(execution.CACHE)\n"
        "print(*[p for f in receipts.programs() for p in training.verify(f)])\n"
    )
    assert trained.python(code).stdout.strip() == ""
    assert counter.read_text() == "11"
    trained.edit(f"{FOLDER}/train.py", "1 / 3", "1 / 2")
    assert "다시 배웠더니 출력이 다르다" in trained.python(code).stdout
    trained.edit(f"{FOLDER}/train.py", "np.full(3, 1 / 2)", "np.full(4, 1 / 3)")
    assert "이름이나 모양이 다르다" in trained.python(code).stdout


def test_long_code_outside_a_program_is_refused():
    code = "from lessons.artifacts import save\n\nsave('dl/x', x=1)\n"
    with pytest.raises(receipts.Untrained, match="snippets/의 프로그램으로 두고"):
        receipts.valid(code)


def test_page_tells_the_time_and_the_tolerance(monkeypatch, tmp_path):
    monkeypatch.setattr(site, "ROOT", tmp_path)
    program = tmp_path / "train.py"
    code = "# 허용 오차: 0.01\nfrom lessons.artifacts import save\n"
    program.write_text(code, encoding="utf-8")
    receipts.write(receipts.Receipt(program, "k", 31.6, "m", {}, "", {}))
    block = Block(
        tmp_path, 1, "python", code, includes=("train.py",), output="1\n", index=0
    )
    end = "</code></pre></div>"
    html = f'<div class="language-python highlight"><pre><code>x{end}\n'
    html += f'<div class="highlight"><span class="filename">출력</span>1{end}<p>뒤</p>'
    marked = blocks.marked(html, block)
    assert '<span class="filename">출력 <small>±0.01</small></span>1' in marked
    took = "이 프로그램은 이 책의 컴퓨터에서 32초 걸렸다."
    assert marked.endswith(f'{end}<p class="run-took">{took}</p><p>뒤</p>')
