"""검증 손실이 더 줄지 않으면 멈춘다.

출처: Prechelt (1998)이 여러 기준을 견준다
"""

# --8<-- [start:imports]
from lessons.scalars import count, mapping, number

# --8<-- [end:imports]


# --8<-- [start:EarlyStopping]
class EarlyStopping:
    """patience번 연달아 나아지지 않으면 멈추라고 말한다.

    patience: 참을 횟수
    min_delta: 이만큼은 줄어야 나아진 것으로 친다
    best: 지금까지 가장 작은 값, improved: 방금 나아졌는가, waited: 나아지지 않은 횟수
    """

    def __init__(self, patience: int = 3, min_delta: float = 0.0) -> None:
        self.patience = count("patience", patience)
        self.min_delta = number("min_delta", min_delta, 0)
        self.best, self.waited, self.improved = float("inf"), 0, False

    def step(self, loss: float) -> bool:
        """검증 손실 하나를 듣고, 멈출 때면 참을 돌려준다."""
        self.improved = number("loss", loss) < self.best - self.min_delta
        if self.improved:
            self.best, self.waited = float(loss), 0
        else:
            self.waited += 1
        return self.waited >= self.patience

    def state_dict(self) -> dict:
        return {"best": self.best, "waited": self.waited}

    def load_state_dict(self, state: dict) -> None:
        """끊긴 자리에서 잇는다."""
        state = mapping("state", state)
        self.best, self.waited = state["best"], count("waited", state["waited"], 0)
# --8<-- [end:EarlyStopping]
