# ---
# title: 내 문제에서 옵티마이저 견주기
# description: >-
#   옵티마이저 다섯의 학습률을 같은 예산으로 찾고, 새 씨앗으로 다시 재고, 예산과 문제를
#   바꾸어 본다. 무엇을 바꾸면 순위가 뒤집히는지 확인하는 절차다.
# tags: [실습, 최적화, 옵티마이저]
# reading_time: 35
# prerequisites:
#   - dl/11-optimizers.md
#   - 행렬의 곱
# ---

# %% [markdown]
# # 내 문제에서 옵티마이저 견주기
#
# “Adam이 SGD보다 낫다”는 글도, “SGD가 결국 이긴다”는 글도 많다. 그런데 그 글의 문제는
# 내 문제가 아니다. **내 문제에서는 어느 것이 나은가, 그리고 그 답을 어떻게 믿는가?**
#
# 이 실습을 마치면 다음을 할 수 있다.
#
# - 기본 학습률로 견주는 것이 왜 공평하지 않은지 숫자로 보인다.
# - 옵티마이저마다 같은 예산으로 학습률을 찾는다.
# - 고를 때 쓰지 않은 씨앗으로 다시 재어, 차이가 우연보다 큰지 본다.
# - 걸음의 예산과 데이터의 눈금을 바꾸어 순위가 언제 뒤집히는지 확인한다.
#
# 위에서부터 차례로 실행한다. 옵티마이저는
# [옵티마이저의 종류](../dl/11-optimizers.md)에서 만든 것을 그대로 가져온다.

# %% [markdown]
# ## 문제 하나를 정한다
#
# 손글씨 숫자 1,797장을 은닉층 하나인 신경망으로 분류한다. 훈련 1,200장, 검증 300장,
# 테스트 297장으로 차례대로 자른다. 옵티마이저와 학습률은 검증 손실로 고르고, 테스트는
# 맨 끝에 한 번만 본다.

# %%
import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.optimizers import SGD, Adagrad, Adam, Parameter, RMSprop
from lessons.plotting import use_korean_font

use_korean_font()
X, y = load_digits()
X_train, X_valid, X_test = np.split(X / 16, [1200, 1500])
y_train, y_valid, y_test = np.split(y, [1200, 1500])

print("훈련", X_train.shape, "검증", X_valid.shape, "테스트", X_test.shape)

# %% [markdown]
# 견주려면 옵티마이저만 다르고 나머지는 같아야 한다. 처음 가중치와 미니배치의 차례는
# 씨앗이 정한다. 그러니 **씨앗이 같으면 처음 가중치도, 미니배치의 차례도 같다.** 바뀌는
# 것은 `make`가 만드는 옵티마이저뿐이다.
#
# 손실은 교차 엔트로피다. 뒤의 장에서 배울 것이라 여기서는 쓸 만큼만 적는다.


# %%
def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def train(make, seed, lr=None, X=X_train, X_valid=X_valid, epochs=10, hidden=32):
    """에폭마다의 검증 손실과, 확률을 내는 함수. lr이 없으면 기본 학습률로 걷는다."""
    rng = np.random.default_rng(seed)
    W1 = Parameter(rng.normal(size=(64, hidden)) * np.sqrt(2 / 64))
    W2 = Parameter(rng.normal(size=(hidden, 10)) * np.sqrt(1 / hidden))
    b1, b2 = Parameter(np.zeros(hidden)), Parameter(np.zeros(10))
    params = [W1, b1, W2, b2]
    optimizer = make(params) if lr is None else make(params, lr)

    def predict(X):
        h = np.maximum(0, X @ W1.data + b1.data)
        return softmax(h @ W2.data + b2.data)

    losses = []
    for _ in range(epochs):
        for i in np.array_split(rng.permutation(len(X)), 24):
            h = np.maximum(0, X[i] @ W1.data + b1.data)
            dz = (softmax(h @ W2.data + b2.data) - np.eye(10)[y_train[i]]) / len(i)
            dh = (dz @ W2.data.T) * (h > 0)
            W1.grad, b1.grad = X[i].T @ dh, dh.sum(axis=0)
            W2.grad, b2.grad = h.T @ dz, dz.sum(axis=0)
            optimizer.step()
        p = predict(X_valid)[np.arange(300), y_valid]
        losses.append(-np.log(np.maximum(p, 1e-12)).mean())
    return np.array(losses), predict


losses, _ = train(SGD, seed=0, lr=0.1)
print("에폭마다의 검증 손실", losses.round(2))

