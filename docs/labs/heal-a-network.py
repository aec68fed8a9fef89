# ---
# title: 누운 곡선을 일으키기
# description: >-
#   물려받은 학습 프로그램의 손실이 ln 10에 누워 있다. 한 번에 하나씩 들여다보고 고쳐,
#   고장 다섯을 모두 찾아 건강한 곡선과 정직한 점수를 얻기까지를 따라간다.
# tags: [실습, 학습이 안 될 때, 기울기]
# reading_time: 40
# prerequisites:
#   - clinic/index.md
#   - dl/13-backpropagation-2.md
#   - dl/15-cross-entropy.md
# ---

# %% [markdown]
# # 누운 곡선을 일으키기
#
# 숫자 그림을 읽는 프로그램을 물려받았다. 오류 없이 끝까지 돌고, 손실도 정확도도 잘 찍는다.
# 다만 배우지 않는다. 전임자의 쪽지에는 “학습률을 이것저것 바꾸어 보았으나 소용없음”이라고
# 적혀 있다. **고장이 하나가 아니면 하나를 고쳐도 곡선은 그대로다. 그때 무엇을 보고 옳게
# 고쳤는지 아는가?**
#
# 이 실습을 마치면 다음을 할 수 있다.
#
# - 고장이 여럿일 때 곡선 대신 병마다의 수를 보고 하나씩 고친다.
# - 스무 장 외우기로 데이터의 고장과 코드의 고장을 가른다.
# - 층마다의 기울기, 걸음의 비, 죽은 유닛을 NumPy 몇 줄로 잰다.
# - 고친 뒤의 점수가 정직한지 확인한다.
#
# 위에서부터 차례로 실행한다. 고칠 때는 함수를 다시 정의하고, 뒤의 칸은 새 함수를 쓴다.
#
# ## 물려받은 프로그램

# %%
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

use_korean_font()
X, y = load_digits()
X_train, y_train = X[:1200], y[:1200]
X_valid, y_valid = X[1200:1500], y[1200:1500]


def scale(X):
    return X


def build(rng):
    sizes = (64, 32, 32, 10)
    return [(np.zeros((a, b)), np.zeros(b)) for a, b in pairwise(sizes)]


def batch(X, y, rng):
    rows = rng.integers(0, len(X), 64)
    return X[rows], y[rng.permutation(rows)]


# %% [markdown]
# 나머지는 순전파와 역전파다. 이 부분은 [역전파 2](../dl/13-backpropagation-2.md)의 식과
# 같아 보이지만, 믿지 않고 뒤에서 확인한다.


# %%
def forward(net, X):
    """층마다 들어간 값. 마지막이 로짓이다."""
    values = [X]
    for i, (W, b) in enumerate(net):
        z = values[-1] @ W + b
        values.append(np.maximum(z, 0) if i < len(net) - 1 else z)
    return values


def gradients(net, X, y):
    """손실과 층마다의 (dW, db)"""
    *inputs, z = forward(net, X)
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    dz, grads = (np.exp(log_p) - np.eye(10)[y]) / len(y), []
    for h, (W, _) in zip(reversed(inputs), reversed(net), strict=True):
        grads.append((h.T @ dz, dz.sum(axis=0)))
        dz = (dz @ W.T) * (h > 0)
    return -log_p[np.arange(len(y)), y].mean(), grads[::-1]


def learn(lr, steps=400, X=X_train, y=y_train, seed=0):
    """걸음마다의 손실과 배운 신경망"""
    rng = np.random.default_rng(seed)
    net, losses = build(rng), []
    for _ in range(steps):
        X_batch, y_batch = batch(scale(X), y, rng)
        loss, grads = gradients(net, X_batch, y_batch)
        for (W, b), (dW, db) in zip(net, grads, strict=True):
            W -= lr * dW
            b -= lr * db
        losses.append(loss)
    return np.array(losses), net


def accuracy(net, X, y):
    return np.mean(forward(net, X)[-1].argmax(axis=1) == y)


