# ---
# title: 손글씨 숫자 분류기를 밑바닥부터
# description: >-
#   손글씨 숫자 1,797장으로 분류기를 NumPy만으로 학습시키고, 무엇을 왜 틀리는지
#   들여다본 뒤, 세 가지를 바꾸어 본다.
# tags: [실습, 분류, 신경망]
# reading_time: 40
# prerequisites:
#   - 고등학교 미적분 (도함수)
#   - 행렬의 곱
# ---

# %% [markdown]
# # 손글씨 숫자 분류기를 밑바닥부터
#
# 사람이 손으로 쓴 1은 저마다 다르게 생겼다. 어떤 1은 막대 하나이고, 어떤 1은 꼭대기가
# 꺾이고, 어떤 1은 발판 위에 서 있다. “1은 이렇게 생겼다”를 규칙으로 적으려면 끝이
# 없다. 그래서 규칙 대신 예를 보여 준다. 그런데 예를 보고 배운 기계는 **무엇을
# 틀릴까?**
#
# 이 실습을 마치면 다음을 할 수 있다.
#
# - 그림을 열 숫자의 확률로 바꾸는 분류기를 NumPy만으로 학습시킨다.
# - 기울기를 손으로 적고, 맞게 적었는지 숫자로 확인한다.
# - 정확도 하나로 끝내지 않고, 틀린 그림에서 공통점을 찾아낸다.
# - 한 번에 하나씩 바꾸어, 무엇이 무엇을 얼마나 낫게 하는지 말한다.
#
# 위에서부터 차례로 실행한다. 앞 칸에서 만든 것을 뒤 칸에서 쓴다. 소프트맥스와
# 역전파는 뒤의 장에서 차근차근 배우므로, 여기서는 쓸 만큼만 말로 풀고 몇 줄로 적는다.

# %% [markdown]
# ## 데이터부터 눈으로 본다
#
# 열세 사람이 쓴 숫자를 8×8칸으로 줄인 그림이다. 한 칸의 값은 0(바탕)부터 16(먹)까지의
# 정수다. 16으로 나누어 0과 1 사이로 맞추어 둔다.

# %%
import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

use_korean_font()
X, y = load_digits()
X = X / 16

print("그림", X.shape, "정답", y.shape)
print("숫자마다 몇 장:", np.bincount(y))

# %% [markdown]
# 64개의 수를 8×8로 다시 접으면 그림이 된다. 같은 일을 여러 번 할 것이므로 함수로
# 둔다.


