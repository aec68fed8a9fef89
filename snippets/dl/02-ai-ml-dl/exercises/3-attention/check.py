import numpy as np


def mix(query, key, value, is_causal=False, **how):
    """how의 것만 한 군데씩 다르게 하는 어텐션."""
    E, L = query.shape[1], len(query)
    scores = query @ key.T * how.get("scale", lambda E: E**-0.5)(E)
    if is_causal and how.get("causal", True):
        seen = how.get("seen", np.tri(L, dtype=bool))
        scores = np.where(seen(L) if callable(seen) else seen, scores, -np.inf)
    axis = how.get("axis", 1)
    top = scores.max(axis=how.get("top", axis), keepdims=True)
    e = np.exp(scores - (top if how.get("safe", True) else 0))
    if is_causal and how.get("masked"):
        e = e * np.tri(L)
    if is_causal and how.get("late"):
        e = e / e.sum(axis=axis, keepdims=True) * np.tri(L)
        return e @ value
    if how.get("divide", True):
        e = e / e.sum(axis=axis, keepdims=True)
    return e @ value


def attend(query, key, value, is_causal=False):
    return mix(query, key, value, is_causal)


def otherwise(**how):
    return lambda query, key, value, is_causal=False: mix(
        query, key, value, is_causal, **how
    )


def hardest(query, key, value, is_causal=False):
    scores = query @ key.T
    if is_causal:
        scores = np.where(np.tri(len(scores), dtype=bool), scores, -np.inf)
    return value[scores.argmax(axis=1)]


MISTAKES = {
    "√E로 나누지 않았다. 성분이 많을수록 내적이 커지는 것을 되돌린다.": otherwise(
        scale=lambda E: 1.0
    ),
    "E로 나누었다. 제곱근으로 나눈다.": otherwise(scale=lambda E: 1 / E),
    "√E를 곱했다. 나눈다.": otherwise(scale=lambda E: E**0.5),
    "비율로 나누지 않았다. 한 질문의 비율은 더해서 1이다.": otherwise(divide=False),
    "열쇠가 아니라 질문끼리 합이 1이 되게 했다. 한 행의 합이 1이다.": otherwise(axis=0),
    "큰 점수에서 지수가 넘쳤다. 행마다 가장 큰 점수를 먼저 뺀다.": otherwise(
        safe=False
    ),
    "표 전체의 가장 큰 점수를 뺐다. 행마다 빼야 작은 행이 모두 0이 되지 않는다.": (
        otherwise(top=None)
    ),
    "가릴 자리까지 넣어 가장 큰 점수를 뺐다. 먼저 가리고 나서 뺀다.": otherwise(
        causal=False, masked=True
    ),
    "가리지 않았다. is_causal이면 뒤의 자리를 −∞로 둔다.": otherwise(causal=False),
    "앞이 아니라 뒤를 보았다. 자기 자리와 그 앞만 본다.": otherwise(
        seen=lambda L: np.tri(L, dtype=bool).T
    ),
    "다음 자리까지 보았다. 자기 자리까지만 본다.": otherwise(
        seen=lambda L: np.tri(L, k=1, dtype=bool)
    ),
    "비율을 구한 뒤에 가렸다. 행의 합이 1이 되지 않는다.": otherwise(
        causal=False, late=True
    ),
    "가장 닮은 것 하나만 골랐다. 비율대로 섞는다.": hardest,
}


def cases(rng):
    key = np.array([[1.0, 0], [0, 1], [1, 1]])
    value = np.array([[10.0], [100], [20]])
    yield np.array([[2.0, 0]]), key, value
    yield key, key, value, True
    for L, S, E, V in ((4, 3, 2, 5), (1, 6, 9, 2), (3, 3, 4, 3), (5, 1, 3, 1)):
        yield (
            rng.normal(size=(L, E)),
            rng.normal(size=(S, E)),
            rng.normal(size=(S, V)),
        )
    for T, E, size in ((4, 5, 1.0), (1, 2, 1.0), (6, 3, 1.0), (3, 4, 60.0)):
        query, key = size * rng.normal(size=(2, T, E))
        yield query, key, rng.normal(size=(T, 2)), True
    query, key = 60 * rng.normal(size=(2, 3, 4))
    yield query, key, rng.normal(size=(3, 2))
    yield -40 * np.ones((2, 4)), 40 * np.ones((3, 4)), rng.normal(size=(3, 2))
    # 질문마다 점수의 크기가 크게 다르거나, 가릴 자리의 점수가 가장 크다
    steps = 40 * np.outer([-1, 0, 1], np.ones(4))
    yield steps, 40 * np.ones((3, 4)), rng.normal(size=(3, 2))
    yield 40 * np.ones((3, 4)), steps, rng.normal(size=(3, 2)), True


def check(answer) -> None:
    keeps = ("query", "key", "value")
    answer.compare("attend", attend, cases(answer.rng()), MISTAKES, keeps=keeps)