history = {}
losses, net = learn(lr=3)
history["물려받은 것"] = losses
print(f"손실 {losses[0]:.2f} → {losses[-50:].mean():.2f}")
print(f"검증 정확도 {accuracy(net, scale(X_valid), y_valid):.2f}")

# %% alt="물려받은 프로그램의 학습 곡선. 400걸음 내내 2.3 언저리에 누워 있다."
fig, ax = plt.subplots(figsize=(6.4, 2.6))
ax.plot(losses, lw=1)
ax.axhline(np.log(10), color="0.6", ls=":")
ax.set(xlabel="걸음", ylabel="손실", ylim=(0, 4))
plt.show()

# %% [markdown]
# $\ln 10 = 2.30$에 누워 있다. 전임자가 한 대로 학습률만 바꾸어 본다.

# %%
for lr in (0.003, 0.03, 0.3, 3):
    print(f"학습률 {lr:<5} 마지막 손실 {learn(lr)[0][-50:].mean():.2f}")

# %% [markdown]
# 쪽지의 말이 맞다. 어느 학습률에서도 그대로이니 학습률은 **첫째** 고장이 아니다. 다음 칸을
# 실행하기 전에, 어디부터 들여다볼지 하나 적어 본다.
#
# ## 한 번 더 들여다보기 1: 스무 장
#
# 데이터의 고장인지 코드의 고장인지부터 가른다. 스무 장도 외우지 못하면 데이터가 어려운
# 것이 아니다.

# %%
few = learn(0.1, X=X_train[:20], y=y_train[:20])[0]
print(f"스무 장의 손실 {few[0]:.2f} → {few[-50:].mean():.2f}")

# %% [markdown]
# 외우지 못한다. 코드다. 코드 가운데 어디인가? 손실에서 거꾸로 흐르는 것을 층마다 잰다.
#
# ## 한 번 더 들여다보기 2: 층마다의 기울기

# %%


def norms(seed=0):
    rng = np.random.default_rng(seed)
    _, grads = gradients(build(rng), *batch(scale(X_train), y_train, rng))
    return [f"‖dW‖ {np.linalg.norm(dW):.2g}, ‖db‖ {np.linalg.norm(db):.2g}"
            for dW, db in grads]  # fmt: skip


print(*norms(), sep="\n")

# %% [markdown]
# 가중치의 기울기가 세 층 모두 정확히 0이고 마지막 편향만 움직인다. 가중치를 0으로 시작했기
# 때문이다. He 초깃값으로 고친다.


# %%
def build(rng):
    sizes = (64, 32, 32, 10)
    return [
        (rng.normal(0, np.sqrt(2 / a), (a, b)), np.zeros(b)) for a, b in pairwise(sizes)
    ]


print(*norms(), sep="\n")
history["초깃값을 고쳤다"], net = learn(lr=3)
print(f"마지막 손실 {history['초깃값을 고쳤다'][-50:].mean():.2f}")

# %% [markdown]
# 기울기는 흐른다. 그런데 손실은 여전히 2.3이다. 여기서 “고쳤는데 낫지 않았으니 초깃값은
# 아니었다”고 되돌리면 영영 낫지 않는다. **나았는지는 그 병의 수로 본다.** 기울기가 0이던
# 것이 0이 아니게 되었으니 이 고침은 옳다.
#
# 기울기가 이번에는 너무 크다. 그리고 처음 손실을 본다.
#
# ## 한 번 더 들여다보기 3: 처음 손실과 입력

# %%
print(f"처음 손실 {history['초깃값을 고쳤다'][0]:.1f}, ln 10 = {np.log(10):.2f}")
inputs = scale(X_train)
print(f"입력: 가장 작은 값 {inputs.min():.0f}, 가장 큰 값 {inputs.max():.0f}")
for i, h in enumerate(forward(build(np.random.default_rng(0)), inputs)):
    print(f"{i}층을 지난 값의 표준편차 {h.std():.1f}")

