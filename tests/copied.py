"""읽는 이가 복사해 간 글이 페이지가 말하는 대로 도는가."""

from sitegen.running import execution, tolerance


def check(blocks: list, copied: list[str]) -> None:
    """복사한 글은 블록의 글과 같고, 새 파이썬에서 페이지의 출력을 낸다."""
    assert [c.strip("\n") for c in copied] == [b.code.strip("\n") for b in blocks]
    for block, text in zip(blocks, copied, strict=True):
        result = execution.of(text)
        place = f"{block.page}:{block.line}"
        assert bool(result.error) == block.fails, f"{place}: {result.error}"
        assert tolerance.same(block.output or "", result.output, text), place
