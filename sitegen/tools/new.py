"""새 레슨의 뼈대. 만들자마자 모든 검증을 지나고, 고쳐 쓸 곳마다 무엇을 쓸지 말한다."""

import json
import re
import sys

import yaml

from sitegen.base.paths import ROOT
from sitegen.book import site
from sitegen.book.hangul import columns
from sitegen.book.terms import load
from sitegen.lint.korean import check_text
from sitegen.tools import chapters, skeleton

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# HTML과 수식과 코드를 여는 글자는 제목이 놓이는 곳마다 다른 뜻이 된다
REFUSED = "<>&`$\\"
MARKDOWN = re.compile(r"[\[\]{}*_#]")


def lesson(part: str, slug: str, title: str, after: str = "") -> str:
    """뼈대를 쓰고 무엇을 만들었는지 말한다. 막히면 아무것도 쓰지 않는다."""
    title = _title(title)
    contents = chapters.Contents()
    number, title = _place(contents, part, slug, title, after)
    stem = f"{number:02d}-{slug}"
    name = slug.replace("-", "_")
    words = {
        "yaml_title": quoted(title),
        "yaml_description": quoted(
            f"{title}: 작은 숫자로 손계산하고 밑바닥부터 구현해 PyTorch와 비교한다."
        ),
        "heading": heading(title),
        "docstring": docstring(title),
        "page": f"docs/{part}/{stem}.md",
        "module": f"lessons/{part}/{name}.py",
        "dotted": f"lessons.{part}.{name}",
        "snippets": f"snippets/{part}/{stem}",
        "test": f"tests/{part}/test_{name}.py",
        "chapter": number,
    }
    files = skeleton.files(words)
    if existing := [f for f in files if (ROOT / f).exists()]:
        sys.exit("이미 있는 파일이라 아무것도 쓰지 않았다: " + ", ".join(existing))
    said = chapters.renumber(contents)  # 뒤의 장들을 먼저 비킨다
    for file, text in files.items():
        path = ROOT / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    listed = "\n".join(f"  {file}" for file in files)
    if after:
        listed += f"\n\n{said}\n"
    return f"{listed}\n다음: {words['page']}를 쓰고 make check PAGE={part}/{stem}"


def _title(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        sys.exit('TITLE이 비었다. 예: TITLE="잔차 신경망"')
    bad = sorted({c for c in title if c in REFUSED or not c.isprintable()})
    if bad:
        sys.exit(f"TITLE에 쓸 수 없는 글자가 있다: {' '.join(map(repr, bad))}. 뺀다.")
    if said := [message for _, message in check_text(title, load())]:
        sys.exit("TITLE을 고친다. " + " ".join(said))
    return title


def _place(
    contents: chapters.Contents, part: str, slug: str, title: str, after: str
) -> tuple[int, str]:
    """장의 번호와 제목. 계획서에 있으면 그것을 따르고, 없으면 after 다음이나 끝에."""
    syllabus = site.read_syllabus(site.config())
    if part not in syllabus:
        sys.exit(f"부는 {', '.join(syllabus)} 가운데 하나인데 '{part}'이다.")
    if not SLUG.fullmatch(slug):
        sys.exit(f"SLUG는 영문 소문자와 숫자, 붙임표만 쓴다: '{slug}'")
    if slug.replace("-", "_") in sys.stdlib_module_names | {"init", "test"}:
        sys.exit(f"SLUG가 파이썬에 있는 이름과 같다: '{slug}'. 더 길게 짓는다.")
    slugs = contents.chapters(part)
    for chapter in syllabus[part]:
        if chapter.slug == slug:
            if after:
                sys.exit(f"계획서에 있는 장이다: {chapter.key}. 먼저 move로 옮긴다.")
            return chapter.number, chapter.title
    order = list(slugs)
    goal = chapters.place(part, after) if after else order[-1]
    lines = [
        f"      - slug: {slug}",
        f"        title: {quoted(title)}",
        f"        about: {quoted(f'{title}: 한 줄로 소개한다')}",
    ]
    before = f"{part}/{goal}" if goal else _last_of_the_part_before(part, syllabus)
    if before:
        lines.append(f"        needs: [{before}]")
    contents.put(part, goal, lines)
    return order.index(goal) + 2 if goal else 1, title


def _last_of_the_part_before(part: str, syllabus: dict) -> str:
    parts = list(syllabus)
    found = [rows[-1].key for p in parts[: parts.index(part)] for rows in [syllabus[p]]]
    return found[-1] if found else ""


def quoted(text: str) -> str:
    """YAML의 큰따옴표 글. JSON의 글은 모두 YAML의 글이다. 쉬운 글은 따옴표 없이."""
    plain = re.fullmatch(r"[가-힣A-Za-z][가-힣A-Za-z0-9 ()·-]*", text)
    if plain and yaml.safe_load(f"[{text}]") == [text]:
        return text
    return json.dumps(text, ensure_ascii=False)


def heading(title: str) -> str:
    """Markdown의 기호를 글자 그대로 보이게 한다."""
    return MARKDOWN.sub(r"\\\g<0>", title)


def docstring(title: str, first: int = 70) -> str:
    """문서 문자열에 담은 제목. 길면 줄을 나눈다. 낱말이 길면 낱말도 나눈다."""
    lines = [""]
    for word in title.replace('"', "'").split(" "):
        if lines[-1] and columns(f"{lines[-1]} {word}") > first:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
        while columns(lines[-1]) > first:
            cut = next(k for k in range(len(lines[-1])) if columns(lines[-1][:k]) >= 68)
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
    return "\n".join(lines)
