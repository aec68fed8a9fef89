import numpy as np

guesses = np.arange(10, 85)  # 한 수로 예측한다면 어느 수가 좋은가
for name, y in (("평소", [14, 22, 24]), ("한 번 늦음", [14, 22, 84])):
    r = np.array(y) - guesses[:, None]
    square, absolute = (r**2).sum(axis=1), abs(r).sum(axis=1)
    print(f"{name}: 제곱은 {guesses[square.argmin()]}, ", end="")
    print(f"절댓값은 {guesses[absolute.argmin()]}")
