# 허용 오차: 0.05
from lessons.artifacts import load

kept = load("cnn/few_labels")
plain, flipped = kept["recall_0"], kept["recall_2"]
print("숫자, 그대로, 좌우 뒤집기, 잃은 것")
for k in (flipped - plain).argsort():
    print(f"{k}, {plain[k]:.2f}, {flipped[k]:.2f}, {plain[k] - flipped[k]:.2f}")
