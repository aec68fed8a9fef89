"""그림에 한글을 쓴다. 글꼴이 패키지에 함께 있어 어느 컴퓨터에서나 같게 보인다."""

from pathlib import Path

FONTS = Path(__file__).parent / "data" / "fonts"
FAMILY = "Gaeron Sans KR"


def use_korean_font() -> None:
    """이 뒤에 그리는 그림이 한글을 바르게 보이게 한다. 여러 번 불러도 된다.

    글꼴에 없는 수학 기호는 matplotlib에 든 DejaVu Sans가 그린다.
    오류: matplotlib이 없으면 ModuleNotFoundError
    """
    try:
        import matplotlib
        from matplotlib.font_manager import fontManager
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "그림을 그리려면 matplotlib이 있어야 한다. "
            "터미널에서 `pip install matplotlib`을 실행한다."
        ) from error
    if FAMILY not in fontManager.get_font_names():
        for weight in ("Regular", "Bold"):
            fontManager.addfont(FONTS / f"GaeronSansKR-{weight}.ttf")
    matplotlib.rcParams.update(
        {
            "font.family": [FAMILY, "DejaVu Sans"],
            "axes.unicode_minus": True,
            "mathtext.fontset": "dejavusans",
        }
    )