# %% [markdown]
# ## 기본값으로 견주면
#
# 가장 손쉬운 방법은 라이브러리가 준 기본 학습률을 그대로 쓰는 것이다. 다섯을 그렇게
# 견주어 보자. 실행하기 전에 **어느 것이 꼴찌일지 먼저 짐작해 본다.**


# %%
def momentum(params, lr=1e-3):
    return SGD(params, lr, momentum=0.9)


racers = {
    "SGD": SGD,
    "모멘텀": momentum,
    "AdaGrad": Adagrad,
    "RMSProp": RMSprop,
    "Adam": Adam,
}
for name, make in racers.items():
    print(f"{name:8} 검증 손실 {train(make, seed=0)[0][-1]:.2f}")

# %% [markdown]
# SGD의 손실은 2.3에 가깝다. 열 숫자에 확률을 0.1씩 준 손실 $-\log 0.1 = 2.303$과
# 다를 것이 없다. 아무것도 배우지 못했다. 그렇다면 SGD가 나쁜 옵티마이저인가? 아니다.
# 기본 학습률이 SGD와 Adam은 0.001, AdaGrad와 RMSProp은 0.01이다. 방금 견준 것은
# 옵티마이저가 아니라 **누군가가 정해 둔 기본값**이다.
#
# ## 같은 예산으로 학습률을 찾는다
#
# 옵티마이저마다 똑같이 학습률 일곱 개를 훑는다. 0.001에서 1까지 약 세 배씩 늘린다.
# 학습률 하나마다 씨앗 둘로 학습시켜 평균을 낸다. 한 옵티마이저에 열네 번씩, 모두 같은
# 예산이다. 몇 초 걸린다.

# %%
rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0]


def sweep(make, **data):
    """학습률마다, 에폭마다 씨앗 둘의 평균 검증 손실. 반환: (학습률, 에폭)"""
    curves = []
    for lr in rates:
        runs = [train(make, seed, lr, **data)[0] for seed in (0, 1)]
        curves.append(np.mean(runs, axis=0))
    return np.array(curves)


found = {name: sweep(make) for name, make in racers.items()}
for name, curves in found.items():
    best = curves[:, -1].argmin()
    print(f"{name:8} 학습률 {rates[best]:<5}  검증 손실 {curves[best, -1]:.2f}")

# %% alt="학습률에 따른 검증 손실. 다섯 곡선이 모두 골짜기 모양이고 바닥의 높이는 비슷한데 자리가 다르다. RMSProp과 Adam은 0.01, AdaGrad는 0.1, 모멘텀은 0.3, SGD는 1에서 가장 낮다."
fig, ax = plt.subplots()
for (name, curves), marker in zip(found.items(), "os^vD", strict=True):
    ax.semilogx(rates, np.minimum(curves[:, -1], 2.6), marker=marker, label=name)
ax.set_xlabel("학습률")
ax.set_ylabel("10에폭 뒤의 검증 손실")
ax.legend()
plt.show()

# %% [markdown]
# 가장 좋은 학습률이 Adam은 0.01이고 SGD는 1이다. 백 배가 다르다. 저마다 제 학습률을
# 찾아 주니 다섯의 손실이 모두 0.15에서 0.20 사이로 모였다. 기본값에서 2.24와 0.18로
# 벌어졌던 차이는 거의 다 학습률의 차이였다.
#
# 그림에서 하나를 더 보아야 한다. SGD의 가장 좋은 학습률은 훑은 범위의 **끝**이다.
# 이럴 때는 범위를 넓혀 더 찾아야 한다. 넓히지 않으면 그 옵티마이저에만 불공평하다.

# %%
wider = np.mean([train(SGD, seed, 3.0)[0][-1] for seed in (0, 1)])
print(f"SGD      학습률 3.0    검증 손실 {wider:.2f}")

# %% [markdown]
# 3에서는 배우지 못한다. SGD의 자리는 1이 맞다.
#
# ## 새 씨앗으로 다시 잰다
#
# 0.15가 0.20보다 정말 나은가? 학습률을 고를 때 쓴 씨앗의 손실은 후하다. 마침 그
# 씨앗에서 좋았던 학습률을 골랐기 때문이다. 고를 때 쓰지 않은 씨앗 다섯으로 다시 재고,
# 평균과 함께 **흩어진 정도**를 본다.

# %%
chosen = {name: rates[curves[:, -1].argmin()] for name, curves in found.items()}
again = {
    name: [train(make, seed, chosen[name]) for seed in range(10, 15)]
    for name, make in racers.items()
}


