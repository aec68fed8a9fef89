import numpy as np

from lessons.cnn.tracking.kalman import KalmanFilter, gate, mahalanobis

rng = np.random.default_rng(1)
kf = KalmanFilter(dim_x=2, dim_z=1)
kf.F = np.array([[1, 1], [0, 1]])
kf.H, kf.R, kf.Q = np.array([[1, 0]]), np.array([[1]]), np.diag([0.1, 0.01])
kf.x, kf.P = np.array([0, 0]), np.diag([1, 100])  # 속도는 모른다

for t in range(1, 21):
    kf.predict()
    z = np.array([3 * t + rng.normal()])
    far = mahalanobis(kf.x, kf.P, z, kf.R, kf.H)
    spread = np.sqrt(kf.P[0, 0])
    hidden = 9 <= t <= 16
    if t in (1, 2, 8, 9, 12, 16, 17, 18):
        print(f"{t:2d} 참 {3 * t:2d}, 예측 {kf.x[0]:4.1f} ± {spread:.1f}", end="")
        inside = "안" if gate(far, 1) else "밖"
        print("  가려짐" if hidden else f"  측정 {z[0]:4.1f}은 문의 {inside}")
    if not hidden:
        kf.update(z)
