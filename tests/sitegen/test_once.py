"""차가운 데서 모든 것을 물어도 프로그램은 저마다 한 번만 돈다."""

import json
from pathlib import Path

PAGE = "docs/dl/03-learning.md"
FOLDER = "snippets/dl/03-learning"
ASK = """
from pathlib import Path
from sitegen.book import page, site
from sitegen.faces import figures, notebooks
from sitegen.running import outputs
from tests.copied import check

changed, problems = outputs.rewrite()
assert not problems, problems
for path in site.lesson_pages():
    read = page.read(path)
    figures.draw(read.figures)
    notebooks.notebook(read)
    blocks = [b for b in read.runnable if b.language == "python"]
    check(blocks, [b.code.rstrip() for b in blocks])
assert outputs.check() == []
"""


def test_each_program_runs_once_whoever_asks(project, tmp_path_factory):
    counter = tmp_path_factory.mktemp("counter") / "runs"

    def count(name: str) -> str:
        return f'open({str(counter)!r}, "a").write("{name}\\n")\n'

    programs = {
        "prints": count("prints") + 'print("가")\n',
        "draws": count("draws")
        + "import matplotlib.pyplot as plt\n\nplt.plot([0, 1])\nplt.show()\n",
        "fails": count("fails") + "1 / 0\n",
    }
    outputs = {
        "prints": "가\n",
        "draws": "",
        "fails": "ZeroDivisionError: division by zero\n",
    }
    text = ""
    for name, code in programs.items():
        project.write(f"{FOLDER}/{name}.py", code)
        kind = "{ .python .fails }" if name == "fails" else "python"
        text += f'\n``` {kind}\n--8<-- "{FOLDER}/{name}.py"\n```\n'
        if outputs[name]:
            project.write(f"{FOLDER}/{name}.out", outputs[name])
            place = f"{FOLDER}/{name}.out"
            text += f'\n```text title="출력"\n--8<-- "{place}"\n```\n'
    text += "\n![직선](figures/03-learning/draws.svg)\n"
    text += f"\n```python\n{count('inline')}```\n"
    project.append(PAGE, text)
    copied = project.root / "tests" / "copied.py"
    copied.parent.mkdir(exist_ok=True)
    from tests import copied as ours

    copied.write_text(Path(ours.__file__).read_text(encoding="utf-8"), encoding="utf-8")

    done = project.python(ASK)
    assert done.returncode == 0, done.stderr
    for spread in ((), ("-n", "2")):
        done = project.pytest(PAGE, *spread)
        assert done.returncode == 0, done.stdout
    runs = counter.read_text("utf-8").split()
    assert sorted(runs) == ["draws", "fails", "inline", "prints"], json.dumps(runs)
