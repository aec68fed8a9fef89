# ---
# title: 사진 폴더에서 정직한 시험 점수까지
# description: >-
#   남이 모아 준 사진 폴더 하나에 함정이 네 개 숨어 있다. 점수를 믿기 전에 하나씩 찾아내고,
#   고칠 때마다 점수가 어떻게 움직이는지 본 뒤, 내일 올 사진에서 그 점수가 맞았는지 확인한다.
# tags: [실습, 데이터 누수, 라벨 오류, 데이터 불균형, 데이터 정제]
# reading_time: 45
# prerequisites:
#   - ../cnn/05-cnn-1.md
#   - ../cnn/08-classification.md
# ---

# %% [markdown]
# # 사진 폴더에서 정직한 시험 점수까지
#
# 쇼핑몰에서 사진 폴더를 보내 왔다. 폴더의 이름이 옷의 종류이고, 내일부터 올라올 사진을
# 종류대로 나누는 모델이 필요하다고 한다. 그리고 묻는다. **내일 얼마나 맞힙니까?**
#
# [표에서 정직한 시험 점수까지](table-to-test-score.py)에서는 표에 묻은 때를 미리 밝혔다.
# 이번에는 밝히지 않는다. 폴더에는 함정이 **네 가지** 숨어 있다. 사진은 진짜이고 함정은 지어
# 넣은 것이다. 찾는 법은 [이미지 분류](../cnn/08-classification.md)까지 배운 것으로 넉넉하다.
#
# 이 실습을 마치면 다음을 할 수 있다.
#
# - 처음 받은 사진 폴더에서 무엇부터 셀지 안다.
# - 같은 사진이 두 번 들었는지, 그것이 점수를 어떻게 부풀리는지 본다.
# - 모델에게 돌아간 사진과 이름이 틀린 사진을 찾게 하고, 사람의 품은 의심스러운 것에만 쓴다.
# - 클래스마다의 재현율로 드문 클래스를 지킨다.
# - 점수를 흔들림과 함께 말하고, 그 말이 맞았는지 나중에 확인한다.
#
# 칸을 실행하기 전에 **멈추고** 짐작한다. 물음마다 바로 아래 칸이 답한다.

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn

from lessons.messy_folder import MessyFolder
from lessons.plotting import use_korean_font
from lessons.readers.folder import ImageFolder

use_korean_font()
torch.set_num_threads(1)

place = Path(tempfile.mkdtemp()) / "옷"
folder = MessyFolder(place, rng=np.random.default_rng(0))
data = ImageFolder(place)
kinds = data.classes
images, y = data.arrays()
paths = [path for path, _ in data.samples]

print("사진", images.shape, images.dtype)
for kind, n in zip(kinds, np.bincount(y), strict=True):
    print(f"  {kind}: {n}장")

# %% [markdown]
# ## 먼저 본다
#
# 코드를 쓰기 전에 사진을 본다. 클래스마다 열 장씩 아무거나 늘어놓는다. 세 가지가 이상하다.
# 무엇인가?


