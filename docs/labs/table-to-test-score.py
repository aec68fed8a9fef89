# ---
# title: 표에서 정직한 시험 점수까지
# description: >-
#   빈칸과 두 번 잰 환자와 수상한 열이 섞인 표에서 출발해, 나누고, 누수를 찾고,
#   설정을 고르고, 확률을 보정해 테스트를 한 번만 연다.
# tags: [실습, 교차 검증, 데이터 누수, 보정]
# reading_time: 40
# prerequisites:
#   - ../dl/03-learning.md
#   - 행렬의 곱
# ---

# %% [markdown]
# # 표에서 정직한 시험 점수까지
#
# 세포 검사 결과가 적힌 표가 왔다. 종양이 악성인지 맞히는 모델을 만들어 달라고 한다.
# 모델을 만드는 것보다 어려운 물음이 하나 있다. **처음 보는 환자를 얼마나 맞히는가?**
# 이 수 하나를 정직하게 말하는 것이 이 실습의 목표다.
#
# 이 실습을 마치면 다음을 할 수 있다.
#
# - 표를 열자마자 무엇을 세고, 무엇을 하기 전에 나눌지 안다.
# - 점수가 지나치게 좋을 때 새는 곳을 찾아낸다.
# - 빈칸 채우기와 표준화를 교차 검증의 안쪽에 둔다.
# - 정확도와 확률을 따로 재고, 확률을 보정한다.
# - 테스트 점수를 흔들림과 함께 말한다.
#
# 위에서부터 차례로 실행한다. 앞 칸에서 만든 것을 뒤 칸에서 쓴다. 나누고 고르는 함수는
# [학습의 개념과 원리](../dl/03-learning.md)에서 만든 것을 가져온다.

# %% [markdown]
# ## 표를 연다
#
# 공개 데이터는 누군가 이미 닦아 놓은 것이다. 실제로 오는 표에 흔한 때를 세 가지 도로
# 묻힌다. 어디까지가 진짜이고 어디부터 지어낸 것인지 밝혀 둔다.
#
# - 측정값 30열과 진단은 진짜 데이터다.
# - 환자 80명은 **두 번 쟀다**. 두 번째 값은 2%쯤 다르게 지었다.
# - 칸의 2%를 **비웠다**.
# - 마지막 열에 **‘다음 예약까지 며칠’**을 지어 붙였다.

# %%
import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_breast_cancer
from lessons.dl.kfold import StratifiedKFold
from lessons.dl.model_selection import GridSearchCV, cross_val_score
from lessons.dl.train_test_split import train_test_split
from lessons.plotting import use_korean_font

use_korean_font()


def raw_table():
    """환자 번호, 측정값 30열과 예약 1열, 진단(악성이 1)."""
    rng = np.random.default_rng(0)
    X, benign = load_breast_cancer()
    patient = np.arange(len(X))
    twice = rng.choice(len(X), 80, replace=False)
    again = X[twice] * (1 + 0.02 * rng.standard_normal((80, 30)))
    X, patient = np.vstack([X, again]), np.append(patient, twice)
    y = 1 - benign[patient]
    days = np.where(y == 1, rng.integers(1, 15, len(y)), rng.integers(10, 90, len(y)))
    X[rng.random(X.shape) < 0.02] = np.nan
    order = rng.permutation(len(y))
    return patient[order], np.column_stack([X, days])[order], y[order]


patient, X, y = raw_table()
print("행과 열", X.shape)
print("환자", len(np.unique(patient)), "명, 악성인 행", y.sum(), "개")
print(
    "빈칸", np.isnan(X).sum(), "개, 빈칸이 있는 행", np.isnan(X).any(axis=1).sum(), "개"
)
print("열마다 가장 작은 값과 큰 값")
for j in (0, 3, 4, 30):
    print(f"  {j:2d}번 열: {np.nanmin(X[:, j]):.3f} ~ {np.nanmax(X[:, j]):.1f}")

