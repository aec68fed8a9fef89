from lessons.cnn.segmentation import cat_outlines
from lessons.cnn.segmentation.polygon import fr_poly, polygon_to_mask
from lessons.cnn.segmentation.rle import area, encode

for name in ("LEFT_EYE", "RIGHT_EYE", "NOSE", "WHISKER"):
    polygon = getattr(cat_outlines, name)
    ours, coco = polygon_to_mask(polygon, 224, 224), fr_poly(polygon, 224, 224)
    rle = encode(coco)
    print(
        f"{name:<9} 넓이 {area(rle):4d}, 글자 {len(rle['counts']):3d}바이트, "
        f"두 방법이 다른 픽셀 {(ours != coco).sum()}"
    )