def report(name):
    ends = np.array([losses[-1] for losses, _ in again[name]])
    summary = f"평균 {ends.mean():.2f}  표준 편차 {ends.std():.2f}"
    print(f"{name:8} {ends.round(2)}  {summary}")


for name in racers:
    report(name)

# %% [markdown]
# 모멘텀이 0.20에서 0.47로 무너졌다. 표준 편차도 남들의 열 배가 넘는다. 고를 때 쓴
# 씨앗 둘에서는 0.3이 운 좋게 버텼던 것이다. 앞의 그림을 다시 보면 모멘텀의 0.3은
# 골짜기의 바닥이면서 바로 옆이 벼랑이다. 한 눈금 낮은 0.1로 다시 재어 보자.

# %%
chosen["모멘텀"] = 0.1
again["모멘텀"] = [train(momentum, seed, 0.1) for seed in range(10, 15)]
report("모멘텀")

# %% [markdown]
# 0.21이 되었다. 이제 다섯의 평균이 0.17에서 0.21 사이에 있고, 같은 옵티마이저에서도
# 씨앗에 따라 0.02에서 0.04쯤 흩어진다. 1등과 2등의 차이는 씨앗 하나로 뒤집힐 만하다.
# 이 문제에서 정직한 결론은 이렇다. **학습률을 제대로 고르면 다섯 가운데 무엇을 쓰든
# 크게 다르지 않다.** 그리고 학습률은 씨앗 둘만으로 고르기에 모자랐다.
#
# ## 예산을 줄이면
#
# 10에폭을 다 돌릴 시간이 없다면 어떨까? 앞의 훑기에는 에폭마다의 손실이 들어 있다.
# 1, 2, 10에폭에서 저마다 가장 좋은 학습률을 다시 고른다.

# %%
for name, curves in found.items():
    lowest = [curves[:, epochs - 1].min() for epochs in (1, 2, 10)]
    at = [rates[curves[:, epochs - 1].argmin()] for epochs in (1, 2, 10)]
    cells = [f"{loss:.2f} ({lr})" for loss, lr in zip(lowest, at, strict=True)]
    print(f"{name:8}", "   ".join(cells))

# %% [markdown]
# 1에폭에서는 SGD가 0.94이고 Adam이 0.30이다. 10에폭에서 나란하던 둘이 크게 벌어진다.
# 서두를 때는 Adam이 낫고 넉넉할 때는 별 차이가 없다. “어느 것이 나은가”는 **얼마나
# 돌릴 것인가**를 빼고는 물을 수 없는 질문이다. 가장 좋은 학습률도 예산에 따라 달라진다.
#
# ## 데이터의 눈금을 흩뜨리면
#
# 화소 64개의 값은 모두 0에서 1 사이다. 실제 데이터는 이렇게 가지런하지 않다. 화소마다
# 0.01에서 1 사이의 수를 하나씩 곱해 눈금을 흩뜨린다. 담긴 정보는 그대로다.
# 그리고 처음부터 다시 한다.

# %%
scale = 10.0 ** np.random.default_rng(0).uniform(-2, 0, size=64)
print("가장 작은 눈금", scale.min().round(3), "가장 큰 눈금", scale.max().round(3))

data = {"X": X_train * scale, "X_valid": X_valid * scale}
scattered = {name: sweep(make, **data) for name, make in racers.items()}
for name, curves in scattered.items():
    best = curves[:, -1].argmin()
    change = f"{found[name][:, -1].min():.2f} → {curves[best, -1]:.2f}"
    print(f"{name:8} 학습률 {rates[best]:<5}  검증 손실 {change}")

losses, _ = train(SGD, 0, 3.0, **data)
print(f"SGD      학습률 3.0    검증 손실 {losses[-1]:.2f}")

# %% alt="가지런한 데이터와 눈금을 흩뜨린 데이터에서 다섯 옵티마이저의 검증 손실. 가지런할 때는 막대의 높이가 비슷하고, 흩뜨리면 SGD와 모멘텀의 막대가 AdaGrad, RMSProp, Adam보다 훨씬 높다."
fig, ax = plt.subplots()
place = np.arange(len(racers))
for shift, label, results in ((-0.2, "가지런함", found), (0.2, "흩뜨림", scattered)):
    ends = [curves[:, -1].min() for curves in results.values()]
    ax.bar(place + shift, ends, width=0.36, label=label)
ax.set_xticks(place, racers)
ax.set_ylabel("검증 손실")
ax.legend()
plt.show()