# %% [markdown]
# 처음 손실이 $\ln 10$의 몇 배다. He 초깃값은 들어온 크기를 지킬 뿐 줄이지 않으므로 입력의
# 크기가 로짓까지 그대로 간다. 픽셀을 16으로 나눈다.


# %%
def scale(X):
    return X / 16


history["입력을 나누었다"], net = learn(lr=3)
losses = history["입력을 나누었다"]
print(f"처음 손실 {losses[0]:.2f}, 마지막 손실 {losses[-50:].mean():.2f}")

# %% [markdown]
# 처음 손실이 제자리로 왔다. 곡선은 아직 누워 있다.
#
# ## 한 번 더 들여다보기 4: 걸음의 비와 죽은 유닛

# %%


def steps_and_dead(lr, after):
    """첫 걸음의 ‖Δw‖ / ‖w‖와, after걸음 뒤 죽은 유닛의 비율"""
    rng = np.random.default_rng(0)
    start = build(rng)
    _, grads = gradients(start, *batch(scale(X_train), y_train, rng))
    ratios = [
        lr * np.linalg.norm(dW) / np.linalg.norm(W)
        for (W, _), (dW, _) in zip(start, grads, strict=True)
    ]
    hidden = forward(learn(lr, after)[1], scale(X_train))[1:-1]
    dead = [np.mean((h <= 0).all(axis=0)) for h in hidden]
    return ratios, dead


for lr in (3, 0.1):
    ratios, dead = steps_and_dead(lr, after=60)
    shown = " ".join(f"{r:.0e}" for r in ratios)
    print(f"학습률 {lr}: 걸음의 비 {shown}, 죽은 유닛", [f"{d:.0%}" for d in dead])

# %% [markdown]
# 학습률 3에서는 첫 걸음에 가중치의 몇 할이 바뀌고, 예순 걸음 뒤에는 은닉층이 거의 다 죽어
# 있다. 0.1로 낮춘다.

# %%
history["학습률을 낮추었다"], net = learn(lr=0.1)
losses = history["학습률을 낮추었다"]
print(f"처음 손실 {losses[0]:.2f}, 마지막 손실 {losses[-50:].mean():.2f}")

# %% [markdown]
# 셋을 고쳤는데 아직 2.3이다. 처음 손실은 맞고, 기울기는 흐르고, 걸음은 알맞고, 유닛은 살아
# 있다. 신경망은 멀쩡하다. 그렇다면 신경망에 **무엇을 먹이고 있는가?**
#
# ## 한 번 더 들여다보기 5: 짝
#
# 신경망에 들어가기 바로 앞의 배열을 꺼내어 본다. 파일이나 표가 아니라 `batch`가 내준 것을
# 보아야 한다.

# %%
X_batch, y_batch = batch(scale(X_train), y_train, np.random.default_rng(0))
distance = ((X_batch[:, None] - scale(X_train)) ** 2).sum(axis=2)
true = y_train[distance.argmin(axis=1)]  # 배치의 그림과 똑같은 그림의 레이블
print("배치의 레이블  ", y_batch[:12])
print("그 그림의 레이블", true[:12])
print(f"짝이 맞는 비율 {np.mean(true == y_batch):.2f}")

# %% alt="배치의 그림 여섯 장과 그 위에 적힌 레이블. 그림의 숫자와 적힌 레이블이 거의 모두 다르다."
fig, axes = plt.subplots(1, 6, figsize=(6.4, 1.5))
for ax, image, label in zip(axes, X_batch, y_batch, strict=False):
    ax.imshow(image.reshape(8, 8), cmap="gray_r")
    ax.set_title(f"레이블 {label}")
    ax.axis("off")
plt.show()

# %% [markdown]
# 그림만 보았어도 알 일이었다. `rng.permutation(rows)`가 레이블만 한 번 더 섞고 있었다.


# %%
def batch(X, y, rng):
    rows = rng.integers(0, len(X), 64)
    return X[rows], y[rows]