# %% alt="0부터 9까지 손글씨 숫자가 여섯 줄로 놓여 있다. 같은 열의 숫자라도 기울기와 굵기, 1의 꺾임과 받침처럼 생김새가 저마다 다르다."
def show(images, titles=None, columns=10):
    """그림들을 격자로 늘어놓는다. images: (N, 64)"""
    rows = -(-len(images) // columns)
    size = 6.4, rows * (0.95 if titles else 0.66)
    _, axes = plt.subplots(rows, columns, figsize=size, layout="constrained")
    for ax in axes.flat:
        ax.axis("off")
    for ax, image in zip(axes.flat, images, strict=False):
        ax.imshow(image.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
    for ax, title in zip(axes.flat, titles or [], strict=False):
        ax.set_title(title)
    plt.show()


same_digit = [np.flatnonzero(y == k)[:6] for k in range(10)]
show(X[np.transpose(same_digit).ravel()])

# %% [markdown]
# ## 무엇으로 배우고 무엇으로 시험하는가
#
# 배운 그림으로 시험하면 외운 것과 배운 것을 가릴 수 없다. 그래서 셋으로 나눈다.
#
# | 이름 | 몇 장 | 쓰임 |
# |---|---:|---|
# | 훈련 데이터 | 1,200 | 가중치를 고친다 |
# | 검증 데이터 | 300 | 틀린 그림을 보고, 설정을 고른다 |
# | 테스트 데이터 | 297 | 다 고른 뒤 맨 끝에 한 번만 본다 |
#
# 섞지 않고 파일의 순서대로 자른다. 처음 보는 **사람의** 글씨도 읽는지 알고 싶은데,
# 누가 썼는지는 데이터에 적혀 있지 않다. 앞뒤로 자르면 적어도 한 사람이 잇달아 쓴
# 그림이 훈련과 테스트에 나뉘어 들어가는 일이 준다. 이것이 얼마나 큰 차이인지는 마지막
# 과제에서 확인한다.

# %%
X_train, X_valid, X_test = np.split(X, [1200, 1500])
y_train, y_valid, y_test = np.split(y, [1200, 1500])

print("훈련", X_train.shape, "검증", X_valid.shape, "테스트", X_test.shape)

# %% [markdown]
# ## 층 하나: 소프트맥스 회귀
#
# 숫자 $k$마다 가중치 64개를 둔다. 화소와 가중치를 곱해 더하면 그 숫자의 점수가 된다.
# 이 점수를 **로짓**(logit)이라 한다.
#
# $$
# z = xW + b
# $$
#
# 그림 $x$에는 화소가 64개 있고, $W$는 64×10, $z$는 점수 10개다. 점수는 음수일 수도
# 있으므로 모두 $e$의 지수에 올려 양수로 만들고, 합이 1이 되게 나눈다. 이것이
# **소프트맥스**(softmax)다.
#
# $$
# p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}
# $$
#
# 정답이 $y$일 때의 손실은 $-\log p_y$다. 정답에 확률을 1로 주면 0, 0에 가깝게 주면
# 한없이 커진다. 이것이 **교차 엔트로피**(cross-entropy)다.


# %%
def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(p, y):
    return -np.log(p[np.arange(len(y)), y]).mean()


z = np.array([[2.0, 1.0, 0.0]])
print("확률", softmax(z).round(3))
print("정답이 0일 때", cross_entropy(softmax(z), np.array([0])).round(3))
print("정답이 2일 때", cross_entropy(softmax(z), np.array([2])).round(3))

# %% [markdown]
# 손실을 줄이려면 가중치를 어느 쪽으로 움직여야 하는지, 곧 손실의 기울기를 알아야
# 한다. 소프트맥스와 교차 엔트로피를 함께 미분하면 놀랄 만큼 간단해진다. 정답 자리만
# 1인 벡터를 $t$라 할 때
#
# $$
# \frac{\partial L}{\partial z} = p - t
# $$
#
# 이다. 기계가 낸 확률에서 정답을 뺀 것, 말 그대로 **틀린 만큼**이다. $z = xW +
# b$이므로 나머지는 곱하고 더하기만 하면 된다.


# %%
def loss_and_gradients(X, y, W, b):
    p = softmax(X @ W + b)
    dz = (p - np.eye(10)[y]) / len(X)
    return cross_entropy(p, y), X.T @ dz, dz.sum(axis=0)


# %% [markdown]
# 손으로 적은 기울기는 틀리기 쉽다. 그래서 확인한다. 가중치 하나를 아주 조금 올리고
# 내려 손실이 얼마나 달라지는지 재면, 그것이 기울기의 뜻 그대로다.

# %%
rng = np.random.default_rng(0)
W, b, step = rng.normal(size=(64, 10)), np.zeros(10), 1e-5
_, dW, _ = loss_and_gradients(X_train[:50], y_train[:50], W, b)

for pixel, digit in [(20, 3), (35, 7), (43, 0)]:
    up, down = W.copy(), W.copy()
    up[pixel, digit] += step
    down[pixel, digit] -= step
    rise = (
        loss_and_gradients(X_train[:50], y_train[:50], up, b)[0]
        - loss_and_gradients(X_train[:50], y_train[:50], down, b)[0]
    )
    measured = rise / (2 * step)
    print(f"식 {dW[pixel, digit]:+.6f}   재기 {measured:+.6f}")

# %% [markdown]
# 여섯 자리까지 같다. 이제 기울기의 반대쪽으로 조금씩 내려간다. 이것이 **경사
# 하강법**이다.


# %%
def accuracy(p, y):
    return (p.argmax(axis=1) == y).mean()


W, b, history = np.zeros((64, 10)), np.zeros(10), []
for t in range(501):
    loss, dW, db = loss_and_gradients(X_train, y_train, W, b)
    valid = softmax(X_valid @ W + b)
    history.append((loss, cross_entropy(valid, y_valid)))
    if t % 100 == 0:
        rate = accuracy(valid, y_valid)
        print(f"{t:3d}걸음  손실 {loss:.3f}  검증 정확도 {rate:.3f}")
    W, b = W - 1.0 * dW, b - 1.0 * db

softmax_wrong = (valid.argmax(axis=1) != y_valid).sum()
print("검증 300장 가운데 틀린 것:", softmax_wrong)

# %% alt="걸음이 늘수록 훈련 손실과 검증 손실이 함께 내려간다. 검증 손실은 훈련 손실보다 늘 높고, 그 틈이 천천히 벌어진다."
fig, ax = plt.subplots()
ax.plot(np.array(history)[5:], label=["훈련 데이터", "검증 데이터"])
ax.set_xlabel("걸음")
ax.set_ylabel("손실")
ax.legend()
plt.show()

# %% [markdown]
# 첫 손실이 2.303인 까닭이 있다. 가중치가 모두 0이면 열 숫자의 확률이 똑같이 0.1이고,
# $-\log 0.1 = 2.303$이다. 아무것도 모르는 기계의 손실이다.
#
# ## 은닉층 하나를 더한다
#
# 층이 하나이면 화소마다 표를 던져 더하는 것이 전부다. “이 칸과 저 칸이 함께 검을
# 때”는 보지 못한다. 그래서 가운데에 **은닉층**(hidden layer)을 둔다. 은닉 유닛
# 하나하나는 화소를 나름대로 더해 보고, 음수이면 0으로 자른다(ReLU). 무엇을 볼지는
# 스스로 배운다.
#
# $$
# h = \max(0,\, xW_1 + b_1), \qquad z = hW_2 + b_2
# $$
#
# 기울기는 뒤에서 앞으로 온다. `dz`까지는 아까와 같다. 거기에 `W2`를 거꾸로 곱하면
# `h`의 기울기이고, 0으로 잘린 유닛은 손실을 바꾸지 못했으니 기울기도 0이다.


# %%
def train(X, y, hidden=64, rate=0.5, epochs=60, seed=0):
    """은닉층 하나인 신경망을 학습시키고, 그림을 확률로 바꾸는 함수를 돌려준다."""
    rng = np.random.default_rng(seed)
    W1 = rng.normal(size=(64, hidden)) * np.sqrt(2 / 64)
    W2 = rng.normal(size=(hidden, 10)) * np.sqrt(1 / hidden)
    b1, b2 = np.zeros(hidden), np.zeros(10)
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(X)), len(X) // 50):
            x = X[batch]
            h = np.maximum(0, x @ W1 + b1)
            dz = (softmax(h @ W2 + b2) - np.eye(10)[y[batch]]) / len(x)
            dh = (dz @ W2.T) * (h > 0)
            W2, b2 = W2 - rate * h.T @ dz, b2 - rate * dz.sum(axis=0)
            W1, b1 = W1 - rate * x.T @ dh, b1 - rate * dh.sum(axis=0)
    return lambda x: softmax(np.maximum(0, x @ W1 + b1) @ W2 + b2)


predict = train(X_train, y_train)
p = predict(X_valid)
wrong = np.flatnonzero(p.argmax(axis=1) != y_valid)

print("훈련 정확도", accuracy(predict(X_train), y_train))
print("검증 300장 가운데 틀린 것:", softmax_wrong, "→", len(wrong))

# %% [markdown]
# 한 번에 1,200장을 다 보지 않고 50장씩 본다(미니배치). 같은 시간에 더 여러 번 고칠 수
# 있다.
#
# 훈련 데이터는 한 장도 틀리지 않는다. 그런데 검증 데이터에서는 다섯 장이 줄었을
# 뿐이다. 외울 힘은 남아돈다. 그렇다면 무엇이 모자란가? 정확도는 말해 주지 않는다.
# **틀린 그림**이 말해 준다.
#
# ## 틀린 것을 들여다본다
#
# ### 무엇을 무엇으로 읽었나
#
# **혼동 행렬**(confusion matrix)은 정답을 행에, 기계의 답을 열에 놓고 센 표다.
# 대각선이 맞힌 것이고 나머지가 모두 틀린 것이다.

# %% alt="혼동 행렬에서 틀린 칸만 원으로 그렸다. 정답 1을 9로 읽은 원이 4로 가장 크고, 나머지 일곱 원은 모두 1이다. 정답 1의 줄에만 원이 셋 있다."
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_valid, p.argmax(axis=1)), 1)
print(confusion)

