import numpy as np

from lessons.dl.softmax import log_softmax, logsumexp, softmax

z = np.array([1e4, 1e4 - 1, -1e4])
with np.errstate(all="ignore"):
    e = np.exp(z)
    print("식 그대로: ", e / e.sum())
print("확률:", softmax(z).round(4))
print("로그 확률:", log_softmax(z).round(4))
print("로그합지수:", round(float(logsumexp(z)), 4))
print("작은 쪽의 합:", round(float(logsumexp([-1e4, -1e4])), 4))

small = softmax([0.0, -800.0])[1]
print("softmax 뒤의 log:", "-inf" if small == 0 else "유한하다")
print("log_softmax:", log_softmax([0.0, -800.0])[1])
