# 허용 오차: 0.03
import numpy as np

from lessons.artifacts import save
from lessons.cnn.overfitting.bias_variance import mean_interval
from lessons.cnn.overfitting.ensemble import soft_vote
from lessons.cnn.overfitting.small_fashion import fashion_split, halve
from lessons.cnn.overfitting.trial import trial
from lessons.cnn.training import accuracy, predict
from lessons.datasets import load_fashion_mnist
from lessons.dl.softmax import softmax

X_test, y_test = load_fashion_mnist(train=False)
TEST = halve(X_test), y_test
CHOSEN = {  # choose.py가 검증 데이터로 고른 세기
    0.3: {"가중치 감쇠": 3, "드롭아웃": 0.6, "L1": 0.3},
    0: {"가중치 감쇠": 0.3, "드롭아웃": 0.4, "L1": 0.03},
}
OPTION = {"가중치 감쇠": "weight_decay", "드롭아웃": "dropout", "L1": "l1"}


def voted(models, X, y):
    """소프트 보팅의 정확도"""
    P = [softmax(predict(model, X), axis=1) for model in models]
    return np.mean(soft_vote(P).argmax(axis=1) == y)


def attempt(seed, wrong):
    """처방마다 (훈련 정확도, 테스트 정확도). 같은 씨앗이면 같은 사진이다."""
    few, many = (
        fashion_split(n, wrong, rng=np.random.default_rng(seed)) for n in (500, 1000)
    )

    def learn(start=0, data=few, **options):
        rng = np.random.default_rng([seed, start])
        return trial(*data[:2], rng=rng, **options)

    plain = learn()
    models = {"아무것도 안 함": plain, "배치 정규화": learn(batch_norm=True)}
    for name, value in CHOSEN[wrong].items():
        models[f"{name} {value}"] = learn(**{OPTION[name]: value})
    models["조기 종료"] = learn(valid=few[2:])
    found = {
        name: (accuracy(model, *few[:2]), accuracy(model, *TEST))
        for name, model in models.items()
    }
    more, three = learn(data=many), [plain, learn(1), learn(2)]
    found["사진 1,000장"] = accuracy(more, *many[:2]), accuracy(more, *TEST)
    found["앙상블 셋"] = voted(three, *few[:2]), voted(three, *TEST)
    return found


kept = {}
for title, wrong in (("정답 30%가 틀리면", 0.3), ("정답이 모두 참이면", 0)):
    runs = [attempt(seed, wrong) for seed in range(10, 15)]  # 고를 때와 다른 씨앗
    rows = np.array([[run[name] for run in runs] for name in runs[0]])
    print(title)
    for name, row in zip(runs[0], rows, strict=True):
        (right, test), worst = row.mean(axis=0), row[:, 1].min()
        line = f"  {name}: 훈련 {right:.2f}, 테스트 {test:.2f} (최악 {worst:.2f})"
        if name != "아무것도 안 함":
            gain, half = mean_interval(row[:, 1] - rows[0, :, 1])
            line += f", 차이 {gain:+.2f} ± {half:.2f}"
        print(line)
    kept[f"wrong_{wrong}"] = rows
save("cnn/overfit_ablation", **kept)