# %% [markdown]
# 세 가지가 보인다. 행이 환자보다 많다. 빈칸이 있는 행이 열에 넷이라 버리면 아깝다.
# 열마다 크기가 만 배까지 다르다.
#
# ## 무엇보다 먼저 나눈다
#
# 그림을 그리고 특성을 궁리하기 **전에** 테스트를 떼어 치운다. 본 것은 잊을 수 없기
# 때문이다. 무엇을 단위로 나눌지도 정한다. 새로 올 것은 새 행이 아니라 새 **환자**다.
# 그래서 환자를 나누고, 한 환자의 행은 모두 같은 쪽에 둔다. 악성의 비율은 층화로 지킨다.

# %%
rng = np.random.default_rng(1)
people, first = np.unique(patient, return_index=True)
label = y[first]
seen_people, test_people = train_test_split(
    people, test_size=0.25, stratify=label, rng=rng
)
is_test = np.isin(patient, test_people)
patient_test, X_test, y_test = patient[is_test], X[is_test], y[is_test]
patient, X, y = patient[~is_test], X[~is_test], y[~is_test]

print(f"배울 환자 {len(seen_people)}명 {len(y)}행, 악성 {y.mean():.3f}")
print(f"테스트 환자 {len(test_people)}명 {len(y_test)}행, 악성 {y_test.mean():.3f}")
print("양쪽에 다 있는 환자:", len(np.intersect1d(patient, test_people)), "명")

# %% [markdown]
# 악성의 비율은 행으로 재어도 거의 같다. 이제부터 `X_test`와 `y_test`는 맨 끝까지 열지
# 않는다.
#
# 교차 검증의 조각도 환자째로 나눈다. 환자를 다섯 조각으로 층화해 나누고, 그 환자들의
# 행 번호로 바꾼다.


# %%
def patient_folds(seed):
    """(훈련 행, 검증 행) 다섯 쌍. 한 환자는 한 조각에만 있다."""
    people, first = np.unique(patient, return_index=True)
    cv = StratifiedKFold(5, shuffle=True, rng=np.random.default_rng(seed))
    return [
        tuple(np.flatnonzero(np.isin(patient, people[part])) for part in pair)
        for pair in cv.split(people, y[first])
    ]


folds = patient_folds(0)
for train, valid in folds:
    print(f"훈련 {len(train)}행, 검증 {len(valid)}행, 악성 {y[valid].mean():.3f}")

# %% [markdown]
# ## 이겨야 할 바닥
#
# 모델을 만들기 전에, 아무것도 보지 않고 얻는 점수를 적어 둔다. 언제나 양성이라고
# 답하면 얼마를 맞히는가? 확률로 답한다면, 누구에게나 악성의 비율을 답하는 것이
# 바닥이다. 확률은 **로그 손실**로 잰다. 정답에 준 확률의 로그에 빼기를 붙여 평균한
# 값이다. 작을수록 좋다.

# %%
rate = y.mean()
floor = -(rate * np.log(rate) + (1 - rate) * np.log(1 - rate))
print(f"언제나 양성이라고 하면 정확도 {1 - rate:.3f}")
print(f"누구에게나 {rate:.3f}라고 하면 로그 손실 {floor:.3f}")

# %% [markdown]
# ## 한 덩이로 배우는 모델
#
# 모델은 로지스틱 회귀다. 특성을 가중치와 곱해 더한 점수 $z$를 확률 $1 / (1 + e^{-z})$로
# 바꾼다. 가중치는 로그 손실에 벌 $\tfrac{\lambda}{2} \lVert \mathbf{w} \rVert^2$을 더한
# 것이 가장 작아지게 정한다. $\lambda$가 크면 가중치가 작아져 확률이 조심스러워진다.
#
# 눈여겨볼 것은 모델이 아니라 **경계**다. 빈칸을 채울 중앙값, 표준화할 평균과 표준
# 편차를 모두 `fit` 안에서 구한다. 그래서 교차 검증이 조각마다 새로 배우면 이 수들도
# 조각마다 훈련 쪽에서 새로 정해진다. 검증 조각의 값이 새어 들 틈이 없다.


