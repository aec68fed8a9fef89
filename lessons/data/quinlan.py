"""퀸란의 토요일 아침 열네 번. 결정 트리 논문의 첫 보기다.

출처: Quinlan (1986), Induction of Decision Trees,
Machine Learning 1(1), 81–106쪽의 표 1. 원래 답은 P와 N이다.
"""

# --8<-- [start:imports]
import numpy as np

# --8<-- [end:imports]


# --8<-- [start:load_quinlan]
def load_quinlan() -> tuple[dict[str, np.ndarray], np.ndarray]:
    """날씨 열네 번과 그날 밖에서 놀았는지를 새 배열로 준다.

    반환: {"하늘": (14,), "기온": …, "습도": …, "바람": …}과 (14,) 예/아니오
    출처: Quinlan (1986)의 표 1
    """
    table = """
        맑음 더움 높음 없음 아니오 | 맑음 더움 높음 있음 아니오
        흐림 더움 높음 없음 예     | 비   온화 높음 없음 예
        비   서늘 보통 없음 예     | 비   서늘 보통 있음 아니오
        흐림 서늘 보통 있음 예     | 맑음 온화 높음 없음 아니오
        맑음 서늘 보통 없음 예     | 비   온화 보통 없음 예
        맑음 온화 보통 있음 예     | 흐림 온화 높음 있음 예
        흐림 더움 보통 없음 예     | 비   온화 높음 있음 아니오
    """
    rows = [row.split() for line in table.split("\n") for row in line.split("|")]
    *columns, y = np.array([row for row in rows if row]).T
    return dict(zip(("하늘", "기온", "습도", "바람"), columns, strict=True)), y
# --8<-- [end:load_quinlan]
