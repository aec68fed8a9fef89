import copy

import numpy as np

rng = np.random.default_rng(0)
ways = {
    "물려받은 생성기": [copy.deepcopy(rng) for _ in range(4)],  # 상태까지 복사된다
    "rng.spawn(4)": rng.spawn(4),
}
for name, workers in ways.items():
    angles = np.concatenate([worker.uniform(-15, 15, 8) for worker in workers])
    print(f"{name}: 각도 {len(angles)}개, 서로 다른 것 {len(np.unique(angles))}개")
