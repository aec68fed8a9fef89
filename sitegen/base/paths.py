"""책이 놓인 자리. 뿌리를 아는 곳은 여기뿐이다. 표준 라이브러리만 쓴다."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LESSONS = ROOT / "lessons"
SNIPPETS = ROOT / "snippets"
CACHE = ROOT / ".cache"