missed = confusion - np.diag(np.diag(confusion))
row, column = np.nonzero(missed)
fig, ax = plt.subplots(figsize=(4.6, 4.2))
ax.scatter(column, row, s=250 * missed[row, column], color="C1", alpha=0.4)
for i, j in zip(row, column, strict=True):
    ax.text(j, i, missed[i, j], ha="center", va="center_baseline")
ax.set(xlabel="기계의 답", ylabel="정답", xticks=range(10), yticks=range(10))
ax.set(xlim=(-0.7, 9.9), ylim=(9.7, -0.7), aspect="equal")
ax.grid()
plt.show()

# %% [markdown]
# 실수가 골고루 퍼져 있지 않다. 열한 번의 실수 가운데 여섯 번이 **1**에서 났다.
#
# ### 틀린 그림
#
# 그림 위의 `1→9`는 정답이 1인데 9로 읽었다는 뜻이다.

# %% alt="틀린 그림 열한 장. 1을 9, 5, 6으로 읽은 것이 여섯 장인데 모두 꼭대기에서 왼쪽으로 굵게 꺾여 내려온다. 나머지는 4를 0과 6으로, 5를 6으로, 2를 3으로, 8을 3으로 읽은 것이다."
answers = p.argmax(axis=1)
names = [f"{y_valid[i]}→{answers[i]}" for i in wrong]
show(X_valid[wrong], names, columns=7)

