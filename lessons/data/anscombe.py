"""앤스컴의 네 벌. 요약한 숫자는 같고 그림은 전혀 다르다.

출처: Anscombe (1973), Graphs in Statistical Analysis,
The American Statistician 27(1), 17–21쪽의 표
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:load_anscombe]
def load_anscombe() -> dict[str, tuple[Array, Array]]:
    """앤스컴의 네 벌을 새 배열로 준다.

    반환: {"I": (x, y), …, "IV": (x, y)}, x와 y는 모두 (11,)
    출처: Anscombe (1973)의 표
    """
    x = [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    x4 = [8.0, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8]
    y1 = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    y2 = [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74]
    y3 = [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]
    y4 = [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89]
    pairs = {"I": (x, y1), "II": (x, y2), "III": (x, y3), "IV": (x4, y4)}
    return {name: (np.array(u), np.array(v)) for name, (u, v) in pairs.items()}
# --8<-- [end:load_anscombe]