# %%
class Logistic:
    """빈칸 채우기, 표준화, 로지스틱 회귀를 한 번에 배운다."""

    def __init__(self, penalty=0.01, columns=None):
        self.penalty, self.columns = penalty, columns

    def prepare(self, X):
        X = X if self.columns is None else X[:, self.columns]
        Z = (np.where(np.isnan(X), self.median, X) - self.mean) / self.std
        return np.column_stack([Z, np.ones(len(Z))])

    def fit(self, X, y):
        used = X if self.columns is None else X[:, self.columns]
        self.median = np.nanmedian(used, axis=0)
        filled = np.where(np.isnan(used), self.median, used)
        self.mean, self.std = filled.mean(axis=0), filled.std(axis=0)
        A = self.prepare(X)
        fine = np.diag([self.penalty] * (A.shape[1] - 1) + [1e-9])
        self.w = np.zeros(A.shape[1])
        for _ in range(30):  # 뉴턴법: 굽은 정도까지 보고 한 걸음을 정한다
            p = probability(A @ self.w)
            slope = A.T @ (p - y) / len(y) + fine @ self.w
            bend = (A.T * (p * (1 - p))) @ A / len(y) + fine
            self.w = self.w - np.linalg.solve(bend, slope)
        return self

    def logit(self, X):
        return self.prepare(X) @ self.w

    def score(self, X, y):
        return np.mean((self.logit(X) > 0) == y)


