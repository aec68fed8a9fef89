import numpy as np

from lessons.dl.tensor import Tensor


def ask(binary_loss, z, y, upstream=1.0):
    z, y = Tensor(z), np.asarray(y, dtype=float)
    with np.errstate(all="ignore"):
        loss = binary_loss(z, y)
        if not isinstance(loss, Tensor):
            raise AssertionError(
                f"Tensor를 돌려주지 않았다. 받은 것: {type(loss).__name__}. "
                "Tensor.from_op(값, [z], 역전파)로 만든다."
            )
        if loss.data.size != 1:
            raise AssertionError(
                f"손실은 수 하나여야 한다. 받은 모양: {loss.shape}. 평균을 낸다."
            )
        if not loss.requires_grad:
            raise AssertionError(
                "그래프에 이어지지 않았다. from_op의 둘째 인수에 z를 넣는다."
            )
        if loss.shape:
            loss = loss.reshape(())
        loss.backward(np.float64(upstream))
    grad = np.zeros(z.shape) if z.grad is None else z.grad
    return loss.item(), np.asarray(grad)


def check(answer) -> None:
    binary_loss = answer["binary_loss"]
    rng = np.random.default_rng()
    N = int(rng.integers(3, 7))
    z, y = rng.uniform(0.5, 3, N), (np.arange(N) % 2).astype(float)
    z *= rng.choice([-1, 1], N)
    p = 1 / (1 + np.exp(-z))
    want = float(np.mean(np.logaddexp(0, z) - y * z))
    loss, grad = ask(binary_loss, z, y)
    tried = f"z = {z.round(2).tolist()}, y = {y.astype(int).tolist()}"
    if np.isclose(loss, want * N):
        raise AssertionError(
            f"평균이 아니라 합이다. {tried}: 나온 손실 {loss:.4f}, 기대한 값 {want:.4f}"
        )
    if np.isclose(loss, np.mean(np.logaddexp(0, -z) + y * z)):
        raise AssertionError(
            "정답의 0과 1이 뒤바뀌었다. "
            f"{tried}: 나온 손실 {loss:.4f}, 기대한 값 {want:.4f}"
        )
    if not np.isclose(loss, want, rtol=1e-9):
        raise AssertionError(
            f"손실이 다르다. {tried}: 나온 값 {loss:.4f}, 기대한 값 {want:.4f}"
        )
    right = (p - y) / N
    told = f"나온 값 {grad.round(4).tolist()}, 기대한 값 {right.round(4).tolist()}"
    if np.allclose(grad, right * N):
        raise AssertionError(f"기울기를 N으로 나누지 않았다. {tried}: {told}")
    if np.allclose(grad, -right):
        raise AssertionError(f"기울기의 부호가 반대다. p − y다. {tried}: {told}")
    if np.allclose(grad, 2 * (p - y) * p * (1 - p) / N) or np.allclose(
        grad, right * p * (1 - p)
    ):
        raise AssertionError(
            "시그모이드의 미분 p(1 − p)를 곱했다. 교차 엔트로피에서는 지워진다. "
            f"{tried}: {told}"
        )
    if not np.allclose(grad, right, rtol=1e-9):
        raise AssertionError(f"기울기가 다르다. {tried}: {told}")
    upstream = float(rng.uniform(2, 5))
    _, scaled = ask(binary_loss, z, y, upstream)
    if not np.allclose(scaled, upstream * right):
        raise AssertionError(
            "뒤에서 온 기울기를 곱하지 않았다. "
            f"{upstream:.2f}이 왔을 때 나온 값 {scaled.round(4).tolist()}, "
            f"기대한 값 {(upstream * right).round(4).tolist()}"
        )
    far = [1000.0, -1000.0, 1000.0, -1000.0]
    loss, grad = ask(binary_loss, far, [0, 1, 1, 0])
    if not np.isclose(loss, 500) or not np.allclose(grad, [0.25, -0.25, 0, 0]):
        raise AssertionError(
            "로짓이 ±1000이면 넘치거나 잘린다. 확률을 거치지 말고 "
            "로짓에서 곧바로 셈한다. "
            f"나온 손실 {loss}, 기울기 {grad.tolist()}, "
            "기대한 손실 500.0, 기울기 [0.25, -0.25, 0, 0]"
        )
