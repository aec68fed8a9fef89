import numpy as np
import torch
import torch.nn.functional as F

from lessons.dl.softmax import log_softmax, logsumexp, softmax, softmax_jacobian

rng = np.random.default_rng(0)
for scale in (1, 1e2, 1e4):
    z = scale * rng.normal(size=(5, 7))
    t = torch.tensor(z)
    pairs = {
        "softmax": (softmax(z, axis=1), F.softmax(t, dim=1)),
        "log_softmax": (log_softmax(z, axis=1), F.log_softmax(t, dim=1)),
        "logsumexp": (logsumexp(z, axis=1), torch.logsumexp(t, dim=1)),
    }
    same = {name: np.allclose(a, b, rtol=1e-12) for name, (a, b) in pairs.items()}
    print(f"×{scale:g}", same)

z = rng.normal(size=4)
J = torch.autograd.functional.jacobian(lambda t: F.softmax(t, dim=0), torch.tensor(z))
print("야코비 행렬:", np.allclose(softmax_jacobian(z), J, rtol=1e-12))