# %% [markdown]
# 틀린 1은 막대가 아니다. 모두 꼭대기에서 왼쪽으로 굵게 꺾여 내려온다. 그 꺾임이 9의
# 동그라미 자리에 걸린다. 그렇다면 훈련 데이터의 1은 어떻게 생겼을까? 틀린 1마다 훈련
# 데이터에서 가장 닮은 1을 찾아 나란히 놓는다. 닮은 정도는 화소 차이의 제곱을 모두
# 더해 제곱근을 낸 거리로 잰다.

# %% alt="윗줄은 틀린 1 여섯 장, 아랫줄은 훈련 데이터에서 저마다 가장 닮은 1이다."
ones = X_train[y_train == 1]


def distances(images):
    """그림마다 훈련 데이터의 1 가운데 가장 닮은 것까지의 거리와 그 번호."""
    squares = ((images[:, None] - ones) ** 2).sum(axis=2)
    return np.sqrt(squares.min(axis=1)), squares.argmin(axis=1)


missed_ones = X_valid[wrong][y_valid[wrong] == 1]
read_ones = X_valid[(y_valid == 1) & (answers == 1)]
far, nearest = distances(missed_ones)
near, _ = distances(read_ones)

print(f"맞힌 1 {len(read_ones)}장: 가장 닮은 1까지 평균 {near.mean():.2f}")
print(f"틀린 1  {len(missed_ones)}장: 가장 닮은 1까지 평균 {far.mean():.2f}")
show(np.concatenate([missed_ones, ones[nearest]]), columns=len(missed_ones))

# %% [markdown]
# 맞힌 1은 0.93만 가면 닮은 짝이 있는데, 틀린 1은 1.41을 가야 한다. 꺾인 1은 훈련
# 데이터에도 있지만 막대의 굵기와 자리가 다르다. 여기서 짐작 하나가 선다. 기계가
# 어리석은 것이 아니라 **그렇게 쓴 1을 본 적이 없다.** 짐작은 아직 짐작이다. 아래에서
# 시험한다.
#
# ### 기계는 얼마나 자신 있었나
#
# 맞힌 그림과 틀린 그림에서 기계가 제 답에 준 확률을 견준다.

# %%
confidence = p.max(axis=1)
right = np.delete(confidence, wrong)

print(f"맞힌 그림의 평균 확률 {right.mean():.2f}")
print(f"틀린 그림의 평균 확률 {confidence[wrong].mean():.2f}")
print("틀린 그림의 확률", np.sort(confidence[wrong]).round(2))

# %% [markdown]
# 틀릴 때는 대체로 머뭇거린다. 확률이 0.7보다 낮은 답만 사람에게 넘겨도 실수 열하나
# 가운데 일곱을 잡는다. 그러나 네 번은 0.9가 넘는 확률로 틀렸다. 확률이 높다고 옳은
# 것은 아니다.

