import numpy as np

from lessons.cnn.segmentation.cat_outlines import WHISKER
from lessons.cnn.segmentation.metrics import jaccard
from lessons.cnn.segmentation.polygon import polygon_to_mask

truth = polygon_to_mask(WHISKER, 224, 224)
nothing = np.zeros_like(truth)
print(f"수염 {truth.sum()}픽셀, 사진 {truth.size:,}픽셀")
print(f"‘아무것도 없다’의 정확도 {(truth == nothing).mean():.2%}")
print(f"‘아무것도 없다’의 IoU {jaccard(truth, nothing):.2f}")
