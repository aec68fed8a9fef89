from lessons.cnn.segmentation.polygon import polygon_to_mask

triangle = [(1, 1), (5, 1), (1, 4)]
print(polygon_to_mask(triangle, 5, 6).astype(int))
