"""널리 쓰이는 그림 데이터의 파일을 읽는다. 이름은 torchvision.datasets의 것과 같다.

- `MNIST`, `FashionMNIST`(mnist.py): IDX 파일
- `CIFAR10`(cifar.py): 이진 파일
- `ImageFolder`(folder.py): 클래스마다 폴더 하나
- `CocoDetection`(coco.py): 상자를 적은 JSON

내려받지는 않는다. 받아 둔 파일이 온전한지 확인하고 NumPy 배열로 바꾼다.
"""
