import numpy as np


def areas(boxes):
    return (boxes[..., 2:] - boxes[..., :2]).prod(axis=-1)


A = np.array([[0, 0, 4, 4]])
B = np.array([[2, 0, 6, 4], [8, 0, 12, 4]])
left_top = np.maximum(A[:, None, :2], B[:, :2])
right_bottom = np.minimum(A[:, None, 2:], B[:, 2:])
shared = (right_bottom - left_top).clip(0).prod(axis=-1)
union = areas(A)[:, None] + areas(B) - shared
print("겹친 곳", shared, "덮은 곳", union)
print("IoU", (shared / union).round(3))  # 식 (9.2)
