import numpy as np

angle = np.pi / 6
maps = {
    "30도 회전": np.array(
        [[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]
    ),
    "늘이기": np.array([[3.0, 0.0], [0.0, 0.5]]),
    "밀기": np.array([[1.0, 0.0], [1.0, 1.0]]),
    "누르기": np.array([[1.0, 1.0], [1.0, 1.0]]),
}
A, B, C = np.array([0.0, 0.0]), np.array([1.0, 0.0]), np.array([1.0, -1.0])
for name, W in maps.items():
    ab, bc, ca = (np.linalg.norm(p @ W - q @ W) for p, q in ((A, B), (B, C), (C, A)))
    middle = np.allclose((A + B) / 2 @ W, (A @ W + B @ W) / 2)
    print(f"AB {ab:.2f}  BC {bc:.2f}  CA {ca:.2f}  중점은 중점으로: {middle}  {name}")
