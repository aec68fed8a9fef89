# 허용 오차: 0.03
import numpy as np

from lessons.artifacts import save
from lessons.cnn.overfitting.small_fashion import fashion_split
from lessons.cnn.overfitting.trial import trial
from lessons.cnn.training import accuracy

GRID = {
    "dropout": (0, 0.2, 0.4, 0.6, 0.8),
    "weight_decay": (0, 0.3, 1, 3, 10),
    "l1": (0, 0.03, 0.1, 0.3, 1),
}


def scores(seed, wrong):
    """처방마다, 세기마다 검증 정확도"""
    X, y, *valid = fashion_split(500, wrong, rng=np.random.default_rng(seed))

    def score(**options):
        model = trial(X, y, rng=np.random.default_rng(seed), **options)
        return accuracy(model, *valid)

    plain = score()  # 세기가 0이면 무엇이든 같다
    return [
        [score(**{name: v}) if v else plain for v in values]
        for name, values in GRID.items()
    ]


kept = {}
for title, wrong in (("정답 30%가 틀리면", 0.3), ("정답이 모두 참이면", 0)):
    runs = np.array([scores(seed, wrong) for seed in range(3)])
    print(title)
    for (name, values), row in zip(GRID.items(), runs.mean(axis=0), strict=True):
        shown = zip(values, row, strict=True)
        print(f"  {name:<13}" + "  ".join(f"{v:g}: {mean:.2f}" for v, mean in shown))
    kept[f"wrong_{wrong}"] = runs
save("cnn/overfit_choices", **kept)