# %% alt="다섯 줄에 옷 사진이 열 장씩 있다. 줄의 이름과 다른 옷이 몇 장 섞여 있고, 옆으로 눕거나 거꾸로 선 사진이 있다."
def show(pictures, titles=None, columns=10):
    """사진을 격자로 늘어놓는다."""
    rows = -(-len(pictures) // columns)
    size = (columns * 0.72, rows * (1.0 if titles is not None else 0.75))
    _, axes = plt.subplots(rows, columns, figsize=size, squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    for k, (ax, picture) in enumerate(zip(axes.flat, pictures, strict=False)):
        ax.imshow(picture, cmap="gray", vmin=0, vmax=1)
        if titles is not None:
            ax.set_title(titles[k], fontsize=7)
    plt.show()


X = images[..., 0] / 255  # 세 채널이 모두 같은 흑백이다
rng = np.random.default_rng(1)
some = [rng.choice(np.flatnonzero(y == k), 10, replace=False) for k in range(5)]
print("위에서부터", ", ".join(kinds))
show(X[np.concatenate(some)])

# %% [markdown]
# - 옆으로 눕거나 거꾸로 선 사진이 있다.
# - 줄의 이름과 다른 옷이 섞여 있다.
# - 세어 둔 것을 다시 보면 가방이 유난히 적다.
#
# 넷째는 이렇게 보아서는 보이지 않는다. 서두르는 사람이 하듯 먼저 점수부터 내 보자.
#
# ## 서두른 점수
#
# 28×28을 14×14로 줄이고, 합성곱 두 층짜리 작은 신경망을 쓴다. 무작위로 4분의 1을 떼어
# 테스트로 삼는다.


# %%
def shrink(X):
    """이웃한 네 픽셀의 평균으로 한 변을 절반으로."""
    return X.reshape(len(X), 14, 2, 14, 2).mean(axis=(2, 4))


def fit(X, y, seed=0, classes=5, epochs=12, weight=None):
    """작은 합성곱 신경망을 배우게 한다."""
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Conv2d(1, 12, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(12, 24, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(216, 48), nn.ReLU(), nn.Linear(48, classes),
    )  # fmt: skip
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
    X, y = torch.tensor(X).float()[:, None], torch.tensor(y)
    if weight is not None:
        weight = torch.tensor(weight).float()
    for _ in range(epochs):
        for batch in torch.randperm(len(X)).split(32):
            z = model(X[batch])
            loss = nn.functional.cross_entropy(z, y[batch], weight=weight)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model.eval()


@torch.inference_mode()
def probabilities(model, X):
    return model(torch.tensor(X).float()[:, None]).softmax(dim=1).numpy()


def answers(model, X):
    return probabilities(model, X).argmax(axis=1)


small = shrink(X)
test = np.random.default_rng(0).random(len(y)) < 0.25
model = fit(small[~test], y[~test])
hurried = np.mean(answers(model, small[test]) == y[test])
print(f"학습 {np.sum(~test)}장, 테스트 {np.sum(test)}장")
print(f"서두른 점수: 정확도 {hurried:.2f}")

# %% [markdown]
# 이 수를 보낼 것인가? 낮아서 실망했든 높아서 기쁘든, 아직 이 수가 **무엇을 재었는지** 모른다.
#
# ## 첫째 함정: 두 번 든 사진
#
# 폴더의 사진끼리 닮은 정도를 모두 재어 본다. 밝기가 달라도 알아보게, 픽셀에서 평균을 빼고
# 길이를 1로 맞추어 곱한다. 1이면 밝기만 다른 같은 사진이다. 돌아간 사진도 있었으니 한쪽을
# 네 방향으로 돌려 가장 닮은 것을 고른다. 서로 다른 옷이라면 얼마나 닮을까?


# %% alt="가장 닮은 짝과의 닮은 정도의 분포. 대부분 0.8에서 0.99 사이에 퍼져 있고, 1에 붙은 막대 하나가 따로 서 있다."
def unit(X):
    Z = X.reshape(len(X), -1)
    Z = Z - Z.mean(axis=1, keepdims=True)
    return Z / np.linalg.norm(Z, axis=1, keepdims=True)


U = unit(small)
turned = [unit(np.rot90(small, k, axes=(1, 2))) for k in range(4)]
alike = np.max([U @ V.T for V in turned], axis=0)
np.fill_diagonal(alike, 0)
nearest = alike.max(axis=1)

fig, ax = plt.subplots(figsize=(5.5, 2.6))
ax.hist(nearest, bins=np.linspace(0.7, 1, 61))
ax.set(xlabel="가장 닮은 사진과의 닮은 정도", ylabel="사진의 수")
plt.show()
pairs = np.argwhere(np.triu(alike > 0.998))
print("닮은 정도가 0.998을 넘는 짝:", len(pairs), "쌍")

# %% [markdown]
# 1에 따로 선 막대가 **같은 사진의 짝**이다. 몇 쌍을 눈으로 확인한다. 밝기가 다르거나 돌아갔을
# 뿐 같은 사진이다. 파일의 이름과 바이트가 달라서 이름이나 해시로는 찾지 못했을 것이다.

# %% alt="위아래로 짝지은 같은 옷 사진 열 쌍. 밝기가 조금 다르고 몇 쌍은 한쪽이 돌아가 있다."
ten = pairs[:: max(1, len(pairs) // 10)][:10]
show(np.concatenate([X[ten[:, 0]], X[ten[:, 1]]]))
apart = y[pairs[:, 0]] != y[pairs[:, 1]]
print("같은 사진인데 폴더가 다른 짝:", apart.sum(), "쌍")

# %% [markdown]
# 같은 사진이 다른 폴더에 든 짝까지 있다. 적어도 한쪽은 이름이 틀렸다. 둘째 함정의 단서를
# 덤으로 얻었다.
#
# 짝의 한쪽이 학습에, 한쪽이 테스트에 들면 테스트는 **이미 본 사진**을 묻는다. 얼마나 부풀까?
# 외우는 모델일수록 크게 속는다. 가장 닮은 학습 사진의 이름을 베끼는 모델로 재어 본다. 그리고
# 이름을 모두 섞어 버린다. 배울 것이 없으니 다섯 가운데 하나만 맞아야 한다.

# %%
group = np.arange(len(y))
for i, j in pairs:  # 짝은 한 무리
    group[group == group[j]] = group[i]
_, group = np.unique(group, return_inverse=True)


def copied(test, names):
    """테스트에서 짝이 있는 사진 가운데, 가장 닮은 학습 사진의 이름을 베껴 맞힌 비율."""
    train = np.flatnonzero(~test)
    twin = np.flatnonzero(test & (np.bincount(group)[group] > 1))
    best = train[alike[np.ix_(twin, train)].argmax(axis=1)]
    return np.mean(names[best] == names[twin])


rng = np.random.default_rng(2)
leaks = []
for _ in range(20):
    nonsense = rng.integers(0, 5, group.max() + 1)[group]  # 같은 사진은 같은 헛이름
    by_photo = rng.random(len(y)) < 0.25
    by_group = (rng.random(group.max() + 1) < 0.25)[group]
    leaks.append([copied(by_photo, nonsense), copied(by_group, nonsense)])
print(
    "스무 번의 평균: 사진을 섞어 나누면 {:.2f}, 무리째로 나누면 {:.2f}".format(
        *np.mean(leaks, axis=0)
    )
)

# %% [markdown]
# 아무 뜻도 없는 이름을 반 넘게 맞힌다. **새고 있다.** 무리째로 나누면 찍은 것과 다를 바 없다.
# 신경망은 이만큼 외우지 않으니 덜 속겠지만, 얼마나 속았는지 알 길이 없다. 처음부터 막는다.
#
# 새로 나눈 테스트는 이제 맨 끝까지 열지 않는다.

# %%
test = by_group
train = ~test
print(f"학습 {train.sum()}장, 테스트 {test.sum()}장")
both = set(group[train]) & set(group[test])
print("양쪽에 다 있는 무리:", len(both))

# %% [markdown]
# ## 둘째 함정: 돌아간 사진
#
# 찍을 때 기울인 휴대전화의 방향 표시를 어딘가에서 잃었다. 어느 것이 돌아갔는지 적혀 있지 않은데
# 어떻게 찾을까? 천 장을 모두 눈으로 보기 전에, **정답을 공짜로 만드는 법**이 있다. 사진을 직접
# 0, 90, 180, 270도로 돌려 놓고 몇 도인지 맞히게 가르친다. 처음부터 돌아간 사진이 조금 섞여
# 있어도 대부분이 바로 서 있으니 배울 수 있다. 배운 모델에게 원래 사진을 보이면 ‘이것은 90도
# 돌아갔다’고 답할 것이다.
#
# 제가 배운 사진을 물으면 외운 대로 답하므로, 무리를 셋으로 나누어 둘로 배우고 나머지에 묻는다.


# %%
def turn_of(X_train, X_ask):
    """네 방향의 확률."""
    turned = [np.rot90(X_train, k, axes=(1, 2)) for k in range(4)]
    which = np.repeat(np.arange(4), len(X_train))
    model = fit(np.concatenate(turned), which, classes=4, epochs=6)
    return probabilities(model, X_ask)


fold = np.random.default_rng(3).integers(0, 3, group.max() + 1)[group]
p = np.zeros((len(y), 4))
for f in range(3):
    p[train & (fold == f)] = turn_of(
        small[train & (fold != f)], small[train & (fold == f)]
    )
p[test] = turn_of(small[train], small[test])
turns, sure = p.argmax(axis=1), p.max(axis=1) > 0.7
doubt = (turns != 0) & sure
print("돌아갔다고 한 사진:", doubt.sum(), "장")
for k, kind in enumerate(kinds):
    print(f"  {kind} {np.sum(doubt & (y == k))}장")

# %% [markdown]
# 정말 돌아갔는지 눈으로 본다. 위는 폴더에 있던 그대로, 아래는 모델이 말한 만큼 되돌린 것이다.

# %% alt="위아래로 짝지은 옷 사진 열 쌍. 위는 눕거나 거꾸로 선 사진이고 아래는 거의 모두 바로 서 있다."
upright = X.copy()
for i in np.flatnonzero(doubt):
    upright[i] = np.rot90(X[i], -turns[i])
ten = np.random.default_rng(4).choice(np.flatnonzero(doubt), 10, replace=False)
show(np.concatenate([X[ten], upright[ten]]))
small = shrink(upright)

# %% [markdown]
# 거의 다 바로 섰다. 신발은 잘 찾고, 위아래가 비슷한 원피스와 가방은 자주 틀린다. 모든 것을 고치지
# 못했다는 것을 **적어 둔다**. 방향을 틀리게 되돌린 것도 몇 장 있을 것이다.
#
# 테스트 사진도 같은 모델로 되돌렸다. 이것은 새는 것이 아니다. 방향을 찾는 모델은 테스트의 이름을
# 보지 않았고, 내일 올 사진에도 똑같이 할 수 있는 일이기 때문이다.
#
# ## 셋째 함정: 틀린 이름
#
# 짝인데 폴더가 다른 사진에서 단서를 얻었다. 모두 다시 보려면 품이 많이 든다. 의심스러운 것만
# 고르자. **그 사진을 보지 않은 모델**이 폴더의 이름에 확률을 10%도 주지 않았다면 둘 가운데
# 하나다. 모델이 틀렸거나, 이름이 틀렸거나.

# %% alt="의심스러운 사진 스무 장. 위에 폴더의 이름이 적혀 있는데 그림과 다른 것이 많다."
fold = np.random.default_rng(5).integers(0, 4, group.max() + 1)[group]
q = np.zeros((len(y), 5))
for f in range(4):
    learn, ask = train & (fold != f), train & (fold == f)
    q[ask] = probabilities(fit(small[learn], y[learn]), small[ask])
own = q[np.arange(len(y)), y]
suspects = np.flatnonzero(train & (own < 0.1))
suspects = suspects[np.argsort(own[suspects])]
print("의심스러운 사진:", len(suspects), "장, 학습 데이터의", end=" ")
print(f"{len(suspects) / train.sum():.0%}")
show(upright[suspects[:20]], [kinds[k] for k in y[suspects[:20]]])

# %% [markdown]
# 앞의 스무 장은 거의 다 폴더의 이름이 틀렸다. 이제 사람의 눈을 빌린다. 모델의 답으로 갈아 끼우지
# 않는 까닭이 있다. 모델이 제 답으로 이름을 고치고 그것으로 다시 배우면, 틀린 믿음이 굳는다.
# 사람에게는 **폴더의 이름도 모델의 답도 알려 주지 않고** 사진만 보인다.

# %%
said = folder.look_again([paths[i] for i in suspects])
mended = y.copy()
mended[suspects] = [kinds.index(name) for name in said]
changed = np.sum(mended != y)
print(f"다시 본 {len(suspects)}장 가운데 이름이 틀린 것 {changed}장")
print(f"나머지 {len(suspects) - changed}장은 어려운 사진이었다")

# %% [markdown]
# 의심한 것의 대부분이 정말 틀린 이름이었고, 나머지는 모델에게 어려운 진짜였다. 어려운 진짜를
# 버리면 점수는 오르지만 내일의 사진은 쉬워지지 않는다. 그래서 버리지 않고 이름만 고친다.
#
# 테스트는 어떻게 하는가? 모델이 의심하는 것만 골라 고치면, 이 모델이 틀린 곳만 고쳐 주는 셈이라
# 점수가 부푼다. **테스트는 모두 다시 본다.** 이름이 틀린 테스트로는 완벽한 모델도 만점을 받지
# 못한다.

# %%
checked = np.array(
    [
        kinds.index(name)
        for name in folder.look_again([paths[i] for i in np.flatnonzero(test)])
    ]
)
print(f"테스트의 이름이 틀린 비율 {np.mean(checked != y[test]):.2f}")
print(f"지금까지 사람이 본 사진 {folder.looked}장 / {len(y)}장")

# %% [markdown]
# ## 넷째 함정: 가방이 없다
#
# 처음에 센 가방은 다른 것의 6분의 1쯤이었다. 그나마 이름이 틀려 섞여 든 것까지 센 것이라 진짜
# 가방은 더 적다. 정확도는 가방을 모두 틀려도 거의 그대로다. 그래서 클래스마다의 재현율을 구해
# **똑같이 평균**한다. 이것을 균형 정확도라 한다. 검증은 학습 데이터를 무리째 나눈 조각에서 하고,
# 무게는 클래스마다 손실의 합이 같아지게 준다.


# %%
def recalls(true, guess):
    return np.array([np.mean(guess[true == k] == k) for k in range(5)])


def cross_recalls(weigh):
    """검증 조각을 모아 잰 재현율."""
    guess = np.zeros(len(y), dtype=int)
    for f in range(4):
        learn, ask = train & (fold != f), train & (fold == f)
        n = np.bincount(mended[learn], minlength=5)
        weight = learn.sum() / (5 * n) if weigh else None
        guess[ask] = answers(
            fit(small[learn], mended[learn], weight=weight), small[ask]
        )
    return recalls(mended[train], guess[train])


print("        ", "  ".join(kinds), " 평균")
for name, weigh in [("그대로 ", False), ("무게   ", True)]:
    r = cross_recalls(weigh)
    print(name, "   ".join(f"{v:.2f}" for v in r), f"  {r.mean():.2f}")

# %% [markdown]
# 무게를 주면 가방의 재현율이 오르고 다른 것은 조금 잃는다. 평균만 보면 어느 쪽이 나은지 말하기
# 어렵다. 가방이 몇 장 되지 않아 몇 장 차이로 이 수가 오르내리기 때문이다. 여기서는 가방도 다른
# 것만큼 찾아 달라는 부탁을 받았으니 무게를 준다. 더 나은 길은 가방 사진을 더 모으는 것이다.
#
# ## 테스트를 연다
#
# 설정은 모두 정했다. 씨앗 셋으로 배우고 테스트를 한 번 연다. 점수는 셋의 평균이다. 흔들림은 첫
# 모델에서 테스트의 **무리를 다시 뽑아** 잰다(부트스트랩). 같은 사진 두 장은 한 장의 증거이기
# 때문이다.

# %%
weight = train.sum() / (5 * np.bincount(mended[train], minlength=5))
models = [fit(small[train], mended[train], seed=s, weight=weight) for s in range(3)]
guesses = [answers(model, small[test]) for model in models]
score = np.mean([recalls(checked, g).mean() for g in guesses])

rng = np.random.default_rng(6)
at = {g: np.flatnonzero(group[test] == g) for g in np.unique(group[test])}
resampled = []
for _ in range(500):
    rows = np.concatenate([at[g] for g in rng.choice(list(at), len(at))])
    if len(np.unique(checked[rows])) == 5:
        resampled.append(recalls(checked[rows], guesses[0][rows]).mean())
low, high = np.percentile(resampled, [2.5, 97.5])
print(f"균형 정확도 {score:.2f}, 95% 구간 {low:.2f}–{high:.2f}")

# %% [markdown]
# 이것이 보낼 답이다. 수 하나가 아니라 구간을 보낸다. 그리고 무엇을 했고 무엇을 못 했는지 함께
# 적는다.
#
# ## 내일이 왔다
#
# 실제 일에서는 몇 주 뒤에야 알게 되는 것을 여기서는 바로 본다. 내일의 사진은 바로 서 있고 클래스가
# 고르다. 서두른 모델과, 함정을 하나씩 없앤 모델을 모두 그 앞에 세운다.

# %% alt="네 모델의 내일 점수를 나타낸 가로 막대. 서두른 것이 가장 낮고 아래로 갈수록 높아지며, 세로 띠로 그린 우리가 말한 구간 안에 마지막 막대의 끝이 든다."
X_new, names = folder.tomorrow()
X_new = shrink(X_new / 255)
y_new = np.array([kinds.index(name) for name in names])

raw = shrink(X)
steps = {
    "서두른 것": (raw, y, None),
    "바로 세우고": (small, y, None),
    "이름까지 고치고": (small, mended, None),
    "무게까지 주고": (small, mended, weight),
}
results = {}
for name, (pictures, labels, w) in steps.items():
    made = [fit(pictures[train], labels[train], seed=s, weight=w) for s in range(3)]
    results[name] = [recalls(y_new, answers(m, X_new)).mean() for m in made]
    values = results[name]
    print(f"{name}: 평균 {np.mean(values):.2f}, 최악 {min(values):.2f}")

fig, ax = plt.subplots(figsize=(6, 2.6))
ax.axvspan(low, high, alpha=0.2, label="우리가 말한 구간")
ax.barh(list(results), [np.mean(v) for v in results.values()], height=0.6)
ax.invert_yaxis()
ax.set(xlabel="내일의 균형 정확도", xlim=(0.6, 1))
ax.legend(loc="lower right")
plt.show()

# %% [markdown]
# 서두른 것과 끝까지 간 것의 차이가 크다. 그러나 한 걸음씩은 작아서, 이웃한 두 막대의 차이는 씨앗의
# 흔들림과 견주어야 한다. 함정을 찾는 것과 그것이 점수에 얼마나 아픈지는 다른 일이라, 재어
# 보아야 안다.
#
# 더 중요한 것은 **우리가 말한 구간 안에 내일의 점수가 들었다**는 것이다. 서두른 점수도 서두른
# 모델의 내일과 크게 다르지 않았다. 그러나 그것은 낮추는 함정(틀린 이름)과 올리는 함정(새는 짝)이
# **서로 지워서** 그렇게 보인 것이다. 다른 폴더에서도 지워 주리라는 법은 없다.
#
# 봉투를 열어, 지어 넣은 함정의 수와 찾은 수를 맞추어 본다.

# %%
print("지어 넣은 것", folder.secrets())
print("찾은 것:", f"짝 {len(pairs)}쌍, 돌아간 사진 {doubt.sum()}장,", end=" ")
print(f"틀린 이름 {changed + np.sum(checked != y[test])}장")

# %% [markdown]
# 짝이 지어 넣은 것보다 하나 많다. 잘못 찾은 것이 아니다. **원본 데이터에 정말로 같은 사진이 두 번
# 들어 있었다.** 잘 닦인 공개 데이터도 그렇다. 돌아간 사진은 다 찾지 못했다.
#
# ## 적어 둘 것
#
# 1. 점수부터 내지 말고 사진부터 본다. 클래스마다 세고, 아무거나 늘어놓는다.
# 2. 나누기 전에 같은 사진을 찾아 무리째로 나눈다.
# 3. 모델이 의심하는 것을 사람이 본다. 학습은 의심스러운 것만, 테스트는 모두.
# 4. 드문 클래스는 클래스마다의 재현율로 본다.
# 5. 구간으로 말하고, 무엇을 고치지 못했는지 적고, 나중에 맞았는지 확인한다.
#
# ## 더 해 보기
#
# - 의심하는 문턱을 10%에서 30%로 올리면 사람이 보는 사진과 찾은 틀린 이름이 어떻게 바뀌는가?
# - 방향을 찾는 모델의 문턱을 0.7에서 0.95로 올려 보라. 내일의 점수가 오르는가?
# - 짝을 지우고 하나만 남기는 것과 무리째 나누는 것은 무엇이 다른가? 어느 쪽이 내일에 가까운가?
# - 가방 사진을 [이미지 증강](../cnn/15-augmentation.md)으로 늘리는 것과 무게를 주는 것을 견주라.
