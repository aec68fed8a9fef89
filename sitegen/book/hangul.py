"""한글이 화면에서 차지하는 자리."""

from unicodedata import east_asian_width


def columns(text: str) -> int:
    """한글은 두 칸으로 센다."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
