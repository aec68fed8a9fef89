# 허용 오차: 0.01
from lessons.artifacts import load

scores = load("cnn/without_pooling")["scores"]  # (네 가지, 씨앗 셋)
gap = scores.mean(axis=1).max() - scores.mean(axis=1).min()
swing = (scores.max(axis=1) - scores.min(axis=1)).max()
print("네 가지 모두 0.95를 넘는다:", bool((scores > 0.95).all()))
print(f"평균의 가장 큰 차이 {gap:.2f}, 씨앗에 따른 가장 큰 차이 {swing:.2f}")