# %% [markdown]
# ## 세 가지를 바꾸어 본다
#
# 한 번에 하나만 바꾼다. 둘을 함께 바꾸면 무엇 때문에 나아졌는지 알 수 없다. 한 번만
# 돌려 보고 믿지도 않는다. 처음 가중치를 뽑는 씨앗만 달라도 틀린 수가 달라지기
# 때문이다. 그래서 씨앗 다섯으로 다섯 번 학습시켜 나란히 적는다. 실행하기 전에 **어느
# 것이 나을지 먼저 짐작해 본다.**


# %%
def report(name, X, y, **settings):
    """씨앗 다섯으로 학습시켜 검증에서 틀린 수와, 그 가운데 정답이 1인 수를 찍는다."""
    networks = [train(X, y, seed=seed, **settings) for seed in range(5)]
    wrong = [network(X_valid).argmax(axis=1) != y_valid for network in networks]
    total, ones = np.sum(wrong, axis=1), np.sum(wrong, axis=1, where=y_valid == 1)
    print(f"{name}  틀린 것 {total}  평균 {total.mean():4.1f}, 1은 {ones.mean():.1f}")


report("은닉 유닛  64", X_train, y_train)

# %% [markdown]
# 이것이 견줄 바탕이다. 같은 설정에서도 11장과 14장을 오간다. 두세 장 차이는
# 씨앗만으로도 난다는 뜻이다.
#
# ### 1. 은닉 유닛의 수

# %%
for hidden in (8, 16, 256):
    report(f"은닉 유닛 {hidden:3}", X_train, y_train, hidden=hidden)

# %% [markdown]
# 여덟 개로는 모자란다. 그런데 열여섯부터는 열여섯 배로 늘려도 평균이 세 장쯤 줄
# 뿐이고, 1은 여전히 다섯 장 넘게 틀린다. 이미 다 외우는 기계에 외울 자리를 더 준
# 셈이다.
#
# ### 2. 한 칸씩 민 그림을 더한다
#
# 숫자를 한 칸 밀어도 같은 숫자다. 훈련 그림을 위, 아래, 왼쪽, 오른쪽으로 한 칸씩 밀어
# 다섯 배로 늘린다(**데이터 증강**, data augmentation). 다섯 배를 보므로 에폭은
# 줄인다.


# %%
def shifted(X, down, right):
    """그림을 민다. 빈 자리는 바탕(0)이다."""
    padded = np.pad(X.reshape(-1, 8, 8), ((0, 0), (1, 1), (1, 1)))
    moved = padded[:, 1 - down : 9 - down, 1 - right : 9 - right]
    return moved.reshape(-1, 64)


moves = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)]
X_more = np.concatenate([shifted(X_train, *move) for move in moves])
y_more = np.tile(y_train, len(moves))

print("훈련 그림", len(X_train), "→", len(X_more))
report("은닉 유닛 256", X_more, y_more, hidden=256, epochs=24)

# %% [markdown]
# 같은 256개로 평균 10.8장에서 8.6장으로 줄었다. 그런데 무엇이 줄었는지 보면, 1이 아닌
# 숫자의 실수가 5.6장에서 3.0장이 되었고 **1은 5.2장에서 5.6장으로 그대로다.** 그림을
# 옆으로 민다고 못 보던 꺾임이 생기지는 않는다.
#
# ### 3. 본 적 없는 1을 보여 준다
#
# 짐작을 곧바로 시험한다. 검증 데이터의 1은 서른 장이다. 하나 걸러 열다섯 장을 훈련
# 데이터에 넣고, **넣지 않은 열다섯 장**만 시험한다. 늘어난 그림은 1,200장에
# 15장뿐이다.

# %%
shown, others = np.flatnonzero(y_valid == 1).reshape(-1, 2).T
X_plus = np.concatenate([X_train, X_valid[shown]])
y_plus = np.concatenate([y_train, y_valid[shown]])

for name, images, labels in [("처음", X_train, y_train), ("더함", X_plus, y_plus)]:
    networks = [train(images, labels, seed=seed) for seed in range(5)]
    read = [network(X_valid[others]).argmax(axis=1) for network in networks]
    mistakes = (np.array(read) != 1).sum(axis=1)
    print(name, "1 열다섯 장 가운데 틀린 것", mistakes)

