"""겉모습 벡터를 PyTorch로. 상태 사전의 열쇠가 embedding.embedder와 같다."""

# --8<-- [start:imports]
import torch
import torch.nn.functional as F
from torch import nn

# --8<-- [end:imports]


# --8<-- [start:embedder]
class Unit(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.normalize(x, dim=1)


def embedder(dim: int = 16) -> nn.Sequential:
    """(N, 3, 12, 12)을 길이가 1인 (N, dim)으로."""
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, stride=2, padding=1), nn.ReLU(),
        nn.Conv2d(16, 32, 3, stride=2, padding=1), nn.ReLU(),
        nn.Flatten(),
        nn.Linear(288, dim),
        Unit(),
    )
# --8<-- [end:embedder]
