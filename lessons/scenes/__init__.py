"""2부가 함께 쓰는 세계: 원, 네모, 세모가 놓인 장면과 그것이 움직이는 동영상.

장면 하나에 클래스, 상자, 마스크, 번호가 모두 딸려 온다. 그래서 같은 그림을 분류하고,
검출하고, 따라가고, 오려 낼 수 있다. 정수로만 그리니 어느 컴퓨터에서나 같은 그림이다.

- `make_scene`, `make_scenes`(still.py): 멈춘 장면
- `make_video`(moving.py): 움직이는 장면
- `to_input`: 신경망이 받는 꼴
"""

from lessons.scenes.moving import Video, make_video
from lessons.scenes.shapes import SHAPES
from lessons.scenes.still import Scene, make_scene, make_scenes, to_input

__all__ = [
    "SHAPES",
    "Scene",
    "Video",
    "make_scene",
    "make_scenes",
    "make_video",
    "to_input",
]