# %% [markdown]
# 열다섯 장이 은닉 유닛 192개보다, 민 그림 4,800장보다 1에는 더 들었다. 짐작이 맞았다.
# 모자란 것은 크기도 양도 아니고 **그렇게 쓴 1**이었다. 틀린 그림을 보지 않았다면 찾지
# 못했을 답이다.

# %% [markdown]
# ## 테스트는 한 번만
#
# 고르는 일이 끝났다. 민 그림을 더하고 은닉 유닛을 256개로 한 것을 골랐다. 이제야
# 테스트 데이터를 본다.

# %%
chosen = train(X_more, y_more, hidden=256, epochs=24)

for name, classifier in [("처음의 신경망", predict), ("고른 신경망", chosen)]:
    wrong_in_test = (classifier(X_test).argmax(axis=1) != y_test).sum()
    print(f"{name}: 테스트 {len(y_test)}장 가운데 {wrong_in_test}장을 틀린다")

# %% [markdown]
# 검증에서보다 더 많이 틀린다. 검증 데이터를 보고 골랐으니 검증 점수는 후하고, 테스트
# 데이터에는 또 다른 사람의 글씨가 있다. 그래도 나아진 방향은 같다.

# %% [markdown]
# ## 스스로 해 볼 과제
#
# 이 노트북을 내려받거나 Colab에서 열어 고쳐 본다. 답은 적어 두지 않았다. 무엇을 보면
# 알 수 있는지만 적는다.
#
# 1. **섞어서 나누기.** 나누기 전에 `np.random.default_rng(0).permutation(len(X))`로
#    그림과 정답을 함께 섞고 처음의 신경망을 다시 학습시킨다. 검증과 테스트에서 틀린
#    것이 몇 장으로 주는가? 그 점수를 “처음 보는 사람의 글씨를 이만큼 읽는다”고 말해도
#    되는가?
# 2. **학습률.** `rate`를 0.02, 0.1, 2.0으로 바꾸어 `report`를 찍는다. 예순 에폭 안에
#    다 내려가지 못한 것은 어느 것이고, 골짜기를 건너뛰어 아무것도 배우지 못한 것은
#    어느 것인가?
# 3. **테스트에서 틀린 것.** 고른 신경망이 테스트 데이터에서 틀린 그림을 `show`로
#    그린다. 이번에는 무엇이 공통점인가? 그것을 보고 설정을 또 바꾼다면, 테스트 점수는
#    그 뒤로 무엇을 뜻하게 되는가?
# 4. **가중치를 그림으로.** 소프트맥스 회귀의 `W[:, k]`를 8×8로 접어 그린다. 숫자를
#    닮은 자리와, 닮지 않았는데도 값이 큰 자리는 어디인가?
# 5. **사람에게 넘기기.** 확률이 $c$보다 낮으면 사람에게 넘긴다고 하자. $c$를 바꾸며
#    넘기는 비율과 남은 실수를 그래프로 그린다. 실수를 반으로 줄이려면 몇 장을 넘겨야
#    하는가?
#
# ## 정리와 다음
#
# - 분류기는 점수를 확률로 바꾸고, 정답에 준 확률이 낮을수록 크게 벌을 받는다.
# - 손으로 적은 기울기는 손실을 조금 올리고 내려 재어 확인한다.
# - 정확도는 얼마나 틀렸는지만 말한다. 왜 틀렸는지는 틀린 그림이 말한다.
# - 훈련 데이터를 다 맞히고도 틀린다면, 먼저 그런 예를 본 적이 있는지 묻는다.
# - 테스트 데이터는 다 고른 뒤 한 번만 본다.
#
# ## 더 읽을거리
#
# - E. Alpaydin, C. Kaynak (1998), *Optical Recognition of Handwritten Digits*, UCI
#   Machine Learning Repository.
#   [doi:10.24432/C50P49](https://doi.org/10.24432/C50P49). 이 실습의 데이터
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998), *Gradient-Based Learning
#   Applied to Document Recognition*, Proceedings of the IEEE 86(11), 2278–2324.
#   손글씨를 읽는 신경망과, 훈련 그림을 조금씩 비틀어 늘리는 방법