def probability(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def log_loss(z, y):
    """로짓 z의 로그 손실. log(1 + e^z) - yz와 같다."""
    return np.mean(np.logaddexp(0, z) - y * z)


def minus_log_loss(model, X, y):
    return -log_loss(model.logit(X), y)


accuracy = cross_val_score(Logistic(), X, y, cv=folds)
print("조각마다의 정확도", accuracy.round(3))
print(f"평균 {accuracy.mean():.3f}")

# %% [markdown]
# 첫 모델이 이 점수다. 기뻐하기 전에 **어떻게 그렇게 잘 맞히는지** 묻는다.
#
# ## 새는 곳을 찾는다
#
# ### 나중에야 아는 열
#
# 열 하나만으로 배우면 얼마나 맞히는가? 서른한 열을 하나씩 시험한다.

# %% alt="열 하나만 쓴 정확도. 측정값 서른 열은 0.62에서 0.91까지 퍼져 있고, 30번 예약 열만 홀로 0.95다."
alone = np.array(
    [cross_val_score(Logistic(columns=[j]), X, y, cv=folds).mean() for j in range(31)]
)
best = np.argsort(-alone)[:4]
for j in best:
    print(f"{j:2d}번 열 하나로 {alone[j]:.3f}")

fig, ax = plt.subplots()
ax.plot(range(30), alone[:30], "o", label="측정값")
ax.plot(30, alone[30], "s", color="C1", label="다음 예약까지 며칠")
ax.axhline(1 - rate, color="C2", linestyle="--", label="언제나 양성")
ax.set(xlabel="열의 번호", ylabel="열 하나로 맞힌 비율", ylim=(0.5, 1))
ax.legend(loc="lower right")
plt.show()

# %% [markdown]
# 세포를 재지도 않은 열이 세포를 잰 어느 열보다 잘 맞힌다. 이 열이 **언제 적히는지**
# 물어보아야 한다. 예약은 의사가 진단을 보고 잡는다. 급하면 빨리 잡는다. 곧 이 열은
# 진단의 결과다. 새 환자에게 쓸 때는 아직 비어 있다. 버린다.

# %%
measured = list(range(30))
for name, columns in [("예약 열까지", None), ("측정값만  ", measured)]:
    model = Logistic(columns=columns)
    right = cross_val_score(model, X, y, cv=folds).mean()
    loss = -cross_val_score(model, X, y, scoring=minus_log_loss, cv=folds).mean()
    print(f"{name}: 정확도 {right:.3f}, 로그 손실 {loss:.3f}")

# %% [markdown]
# 로그 손실이 0.045에서 0.073으로 올랐다. 모델이 나빠진 것이 아니라 **점수가
# 정직해졌다.** 교차 검증은 이런 누수를 잡지 못한다. 새는 열은 어느 조각에나 똑같이 들어 있기 때문이다. 열의
# 뜻을 아는 사람에게 묻는 수밖에 없다.
#
# ### 두 번 잰 환자
#
# 환자째로 나누지 않고 행을 섞어 나누었다면 새었을까? 새는지 알아보는 좋은 시험이 있다.
# **정답을 섞는다.** 진단을 환자끼리 무작위로 바꾸면 배울 것이 없다. 그래도 점수가 나오면
# 새고 있는 것이다. 로지스틱 회귀와, 가장 가까운 행의 진단을 베끼는 모델로 두 번 잰
# 환자의 행을 맞혀 본다.

# %%
rows = list(StratifiedKFold(5, shuffle=True, rng=np.random.default_rng(0)).split(X, y))
twice = np.bincount(patient)[patient] == 2


class Nearest(Logistic):
    """표준화한 뒤 가장 가까운 훈련 행의 진단을 베낀다."""

    def fit(self, X, y):
        super().fit(X, y)
        self.seen, self.answers = self.prepare(X), y
        return self

    def logit(self, X):
        Z = self.prepare(X)
        gap = (self.seen**2).sum(axis=1) - 2 * Z @ self.seen.T
        return self.answers[gap.argmin(axis=1)] - 0.5


def score_on_twice(kind, folds, y):
    """두 번 잰 환자의 행에서 맞힌 비율."""
    hit = np.zeros(len(y))
    for train, valid in folds:
        model = kind(penalty=0.01, columns=measured).fit(X[train], y[train])
        hit[valid] = (model.logit(X[valid]) > 0) == y[valid]
    return hit[twice].mean()


rng = np.random.default_rng(3)
nonsense = [rng.permutation(rng.permutation(569) % 2)[patient] for _ in range(5)]
print("두 번 잰 환자의 행:", twice.sum(), "개")
for name, kind in [("로지스틱 회귀", Logistic), ("가장 가까운 행", Nearest)]:
    by_row, by_patient = (
        np.mean([score_on_twice(kind, cv, answers) for answers in nonsense])
        for cv in (rows, folds)
    )
    print(f"{name}: 행을 섞으면 {by_row:.2f}, 환자째로 나누면 {by_patient:.2f}")

# %% [markdown]
# 환자째로 나누면 찍은 것과 같다. 행을 섞으면 외우는 모델이 크게 속는다. 다른 조각에 든
# 같은 환자를 알아보기 때문이다. 로지스틱 회귀는 매개변수가 31개뿐이라 덜 외우고, 그래서
# 덜 속는다. 누수는 모델에 따라 보이기도 하고 숨기도 한다. 그러니 점수를 보고 고칠지
# 정하지 말고 처음부터 막는다.
#
# ### 나누기 전에 채우고 표준화했다면
#
# 이것도 누수다. 얼마나 부풀까? 전체의 중앙값과 평균으로 미리 채우고 표준화한 표로 다시
# 교차 검증한다.

# %%
whole = Logistic(columns=measured).fit(X, y)
early = whole.prepare(X)[:, :-1]
inside = -cross_val_score(
    Logistic(columns=measured), X, y, scoring=minus_log_loss, cv=folds
)
outside = -cross_val_score(Logistic(), early, y, scoring=minus_log_loss, cv=folds)
print(f"안에서 하면 로그 손실 {inside.mean():.4f}")
print(f"먼저 해 두면 로그 손실 {outside.mean():.4f}")

# %% [markdown]
# 차이가 거의 없다. 486행의 평균은 390행의 평균과 거의 같기 때문이다. 모든 누수가 점수를
# 크게 바꾸는 것은 아니다. 그렇다고 밖에 두지는 않는다. 안에 두는 데 드는 값이 없고,
# 행이 적거나 정답을 보고 고르는 일이 끼면 크게 샌다.

# %% [markdown]
# ## 설정을 고른다
#
# 벌의 세기 $\lambda$와 쓸 열을 고른다. 후보는 여섯과 셋이다. 측정값은 세포핵의 반지름,
# 결, 둘레 같은 열 가지를 재어 그 평균, 표준 오차, 가장 나쁜 값을 적은 것이다. 평균만,
# 가장 나쁜 값만, 모두를 후보로 둔다. 정확도는 몇 행 차이로
# 오르내려 고르기 나쁘다. 확률까지 보는 로그 손실로 고른다.

# %% alt="벌에 따른 로그 손실. 훈련 손실은 벌이 작을수록 내려가고, 검증 손실은 0.001에서 가장 낮고 양쪽으로 오른다. 벌이 작은 왼쪽에서 두 선이 크게 벌어진다."
penalties = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0]
groups = {"평균": measured[:10], "최악": measured[20:], "모두": measured}
search = GridSearchCV(
    Logistic(),
    {"penalty": penalties, "columns": list(groups.values())},
    scoring=minus_log_loss,
    cv=folds,
).fit(X, y)
table = -search.cv_results_["mean_test_score"].reshape(3, 6)

