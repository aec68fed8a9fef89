"""수 하나를 다루는 연산. 순전파의 값 옆에 입력마다의 국소 미분이 선다.

그래프는 모른다. value.py의 apply가 이 답을 받아 그래프에 적는다.
"""

# --8<-- [start:imports]
import math

# --8<-- [end:imports]


# --8<-- [start:arithmetic]
def add(a: float, b: float):
    return a + b, (1.0, 1.0)


def subtract(a: float, b: float):
    return a - b, (1.0, -1.0)


def multiply(a: float, b: float):
    return a * b, (b, a)


def divide(a: float, b: float):
    y = a / b
    return y, (1 / b, -y / b)


def power(a: float, *, p: float):
    slope = p * math.pow(a, p - 1) if p != 0 else 0.0
    return math.pow(a, p), (slope,)
# --8<-- [end:arithmetic]


# --8<-- [start:functions]
def exp(a: float):
    y = math.exp(a)
    return y, (y,)


def log(a: float):
    return math.log(a), (1 / a,)


def tanh(a: float):
    y = math.tanh(a)
    return y, (1 - y**2,)


def relu(a: float):
    return (0.0, (0.0,)) if a <= 0 else (a, (1.0,))
# --8<-- [end:functions]
