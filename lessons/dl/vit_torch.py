"""같은 비전 트랜스포머를 PyTorch의 부품으로 짠다."""

# --8<-- [start:imports]
import torch
from torch import nn

from lessons.scalars import count, counts

# --8<-- [end:imports]


# --8<-- [start:ViT]
class ViT(nn.Module):
    """작은 비전 트랜스포머. 가중치의 이름은 lessons.dl.vit가 읽는 것과 같다.

    image_size: (C, H, W), 입력은 (N, C, H, W), 출력은 (N, num_classes) 로짓
    """

    def __init__(
        self,
        image_size: tuple[int, int, int],
        patch_size: int,
        num_classes: int,
        dim: int = 32,
        depth: int = 2,
        num_heads: int = 4,
    ) -> None:
        super().__init__()
        C, H, W = counts("image_size", image_size, size=3)
        patch_size, dim = count("patch_size", patch_size), count("dim", dim)
        num_heads = count("num_heads", num_heads)
        if H % patch_size or W % patch_size or dim % num_heads:
            raise ValueError(
                "patch_size는 그림의 변을, num_heads는 dim을 나누어야 한다. "
                f"받은 값: {patch_size}, {num_heads}."
            )
        T = (H // patch_size) * (W // patch_size)
        self.patch = nn.Conv2d(C, dim, patch_size, stride=patch_size)
        self.cls = nn.Parameter(torch.zeros(1, 1, dim))
        self.pos = nn.Parameter(0.02 * torch.randn(1, T + 1, dim))
        block = {"dropout": 0.0, "activation": "gelu"}
        block |= {"batch_first": True, "norm_first": True}
        self.blocks = nn.ModuleList(
            nn.TransformerEncoderLayer(dim, num_heads, 2 * dim, **block)
            for _ in range(count("depth", depth, 0))
        )
        self.norm = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, count("num_classes", num_classes))

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        tokens = self.patch(images).flatten(2).transpose(1, 2)
        first = self.cls.expand(len(images), -1, -1)
        x = torch.cat([first, tokens], dim=1) + self.pos
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x[:, 0]))
# --8<-- [end:ViT]
