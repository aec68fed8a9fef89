# 허용 오차: 0.02
import numpy as np
import torch

from lessons.artifacts import load
from lessons.cnn.preprocessing.compose import Compose
from lessons.cnn.preprocessing.signs import make_signs
from lessons.cnn.preprocessing.signs_torch import sign_net

net = sign_net()
net.load_state_dict({k: torch.tensor(v) for k, v in load("cnn/sign_net").items()})
right = Compose.from_json(load("cnn/sign_skew")["pipeline"].tobytes().decode())
X, y = make_signs(900, rng=np.random.default_rng(1))
Z = np.stack([right(x) for x in X])  # 학습 데이터의 자로 잰 것
each = {"axis": (2, 3), "keepdims": True}  # 사진의 채널마다
whole = {"axis": (1, 2, 3), "keepdims": True}  # 사진마다 한 벌
served = {
    "학습 때와 같게": Z,
    "채널마다 평균과 표준편차": (Z - Z.mean(**each)) / Z.std(**each),
    "채널마다 평균만": Z - Z.mean(**each),
    "채널마다 표준편차만": Z / Z.std(**each),
    "세 채널을 묶어 평균과 표준편차": (Z - Z.mean(**whole)) / Z.std(**whole),
}
for name, inputs in served.items():
    with torch.no_grad():
        said = net(torch.tensor(inputs).float()).argmax(1).numpy()
    print(f"{name}: 정확도 {np.mean(said == y):.2f}")