# %% [markdown]
# SGD는 이번에도 훑은 범위의 끝이라 3을 더 보았다. 1이 맞다. 그리고 이번에는 갈린다. 자리마다 걸음을 맞추는 AdaGrad, RMSProp, Adam은 0.3대에 머물고,
# 모든 자리에 학습률 하나를 쓰는 SGD와 모멘텀은 0.5를 넘는다. 눈금이 작은 화소의
# 가중치는 기울기도 작아 거의 움직이지 못한다. SGD를 탓할 일만은 아니다. 특성을
# 표준화하는 한 줄이면 처음의 문제로 돌아간다.
#
# ## 테스트는 한 번만
#
# 눈금이 가지런한 처음의 문제에서, 다시 잰 평균이 가장 낮은 것을 골라 테스트 데이터를
# 한 번 본다.

# %%
means = {name: np.mean([run[0][-1] for run in runs]) for name, runs in again.items()}
winner = min(means, key=means.get)
scores = [
    (predict(X_test).argmax(axis=1) == y_test).mean() for _, predict in again[winner]
]
print(f"{winner}, 학습률 {chosen[winner]}: 테스트 정확도 {np.mean(scores):.2f}")

# %% [markdown]
# ## 견주는 절차
#
# 1. 문제와 예산(에폭, 시간)을 먼저 정한다.
# 2. 옵티마이저마다 **같은 횟수**로 학습률을 찾는다. 가장 좋은 것이 범위의 끝이면 넓힌다.
# 3. 고를 때 쓰지 않은 씨앗 여럿으로 다시 잰다. 평균과 흩어진 정도를 함께 적는다.
# 4. 차이가 흩어진 정도보다 작으면 “다르지 않다”고 적는다.
# 5. 예산이나 데이터가 바뀌면 처음부터 다시 한다.
#
# ## 스스로 해 볼 과제
#
# 이 노트북을 내려받거나 Colab에서 열어 고쳐 본다. 답은 적어 두지 않았다. 무엇을 보면
# 알 수 있는지만 적는다.
#
# 1. **모멘텀의 세기.** `momentum`의 0.9를 0.5와 0.99로 바꾼다. 가장 좋은 학습률이 어느
#    쪽으로 움직이는가? 그 학습률에 $1/(1 - \mu)$를 곱한 값은 얼마나 달라지는가?
# 2. **미니배치의 수.** `train`의 24를 6과 120으로 바꾼다. 에폭이 같을 때와 걸음의 수가
#    같을 때, 순위가 저마다 어떻게 달라지는가?
# 3. **스케줄.** `lessons.dl.schedules`의 `CosineAnnealingLR`을 걸음마다 부른다. 가장
#    좋은 학습률은 커지는가, 작아지는가? 씨앗에 따라 흩어진 정도는 어떻게 되는가?
# 4. **되돌리기.** 흩뜨린 데이터를 훈련 데이터의 평균과 표준 편차로 표준화한 뒤 SGD를
#    다시 훑는다. 표준 편차가 0인 화소는 어떻게 해야 하는가?
# 5. **이기게 만들기.** 다섯 가운데 하나를 골라, 그것이 이기는 것처럼 보이는 견주기를
#    일부러 꾸며 본다. 절차의 어느 줄을 어겨야 하는가?
#
# ## 정리와 다음
#
# - 기본값으로 견주면 옵티마이저가 아니라 기본값을 견준다.
# - 학습률은 옵티마이저마다 같은 예산으로 찾는다. 좋은 자리가 백 배까지 다르다.
# - 고를 때 쓰지 않은 씨앗으로 다시 재고, 흩어진 정도와 함께 적는다.
# - 예산이 짧으면 Adam이, 눈금이 흩어졌으면 자리마다 맞추는 방법이 이 문제에서 앞섰다.
# - 답은 문제에 딸려 있다. 남는 것은 순위가 아니라 재는 절차다.
#
# ## 더 읽을거리
#
# - R. M. Schmidt, F. Schneider, P. Hennig (2021), *Descending through a Crowded Valley:
#   Benchmarking Deep Learning Optimizers*, ICML. 옵티마이저 열다섯을 여러 예산으로 견준다.
# - A. C. Wilson, R. Roelofs, M. Stern, N. Srebro, B. Recht (2017), *The Marginal Value
#   of Adaptive Gradient Methods in Machine Learning*, NIPS. 학습률을 공들여 고르면
#   결론이 달라짐을 보인다.
# - J. Bergstra, Y. Bengio (2012), *Random Search for Hyper-Parameter Optimization*, JMLR
#   13, 281–305. 격자보다 무작위로 찾는 것이 나은 까닭