few = learn(0.1, X=X_train[:20], y=y_train[:20])[0]
print(f"스무 장의 손실 {few[0]:.2f} → {few[-50:].mean():.2f}")
history["짝을 맞추었다"], net = learn(lr=0.1)
print(f"마지막 손실 {history['짝을 맞추었다'][-50:].mean():.2f}")

# %% alt="고장을 하나씩 고칠 때마다의 학습 곡선. 앞의 네 곡선은 모두 2.3 언저리에 눕고, 마지막으로 짝을 맞춘 곡선만 0.1 가까이 내려간다."
fig, ax = plt.subplots()
for name, losses in history.items():
    ax.plot(np.minimum(losses, 8), label=name, lw=1.2)
ax.axhline(np.log(10), color="0.6", ls=":")
ax.set(xlabel="걸음", ylabel="손실", ylim=(0, 6))
ax.legend()
plt.show()

# %% [markdown]
# 다섯 곡선 가운데 넷이 같은 자리에 눕는다. 고장 넷이 저마다 곡선을 눕힐 수 있었으므로,
# 마지막 하나를 고칠 때까지 곡선은 아무것도 알려 주지 않았다. 알려 준 것은 기울기, 처음 손실,
# 죽은 유닛, 짝이 맞는 비율이었다.
#
# 그런데 이 순서로 고치지 않았다면 어땠을까? 짝을 먼저 고쳤어도 곡선은 그대로 누워 있었을
# 것이다. 순서는 중요하지 않다. **고침마다 그 병의 수가 나았는지 보는 것**이 중요하다.
#
# ## 역전파는 맞는가
#
# 믿지 않기로 한 것이 하나 남았다. 가중치 몇 개를 조금 흔들어 기울기를 확인한다.

# %%
rng = np.random.default_rng(0)
small = build(rng)
rows, labels = scale(X_train[:10]), y_train[:10]
_, grads = gradients(small, rows, labels)
worst = 0
for (W, _), (dW, _) in zip(small, grads, strict=True):
    for _ in range(5):
        at = rng.integers(W.shape[0]), rng.integers(W.shape[1])
        kept = W[at]
        ends = []
        for nudge in (1e-5, -1e-5):
            W[at] = kept + nudge
            ends.append(gradients(small, rows, labels)[0])
        W[at] = kept
        worst = max(worst, abs((ends[0] - ends[1]) / 2e-5 - dW[at]))
print("수치 미분과 다른 정도가 1e-6 아래인가:", bool(worst < 1e-6))

# %% [markdown]
# ## 학습률을 다시 고른다
#
# 0.1은 병을 고치려고 낮춘 값이지 고른 값이 아니다. 고장이 모두 나은 지금에야 학습률을 훑는
# 것이 뜻을 갖는다. 씨앗 셋의 검증 정확도로 고른다. 몇 초 걸린다.

# %%
for lr in (0.03, 0.1, 0.3, 1):
    scores = [accuracy(learn(lr, seed=s)[1], scale(X_valid), y_valid) for s in range(3)]
    print(
        f"학습률 {lr:<5} 검증 정확도 평균 {np.mean(scores):.2f}, 최악 {min(scores):.2f}"
    )

# %% [markdown]
# 0.3의 최악이 0.1의 평균보다 높고 1에서는 무너진다. 가장 좋은 것이 훑은 범위의 안쪽에
# 있으니 더 넓히지 않고 0.3을 쓴다.
#
# ## 점수는 정직한가
#
# 마지막 고장은 곡선에도 점수에도 드러나지 않는다. 쪽지의 뒷면에 “테스트 정확도 0.99, 모자란
# 데이터는 늘려서 씀”이라고 적혀 있다. 늘린 그림을 섞은 다음에 나누었다면 테스트의 형제가
# 학습 데이터에 있다. 전임자의 방법과, 나눈 다음에 늘리는 방법을 견준다.

# %%


