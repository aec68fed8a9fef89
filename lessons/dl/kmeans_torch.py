"""PyTorch로 쓴 k-평균. 거리는 torch.cdist, 평균은 index_add_로 구한다."""

# --8<-- [start:imports]
import torch
from numpy.typing import ArrayLike

from lessons.arrays import finite
from lessons.scalars import count

# --8<-- [end:imports]


# --8<-- [start:lloyd_torch]
def lloyd_torch(
    X: ArrayLike, centers: ArrayLike, steps: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """steps번 할당하고 옮긴다. 빈 묶음의 중심점은 그 자리에 둔다.

    X: (N, D), centers: (K, D), 반환: 중심점 (K, D), 번호 (N,)
    """
    X = torch.from_numpy(finite("X", X, "N, D").copy())
    centers = finite("centers", centers, "K, D", D=X.shape[1])
    centers = torch.from_numpy(centers.copy())
    for _ in range(count("steps", steps, 0)):
        labels = torch.cdist(X, centers).argmin(dim=1)
        size = torch.bincount(labels, minlength=len(centers))[:, None]
        total = torch.zeros_like(centers).index_add_(0, labels, X)
        centers = torch.where(size > 0, total / size.clamp(min=1), centers)
    return centers, torch.cdist(X, centers).argmin(dim=1)
# --8<-- [end:lloyd_torch]