print("λ      ", *(f"{penalty:7g}" for penalty in penalties))
for name, line in zip(groups, table, strict=True):
    print(name, len(groups[name]), "열", *(f"{loss:7.3f}" for loss in line))

learned = []
for penalty in penalties:
    models = [
        (Logistic(penalty, measured).fit(X[train], y[train]), train)
        for train, _ in folds
    ]
    learned.append(np.mean([log_loss(m.logit(X[t]), y[t]) for m, t in models]))

fig, ax = plt.subplots()
ax.plot(penalties, learned, "o-", label="훈련")
ax.plot(penalties, table[2], "s--", label="검증")
ax.axhline(floor, color="C2", linestyle=":", label="바닥")
ax.set(xscale="log", xlabel="벌 λ", ylabel="로그 손실", ylim=(0, None))
ax.legend()
plt.show()

# %% [markdown]
# 왼쪽 끝에서 훈련 손실은 0에 가까운데 검증 손실은 크게 오른다. 과적합이다. 오른쪽 끝은
# 둘 다 높다. 과소적합이다. 그 사이가 고른 자리다.

# %%
chosen = search.best_params_
used = next(name for name, columns in groups.items() if columns == chosen["columns"])
print(f"고른 설정: λ = {chosen['penalty']:g}, 열은 {used}")
print(f"검증 로그 손실 {-search.best_score_:.3f}")

# %% [markdown]
# 이 검증 손실은 열여덟 가운데 가장 좋은 것이라 조금 후하다. 얼마나 후한지는 테스트가
# 말해 준다.
#
# ## 확률을 믿어도 되는가
#
# 모델이 “0.9”라고 한 환자 백 명 가운데 아흔 명쯤이 악성이면 확률을 믿어도 된다. 이것을
# **보정**(calibration)이 되었다고 한다. 훈련에 쓴 행의 확률은 지나치게 자신 있으므로,
# 행마다 **그 행을 보지 않고 배운** 모델의 로짓을 모은다. 고른 모델과, 벌을 거의 주지
# 않은 모델을 견준다.


# %%
def out_of_fold(model_settings):
    """행마다 그 행이 검증에 있을 때의 로짓."""
    z = np.empty(len(y))
    for train, valid in folds:
        z[valid] = Logistic(**model_settings).fit(X[train], y[train]).logit(X[valid])
    return z


def calibration(p, y, bins=5):
    """확률 구간마다 (평균 확률, 실제 악성의 비율, 행의 수). 빈 구간은 뺀다."""
    place = np.minimum((p * bins).astype(int), bins - 1)
    kept = [place == k for k in range(bins) if (place == k).any()]
    return np.array([(p[k].mean(), y[k].mean(), k.sum()) for k in kept])


def calibration_error(p, y):
    said, happened, rows = calibration(p, y).T
    return (abs(said - happened) * rows).sum() / rows.sum()


