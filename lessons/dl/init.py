"""가중치의 초깃값. 층을 지나도 신호의 크기가 그대로이게 한다.

W (fan_in, fan_out)는 X @ W에 쓰는 가중치다. fan_in은 유닛 하나로 들어오는 값의
수, fan_out은 값 하나가 나가는 유닛의 수다.
이름과 기본값은 torch.nn.init을 따른다. 그쪽의 가중치는 전치되어 있다.
출처: Glorot·Bengio (2010), He 외 (2015)
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.scalars import choice, counts, generator, number

# --8<-- [end:imports]


# --8<-- [start:calculate_gain]
def calculate_gain(nonlinearity: str, param: float = 0.01) -> float:
    """활성화 함수가 줄인 크기를 되돌리는 배수. 식 (8.12)

    param: leaky_relu에서 음수 쪽의 비탈
    오류: 모르는 이름이면 ValueError
    """
    gains = {
        "linear": 1.0,
        "sigmoid": 1.0,
        "tanh": 5 / 3,
        "relu": np.sqrt(2),
        "leaky_relu": np.sqrt(2 / (1 + number("param", param) ** 2)),
    }
    return float(gains[choice("nonlinearity", nonlinearity, tuple(gains))])
# --8<-- [end:calculate_gain]


# --8<-- [start:fans]
def fans(shape: tuple[int, int]) -> tuple[int, int]:
    """W의 모양에서 (fan_in, fan_out)을 읽는다.

    오류: 0보다 큰 두 수가 아니면 ValueError
    """
    fan_in, fan_out = counts("shape", shape, size=2)
    return fan_in, fan_out
# --8<-- [end:fans]


# --8<-- [start:xavier]
def xavier_std(shape: tuple[int, int], gain: float) -> float:
    """들어오는 쪽과 나가는 쪽을 함께 보는 표준편차. 식 (8.14)"""
    return number("gain", gain) * np.sqrt(2 / sum(fans(shape)))


def xavier_uniform(
    shape: tuple[int, int], gain: float = 1.0, *, rng: np.random.Generator
) -> Array:
    """Xavier 초깃값을 균등 분포에서 뽑는다. 반환: (fan_in, fan_out)"""
    bound = np.sqrt(3) * xavier_std(shape, gain)
    return generator("rng", rng).uniform(-bound, bound, fans(shape))


def xavier_normal(
    shape: tuple[int, int], gain: float = 1.0, *, rng: np.random.Generator
) -> Array:
    """Xavier 초깃값을 정규 분포에서 뽑는다. 반환: (fan_in, fan_out)"""
    return generator("rng", rng).normal(0, xavier_std(shape, gain), fans(shape))
# --8<-- [end:xavier]


# --8<-- [start:kaiming]
def kaiming_std(
    shape: tuple[int, int], a: float, mode: str, nonlinearity: str
) -> float:
    """한쪽만 보는 대신 활성화 함수를 셈에 넣은 표준편차. 식 (8.12)

    오류: mode가 fan_in이나 fan_out이 아니면 ValueError
    """
    modes = ("fan_in", "fan_out")
    fan = fans(shape)[modes.index(choice("mode", mode, modes))]
    return calculate_gain(nonlinearity, a) / np.sqrt(fan)


def kaiming_uniform(
    shape: tuple[int, int],
    a: float = 0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
    *,
    rng: np.random.Generator,
) -> Array:
    """He 초깃값을 균등 분포에서 뽑는다. a는 leaky_relu의 비탈

    반환: (fan_in, fan_out)
    """
    bound = np.sqrt(3) * kaiming_std(shape, a, mode, nonlinearity)
    return generator("rng", rng).uniform(-bound, bound, fans(shape))


def kaiming_normal(
    shape: tuple[int, int],
    a: float = 0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
    *,
    rng: np.random.Generator,
) -> Array:
    """He 초깃값을 정규 분포에서 뽑는다. a는 leaky_relu의 비탈

    반환: (fan_in, fan_out)
    """
    std = kaiming_std(shape, a, mode, nonlinearity)
    return generator("rng", rng).normal(0, std, fans(shape))
# --8<-- [end:kaiming]
