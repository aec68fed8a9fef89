from lessons.cnn.detection.yolo import assign

target = assign([[10, 20, 30, 36]], labels=[2], grid=8, size=64)
print("맡은 칸:", int(target[0].sum()), "개")
print("3행 2열:", target[:, 3, 2])
