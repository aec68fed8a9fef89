"""앙상블: 여러 모델의 답을 모은다.

기호: P (M, N, K) 모델 M개가 샘플 N개에 낸 클래스 K개의 확률
투표의 규칙은 scikit-learn의 VotingClassifier를 따른다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, integers, probabilities

# --8<-- [end:imports]


# --8<-- [start:soft_vote]
def soft_vote(P: ArrayLike, weights: ArrayLike | None = None) -> Array:
    """확률을 모델끼리 평균한다. 식 (14.7)

    P: (M, N, K), weights: (M,) 모델의 무게. 없으면 고르게
    반환: (N, K) 확률
    오류: 확률이 아니거나 무게의 합이 0이면 ValueError
    """
    P = probabilities("P", P, "M, N, K")
    if weights is None:
        return P.mean(axis=0)
    weights = finite("weights", weights, "M", M=len(P), low=0)
    if not weights.sum():
        raise ValueError("weights: 모두 0이다. 무게를 하나는 0보다 크게 한다.")
    return np.tensordot(weights / weights.sum(), P, axes=1)


def hard_vote(labels: ArrayLike) -> np.ndarray:
    """모델마다 한 표씩 던진다. 표가 같으면 번호가 작은 클래스다.

    labels: (M, N) 클래스의 번호, 반환: (N,)
    """
    labels = integers("labels", labels, "M, N", low=0)
    K = labels.max(initial=0) + 1
    votes = (labels[..., None] == np.arange(K)).sum(axis=0)
    return votes.argmax(axis=-1)
# --8<-- [end:soft_vote]
