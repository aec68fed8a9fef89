"""허블의 성운 스물넷. 거리와 멀어지는 속도를 잰 1929년의 표다.

출처: Hubble (1929), A Relation between Distance and Radial Velocity
among Extra-Galactic Nebulae, PNAS 15(3), 168–173쪽의 표 1
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:load_hubble]
def load_hubble() -> tuple[Array, Array]:
    """성운 24개의 거리(백만 파섹)와 멀어지는 속도(km/s)를 새 배열로 준다.

    반환: x (24,), y (24,). 속도가 음수면 다가온다
    출처: Hubble (1929)의 표 1
    """
    x = [0.032, 0.034, 0.214, 0.263, 0.275, 0.275, 0.45, 0.5, 0.5, 0.63, 0.8, 0.9]
    x += [0.9, 0.9, 0.9, 1.0, 1.1, 1.1, 1.4, 1.7, 2.0, 2.0, 2.0, 2.0]
    y = [170.0, 290, -130, -70, -185, -220, 200, 290, 270, 200, 300, -30]
    y += [650.0, 150, 500, 920, 450, 500, 500, 960, 500, 850, 800, 1090]
    return np.array(x), np.array(y)


# --8<-- [end:load_hubble]