logits = {
    "고른 모델": out_of_fold(chosen),
    "벌이 거의 없는 모델": out_of_fold({"penalty": 1e-5, "columns": measured}),
}
for name, z in logits.items():
    p = probability(z)
    sure = (p < 0.01) | (p > 0.99)
    wrong = (z > 0) != y
    print(f"{name}: 정확도 {1 - wrong.mean():.3f}, 로그 손실 {log_loss(z, y):.3f}")
    print(
        f"  0.01 아래나 0.99 위로 답한 {sure.sum()}행 가운데 틀린 것 {wrong[sure].sum()}행"
    )
    print(f"  보정 오차 {calibration_error(p, y):.3f}")

# %% [markdown]
# 정확도는 조금 다를 뿐인데 로그 손실은 몇 배다. 벌이 거의 없는 모델은 **틀릴 때도
# 자신만만하다.** 손실은 그런 답을 크게 벌준다.
#
# ### 온도 하나로 고친다
#
# 로짓을 모두 같은 수 $T$로 나누면 순위와 정확도는 그대로인데 확률만 0.5 쪽으로 당겨진다.
# 이 $T$를 **온도**(temperature)라 한다. 조각 밖 로짓에서 로그 손실이 가장 작은 $T$를
# 고른다.

# %% alt="모델이 말한 확률과 실제 악성의 비율. 점선에 놓이면 보정된 것이다. 벌이 거의 없는 모델은 0.3과 0.5 근처라고 말한 곳에서 실제 비율이 0이고, 온도로 나눈 뒤와 고른 모델은 점선에 더 가깝다."
temperatures = np.geomspace(0.3, 30, 400)
best_T = {}
for name, z in logits.items():
    after = np.array([log_loss(z / T, y) for T in temperatures])
    best_T[name] = temperatures[after.argmin()]
    print(f"{name}: T = {best_T[name]:.2f}, {log_loss(z, y):.3f} → {after.min():.3f}")

fig, ax = plt.subplots()
ax.plot([0, 1], [0, 1], linestyle=":", color="C5")
name = "벌이 거의 없는 모델"
shown = [
    ("고른 모델", logits["고른 모델"], "o-"),
    (name, logits[name], "s--"),
    ("온도로 나눈 뒤", logits[name] / best_T[name], "^-."),
]
for title, z, style in shown:
    said, happened, _ = calibration(probability(z), y).T
    ax.plot(said, happened, style, label=title)
ax.set(xlabel="모델이 말한 확률", ylabel="실제 악성의 비율")
ax.legend()
plt.show()

# %% [markdown]
# 고른 모델의 온도는 1에 가깝다. 로그 손실로 벌을 골랐으니 이미 거의 보정되어 있다.
# 그렇지 않은 모델은 온도 하나로 손실이 크게 준다. 그래도 처음부터 알맞은 벌로 배운
# 모델만은 못하다. 그림의 가운데 구간은 한두 행에서 열두 행뿐이라 점이 크게 흔들린다. 점
# 하나에 매달리지 말고 로그 손실을 함께 본다.

# %% [markdown]
# ## 테스트를 한 번 연다
#
# 고르는 일이 모두 끝났다. 열, 벌, 온도를 적어 두고 배울 데이터 전부로 다시 배운다. 그리고
# 테스트를 연다. 결과가 어떻든 되돌아가 고치지 않는다.
#
# 점수는 흔들림과 함께 말한다. 환자를 되풀이해 뽑아(부트스트랩) 다시 재면 점수가 얼마나
# 오르내리는지 알 수 있다. 행이 아니라 환자를 뽑는다.

# %%
final = search.best_estimator_
z = final.logit(X_test) / best_T["고른 모델"]
hit = (z > 0) == y_test
rows_of = [np.flatnonzero(patient_test == who) for who in test_people]

rng = np.random.default_rng(2)
again = []
for _ in range(1000):
    drawn = rng.integers(len(rows_of), size=len(rows_of))
    again.append(hit[np.concatenate([rows_of[i] for i in drawn])].mean())
low, high = np.quantile(again, [0.025, 0.975])

