"""결정 트리. 가장 잘 가르는 질문을 골라 데이터를 거듭 나눈다.

기호: X (N, D) 특성, y (N,) 클래스, K 클래스의 수
출처: Breiman 외 (1984)
"""

# --8<-- [start:imports]
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import classes, finite
from lessons.dl.impurity import best_split, entropy, fractions, gini
from lessons.scalars import choice, count, fitted

# --8<-- [end:imports]


# --8<-- [start:DecisionTreeClassifier]
IMPURITIES = {"gini": gini, "entropy": entropy}


@dataclass
class Node:
    """counts: (K,) 여기 온 샘플. children이 비었으면 잎이다."""

    counts: Array
    depth: int
    feature: int = -1
    threshold: float = np.nan
    children: list["Node"] = field(default_factory=list)  # ≤인 쪽, >인 쪽


class DecisionTreeClassifier:
    """결정 트리 분류. 이름과 기본값은 scikit-learn을 따른다.

    criterion: "gini" 또는 "entropy"
    max_depth: 이어서 물을 질문의 최대 개수. None이면 끝까지
    min_samples_split: 샘플이 이보다 적으면 나누지 않는다
    min_samples_leaf: 나눈 뒤 한쪽에 남아야 하는 샘플의 수
    오류: 모양이 안 맞거나, 유한하지 않거나, 없는 criterion이면 ValueError
    """

    def __init__(
        self,
        *,
        criterion: str = "gini",
        max_depth: int | None = None,
        min_samples_split: int = 2,
        min_samples_leaf: int = 1,
    ) -> None:
        self.criterion, self.max_depth = criterion, max_depth
        self.min_samples_split = min_samples_split
        self.min_samples_leaf = min_samples_leaf

    def fit(self, X: ArrayLike, y: ArrayLike) -> "DecisionTreeClassifier":
        """X: (N, D), y: (N,)"""
        X = finite("X", X, "N, D")
        y = classes("y", y, "N", N=len(X))
        self._check()
        self.n_features_in_ = X.shape[1]
        self.classes_, codes = np.unique(y, return_inverse=True)
        Y = np.eye(len(self.classes_))[codes]
        self.root_ = Node(Y.sum(axis=0), 0)
        todo = [(self.root_, X, Y)]
        while todo:
            node, X, Y = todo.pop()
            split = self._split(node, X, Y)
            if split is None:
                continue
            node.feature, node.threshold = split
            yes = X[:, node.feature] <= node.threshold
            for part in (yes, ~yes):
                child = Node(Y[part].sum(axis=0), node.depth + 1)
                node.children.append(child)
                todo.append((child, X[part], Y[part]))
        return self

    def _check(self) -> None:
        choice("criterion", self.criterion, tuple(IMPURITIES))
        count("min_samples_split", self.min_samples_split, 2)
        count("min_samples_leaf", self.min_samples_leaf)
        if self.max_depth is not None:
            count("max_depth", self.max_depth, 0)

    def _split(self, node: Node, X: Array, Y: Array) -> tuple[int, float] | None:
        deep = self.max_depth is not None and node.depth >= self.max_depth
        pure = np.count_nonzero(node.counts) == 1
        if deep or pure or len(X) < self.min_samples_split:
            return None
        return best_split(X, Y, IMPURITIES[self.criterion], self.min_samples_leaf)

    def predict_proba(self, X: ArrayLike) -> Array:
        """닿은 잎에서의 클래스 비율. X: (N, D), 반환: (N, K)"""
        fitted(self, "root_")
        X = finite("X", X, "N, D", D=self.n_features_in_)
        p = np.empty((len(X), len(self.classes_)))
        todo = [(self.root_, np.arange(len(X)))]
        while todo:
            node, rows = todo.pop()
            if not node.children:
                p[rows] = fractions(node.counts)
                continue
            yes = X[rows, node.feature] <= node.threshold
            left, right = node.children
            todo += [(left, rows[yes]), (right, rows[~yes])]
        return p

    def predict(self, X: ArrayLike) -> np.ndarray:
        """잎에서 가장 많은 클래스. X: (N, D), 반환: (N,)"""
        p = self.predict_proba(X)
        return self.classes_[p.argmax(axis=1)]

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        """맞힌 비율"""
        y_hat = self.predict(X)
        return float(np.mean(y_hat == classes("y", y, "N", N=len(y_hat))))

    def nodes(self) -> Iterator[Node]:
        """뿌리부터, ≤인 쪽을 먼저 훑는다."""
        fitted(self, "root_")
        todo = [self.root_]
        while todo:
            node = todo.pop()
            yield node
            todo += node.children[::-1]

    def get_depth(self) -> int:
        return max(node.depth for node in self.nodes())

    def get_n_leaves(self) -> int:
        return sum(not node.children for node in self.nodes())
# --8<-- [end:DecisionTreeClassifier]


# --8<-- [start:export_text]
def export_text(
    decision_tree: "DecisionTreeClassifier",
    *,
    feature_names: Sequence[str] | None = None,
    decimals: int = 2,
) -> str:
    """트리를 글로 적는다. 꼴은 scikit-learn의 export_text와 같다.

    feature_names: 특성마다의 이름. None이면 feature_0, feature_1, …
    """
    fitted(decision_tree, "root_")
    tree, lines, decimals = decision_tree, [], count("decimals", decimals, 0)
    if feature_names is None:
        feature_names = [f"feature_{j}" for j in range(tree.n_features_in_)]
    names = classes("feature_names", feature_names, "D", D=tree.n_features_in_)
    todo = [(tree.root_, "")]
    while todo:
        node, question = todo.pop()
        bars = "|   " * (node.depth - bool(question)) + "|--- "
        if question:
            lines.append(bars + question)
        if not node.children:
            leaf = tree.classes_[node.counts.argmax()]
            lines.append("|   " * node.depth + f"|--- class: {leaf}")
            continue
        name = names[node.feature]
        t = f"{node.threshold:.{decimals}f}"
        yes, no = node.children
        todo += [(no, f"{name} >  {t}"), (yes, f"{name} <= {t}")]
    return "\n".join(lines) + "\n"
# --8<-- [end:export_text]