def blurred(X, y, times, rng):
    many = np.repeat(X, times, axis=0)
    return many + rng.normal(0, 0.8, many.shape), np.repeat(y, times)


leaked, honest = [], []
for seed in range(3):
    rng = np.random.default_rng(seed)
    many, names = blurred(X_train[:200], y_train[:200], 5, rng)
    order = rng.permutation(1000)
    a, b = order[:800], order[800:]
    net = learn(0.3, 800, X=many[a], y=names[a])[1]
    leaked.append(accuracy(net, scale(many[b]), names[b]))
    some, labels = blurred(X_train[:160], y_train[:160], 5, rng)
    net = learn(0.3, 800, X=some, y=labels)[1]
    honest.append(accuracy(net, scale(X_train[160:200]), y_train[160:200]))
print(f"늘리고 나누면 {np.mean(leaked):.2f}, 나누고 늘리면 {np.mean(honest):.2f}")

# %% [markdown]
# 점수가 낮아졌다. 신경망이 나빠진 것이 아니라 **재는 법이 나아졌다.** 남은 그림 297장은
# 지금까지 한 번도 쓰지 않았다. 학습률까지 정했으니 한 번만 연다.

# %%
net = learn(0.3, 800)[1]
print(f"테스트 정확도 {accuracy(net, scale(X[1500:]), y[1500:]):.2f}")

# %% [markdown]
# 검증 정확도보다 조금 낮다. 학습률을 고를 때 쓴 점수는 후하기 마련이다. 이것이 쪽지의
# 0.99를 대신할, 남에게 말해도 되는 수다.
#
# ## 스스로 해 볼 과제
#
# 답은 적어 두지 않았다. 무엇을 보면 알 수 있는지만 적는다.
#
# 1. **고장을 하나 더 숨긴다.** 동료에게 `gradients`나 `batch`에 한 줄짜리 고장을 넣어 달라고
#    한다. 코드를 읽지 않고 몇 번의 확인으로 찾는가? 확인마다 무엇을 지웠는지 적는다.
# 2. **순서를 바꾼다.** 다섯 고장을 거꾸로 고친다. 곡선은 언제 움직이는가? 병마다의 수는
#    순서와 상관없이 나아지는가?
# 3. **자르기로 버틴다.** 학습률 3을 그대로 두고 기울기의 크기를 1에서 자른다. 죽은 유닛은
#    얼마나 줄고, 검증 정확도는 0.1로 낮춘 것과 얼마나 다른가?
# 4. **늘 찍어 둘 수.** 처음 손실, 걸음의 비, 죽은 유닛을 50걸음마다 찍게 `learn`을 고친다.
#    다섯 고장 가운데 몇을 첫 줄에서 알아보는가?
#
# ## 정리와 다음
#
# - 고장이 여럿이면 하나를 고쳐도 곡선은 그대로다. 고침은 그 병의 수로 확인한다.
# - 스무 장 외우기는 데이터의 고장과 코드의 고장을 가른다.
# - 신경망이 멀쩡하면 신경망에 들어가기 바로 앞의 배열을 그림으로 본다.
# - 학습률은 다른 고장이 모두 나은 다음에 고른다.
# - 점수가 좋아지는 고침만 있는 것은 아니다. 재는 법을 고치면 점수는 낮아진다.
#
# 증상에서 확인으로 가는 표는 [학습이 안 될 때](../clinic/index.md)에, 짧은 환자 열한 명은
# [고장 난 프로그램 열한 개](../clinic/programs.md)에 있다.
#
# ## 더 읽을거리
#
# - A. Karpathy, [“A Recipe for Training Neural Networks”](https://karpathy.github.io/2019/04/25/recipe/),
#   2019. 한 번에 하나씩 확인하며 나아가는 순서를 적었다.
# - I. Goodfellow, Y. Bengio, A. Courville, [*Deep Learning*](https://www.deeplearningbook.org),
#   MIT Press, 2016, 11장. 고장이 난 곳을 가르는 방법을 다룬다.