print(f"정확도 {hit.mean():.3f}, 다시 뽑은 것의 95%는 {low:.2f} ~ {high:.2f}")
print(f"로그 손실 {log_loss(z, y_test):.3f}, 바닥 {floor:.3f}")
print(f"악성 {y_test.sum()}행 가운데 놓친 것 {(~hit & (y_test == 1)).sum()}행")
print(f"양성 {(1 - y_test).sum()}행 가운데 헛짚은 것 {(~hit & (y_test == 0)).sum()}행")

# %% [markdown]
# 검증에서는 정확도 0.984에 로그 손실 0.057이었는데 테스트에서는 더 나쁘다. 검증 점수는
# 열여덟 가운데 가장 좋은 것이라 후하고, 테스트는 163행뿐이라 한두 번의 자신만만한
# 실수에도 로그 손실이 크게 오른다. 0.984도 위의 범위 안에 있으니 이상한 일은 아니다.
#
# 이제 처음의 물음에 답할 수 있다. 정확도 하나가 아니라 **범위와, 무엇을 놓치는지**까지
# 말해야 답이다. 이 답이 통하는 곳도 함께 말한다. 같은 병원에서 같은 방법으로 잰 새
# 환자다. 다른 병원의 환자라면 그 병원의 표로 다시 재야 한다.

# %% [markdown]
# ## 스스로 해 볼 과제
#
# 이 노트북을 내려받거나 Colab에서 열어 고쳐 본다. 답은 적어 두지 않았다. 무엇을 보면
# 알 수 있는지만 적는다.
#
# 1. **씨앗을 바꾸기.** 테스트를 떼는 `default_rng(1)`의 씨앗을 열 가지로 바꾸어 끝까지
#    실행한다. 테스트 정확도가 위에서 구한 범위를 얼마나 자주 벗어나는가?
# 2. **층화를 끄기.** `stratify=label`을 지우고 조각도 `KFold`로 나눈다. 조각마다 악성의
#    비율이 얼마나 흔들리는가? 점수의 흔들림은 커지는가?
# 3. **빈칸도 말을 한다.** 빈칸이 있었는지를 0과 1로 적은 열을 더한다. 지금의 빈칸은
#    무작위라 도움이 되지 않아야 한다. 악성일 때 더 자주 비도록 `raw_table`을 고치면?
# 4. **놓치는 값.** 악성을 놓치는 것이 헛짚는 것보다 열 배 나쁘다고 하자. 확률이 얼마를
#    넘으면 악성이라고 답해야 하는가? 그 문턱은 어느 데이터로 정해야 하는가?
# 5. **누수 하나 더.** 환자 번호를 특성으로 넣어 본다. 지금은 아무 일도 없다. 어떤
#    병원에서 번호가 누수가 되겠는가?
#
# ## 정리와 다음
#
# - 표를 열면 행과 환자를 따로 세고, 무엇이 새로 올지를 단위로 하여 먼저 나눈다.
# - 나중에야 아는 열은 교차 검증이 잡지 못한다. 열이 언제 적히는지 묻는다.
# - 빈칸을 채우고 표준화하는 일은 `fit` 안에 둔다. 그러면 교차 검증이 알아서 지킨다.
# - 정확도가 비슷해도 확률은 몇 배 나쁠 수 있다. 로그 손실과 보정을 따로 본다.
# - 테스트는 한 번 열고, 점수는 범위와 통하는 곳을 함께 말한다.
#
# 확률을 내는 법과 로그 손실의 뿌리는 [소프트맥스](../dl/14-softmax.md)와
# [크로스엔트로피](../dl/15-cross-entropy.md)에서 다룬다.
#
# ## 더 읽을거리
#
# - W. N. Street, W. H. Wolberg, O. L. Mangasarian (1993), *Nuclear Feature Extraction
#   for Breast Tumor Diagnosis*, Proceedings of SPIE 1905. 이 실습의 측정값
# - S. Kapoor, A. Narayanan (2023), *Leakage and the Reproducibility Crisis in
#   Machine-Learning-Based Science*, Patterns 4(9), 100804. 누수의 여덟 갈래와 점검표
# - C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger (2017), *On Calibration of Modern Neural
#   Networks*, ICML. 온도 하나로 확률을 보정하는 방법
