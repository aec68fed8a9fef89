"""문의 시험에 쓰는 표: 함수마다 넣어 볼 바른 값.

NAMES에는 이름만 보아도 뜻이 같은 인자를, ROWS에는 함수마다 다른 것을 적는다. 열쇠는
lessons를 뺀 이름이다. 클래스는 만들 때의 인자를, 메서드는 받는 인자를 적는다.
"""

import functools
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest import mock

import numpy as np
import torch

from lessons.artifacts import save
from lessons.checking import grade
from lessons.clinic.patient import digit_net
from lessons.clinic.patient import train as digit_training
from lessons.cnn import locality, summary
from lessons.cnn.augmentation import few_labels_torch, gan_torch, geometric
from lessons.cnn.augmentation.mix import mosaic
from lessons.cnn.augmentation.sample import Sample as Picture
from lessons.cnn.batch_norm import BatchNorm2d
from lessons.cnn.classification.shapes import shape_net
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.imbalance.smote import SMOTE
from lessons.cnn.lenet import lenet5, small_lenet
from lessons.cnn.lenet_torch import small_lenet as small_torch_lenet
from lessons.cnn.locality import WindowNet
from lessons.cnn.overfitting import small_fashion, trial
from lessons.cnn.overfitting.dropout import Dropout
from lessons.cnn.preprocessing.compose import ToFloat
from lessons.cnn.segmentation import training_torch
from lessons.cnn.segmentation.unet_torch import UNet
from lessons.cnn.tracking import sort as tracking
from lessons.cnn.tracking.assignment import linear_sum_assignment
from lessons.cnn.tracking.crowd import crowd_video
from lessons.cnn.tracking.deepsort import ByteTrack, DeepSort
from lessons.cnn.tracking.embedding import embedder, with_features
from lessons.cnn.tracking.kalman import KalmanFilter
from lessons.cnn.training import train_epoch
from lessons.cnn.vgg import GlobalAvgPool2d, small_vgg
from lessons.dl import layers
from lessons.dl.affine_torch import numel, stack
from lessons.dl.decision_tree import DecisionTreeClassifier, export_text
from lessons.dl.init import kaiming_uniform
from lessons.dl.kfold import StratifiedKFold
from lessons.dl.layers_torch import to_torch
from lessons.dl.mlp import MLP, train
from lessons.dl.mlp_training import build_mlp
from lessons.dl.model_selection import clone
from lessons.dl.optimizer_base import Parameter
from lessons.dl.optimizers import SGD
from lessons.dl.ridge import Ridge
from lessons.dl.schedules import SequentialLR, StepLR
from lessons.dl.tensor import Tensor
from lessons.dl.train_test_split import train_test_split
from lessons.dl.transformer import inside, weight
from lessons.dl.value import Value
from lessons.dl.vit_torch import ViT
from lessons.messy_folder import MessyFolder
from lessons.nn import Linear, ReLU, Sequential
from lessons.scenes import make_scenes, make_video
from tests.doors import (
    Sample,
    array,
    count,
    flag,
    function,
    generator,
    labels,
    mask,
    number,
    path,
    thing,
    whole,
    word,
)

# 여기서 보지 않는 모듈과 까닭
APART = {
    "lessons.arrays": "문 자신이다. test_arrays가 본다",
    "lessons.scalars": "문 자신이다. test_arrays가 본다",
    "lessons.__main__": "argparse가 명령줄의 글자를 받는다. test_main이 본다",
}


# 아직 문을 달지 않은 모듈. 문을 달면 여기서 지우고 ROWS에 줄을 더한다
LATER: tuple[str, ...] = ()

OPTIMIZERS = ("SGD", "Adagrad", "RMSprop", "Adam", "AdamW")
SCHEDULES = ("StepLR", "CosineAnnealingLR", "LinearLR", "LambdaLR", "SequentialLR")
FAST = ("forward", "grad_weight", "grad_input", "backward_plan", "turn", "backward")
NORM = ("over", "along", "normalize", "gradients", "track", "statistics", "kept")
SPECS = (
    *(f"{kind}.cost" for kind in ("Conv", "Linear", "Pool", "GlobalPool", "Norm")),
    *("described", "spatial"),
)

SORT = ("associate", "apart", "follow", "begin")
DEEP = ("associate", "unlike", "reachable", "follow")

# 문을 지난 값만 받는 것과 까닭. 끝이 점이면 그 아래를 모두 뜻한다
INSIDE = {
    "checking.Answer": "채점할 때 만든다",
    "checking.Answer.": "채점하는 코드가 부른다",
    "checking.slug": "책에 든 파일의 이름만 받는다",
    "checking.Exercise.read": "책에 든 파일만 읽는다",
    "checking.Output.write": "print가 부른다",
    "scenes.shapes.": "장면을 만드는 것들이 문을 지난 것을 넘긴다",
    **dict.fromkeys(
        (f"scenes.still.{n}" for n in ("background", "random_sides", "paint")),
        "장면을 만드는 것들이 문을 지난 것을 넘긴다",
    ),
    "scenes.still.span_of": "문 자신이다",
    "scenes.moving.box_of": "움직이는 물체만 받는다",
    "checking.report": "찍기만 한다. grade가 받는다",
    "comparing.": "채점할 때 부른다",
    "executing.": "채점하고 시험하는 도구가 부른다",
    "readers.base.Images": "읽는 것들이 읽은 것을 담는다",
    "readers.base.first_file": "읽는 것들이 문을 지난 폴더를 넘긴다",
    "readers.base.as_path": "문 자신이다. 없는 곳도 경로다",
    "readers.base.position": "벗어나면 IndexError라야 for가 멈춘다",
    "readers.mnist.names": "MNIST가 파일의 이름을 만든다",
    "dl.value_ops.": "Value가 문을 지난 수를 넘긴다",
    "dl.tensor_ops.": "Tensor가 문을 지난 배열을 넘긴다",
    "dl.value.topological_order": "그래프를 훑는다. Value.backward가 부른다",
    "dl.value.apply": "Value의 연산이 부른다",
    "dl.tensor.apply": "Tensor의 연산이 부른다",
    "dl.autograd.unbroadcast": "연산의 역전파가 부른다",
    **dict.fromkeys(
        (f"dl.optimizers.{name}.update" for name in OPTIMIZERS),
        "step이 부르고 w를 제자리에서 고친다",
    ),
    "dl.optimizers.AdamW.decay": "step이 부른다",
    "dl.optimizer_base.Optimizer.decay": "step이 부른다",
    "dl.optimizer_base.Optimizer.update": "step이 부른다",
    "dl.optimizer_base.LRScheduler": "바탕이다. get_lr이 없어 그대로는 만들지 못한다",
    "dl.optimizer_base.LRScheduler.get_lr": "step이 부른다",
    **dict.fromkeys((f"dl.schedules.{n}.get_lr" for n in SCHEDULES), "step이 부른다"),
    "cnn.filters.correlation.extend": "correlate와 median_filter가 부른다",
    "cnn.filters.correlation.reach": "correlate가 부른다",
    "cnn.filters.smoothing.along_each_axis": "흐리는 필터가 부른다",
    "dl.vit_torch.ViT.forward": "torch의 층이다",
    "dl.layers.Sequential": "층의 목록이다. test_layers가 본다",
    "nn.module.": "이름과 상태 사전을 다룬다. tests/nn이 본다",
    "nn.state.": "상태 사전을 다룬다. tests/nn이 본다",
    "nn.functional.cross_entropy": "15장의 CrossEntropyLoss가 본다",
    "nn.functional.tensor": "nn의 문이다. tests/nn이 본다",
    "nn.layers.ModuleList": "모듈의 목록이다. tests/nn이 본다",
    "nn.layers.ModuleList.append": "모듈의 목록이다. tests/nn이 본다",
    "nn.layers.ModuleList.add_module": "모듈의 목록이다. tests/nn이 본다",
    "nn.layers.Sequential": "모듈의 목록이다. tests/nn이 본다",
    "cnn.pooling.windows": "풀링이 둘레를 덧댄 배열을 넘긴다",
    "cnn.pooling.winners": "풀링의 역전파가 부른다",
    "cnn.pooling.inside": "풀링의 역전파가 부른다",
    "cnn.pooling.surround": "풀링이 덧댈 값을 정해 부른다",
    "cnn.conv.plan.": "conv2d가 문을 지난 값으로 계획을 세운다",
    "cnn.conv.im2col.pad": "conv2d가 부른다",
    "cnn.conv.im2col.out_shape": "plan이 부른다",
    "cnn.conv.im2col.taps": "gather와 scatter가 부른다",
    "cnn.conv.im2col.gather": "im2col이 부른다",
    "cnn.conv.im2col.scatter": "col2im이 부르고 xp를 제자리에서 고친다",
    **dict.fromkeys(
        (f"cnn.conv.fast.{n}" for n in FAST), "conv2d와 그 기울기가 부른다"
    ),
    "cnn.conv.layers.recorded": "층의 순전파가 부른다",
    "cnn.conv.layers.divided": "층을 만들 때 부른다",
    "cnn.conv.layers.ConvNd": "두 층이 물려받는다",
    "cnn.conv.transpose.transpose_plan": "conv_transpose2d가 부른다",
    **dict.fromkeys((f"cnn.batch_norm.{n}" for n in NORM), "batch_norm이 부른다"),
    "cnn.receptive_field.checked": "receptive_field가 부른다",
    **dict.fromkeys(
        (f"cnn.summary.{n}" for n in SPECS), "summary가 문을 지난 모양으로 부른다"
    ),
    "cnn.lenet_torch.": "torch의 층을 잇는다. tests/cnn/test_lenet이 본다",
    "cnn.vgg_torch.": "torch의 층을 잇는다. 크므로 tests/cnn/test_vgg가 본다",
    "cnn.resnet_torch.": "torch의 층을 잇는다. 크므로 tests/cnn/test_resnet이 본다",
    "cnn.resnet.block": "resnet_parameters가 부른다",
    **dict.fromkeys(
        (f"cnn.classification.metrics.{n}" for n in ("known", "numbered", "divide")),
        "지표가 문을 지난 클래스로 부른다",
    ),
    "cnn.classification.metrics.mean": "지표가 부른다",
    "cnn.classification.metrics.zero": "NaN도 받는 문이다",
    "cnn.classification.residual_torch.": "torch의 층이다. test_resnet이 본다",
    "cnn.classification.grad_cam_torch.": "torch의 모델을 받는다. test_grad_cam이 본다",
    "cnn.classification.workflow_torch.": "torch의 틀이다. test_workflow가 본다",
    "cnn.overfitting.regularizers.ProximalAdamW.update": "step이 부른다",
    "cnn.imbalance.ranking.weights": "지표가 부른다",
    "cnn.imbalance.sampling.wanted": "뽑는 것들이 문을 지난 클래스를 넘긴다",
    "cnn.imbalance.smote.neighbors": "SMOTE가 부른다",
    "cnn.backward.like": "풀링의 역전파가 부른다",
    "cnn.preprocessing.signs_torch.": "torch의 층을 잇는다. test_signs가 본다",
    "cnn.preprocessing.resize.triangle": "resize_matrix가 문을 지난 거리를 넘긴다",
    "cnn.preprocessing.resize.cubic": "resize_matrix가 문을 지난 거리를 넘긴다",
    "cnn.preprocessing.resize.picks": "resize_matrix가 문을 지난 수를 넘긴다",
    "cnn.detection.boxes.as_boxes": "상자의 문 자신이다. test_boxes가 본다",
    "cnn.detection.boxes.intersections": "box_iou가 문을 지난 상자를 넘긴다",
    "cnn.tracking.assignment.shortest_path": "linear_sum_assignment가 부른다",
    "cnn.tracking.frames.as_frames": "프레임의 목록을 받는 문이다. 지표의 보기가 본다",
    "cnn.tracking.metrics.indexed": "지표마다 부른다. 지표의 보기가 본다",
    "cnn.tracking.sort.detected": "update가 부르는 문이다",
    "cnn.tracking.sort.in_rounds": "associate가 문을 지난 비용을 넘긴다",
    **dict.fromkeys(
        (
            f"cnn.tracking.{name}"
            for name in (
                *(
                    f"sort.Sort.{step}"
                    for step in ("associate", "apart", "follow", "begin")
                ),
                *(f"deepsort.DeepSort.{step}" for step in DEEP),
                "deepsort.ByteTrack.associate",
            )
        ),
        "update가 문을 지난 검출을 넘긴다",
    ),
    "cnn.tracking.embedding.Unit.forward": "모델의 층이다",
    "cnn.tracking.embedding.Sharpen.forward": "모델의 층이다",
    "cnn.tracking.embedding_torch.": "torch의 층을 잇는다. test_embedding이 본다",
    **dict.fromkeys(
        (f"cnn.detection.boxes.{n}" for n in ("areas", "overlaps", "ious")),
        "box_iou처럼 문을 지난 상자를 넘긴다",
    ),
    **dict.fromkeys(
        (f"cnn.detection.nms.{n}" for n in ("scored", "as_scores")),
        "nms의 문이다. test_nms가 본다",
    ),
    "cnn.detection.anchors.whole": "앵커의 문이다. test_anchors가 본다",
    "cnn.detection.average_precision.unit": "average_precision의 문이다",
    "cnn.detection.coco_match.": "coco_evaluate가 문을 지난 배열을 넘긴다",
    **dict.fromkeys(
        (
            f"cnn.detection.coco.{n}"
            for n in ("curve", "mean", "read", "prediction", "target", "filled", "of")
        ),
        "coco_evaluate가 부른다. test_coco가 본다",
    ),
    "cnn.detection.yolo.checked": "yolo_loss의 문이다. test_yolo가 본다",
    "cnn.detection.yolo.all_cells": "decode가 문을 지난 배열을 넘긴다",
    "cnn.detection.yolo_torch.": "torch의 것이다. 크므로 test_yolo가 본다",
    "cnn.lenet_by_hand.backward": "gradients가 forward의 중간값을 넘긴다",
    "cnn.segmentation.polygon.walk": "fr_poly가 반올림한 꼭짓점을 넘긴다",
    "cnn.segmentation.metrics.ratio": "점수들이 센 것을 넘긴다",
    "cnn.segmentation.metrics.mean_of_present": "점수들이 제 배열을 넘긴다",
    "cnn.segmentation.panoptic.PanopticQuality": "panoptic_quality가 만든다",
    "cnn.segmentation.panoptic.segments": "panoptic_quality가 부른다",
    "cnn.segmentation.unet_torch.two_convs": "UNet이 부른다",
    "cnn.segmentation.unet_torch.twice_as_large": "UNet이 부른다",
    "cnn.segmentation.unet_torch.UNet.forward": "torch의 층이다",
    "cnn.segmentation.tiny_torch.dice": "torch의 손실이다. test_tiny_torch가 본다",
    "cnn.segmentation.tiny_torch.focal": "torch의 손실이다. test_tiny_torch가 본다",
    "cnn.augmentation.sample.picture": "사진의 문 자신이다",
    "cnn.augmentation.sample.like": "사진을 바꾸는 것들이 제 배열을 넘긴다",
    "cnn.augmentation.compose.": "Sample과 난수만 받는다. test_compose가 본다",
    **dict.fromkeys(
        (f"cnn.augmentation.pixelwise.{n}" for n in ("top", "blend", "grey")),
        "값을 바꾸는 것들이 문을 지난 사진을 넘긴다",
    ),
    "cnn.augmentation.few_labels_torch.tensor": "fit이 문을 지난 배열을 넘긴다",
    "cnn.augmentation.gan_torch.Generator.forward": "torch의 층이다",
    "cnn.augmentation.gan_torch.Discriminator.forward": "torch의 층이다",
}


@dataclass(frozen=True)
class Row:
    samples: dict[str, Sample] = field(default_factory=dict)
    via: Callable | None = None  # 대신 부를 함수. 인자의 수가 자유로울 때
    use: Callable | None = None  # 만든 모델을 쓰는 법. 없으면 fit
    ready: Callable | None = None  # 메서드를 부를 모델. 없으면 보기로 만들어 쓴 것
    passes: dict[str, tuple[str, ...]] = field(default_factory=dict)  # 받아도 되는 것


def row(*, via=None, use=None, ready=None, passes=None, **samples) -> Row:
    return Row(samples, via, use, ready, passes or {})


POINTS = np.array([[0, 1], [2, 0], [1, 1], [3, 2], [2, 3], [0, 3]], dtype=float)
TARGETS = np.array([1, 0, 2, 3, 1, 2], dtype=float)
KINDS = np.array([0, 1, 0, 1, 1, 0])
SHORT = np.array([0, 1, 1, 0, 1, 0], dtype=float)
CENTERS = POINTS[[0, 3]]


def fit(model):
    """배우게 한다. 정답을 받지 않는 모델은 특성만으로."""
    if "y" in model.fit.__code__.co_varnames[: model.fit.__code__.co_argcount]:
        return model.fit(POINTS, KINDS)
    return model.fit(POINTS)


NAMES = {
    "X": array(POINTS, "N, D"),
    "y": labels(KINDS, "N"),
    "z": array([[0, 1, 2], [3, 1, 0]]),
    "x": array(SHORT, "N"),
    "rng": generator(),
    "max_iter": count(20, least=1),
    "tol": number(0.001),
    "lr": number(0.0625),
    "alpha": number(0.5),
    "steps": count(3),
    "degree": count(2),
    "fit_intercept": flag(),
    "shuffle": flag(),
    "centers": array(CENTERS, "K, D"),
    "labels": whole(KINDS, "N"),
    "n_clusters": count(2, least=1),
    "impurity": function(lambda counts: 1 - counts.max(axis=-1) / counts.sum(axis=-1)),
    "C": number(1.0),
    "threshold": number(0.5),
    "noise": number(0.5),
    "axis": thing(lambda: 0, optional=True),
    "shape": thing(lambda: -1),
    "dim0": thing(lambda: 0),
    "dim1": thing(lambda: 1),
    "params": thing(lambda: parameters()),
    "optimizer": thing(lambda: SGD(parameters(), lr=0.5)),
    "last_epoch": count(-1, least=-1),
    "eps": number(0.5),
    "weight_decay": number(0.5),
    "momentum": number(0.5),
    "maximize": flag(),
    "stride": count(1, least=1),
    "padding": count(0),
    "output_padding": count(0),
    "dilation": count(1, least=1),
    "groups": count(1, least=1),
}
IMAGE = array(np.arange(40).reshape(1, 2, 5, 4) % 4, "N, C, H, W")
KERNEL = array(np.arange(36).reshape(3, 2, 3, 2) % 3, "C_out, C, kh, kw")
TURNED = np.arange(36).reshape(2, 3, 3, 2) % 3
PICTURE = array(POINTS, "H, W")
APERTURE = {"apertureSize": thing(lambda: 3), "L2gradient": flag(False)}
CELLS = mask(POINTS > 1, "H, W")
LENGTHS = {
    "n_in": count(5, least=1),
    "n_out": count(3, least=1),
    "align_corners": flag(False),
}
GREY_OR_COLOUR = array(POINTS)  # (H, W)도 (H, W, C)도 받는다
SHADES = np.array([[0, 1, 0], [1, 0.5, 0.25], [0.5, 0.5, 0.5]])
COLOURS = array(np.arange(36).reshape(3, 4, 3) % 7, "H, W, 3")
BYTES = whole(np.arange(20).reshape(4, 5) % 7, "H, W")
BORDER = {"input": array(POINTS), "mode": word("mirror"), "cval": number(0.5)}
BIAS = array([1, 0, 2], "C_out", optional=True)
UPSTREAM = array(np.arange(27).reshape(1, 3, 3, 3) % 3, "N, C_out, 3, 3")
WINDOW = {
    "kernel_size": count(2, least=1),
    "stride": count(1, least=1, optional=True),
}
POOLED = {
    "dy": array(np.arange(24).reshape(1, 2, 4, 3) % 3, "N, C, 4, 3"),
    "x": IMAGE,
    "kernel_size": count(2, least=1),
}
RLE = thing(lambda: {"size": [3, 4], "counts": [4, 1, 2, 2, 3]})
RLES = thing(lambda: [{"size": [3, 4], "counts": c} for c in ([12], b"41211")])
OUTLINE = {
    "polygon": array([[1, 1], [5, 1], [1, 4]], "K, 2"),
    "h": count(5, least=1),
    "w": count(6, least=1),
}
MASKS = {
    "y_true": mask(POINTS > 1, "H, W"),
    "y_pred": mask(POINTS > 0, "H, W"),
    "zero_division": number(0.5),
}
LABEL_MAPS = {
    "y_true": whole([[0, 1, 1], [2, 0, 1]], "H, W"),
    "y_pred": whole([[0, 1, 0], [2, 1, 1]], "H, W"),
    "num_classes": count(3, least=1),
}
PIXEL_LOSS = {
    "z": array(np.arange(24).reshape(1, 2, 3, 4) % 5, "N, K, H, W"),
    "target": whole([[[0, 1, 0, 1], [1, 1, 0, 0], [0, 0, 1, 0]]], "N, H, W"),
    "weight": array([1, 3], "K", optional=True),
    "smooth": number(0.5),
    "gamma": number(2.0),
}
LENET = thing(lambda: small_lenet(rng=np.random.default_rng(0)).state_dict())
DIGITS = array(np.arange(128).reshape(2, 1, 8, 8) % 5, "N, C, H, W")
LAYER = {
    "in_channels": count(2, least=1),
    "out_channels": count(3, least=1),
    "kernel_size": count(3, least=1),
    "bias": flag(),
}


PICTURES = array(np.arange(40).reshape(2, 5, 4) % 4, "N, H, W")
WINDOWS = {
    "k": count(2, least=1),
    "channels": count(3, least=1),
    "num_classes": count(2, least=1),
}

BOXES = array([[0, 0, 4, 4], [2, 1, 6, 4], [3, 3, 3, 5]], "N, 4")
PAIRS = {"boxes1": BOXES, "boxes2": array([[1, 1, 3, 5], [2, 0, 6, 4]], "M, 4")}
SOLID = array([[0, 0, 4, 4], [2, 1, 6, 4]], "N, 4")
CELL_MAPS = {
    "out": array(np.arange(64).reshape(2, 8, 2, 2) % 5, "N, C, G, W"),
    "target": array(np.arange(48).reshape(2, 6, 2, 2) % 2, "N, 6, G, W"),
}
SCORED_BOXES = {"boxes": BOXES, "scores": array([0.5, 0.75, 0.25], "N")}


def mean_precision(boxes, scores, labels, truths, classes):
    """그림 한 장을 COCO의 규칙으로 채점한 수들."""
    guess = {"boxes": boxes, "scores": scores, "labels": labels}
    truth = {"boxes": truths, "labels": classes}
    return list(coco_evaluate([guess], [truth]).values())


def shown_to(step):
    """전처리의 단계에 그림 한 장을 넣는다."""
    return step(COLOURS.value)


def window_net():
    return WindowNet(2, 3, 2, rng=np.random.default_rng(0))


def fitted_net(X, y, epochs, lr, batch_size, rng):
    net = window_net()
    locality.fit(net, X, y, epochs=epochs, lr=lr, batch_size=batch_size, rng=rng)
    return net.state_dict()


def small_unet():
    torch.manual_seed(0)
    return UNet(2, width=2, depth=1)


def fitted_unet(steps, lr, batch_size, loss):
    model, generator = small_unet(), torch.Generator().manual_seed(0)
    X, y = torch.ones(3, 3, 8, 8), torch.ones(3, 8, 8, dtype=torch.int64)
    options = {"lr": lr, "batch_size": batch_size, "loss": loss}
    training_torch.fit(model, X, y, steps=steps, generator=generator, **options)
    return [p.detach() for p in model.parameters()]


def parameters():
    return [Parameter(np.array([1.0, 2.0]), np.array([0.5, 1.0]))]


def step(optimizer):
    optimizer.step()
    optimizer.step()
    return [p.data for p in optimizer.params]


def two_steps(scheduler):
    scheduler.step()
    scheduler.step()
    return scheduler.optimizer.lr


def in_turn(milestones):
    optimizer = SGD(parameters(), lr=0.5)
    parts = [StepLR(optimizer, 1), StepLR(optimizer, 2)]
    return SequentialLR(optimizer, parts, milestones)


TARGET = array(TARGETS, "N")
ANY = {"tensors": True, "torches": False}
EVEN_NAN = {"nan": ("x", "data", "gradient"), "True": ("x", "data", "gradient")}
EITHER = array(CENTERS, tensors=True)
SQUARES = array(np.arange(16).reshape(1, 1, 4, 4) % 4, "N, C, H, W")
BLOCK = thing(lambda: block())
CURVES = array([[2, 1], [1, 3]], "D, D", **ANY)
WIDE = array(POINTS[:3] + 1, "M, D")


JUDGED = {
    "y_true": labels(KINDS, "N"),
    "y_pred": labels(KINDS[::-1], "N"),
    "labels": labels([1, 0], "K", optional=True),
}


def shape_logits(rng):
    return shape_net(rng=rng)(np.ones((1, 3, 8, 8))).data


def patient(stopper):
    """멈추라는 말의 차례"""
    return [stopper.step(loss) for loss in (1.0, 0.75, 0.5, 0.5, 0.5)]


def rng():
    return np.random.default_rng(0)


def pooled(layer):
    return layer(IMAGE.value).data


def counted(build):
    def size(num_classes, rng):
        return sum(p.data.size for p in build(num_classes, rng=rng).parameters())

    return size


def tiny():
    return Sequential(Linear(2, 2, rng=rng()))


def one_epoch(X, y, batch_size, rng):
    model = tiny()
    optimizer = SGD(model.parameters(), lr=0.5)
    return train_epoch(model, X, y, optimizer, batch_size, rng=rng)


def one_look(X, y, steps, size, rng):
    model = tiny()
    optimizer = SGD(model.parameters(), lr=0.5)
    return digit_training(model, X, y, optimizer, steps, size, rng=rng)


def lit():
    return Sequential(Linear(2, 3, rng=rng()), ReLU())


def stepped():
    """걷기 앞뒤의 상태 사전"""
    return {"w": np.array([3.0, 4.0])}


def stacked():
    return build_mlp([2, 3, 1], layers.Tanh, rng=rng())


def passed(layer):
    layer.forward(POINTS)
    return layer


def learn(X, y, epochs, batch_size, rng):
    model = MLP((2, 3, 2), rng=np.random.default_rng(1))
    optimizer = SGD(model.parameters(), lr=0.5)
    options = {"epochs": epochs, "batch_size": batch_size, "rng": rng}
    return train(model, X, y, optimizer, **options)


def vit_weights():
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        state = ViT((1, 4, 4), 2, 3, dim=2, depth=1, num_heads=1).state_dict()
    return {name: w.numpy().astype(float) for name, w in state.items()}


def block():
    return inside(vit_weights(), "blocks.0.")


def gd(model):
    return model.fit(POINTS, TARGETS)


def splits(model):
    return list(model.split(POINTS, KINDS))


def polynomial(model):
    return model.fit(SHORT, TARGETS)


def search(model):
    return model.fit(POINTS, TARGETS).best_params_


def split_arrays(X, y, test_size, train_size, shuffle, stratify, rng):
    return train_test_split(
        *(X, y),
        test_size=test_size,
        train_size=train_size,
        shuffle=shuffle,
        stratify=stratify,
        rng=rng,
    )


@functools.cache
def shelf() -> Path:
    """읽는 것마다의 작은 파일을 담은 폴더."""
    top = Path(os.path.realpath(shelf_holder().name))
    for name in ("빈 폴더", "mnist", "cifar", "pictures/cat", "coco", "FashionMNIST"):
        (top / name).mkdir(parents=True)
    for folder in ("mnist", "FashionMNIST"):
        for part in ("train", "t10k"):
            head = bytes([0, 0, 8, 3, *(0, 0, 0, 2), *(0, 0, 0, 1), *(0, 0, 0, 3)])
            image, digit = (f"{part}-{k}-ubyte" for k in ("images-idx3", "labels-idx1"))
            (top / folder / image).write_bytes(head + bytes(range(6)))
            (top / folder / digit).write_bytes(bytes([0, 0, 8, 1, 0, 0, 0, 2, 7, 3]))
    for name in (*(f"data_batch_{k}" for k in range(1, 6)), "test_batch"):
        (top / "cifar" / f"{name}.bin").write_bytes(bytes([4]) * 3073)
    np.save(top / "pictures" / "cat" / "1.npy", np.eye(3))
    about = {"id": 1, "file_name": "cat/1.npy", "height": 3, "width": 3}
    note = {"id": 1, "image_id": 1, "category_id": 5, "bbox": [0, 1, 2, 1]}
    kinds = [{"id": 5, "name": "고양이"}]
    found = {"images": [about], "annotations": [note], "categories": kinds}
    (top / "coco" / "a.json").write_text(json.dumps(found), encoding="utf-8")
    return top


@functools.cache
def shelf_holder():
    return tempfile.TemporaryDirectory()


def saved(name, dtype, x):
    """빈 폴더에 남기고, 남은 배열들을 돌려준다."""
    environment = {k: v for k, v in os.environ.items() if k != "LESSONS_ARTIFACTS"}
    with (
        tempfile.TemporaryDirectory() as folder,
        chdir(folder),
        mock.patch.dict(os.environ, environment, clear=True),
        np.load(save(name, dtype=dtype, x=x)) as file,
    ):
        return dict(file)


@functools.cache
def holder() -> tempfile.TemporaryDirectory:
    return tempfile.TemporaryDirectory()


def messy_folder(rng) -> MessyFolder:
    return MessyFolder(tempfile.mkdtemp(dir=holder().name) + "/옷", rng=rng)


FOLDERS = {n: path(lambda n=n: shelf() / n) for n in ("mnist", "cifar", "pictures")}
LOGITS, AXIS = array([[0, 1, 2], [3, 1, 0]]), count(1, least=-2, optional=True)
LOOK = {
    "query": array([[2, 0], [1, 1], [0, 1]], "L, E"),
    "key": array([[1, 0], [0, 1]], "S, E"),
    "attn_mask": mask([[1, 0], [1, 1], [0, 1]], optional=True),
    "is_causal": flag(False),
    "scale": number(0.5, optional=True),
}
GRADED = {
    "z": array([[0, 1, 2], [3, 1, 0]], "N, K"),
    "target": whole([2, 0], "N"),
    "weight": array([1, 2, 3], "K", optional=True),
    "label_smoothing": number(0.25),
}
XAVIER = {"shape": whole([2, 3], "2"), "gain": number(0.5)}
KAIMING = {
    "shape": whole([2, 3], "2"),
    "a": number(0.5),
    "mode": word("fan_in"),
    "nonlinearity": word("leaky_relu"),
}
CELL = {
    "h": array([[0, 1], [1, 0]], "N, H"),
    "W_ih": array([[1, 0, 1], [0, 1, 0]], "H, D"),
    "W_hh": array([[0, 1], [1, 0]], "H, H"),
    "b_ih": array([1, 0], optional=True),
    "b_hh": array([0, 1], optional=True),
}
SAID = {
    "confidence": array([0.5, 0.25, 1], "N"),
    "correct": array([0, 1, 1], "N"),
    "bins": count(4, least=1),
}
ASKED = {
    "z": array([0, 1, 2], "N"),
    "target": array([0, 1, 1], "N"),
    "weight": array([1, 2, 3], optional=True),
    "pos_weight": array([1, 2, 3], optional=True),
}

COST = array([[3, 1, 2], [0, 2, 1]], "M, N")
STEP = array([[1, 1], [0, 1]], "D, D")
STATE = {"x": array([1, 2], "D"), "P": array([[2, 1], [1, 2]], "D, D")}
MEASURED = {
    "z": array([3], "..., M"),
    "R": array([[1]], "M, M"),
    "H": array([[1, 0]], "M, D"),
}
SEEN = thing(lambda: [([1, 2], [5], [[0.75], [0.25]]), ([1], [5], [[1.0]])])
BOXED = thing(lambda: [([1], [[0, 0, 2, 2]]), ([1], [[1, 0, 3, 2]])])
TRACKER = {
    "max_age": count(2),
    "min_hits": count(1, least=1),
    "iou_threshold": number(0.25),
    "score": number(0.5),
    "moving": flag(),
    "assign": function(linear_sum_assignment),
}
DETECTED = {
    "boxes": array([[0, 0, 2, 2], [4, 4, 6, 7]], "N, 4"),
    "scores": array([1, 0.5], "N"),
    "features": array([[1, 0], [0, 1]], "N, E", optional=True),
}


def detections():
    return [([[0, 0, 2, 2]], [0.5]), ([[1, 0, 3, 2]], [0.75])]


def learned(epochs, patience, rng):
    X, y = np.ones((4, 1, 14, 14)), [0, 1, 2, 3]
    model = small_fashion.small_net(2, rng=np.random.default_rng(0))
    options = {"epochs": epochs, "patience": patience, "valid": (X, y)}
    optimizer = SGD(model.parameters(), 0.5)
    return small_fashion.learn(model, X, y, optimizer, rng=rng, **options)


def tried(dropout, batch_norm, l1, weight_decay, epochs, rng):
    options = {"dropout": dropout, "batch_norm": batch_norm, "l1": l1}
    options |= {"weight_decay": weight_decay, "epochs": epochs}
    X = np.ones((4, 1, 14, 14))
    return trial.trial(X, [0, 1, 2, 3], **options, rng=rng)(X).data


def followed(tracker):
    return [tracker.update(*found) for found in detections()]


def measuring():
    kf = KalmanFilter(2, 1)
    kf.H = np.array([[1, 0]])
    return kf


def tiny_video():
    return make_video(2, 2, 32, sides=(6, 8), rng=rng())


def one(seed, photo):
    return crowd_video(seed, photo=photo)[1]


SCORED = {
    "y_true": labels(KINDS, "N"),
    "y_score": array([0, 2, 1, 3, 2, 1], "N"),
    "pos_label": thing(lambda: 1, optional=True),
    "sample_weight": array([1, 2, 1, 0, 2, 1], "N", optional=True),
    "drop_intermediate": flag(),
}
CHANCES = {"y_true": SCORED["y_true"], "pos_label": SCORED["pos_label"]}
UNEVEN = np.array([0, 1, 0, 0, 1, 0])
RESAMPLED = {
    "sampling_strategy": thing(lambda: "auto"),
    "use": lambda sampler: sampler.fit_resample(POINTS, UNEVEN),
}
FOCUSED = {
    "inputs": array([0, 1, 2], "N"),
    "targets": array([0, 1, 1], "N"),
    "gamma": number(2.0),
    "reduction": word("mean"),
}
COSTS = {"cost_fp": number(0.5), "cost_fn": number(4.0)}


def normals(model):
    return model.fit(POINTS).calibrate(POINTS).predict(POINTS)


FAINT = array(POINTS / 4)  # 정수가 아닌 밝기. uint8이면 뜻이 다르다
TILT = array([[1, 1, 0], [0, 2, 1], [0, 0, 1]], "3, 3")
MIXED = {
    "X": array(np.arange(24).reshape(3, 2, 2, 2) % 5, "N, C, H, W"),
    "Y": array(np.eye(3), "N, K"),
}


def one_sample():
    return Picture(POINTS / 4, [[0, 0, 2, 3]], np.ones((1, 6, 2), bool), [1])


def opened(sample):
    return [sample.image, sample.boxes, sample.masks, sample.labels]


def moved(sample, M, size, min_visibility, fill):
    options = {"min_visibility": min_visibility, "fill": fill}
    return opened(geometric.move(sample, M, size, **options))


def pieced(samples, min_visibility, rng):
    return opened(mosaic(samples, min_visibility=min_visibility, rng=rng))


def seeded(make):
    torch.manual_seed(0)
    return make()


def few_fitted(X, y, epochs, lr, batch_size, transform, mix, rng):
    model = few_labels_torch.fit(
        seeded(small_torch_lenet),
        X,
        y,
        epochs=epochs,
        lr=lr,
        batch_size=batch_size,
        transform=transform,
        mix=mix,
        rng=rng,
    )
    return few_labels_torch.predict_proba(model, np.ones((1, 1, 8, 8)))


def gan_drawn(X, y, steps, width, lr, batch_size):
    options = {"steps": steps, "width": width, "lr": lr, "batch_size": batch_size}
    start = torch.Generator().manual_seed(0)
    G = seeded(lambda: gan_torch.train_gan(X, y, **options, generator=start))
    return gan_torch.draw(G, [1], generator=start)


ROWS = {
    "artifacts.save": row(
        name=word("cnn/tiny"), dtype=word("float32"), x=array(POINTS), via=saved
    ),
    "artifacts.load": row(name=word("home/digit")),
    "files.data_file": row(name=word("photos/cat.npz")),
    "checking.grade": row(
        answer=thing(lambda: "x = 1"),
        check=thing(lambda: "def check(answer):\n    assert answer['x'] == 1"),
        file=thing(lambda: "answer.py"),
        via=lambda answer, check, file: grade(answer, check, file),
    ),
    "readers.base.folder": row(
        name=thing(lambda: "root", optional=True),
        path=FOLDERS["mnist"],
        passes={"빈 폴더": ("path",)},
    ),
    "readers.base.read_bytes": row(
        path=path(lambda: shelf() / "coco" / "a.json"),
        passes=dict.fromkeys(("뜻이 다른 파일", "빈 파일", "다른 파일"), ("path",)),
    ),
    "readers.mnist.read_idx": row(
        path=path(lambda: shelf() / "mnist" / "train-labels-idx1-ubyte")
    ),
    "readers.mnist.MNIST": row(root=FOLDERS["mnist"], train=flag(), use=lambda m: m),
    "readers.cifar.read_cifar10": row(
        path=path(lambda: shelf() / "cifar" / "test_batch.bin")
    ),
    "readers.cifar.CIFAR10": row(root=FOLDERS["cifar"], train=flag(), use=lambda m: m),
    "readers.folder.read_image": row(
        path=path(lambda: shelf() / "pictures" / "cat" / "1.npy")
    ),
    "readers.folder.ImageFolder": row(
        root=FOLDERS["pictures"], use=lambda m: m.arrays()
    ),
    "readers.coco.read_coco": row(path=path(lambda: shelf() / "coco" / "a.json")),
    "readers.coco.CocoDetection": row(
        root=FOLDERS["pictures"],
        annFile=path(lambda: shelf() / "coco" / "a.json"),
        use=list,
    ),
    "dl.linear_regression.mean_squared_error": row(
        y_true=array([1, 0, 2], "N"), y_pred=array([0, 1, 1], "N")
    ),
    "dl.linear_regression.normal_equation": row(y=TARGET),
    "dl.linear_regression.LinearRegression": row(use=gd),
    "dl.linear_regression.LinearRegression.fit": row(y=TARGET),
    "dl.linear_regression.LinearRegression.score": row(y=TARGET),
    "dl.linear_regression_gd.mse_gradient": row(y=TARGET, w=array([1, 2], "D")),
    "dl.linear_regression_gd.LinearRegressionGD": row(
        lr=number(0.0625, optional=True), max_iter=count(20), use=gd
    ),
    "dl.linear_regression_gd.LinearRegressionGD.fit": row(y=TARGET),
    "dl.linear_regression_torch.fit_linear": row(y=TARGET),
    "dl.linear_regression_gd_torch.fit_sgd": row(y=TARGET),
    "dl.polynomial.noisy_wave": row(N=count(5)),
    "dl.polynomial.PolynomialRegressor": row(use=polynomial),
    "dl.polynomial.PolynomialRegressor.fit": row(y=TARGET),
    "dl.polynomial.PolynomialRegressor.predict": row(),
    "dl.polynomial.PolynomialRegressor.score": row(y=TARGET),
    "dl.polynomial.descend": row(y=TARGET),
    "dl.polynomial.losses": row(path=array([[0, 1, 2], [1, 1, 0]], "T, P"), y=TARGET),
    "dl.polynomial_torch.descend": row(y=TARGET),
    "dl.ridge.centred": row(y=TARGET),
    "dl.ridge.Ridge": row(use=gd),
    "dl.ridge.Ridge.fit": row(y=TARGET),
    "dl.ridge.soft_threshold": row(t=number(1.5)),
    "dl.ridge.Lasso": row(use=gd),
    "dl.ridge.Lasso.fit": row(y=TARGET),
    "dl.ridge.descend_coordinates": row(y=TARGET, w=array([1, 2], "D")),
    "dl.features.StandardScaler": row(with_mean=flag(), with_std=flag()),
    "dl.features.PolynomialFeatures": row(interaction_only=flag(), include_bias=flag()),
    "dl.train_test_split.split_sizes": row(
        N=count(6, least=1),
        test_size=number(0.25, optional=True),
        train_size=number(0.5, optional=True),
    ),
    "dl.train_test_split.allocate": row(counts=whole([4, 2], "K"), n=count(3)),
    "dl.train_test_split.stratified_indices": row(
        n_train=count(3, least=1), n_test=count(2, least=1)
    ),
    "dl.train_test_split.train_test_split": row(
        via=split_arrays,
        X=thing(lambda: POINTS),
        y=thing(lambda: KINDS),
        test_size=number(0.5, optional=True),
        train_size=number(0.5, optional=True),
        stratify=labels(KINDS, "N", optional=True),
    ),
    "dl.train_test_split_torch.stratified_subsets": row(
        dataset=thing(lambda: [1, 2, 3, 4, 5, 6]), test_size=number(0.5, optional=True)
    ),
    "dl.kfold.KFold": row(n_splits=count(3, least=2), use=splits),
    "dl.kfold.KFold.split": row(
        X=thing(lambda: POINTS), y=thing(lambda: KINDS, optional=True)
    ),
    "dl.kfold.KFold.folds": row(
        N=count(6, least=1), y=thing(lambda: KINDS, optional=True)
    ),
    "dl.kfold.StratifiedKFold.folds": row(
        N=count(6, least=1), ready=lambda: StratifiedKFold(2)
    ),
    "dl.model_selection.clone": row(
        estimator=thing(Ridge),
        via=lambda estimator: clone(estimator),
    ),
    "dl.model_selection.make_folds": row(
        cv=count(3, least=2, optional=True),
        X=thing(lambda: POINTS),
        y=thing(lambda: KINDS, optional=True),
    ),
    "dl.model_selection.scorer": row(scoring=function(len, optional=True)),
    "dl.model_selection.cross_val_score": row(
        estimator=thing(Ridge),
        y=TARGET,
        scoring=function(lambda model, X, y: model.score(X, y), optional=True),
        cv=count(3, least=2, optional=True),
    ),
    "dl.model_selection.parameter_grid": row(param_grid=thing(lambda: {"a": [1, 2]})),
    "dl.model_selection.GridSearchCV": row(
        estimator=thing(Ridge),
        param_grid=thing(lambda: {"alpha": [0.5, 1.0]}),
        scoring=function(lambda model, X, y: model.score(X, y), optional=True),
        refit=flag(),
        cv=count(3, least=2, optional=True),
        use=search,
    ),
    "dl.model_selection.GridSearchCV.fit": row(y=TARGET),
    "dl.model_selection.GridSearchCV.score": row(y=TARGET),
    "dl.model_selection.RandomizedSearchCV": row(
        estimator=thing(Ridge),
        param_distributions=thing(lambda: {"alpha": [0.5, 1.0]}),
        n_iter=count(2, least=1),
        scoring=function(lambda model, X, y: model.score(X, y), optional=True),
        refit=flag(),
        cv=count(3, least=2, optional=True),
        use=search,
    ),
    "dl.neighbors.KNeighborsClassifier": row(n_neighbors=count(3, least=1)),
    "dl.neighbors.select_k_best": row(y=array(SHORT, "N"), k=count(1, least=1)),
    "dl.kmeans.KMeans": row(init=word("k-means++"), n_init=count(1, least=1)),
    "dl.pca.PCA": row(n_components=count(1, least=1, optional=True)),
    "dl.pca.PCA.inverse_transform": row(Z=array([[1], [2]], "N, 1")),
    "dl.pseudo_label.pseudo_label": row(p=array([[0.25, 0.75], [1, 0]], "N, K")),
    "dl.pseudo_label.centroid_proba": row(
        y=whole(KINDS, "N"), X_new=WIDE, scale=number(1.5)
    ),
    "dl.pseudo_label.self_training": row(
        fit_proba=function(lambda X, y, new: np.full((len(new), 2), 0.5)),
        y=whole([0, 1, -1, -1, 0, 1], "N"),
    ),
    "dl.decision_tree.DecisionTreeClassifier": row(
        criterion=word("entropy"),
        max_depth=count(2, optional=True),
        min_samples_split=count(2, least=2),
        min_samples_leaf=count(1, least=1),
    ),
    "dl.decision_tree.export_text": row(
        via=lambda decision_tree, feature_names, decimals: export_text(
            decision_tree, feature_names=feature_names, decimals=decimals
        ),
        decision_tree=thing(lambda: DecisionTreeClassifier().fit(POINTS, KINDS)),
        feature_names=labels(["가", "나"], "2", optional=True),
        decimals=count(2),
    ),
    "dl.impurity.fractions": row(counts=array([[1, 2], [3, 1]])),
    "dl.impurity.gini": row(counts=array([[1, 2], [3, 1]])),
    "dl.impurity.entropy": row(counts=array([[1, 2], [3, 1]])),
    "dl.impurity.information_gain": row(x=labels(KINDS[::-1].copy(), "N")),
    "dl.impurity.best_split": row(
        Y=array(np.eye(2)[KINDS], "N, K"), min_leaf=count(1, least=1)
    ),
    "dl.svm.hinge_objective": row(
        w=array([1, 2], "D"), b=number(0.5), s=array(2 * KINDS - 1, "N")
    ),
    "dl.svm.LinearSVC": row(max_iter=count(100, least=1)),
    "dl.interior_point.interior_point": row(
        A=array(np.c_[POINTS, np.ones(6)] * (2 * KINDS - 1)[:, None]),
        max_iter=count(100, least=1),
    ),
    "dl.perceptron.as_signs": row(N=count(6, least=1)),
    "dl.perceptron.Perceptron": row(eta0=number(1.0)),
    "dl.activations.erf": row(x=array([0, 1, 2])),
    "dl.activations.gelu": row(approximate=word("tanh")),
    "dl.activations.gelu_grad": row(approximate=word("tanh")),
    "dl.activations_torch.value_and_grad": row(f=function(lambda z: z * z)),
    "dl.gradient_descent.numerical_gradient": row(
        f=function(lambda x: (x**2).sum()), x=array([[1, 2], [3, 0]]), h=number(0.5)
    ),
    "dl.gradient_descent.gradient_descent": row(
        grad=function(lambda x: 2 * x), x0=array([1, 2])
    ),
    "dl.gradient_descent.quadratic": row(x=array([1, 2], **ANY), A=CURVES),
    "dl.gradient_descent.quadratic_grad": row(
        x=array([1, 2]), A=array([[2, 1], [1, 2]], "D, D")
    ),
    "dl.gradient_descent.himmelblau": row(x=array([1, 2], tensors=True)),
    "dl.gradient_descent.himmelblau_grad": row(x=array([1, 2])),
    "dl.gradient_descent_torch.autograd_gradient": row(
        f=function(lambda x: (x**2).sum()), x=array([[1, 2], [3, 0]])
    ),
    "dl.gradient_descent_torch.sgd_path": row(
        f=function(lambda x: (x**2).sum()), x0=array([1, 2])
    ),
    "dl.gradcheck.gradcheck": row(
        func=function(lambda x: x * x),
        inputs=thing(lambda: np.array([1.0, 2.0])),
        eps=number(2.0**-20),
        atol=number(2.0**-20),
        rtol=number(2.0**-16),
        raise_exception=flag(),
        rng=generator(optional=True),
    ),
    "dl.value.as_value": row(x=number(2.0), passes=EVEN_NAN),
    "dl.value.Value": row(
        data=number(2.0), use=lambda v: (v * v + v).data, passes=EVEN_NAN
    ),
    "dl.value.Value.backward": row(
        gradient=number(2.0), ready=lambda: Value(3.0) ** 2, passes=EVEN_NAN
    ),
    "dl.autograd.Node": row(
        data=array([1, 2], tensors=True), requires_grad=flag(), use=lambda n: n.data
    ),
    "dl.autograd.Node.backward": row(
        gradient=array([1, 2], "2", optional=True), ready=lambda: Tensor([3.0, 1.0]) * 2
    ),
    "dl.tensor.Tensor.sum": row(keepdims=flag(), ready=lambda: Tensor(CENTERS)),
    "dl.tensor.Tensor.mean": row(keepdims=flag(), ready=lambda: Tensor(CENTERS)),
    "dl.tensor.Tensor.max": row(keepdims=flag(), ready=lambda: Tensor(CENTERS)),
    "dl.tensor.Tensor.reshape": row(via=lambda shape: Tensor(CENTERS).reshape(shape)),
    "dl.tensor.Tensor.transpose": row(ready=lambda: Tensor(CENTERS)),
    "dl.tensor.as_tensor": row(x=array([1, 2], tensors=True)),
    "dl.tensor.matmul": row(
        a=array(CENTERS, tensors=True), b=array(CENTERS, tensors=True)
    ),
    "dl.optimizer_base.Parameter": row(
        data=array([1, 2]),
        grad=array([3, 1], "2", optional=True),
        use=lambda p: [p.data, p.grad],
    ),
    "dl.optimizer_base.Optimizer": row(lr=number(0.5), use=lambda o: o),
    "dl.optimizer_base.Optimizer.zero_grad": row(
        set_to_none=flag(), ready=lambda: SGD(parameters())
    ),
    "dl.optimizers.SGD": row(dampening=number(0.0), nesterov=flag(), use=step),
    "dl.optimizers.Adagrad": row(
        lr_decay=number(0.5), initial_accumulator_value=number(0.5), use=step
    ),
    "dl.optimizers.RMSprop": row(centered=flag(), use=step),
    "dl.optimizers.Adam": row(
        betas=thing(lambda: (0.5, 0.5)), amsgrad=flag(), use=step
    ),
    "dl.optimizers.AdamW": row(
        betas=thing(lambda: (0.5, 0.5)), amsgrad=flag(), use=step
    ),
    "dl.schedules.StepLR": row(
        step_size=count(2, least=1), gamma=number(0.5), use=two_steps
    ),
    "dl.schedules.CosineAnnealingLR": row(
        T_max=count(5, least=1), eta_min=number(0.25), use=two_steps
    ),
    "dl.schedules.LinearLR": row(
        start_factor=number(0.5),
        end_factor=number(1.0),
        total_iters=count(4, least=1),
        use=two_steps,
    ),
    "dl.schedules.LambdaLR": row(
        lr_lambda=function(lambda t: 1 / (t + 1)), use=two_steps
    ),
    "dl.schedules.SequentialLR": row(
        via=lambda milestones: two_steps(in_turn(milestones)),
        milestones=whole([2], "1"),
    ),
    "nn.functional.relu": row(x=EITHER),
    "nn.functional.tanh": row(x=EITHER),
    "nn.functional.sigmoid": row(x=EITHER),
    "nn.functional.flatten": row(
        x=EITHER, start_dim=count(0, least=-2), end_dim=count(1, least=-2)
    ),
    "nn.functional.linear": row(
        x=array(POINTS, "..., D", tensors=True),
        weight=array(CENTERS, "K, D", tensors=True),
        bias=array([1, 2], "K", optional=True, tensors=True),
    ),
    "nn.functional.softmax": row(x=EITHER, dim=count(1, least=-2)),
    "nn.functional.log_softmax": row(x=EITHER, dim=count(1, least=-2)),
    "nn.functional.mse_loss": row(
        x=array(SHORT, "N", tensors=True),
        target=array(TARGETS, "N", tensors=True),
        reduction=word("mean"),
    ),
    "nn.layers.Sequential.forward": row(x=EITHER, ready=lambda: Sequential(ReLU())),
    "nn.layers.Linear": row(
        in_features=count(2, least=1),
        out_features=count(3, least=1),
        bias=flag(),
        use=lambda layer: layer(POINTS).data,
    ),
    "nn.layers.Linear.forward": row(x=array(POINTS, "..., D", tensors=True)),
    "nn.layers.ReLU.forward": row(x=EITHER),
    "nn.layers.Tanh.forward": row(x=EITHER),
    "nn.layers.Sigmoid.forward": row(x=EITHER),
    "nn.layers.Flatten": row(
        start_dim=count(1, least=-2),
        end_dim=count(-1, least=-2),
        use=lambda layer: layer(POINTS).data,
    ),
    "nn.layers.Flatten.forward": row(x=EITHER),
    "dl.layers.Linear": row(
        in_features=count(2, least=1),
        out_features=count(3, least=1),
        bias=flag(),
        use=lambda layer: layer.forward(POINTS),
    ),
    "dl.layers.Linear.forward": row(x=array(POINTS, "N, D")),
    "dl.layers.Linear.backward": row(
        dz=array(np.ones((6, 3)), "6, 3"),
        ready=lambda: passed(layers.Linear(2, 3, rng=rng())),
    ),
    "dl.layers.Activation.forward": row(ready=layers.Tanh),
    "dl.layers.Activation.backward": row(
        dh=array(POINTS, "6, 2"), ready=lambda: passed(layers.Tanh())
    ),
    "dl.layers.Sequential.forward": row(
        x=array(POINTS, "N, D"), ready=lambda: stacked()
    ),
    "dl.layers.Sequential.backward": row(
        grad=array(np.ones((6, 1)), "6, 1"), ready=lambda: passed(stacked())
    ),
    "dl.layers_torch.to_torch": row(model=thing(lambda: stacked())),
    "dl.layers_torch.train_torch": row(
        model=thing(lambda: to_torch(stacked())), y=array(SHORT, "N")
    ),
    "dl.mlp.MLP": row(sizes=whole([2, 3, 2], "L"), use=lambda m: m(POINTS).data),
    "dl.mlp.softmax_loss": row(z=thing(lambda: Tensor(POINTS)), y=whole(KINDS, "6")),
    "dl.mlp.train": row(
        via=lambda X, y, epochs, batch_size, rng: learn(X, y, epochs, batch_size, rng),
        X=thing(lambda: POINTS),
        y=whole(KINDS, "6"),
        epochs=count(2),
        batch_size=count(4, least=1),
    ),
    "dl.mlp_torch.as_torch": row(model=thing(lambda: MLP((2, 3, 2), rng=rng()))),
    "dl.mlp_training.build_mlp": row(
        sizes=whole([2, 3, 1], "L"),
        activation=function(layers.Tanh),
        init=function(kaiming_uniform, optional=True),
        via=lambda sizes, activation, init, rng: build_mlp(
            sizes, activation, init, rng=rng
        ).forward(POINTS),
    ),
    "dl.mlp_training.logistic_loss": row(
        z=array(POINTS[:, :1], "6, 1"), y=array(SHORT, "6")
    ),
    "dl.mlp_training.train": row(model=thing(lambda: stacked()), y=array(SHORT, "N")),
    "dl.mlp_training.accuracy": row(
        model=thing(lambda: stacked()), y=array(SHORT, "N")
    ),
    "dl.transformer.weight": row(
        weights=BLOCK,
        name=word("norm1.weight"),
        via=lambda weights, name: weight(weights, name, "E"),
    ),
    "dl.transformer.linear": row(
        x=array(POINTS, "..., 2"), weights=BLOCK, name=word("linear1.")
    ),
    "dl.transformer.layer_norm": row(
        x=array(POINTS, "..., 2"), weights=BLOCK, name=word("norm1.")
    ),
    "dl.transformer.gelu": row(x=array(POINTS)),
    "dl.transformer.multi_head_attention": row(
        x=array(POINTS[None], "N, T, 2"),
        weights=thing(lambda: inside(block(), "self_attn.")),
        num_heads=count(1, least=1),
    ),
    "dl.transformer.inside": row(
        via=lambda weights: inside(weights, "norm1."), weights=BLOCK
    ),
    "dl.transformer.encoder_block": row(
        x=array(POINTS[None], "N, T, 2"), weights=BLOCK, num_heads=count(1, least=1)
    ),
    "dl.vit.patchify": row(images=SQUARES, patch_size=count(2, least=1)),
    "dl.vit.vit": row(
        images=SQUARES,
        weights=thing(lambda: vit_weights()),
        patch_size=count(2, least=1),
        num_heads=count(1, least=1),
    ),
    "dl.vit_torch.ViT": row(
        image_size=whole([1, 4, 4], "3"),
        patch_size=count(2, least=1),
        num_classes=count(3, least=1),
        dim=count(2, least=1),
        depth=count(1),
        num_heads=count(1, least=1),
        use=lambda m: [p.shape for p in m.parameters()],
    ),
    "cnn.pooling.max_pool2d": row(x=IMAGE, **WINDOW),
    "cnn.pooling.avg_pool2d": row(x=IMAGE, **WINDOW),
    "cnn.pooling.MaxPool2d": row(**WINDOW, use=pooled),
    "cnn.pooling.MaxPool2d.forward": row(x=replace(IMAGE, tensors=True)),
    "cnn.pooling.AvgPool2d": row(**WINDOW, use=pooled),
    "cnn.pooling.AvgPool2d.forward": row(x=replace(IMAGE, tensors=True)),
    "cnn.lenet.lenet5": row(num_classes=count(3, least=1), via=counted(lenet5)),
    "cnn.lenet.small_lenet": row(
        num_classes=count(3, least=1), via=counted(small_lenet)
    ),
    "clinic.looks.grad_norms": row(model=thing(lambda: lit())),
    "clinic.looks.update_ratios": row(
        before=thing(lambda: stepped()), after=thing(lambda: stepped())
    ),
    "clinic.looks.dead_units": row(model=thing(lambda: lit())),
    "clinic.looks.clip_grad_norm": row(max_norm=number(0.5)),
    "clinic.looks.first_bad": row(model=thing(lambda: lit())),
    "clinic.looks.mixed_rows": row(model=thing(lambda: lit())),
    "clinic.patient.digit_net": row(
        sizes=whole([2, 3, 2]),
        via=lambda sizes, rng: digit_net(sizes, rng=rng).state_dict(),
    ),
    "clinic.patient.train": row(
        y=whole(KINDS, "N"), size=count(2, least=1), via=one_look
    ),
    "cnn.training.train_epoch": row(
        y=whole(KINDS, "N"), batch_size=count(2, least=1), via=one_epoch
    ),
    "cnn.training.predict": row(
        model=thing(lambda: tiny()), batch_size=count(2, least=1)
    ),
    "cnn.training.accuracy": row(model=thing(lambda: tiny()), y=whole(KINDS, "N")),
    "cnn.batch_norm.batch_norm": row(
        x=replace(IMAGE, tensors=True),
        running_mean=array([1, 2], "C"),
        running_var=array([2, 1], "C"),
        weight=array([1, 3], "C", optional=True, tensors=True),
        bias=array([0, 1], "C", optional=True, tensors=True),
        training=flag(False),
        momentum=number(0.5),
        eps=number(0.25),
    ),
    "cnn.batch_norm.BatchNorm2d": row(
        num_features=count(2, least=1),
        eps=number(0.25),
        momentum=number(0.5, optional=True),
        affine=flag(),
        track_running_stats=flag(),
        bias=flag(),
        use=lambda layer: layer(IMAGE.value).data,
    ),
    "cnn.batch_norm.BatchNorm2d.forward": row(
        x=replace(IMAGE, tensors=True), ready=lambda: BatchNorm2d(2).eval()
    ),
    "cnn.receptive_field.receptive_field": row(
        layers=thing(lambda: [(3, 2, 1, 1), (2, 2, 0, 1)])
    ),
    "cnn.receptive_field.influence": row(
        model=thing(lambda: Conv2d(2, 1, 2, rng=np.random.default_rng(0))),
        x=IMAGE,
        row=count(1),
        column=count(1),
    ),
    "cnn.receptive_field.spread": row(weights=array(POINTS, "H, W")),
    "cnn.summary.summary": row(
        layers=thing(
            lambda: [summary.Conv(3, padding=1), summary.Pool(2, 2), summary.Linear(4)]
        ),
        input_size=whole([1, 6, 4], "3"),
    ),
    "cnn.vgg.vgg16": row(num_classes=count(3, least=1)),
    "cnn.vgg.GlobalAvgPool2d.forward": row(x=replace(IMAGE, tensors=True)),
    "cnn.vgg.small_vgg": row(
        widths=thing(lambda: [(2, 3), (4,)]),
        num_classes=count(3, least=1),
        batch_norm=flag(False),
        via=lambda widths, num_classes=3, batch_norm=False, *, rng: (
            small_vgg(widths, num_classes, batch_norm, rng=rng)(
                np.ones((1, 1, 5, 4))
            ).data
        ),
    ),
    "cnn.resnet.conv_bn": row(
        C_in=count(3, least=1), C_out=count(4, least=1), k=count(3, least=1)
    ),
    "cnn.resnet.resnet_parameters": row(depth=word(18), num_classes=count(3, least=1)),
    "cnn.classification.metrics.confusion_matrix": row(
        **JUDGED, normalize=word("true", optional=True)
    ),
    "cnn.classification.metrics.precision_recall_fscore_support": row(
        **JUDGED,
        beta=number(0.5),
        average=word("macro", optional=True),
        zero_division=number(1.0),
        passes={"nan": ("zero_division",)},
    ),
    "cnn.classification.metrics.top_k_accuracy_score": row(
        y_true=labels(KINDS, "N"),
        y_score=array(np.arange(18).reshape(6, 3) % 5, "N, K"),
        k=count(1, least=1),
        normalize=flag(),
        labels=labels([0, 1, 2], "K"),
    ),
    "cnn.classification.loader.DataLoader": row(
        dataset=thing(lambda: [(POINTS, 0), (POINTS, 1), (POINTS, 0)]),
        batch_size=count(2, least=1),
        shuffle=flag(),
        drop_last=flag(False),
        use=list,
    ),
    "cnn.classification.early_stopping.EarlyStopping": row(
        patience=count(2, least=1), min_delta=number(0.25), use=patient
    ),
    "cnn.classification.early_stopping.EarlyStopping.step": row(loss=number(0.5)),
    "cnn.classification.early_stopping.EarlyStopping.load_state_dict": row(
        state=thing(lambda: {"best": 0.5, "waited": 1})
    ),
    "cnn.classification.grad_cam.grad_cam": row(
        A=IMAGE, dA=array(np.arange(40).reshape(1, 2, 5, 4) % 3, "N, C, H, W")
    ),
    "cnn.classification.grad_cam.explain": row(
        features=thing(lambda: Conv2d(2, 3, 2, rng=rng())),
        head=thing(lambda: Sequential(GlobalAvgPool2d(), Linear(3, 4, rng=rng()))),
        x=IMAGE,
        target=whole([2], "N", optional=True),
    ),
    "cnn.classification.grad_cam.pointing_game": row(
        cam=array(np.arange(24).reshape(2, 3, 4) % 7, "N, H, W"),
        boxes=array([[0, 0, 2, 2], [1, 1, 3, 3]], "N, 4"),
        size=whole([6, 8], "2"),
        tolerance=number(0.5),
    ),
    "cnn.classification.shapes.lone_shapes": row(N=count(2, least=1)),
    "cnn.classification.shapes.shape_net": row(via=shape_logits),
    "cnn.classification.shortcut.stamp": row(
        images=whole(np.arange(96).reshape(2, 4, 4, 3) % 7, "N, H, W, 3"),
        chosen=mask([1, 0], "N"),
        place=whole([1, 2], "2"),
        side=count(2, least=1),
    ),
    "cnn.backward.conv2d_backward": row(dy=UPSTREAM, x=IMAGE, W=KERNEL),
    "cnn.backward.max_pool2d_backward": row(**POOLED),
    "cnn.backward.avg_pool2d_backward": row(**POOLED),
    "cnn.lenet_by_hand.forward": row(p=LENET, x=DIGITS),
    "cnn.lenet_by_hand.gradients": row(p=LENET, x=DIGITS, target=whole([3, 9], "N")),
    "cnn.segmentation.rle.run_lengths": row(mask=CELLS),
    "cnn.segmentation.rle.to_string": row(counts=whole([4, 1, 2, 2, 3], "N")),
    "cnn.segmentation.rle.from_string": row(text=word("41211")),
    "cnn.segmentation.rle.encode": row(mask=CELLS),
    "cnn.segmentation.rle.decode": row(rle=RLE),
    "cnn.segmentation.rle.opened": row(rle=RLE),
    "cnn.segmentation.rle.area": row(rle=RLE),
    "cnn.segmentation.rle.overlap": row(a=RLE, b=RLE),
    "cnn.segmentation.rle.iou": row(dt=RLES, gt=RLES, iscrowd=whole([0, 1], "G")),
    "cnn.segmentation.rle.merge": row(rles=RLES, intersect=flag(False)),
    "cnn.segmentation.polygon.polygon_to_mask": row(**OUTLINE),
    "cnn.segmentation.polygon.fr_poly": row(**OUTLINE),
    "cnn.segmentation.metrics.jaccard": row(**MASKS),
    "cnn.segmentation.metrics.dice": row(**MASKS),
    "cnn.segmentation.metrics.two_masks": row(**MASKS),
    "cnn.segmentation.metrics.boundary": row(mask=CELLS),
    "cnn.segmentation.metrics.boundary_f": row(**MASKS, tolerance=number(1.0)),
    "cnn.segmentation.metrics.pixel_confusion": row(**LABEL_MAPS),
    "cnn.segmentation.metrics.class_iou": row(**LABEL_MAPS),
    "cnn.segmentation.metrics.mean_iou": row(**LABEL_MAPS),
    "cnn.segmentation.metrics.pixel_accuracy": row(**LABEL_MAPS),
    "cnn.segmentation.components.label": row(mask=CELLS),
    "cnn.segmentation.panoptic.panoptic_quality": row(
        y_true=whole(np.arange(24).reshape(1, 3, 4, 2) % 3, "N, H, W, 2"),
        y_pred=whole(np.arange(24).reshape(1, 3, 4, 2) % 2, "N, H, W, 2"),
        num_classes=count(3, least=1),
    ),
    "cnn.segmentation.losses.pixels": row(**PIXEL_LOSS),
    "cnn.segmentation.losses.pixel_cross_entropy": row(**PIXEL_LOSS),
    "cnn.segmentation.losses.dice_loss": row(**PIXEL_LOSS),
    "cnn.segmentation.losses.focal_loss": row(**PIXEL_LOSS),
    "cnn.segmentation.training_torch.scenes": row(
        N=count(2, least=1),
        via=lambda N, rng: [s.image for s in training_torch.scenes(N, rng=rng)],
    ),
    "cnn.segmentation.training_torch.to_tensors": row(
        made=thing(lambda: training_torch.scenes(2, rng=rng()))
    ),
    "cnn.segmentation.training_torch.fit": row(
        steps=count(2, least=1),
        batch_size=count(2, least=1),
        loss=function(torch.nn.functional.cross_entropy),
        via=fitted_unet,
    ),
    "cnn.segmentation.training_torch.predict": row(
        model=thing(lambda: small_unet()), X=thing(lambda: torch.ones(2, 3, 8, 8))
    ),
    "cnn.segmentation.tiny_torch.tiny": row(N=count(2, least=1)),
    "cnn.segmentation.unet_torch.UNet": row(
        num_classes=count(3, least=1),
        width=count(2, least=1),
        depth=count(1, least=1),
        in_channels=count(3, least=1),
        skip=flag(),
        up=word("resize"),
        use=lambda m: [p.shape for p in m.parameters()],
    ),
    "cnn.imbalance.ranking.positive": row(**CHANCES),
    "cnn.imbalance.ranking.confusion_matrix_at_thresholds": row(**SCORED),
    "cnn.imbalance.ranking.roc_curve": row(**SCORED),
    "cnn.imbalance.ranking.roc_auc_score": row(**SCORED),
    "cnn.imbalance.ranking.precision_recall_curve": row(**SCORED),
    "cnn.imbalance.ranking.average_precision_score": row(**SCORED),
    "cnn.imbalance.calibration.calibration_curve": row(
        **CHANCES,
        y_prob=array(SHORT / 2, "N"),
        n_bins=count(2, least=1),
        strategy=word("quantile"),
    ),
    "cnn.imbalance.calibration.brier_score_loss": row(
        **CHANCES,
        y_proba=array(SHORT / 2, "N"),
        sample_weight=SCORED["sample_weight"],
    ),
    "cnn.imbalance.calibration.correct_prior": row(
        p=array([0, 0.5, 1]), old=number(0.5), new=number(0.25)
    ),
    "cnn.imbalance.sampling.RandomOverSampler": row(**RESAMPLED),
    "cnn.imbalance.sampling.RandomOverSampler.fit_resample": row(
        X=thing(lambda: POINTS)
    ),
    "cnn.imbalance.sampling.RandomUnderSampler": row(**RESAMPLED),
    "cnn.imbalance.sampling.RandomUnderSampler.fit_resample": row(
        X=thing(lambda: POINTS)
    ),
    "cnn.imbalance.smote.SMOTE": row(**RESAMPLED, k_neighbors=count(1, least=1)),
    "cnn.imbalance.smote.SMOTE.fit_resample": row(
        ready=lambda: SMOTE(rng=rng(), k_neighbors=1), y=labels(UNEVEN, "N")
    ),
    "cnn.imbalance.weights.compute_class_weight": row(
        class_weight=word("balanced", optional=True), classes=labels([1, 0], "K")
    ),
    "cnn.imbalance.weights.signed": row(**FOCUSED),
    "cnn.imbalance.weights.sigmoid_focal_loss": row(**FOCUSED),
    "cnn.imbalance.weights.sigmoid_focal_loss_grad": row(**FOCUSED),
    "cnn.imbalance.weights.adjust_logits": row(
        z=array([[0, 1], [2, 1]], "N, K"),
        prior=array([0.75, 0.25], "K"),
        tau=number(0.5),
    ),
    "cnn.imbalance.threshold.bayes_threshold": row(**COSTS),
    "cnn.imbalance.threshold.cost_at_thresholds": row(**SCORED, **COSTS),
    "cnn.imbalance.threshold.f1_at_thresholds": row(**SCORED),
    "cnn.imbalance.logistic.LogisticRegression": row(
        use=lambda m: m.fit(POINTS, KINDS)
    ),
    "cnn.imbalance.logistic.LogisticRegression.fit": row(
        sample_weight=SCORED["sample_weight"]
    ),
    "cnn.imbalance.focal.FocalRegression": row(
        gamma=FOCUSED["gamma"], use=lambda m: m.fit(POINTS, KINDS)
    ),
    "cnn.imbalance.rare.two_clouds": row(
        n_negative=count(4, least=1), n_positive=count(2, least=1)
    ),
    "cnn.imbalance.rare.rare_pictures": row(target=count(3)),
    "cnn.imbalance.anomaly.PCADetector": row(
        n_components=count(1, least=1, optional=True),
        contamination=number(0.25),
        use=normals,
    ),
    "cnn.conv.cost.macs": row(
        input_size=whole([1, 2, 5, 4], "4"), weight_size=whole([3, 2, 3, 2], "4")
    ),
    "cnn.conv.fast.conv2d": row(x=IMAGE, W=KERNEL, b=BIAS),
    "cnn.conv.fast.conv2d_weight": row(
        x=IMAGE, weight_size=whole([3, 2, 3, 2], "4"), grad_output=UPSTREAM
    ),
    "cnn.conv.fast.conv2d_input": row(
        input_size=whole([1, 2, 5, 4], "4"), W=KERNEL, grad_output=UPSTREAM
    ),
    "cnn.conv.im2col.im2col": row(x=IMAGE, kernel_size=count(2, least=1)),
    "cnn.conv.im2col.col2im": row(
        cols=array(np.arange(36).reshape(1, 4, 9) % 3, "N, 4, 9"),
        output_size=count(4, least=1),
        kernel_size=count(2, least=1),
    ),
    "cnn.conv.layers.conv2d": row(
        x=replace(IMAGE, tensors=True),
        weight=replace(KERNEL, tensors=True),
        bias=replace(BIAS, tensors=True),
    ),
    "cnn.conv.layers.conv_transpose2d": row(
        x=replace(IMAGE, tensors=True),
        weight=array(TURNED, "C, C_out, kh, kw", tensors=True),
        bias=replace(BIAS, tensors=True),
    ),
    "cnn.conv.transpose.conv_transpose2d": row(
        x=IMAGE, W=array(TURNED, "C, C_out, kh, kw"), b=BIAS
    ),
    "cnn.conv.layers.Conv2d": row(**LAYER, use=lambda layer: layer(IMAGE.value).data),
    "cnn.conv.layers.Conv2d.forward": row(x=replace(IMAGE, tensors=True)),
    "cnn.conv.layers.ConvTranspose2d": row(
        **LAYER, use=lambda layer: layer(IMAGE.value).data
    ),
    "cnn.conv.layers.ConvTranspose2d.forward": row(x=replace(IMAGE, tensors=True)),
    "cnn.preprocessing.resize.positions": row(**LENGTHS),
    "cnn.preprocessing.resize.resize_matrix": row(
        **LENGTHS, mode=word("bicubic"), antialias=flag(False)
    ),
    "cnn.preprocessing.resize.resize": row(
        image=GREY_OR_COLOUR,
        size=count(3, least=1),
        mode=word("bilinear"),
        align_corners=flag(False),
        antialias=flag(False),
    ),
    "cnn.preprocessing.resize.to_uint8": row(image=GREY_OR_COLOUR),
    "cnn.preprocessing.orientation.orient": row(
        image=GREY_OR_COLOUR, orientation=count(6, least=1)
    ),
    "cnn.preprocessing.orientation.read_orientation": row(
        data=thing(lambda: b"\xff\xd8\xff\xda")
    ),
    "cnn.preprocessing.colour.rgb_to_hsv": row(image=array(SHADES, "..., 3")),
    "cnn.preprocessing.colour.hsv_to_rgb": row(image=array(SHADES, "..., 3")),
    "cnn.preprocessing.colour.rgb_to_ycbcr": row(image=COLOURS),
    "cnn.preprocessing.colour.ycbcr_to_rgb": row(image=COLOURS),
    "cnn.preprocessing.colour.to_rgb": row(
        image=whole([[0, 1], [2, 1]], "H, W"),
        bits=count(8, least=1),
        palette=whole([[9, 9, 9], [1, 2, 3], [0, 0, 7]], "K, 3", optional=True),
        background=number(0.5),
    ),
    "cnn.preprocessing.histogram.histogram": row(image=BYTES),
    "cnn.preprocessing.histogram.equalize_hist": row(image=BYTES),
    "cnn.preprocessing.histogram.clip_counts": row(
        counts=whole(np.arange(256) % 9, "256"), limit=count(3, least=1)
    ),
    "cnn.preprocessing.histogram.clahe": row(
        image=BYTES, clipLimit=number(2.0), tileGridSize=thing(lambda: (2, 2))
    ),
    "cnn.preprocessing.frame.crop": row(
        image=GREY_OR_COLOUR,
        top=count(1),
        left=count(0),
        height=count(3, least=1),
        width=count(2, least=1),
    ),
    "cnn.preprocessing.frame.center_crop": row(
        image=GREY_OR_COLOUR, output_size=count(2, least=1)
    ),
    "cnn.preprocessing.frame.pad": row(
        image=GREY_OR_COLOUR,
        padding=thing(lambda: (1, 0, 1, 2)),
        fill=number(0.5),
        padding_mode=word("constant"),
    ),
    "cnn.preprocessing.frame.letterbox": row(
        image=GREY_OR_COLOUR, size=count(4, least=1), fill=number(0.5)
    ),
    "cnn.preprocessing.signs.make_signs": row(N=count(2, least=0)),
    "cnn.preprocessing.normalize.min_max": row(x=array(POINTS)),
    "cnn.preprocessing.normalize.channel_statistics": row(
        images=array(np.arange(24).reshape(2, 3, 2, 2) % 5, "N, C, H, W")
    ),
    "cnn.preprocessing.normalize.normalize": row(
        images=array(np.arange(24).reshape(2, 3, 2, 2) % 5, "..., C, H, W"),
        mean=array([1, 0, 2], "C"),
        std=array([1, 2, 4], "C"),
    ),
    "cnn.preprocessing.compose.Compose": row(
        transforms=thing(lambda: [ToFloat(2.0)]), use=shown_to
    ),
    "cnn.filters.correlation.to_gray": row(
        image=array(np.arange(24).reshape(2, 4, 3), "H, W, 3")
    ),
    "cnn.filters.correlation.correlate": row(
        **BORDER, weights=array(CENTERS + 1), origin=whole(0)
    ),
    "cnn.filters.correlation.correlate1d": row(
        **BORDER,
        weights=array([1, 0, 2], "k"),
        axis=thing(lambda: 0),
        origin=thing(int),
    ),
    "cnn.filters.smoothing.uniform_filter": row(**BORDER, size=count(3, least=1)),
    "cnn.filters.smoothing.median_filter": row(**BORDER, size=count(3, least=1)),
    "cnn.filters.smoothing.gaussian_kernel1d": row(
        sigma=number(0.5), radius=count(2, least=0)
    ),
    "cnn.filters.smoothing.gaussian_filter": row(
        **BORDER,
        sigma=number(0.5),
        truncate=number(4.0),
        radius=count(2, optional=True),
    ),
    "cnn.filters.edges.sobel": row(**BORDER, axis=thing(lambda: 0)),
    "cnn.filters.edges.laplace": row(**BORDER),
    "cnn.filters.canny.gradients": row(image=PICTURE, **APERTURE),
    "cnn.filters.canny.canny": row(
        image=PICTURE, threshold1=number(0.5), threshold2=number(2.0), **APERTURE
    ),
    "cnn.filters.canny.thin": row(gx=PICTURE, gy=PICTURE, m=PICTURE),
    "cnn.filters.canny.connect": row(strong=CELLS, weak=CELLS),
    "dl.affine.affine": row(
        W=array([[1, 2, 0], [0, 1, 3]], "D, K"), b=array([1, 2, 3], "K", optional=True)
    ),
    "dl.affine.one_hot": row(y=whole([0, 2, 1]), num_classes=count(3, least=-1)),
    "dl.affine.count_parameters": row(sizes=whole([3, 4, 2]), bias=flag()),
    "dl.affine_torch.linear": row(
        W=array([[1, 2, 0], [0, 1, 3]], "D, K"), b=array([1, 2, 3], "K", optional=True)
    ),
    "dl.affine_torch.stack": row(
        via=lambda sizes, bias: numel(stack(sizes, bias)),
        sizes=whole([3, 4, 2]),
        bias=flag(),
    ),
    "dl.affine_torch.numel": row(model=thing(lambda: torch.nn.Linear(2, 3))),
    "dl.cross_entropy.one_hot_or_probabilities": row(
        z=LOGITS, target=whole([2, 0], "N")
    ),
    "dl.cross_entropy.smoothed": row(**GRADED),
    "dl.cross_entropy.cross_entropy": row(**GRADED, reduction=word("mean")),
    "dl.cross_entropy.cross_entropy_grad": row(**GRADED, reduction=word("mean")),
    "dl.cross_entropy.CrossEntropyLoss": row(
        weight=GRADED["weight"],
        reduction=word("mean"),
        label_smoothing=number(0.25),
        use=lambda loss: loss(Tensor(LOGITS.value), [2, 0]).data,
    ),
    "dl.init.calculate_gain": row(nonlinearity=word("leaky_relu"), param=number(0.5)),
    "dl.init.fans": row(shape=whole([2, 3], "2")),
    "dl.init.xavier_std": row(**XAVIER),
    "dl.init.xavier_uniform": row(**XAVIER),
    "dl.init.xavier_normal": row(**XAVIER),
    "dl.init.kaiming_std": row(**KAIMING),
    "dl.init.kaiming_uniform": row(**KAIMING),
    "dl.init.kaiming_normal": row(**KAIMING),
    "cnn.convolution_torch.conv_layer": row(W=KERNEL, b=BIAS),
    "dl.attention.attention_weights": row(**LOOK),
    "dl.attention.scaled_dot_product_attention": row(
        **LOOK, value=array([[1, 2, 3], [0, 1, 1]], "S, V")
    ),
    "dl.rnn.rnn_tanh_cell": row(**CELL, x=array(np.eye(2, 3), "N, D")),
    "dl.rnn.rnn": row(**CELL, x=array(np.ones((4, 2, 3)), "T, N, D")),
    "dl.softmax.softmax": row(x=LOGITS, axis=AXIS),
    "dl.softmax.log_softmax": row(x=LOGITS, axis=AXIS),
    "dl.softmax.logsumexp": row(a=LOGITS, axis=AXIS, keepdims=flag()),
    "dl.softmax.shifted": row(axis=AXIS),
    "dl.softmax.softmax_jacobian": row(z=array([0, 1, 2], "K")),
    "dl.softmax.softmax_backward": row(
        dp=array([[0, 1, 2], [3, 1, 0]], "N, K"),
        p=array(np.full((2, 3), 0.5), "N, K"),
        axis=AXIS,
    ),
    "dl.softmax.reliability": row(**SAID),
    "dl.softmax.expected_calibration_error": row(**SAID),
    "dl.entropy.entropy": row(
        pk=array([1, 2, 1]),
        qk=array([1, 1, 2], optional=True),
        base=number(2.0, optional=True),
        axis=count(0, least=-1, optional=True),
    ),
    "dl.entropy.times": row(p=array([1, 2]), log_q=array([0, 1])),
    "dl.entropy.normalized": row(
        p=array([1, 2, 1]),
        name=thing(lambda: "p", optional=True),
        axis=count(0, least=-1, optional=True),
    ),
    "dl.entropy.reduce": row(
        losses=array([1, 2]), reduction=word("mean"), total=number(2.0)
    ),
    "dl.entropy.kl_div": row(
        log_q=array([-1, -2, 0], "K"),
        target=array([1, 0, 1], "K"),
        reduction=word("batchmean"),
        log_target=flag(),
    ),
    "dl.binary_cross_entropy.balanced": row(**ASKED),
    "dl.binary_cross_entropy.binary_cross_entropy_with_logits": row(
        **ASKED, reduction=word("mean")
    ),
    "dl.binary_cross_entropy.binary_cross_entropy_with_logits_grad": row(
        **ASKED, reduction=word("mean")
    ),
    "cnn.convolution.output_size": row(
        n=count(7, least=1),
        k=count(3, least=1),
        stride=count(2, least=1),
        padding=count(1),
        dilation=count(1, least=1),
    ),
    "cnn.convolution.cross_correlate2d": row(
        x=array(np.arange(12).reshape(3, 4), "H, W"), W=array(np.eye(2), "kh, kw")
    ),
    "cnn.convolution.true_convolve2d": row(
        x=array(np.arange(12).reshape(3, 4), "H, W"), W=array(np.eye(2), "kh, kw")
    ),
    "cnn.convolution.conv2d": row(x=IMAGE, W=KERNEL, b=BIAS),
    "cnn.tracking.assignment.greedy_assignment": row(cost_matrix=COST),
    "cnn.tracking.assignment.linear_sum_assignment": row(cost_matrix=COST),
    "cnn.tracking.kalman.predict": row(**STATE, F=STEP, Q=STEP),
    "cnn.tracking.kalman.update": row(**STATE, **MEASURED),
    "cnn.tracking.kalman.innovation": row(**STATE, **MEASURED),
    "cnn.tracking.kalman.mahalanobis": row(**STATE, **MEASURED),
    "cnn.tracking.kalman.gate": row(distance=array([1, 9, 5]), dim_z=count(2, least=1)),
    "cnn.tracking.kalman.KalmanFilter": row(
        dim_x=count(2, least=1), dim_z=count(1, least=1), use=lambda kf: kf.predict()
    ),
    "cnn.tracking.kalman.KalmanFilter.update": row(
        z=array([1]), ready=lambda: measuring()
    ),
    "cnn.tracking.motion.to_measurement": row(boxes=BOXES),
    "cnn.tracking.motion.to_boxes": row(x=array([[1, 2, 4, 1], [3, 1, 9, 2]], "N, D")),
    "cnn.tracking.metrics.compare": row(truth=BOXED, tracks=BOXED),
    "cnn.tracking.metrics.evaluate": row(truth=BOXED, tracks=BOXED),
    "cnn.tracking.metrics.clear_mot": row(frames=SEEN, rule=word("motmetrics")),
    "cnn.tracking.metrics.identity": row(frames=SEEN),
    "cnn.tracking.metrics.hota": row(frames=SEEN),
    "cnn.tracking.interpolation.interpolate": row(
        keys=whole([1, 3], "K"),
        boxes=replace(BOXES, shape="K, 4", value=BOXES.value[:2]),
        frames=whole([2, 3], "T"),
    ),
    "cnn.tracking.sort.Sort": row(**TRACKER, use=followed),
    "cnn.tracking.sort.Sort.update": row(**DETECTED),
    "cnn.tracking.sort.follow_video": row(
        tracker=thing(lambda: tracking.Sort()), detections=thing(detections)
    ),
    "cnn.tracking.deepsort.DeepSort": row(
        via=lambda max_age, min_hits, iou_threshold, max_cosine_distance, memory: (
            followed(
                DeepSort(
                    *(max_age, min_hits, iou_threshold),
                    max_cosine_distance=max_cosine_distance,
                    memory=memory,
                )
            )
        ),
        **TRACKER,
        max_cosine_distance=number(0.5),
        memory=number(0.5),
    ),
    "cnn.tracking.deepsort.ByteTrack": row(
        via=lambda max_age, min_hits, iou_threshold, low: followed(
            ByteTrack(max_age, min_hits, iou_threshold, low=low)
        ),
        **TRACKER,
        low=number(0.25),
    ),
    "cnn.tracking.detector.truth_of": row(video=thing(tiny_video), least=number(0.5)),
    "cnn.tracking.detector.detect": row(
        video=thing(tiny_video),
        miss=number(0.25),
        jitter=number(0.5),
        false_alarms=number(0.5),
    ),
    "cnn.tracking.embedding.crop": row(
        image=array(np.arange(60).reshape(4, 5, 3), "H, W, 3"), boxes=BOXES
    ),
    "cnn.tracking.embedding.identity_crops": row(
        n_videos=count(1, least=1), every=count(12, least=1)
    ),
    "cnn.tracking.embedding.embedder": row(dim=count(3, least=1)),
    "cnn.tracking.embedding.with_classifier": row(
        model=thing(lambda: embedder(3, rng=rng())), K=count(3, least=1)
    ),
    "cnn.tracking.embedding.with_features": row(
        via=lambda detections: with_features(
            tiny_video(), detections, embedder(3, rng=rng())
        ),
        detections=thing(detections),
    ),
    "cnn.tracking.crowd.crowd_video": row(
        seed=count(0),
        photo=word("cat", optional=True),
        via=lambda seed, photo: one(seed, photo),
    ),
    "cnn.tracking.crowd.crowd": row(
        seed=count(0),
        model=thing(lambda: embedder(3, rng=rng())),
        photo=word("cat", optional=True),
    ),
    "cnn.locality.windows": row(x=PICTURES, k=count(2, least=1)),
    "cnn.locality.WindowNet": row(**WINDOWS, use=lambda net: net(PICTURES.value).data),
    "cnn.locality.WindowNet.forward": row(x=PICTURES),
    "cnn.locality.fit": row(
        via=fitted_net,
        X=PICTURES,
        y=whole([0, 1], "N"),
        epochs=count(2, least=1),
        batch_size=count(1, least=1),
    ),
    "cnn.locality.accuracy": row(
        model=thing(window_net), X=PICTURES, y=labels([0, 1], "N")
    ),
    "cnn.locality.scatter": row(X=PICTURES, size=count(6, least=5)),
    "cnn.locality.shuffle_pixels": row(
        X=replace(PICTURES, shape="..., H, W"), order=whole(np.arange(20)[::-1], "20")
    ),
    "cnn.locality.neighbor_correlation": row(
        image=array(np.arange(20).reshape(5, 4) % 3, "H, W"),
        distance=count(1, least=1),
    ),
    "cnn.locality.shift": row(
        x=replace(PICTURES, shape="..., H, W"),
        down=count(1, least=-5),
        right=count(-2, least=-4),
    ),
    "messy_folder.MessyFolder": row(
        via=lambda rng: messy_folder(rng).secrets(), rng=generator()
    ),
    "messy_folder.MessyFolder.look_again": row(
        ready=lambda: messy_folder(np.random.default_rng(0)),
        paths=thing(lambda: ["가방/0001.png"]),
    ),
    "datasets.load_fashion_mnist": row(train=flag()),
    "datasets.load_photo": row(name=word("cat"), size=count(224, least=1)),
    "datasets.load_diabetes": row(scaled=flag()),
    "scenes.still.make_scene": row(
        size=count(32, least=8),
        n_objects=thing(lambda: (1, 2)),
        shapes=count(2, least=1),
        sides=thing(lambda: (6, 8)),
        overlap=number(0.5),
        clutter=count(1),
        noise=count(2),
        photo=word("cat", optional=True),
    ),
    "scenes.still.make_scenes": row(
        via=lambda N, rng: make_scenes(N, 32, 1, rng=rng), N=count(2)
    ),
    "scenes.still.to_input": row(images=whole(np.arange(96).reshape(2, 4, 4, 3))),
    "scenes.moving.make_video": row(
        n_frames=count(3, least=1),
        n_objects=count(2),
        size=count(32, least=16),
        shapes=count(2, least=1),
        sides=thing(lambda: (6, 8)),
        speed=number(2.0),
        leave=flag(),
        pillars=count(1),
        clutter=count(1),
        noise=count(2),
        photo=word("cat", optional=True),
    ),
    "datasets.make_moons": row(n_samples=count(5), noise=number(0.5, optional=True)),
    "datasets.make_spirals": row(
        n_samples=count(5), noise=number(0.5, optional=True), turns=number(1.5)
    ),
    "cnn.augmentation.sample.clip_boxes": row(
        boxes=BOXES, size=count(3, least=1), min_visibility=number(0.5)
    ),
    "cnn.augmentation.sample.masks_to_boxes": row(
        masks=mask(np.arange(24).reshape(2, 3, 4) % 5 == 0, "n, H, W")
    ),
    "cnn.augmentation.geometric.flip_matrix": row(
        size=count(3, least=1), axis=word("vertical")
    ),
    "cnn.augmentation.geometric.affine_matrix": row(
        size=count(3, least=1),
        angle=number(8.0),
        translate=array([1, 2], "2"),
        scale=number(1.5),
        shear=array([4, 2], "2"),
    ),
    "cnn.augmentation.geometric.warp": row(
        image=FAINT,
        M=TILT,
        size=count(3, least=1, optional=True),
        mode=word("nearest"),
        fill=number(0.5),
    ),
    "cnn.augmentation.geometric.warp_boxes": row(boxes=BOXES, M=TILT),
    "cnn.augmentation.geometric.move": row(
        sample=thing(lambda: one_sample()),
        M=TILT,
        size=thing(lambda: (3, 4), optional=True),
        min_visibility=number(0.5),
        fill=number(0.5),
        via=moved,
    ),
    "cnn.augmentation.pixelwise.adjust_brightness": row(
        image=FAINT, brightness_factor=number(0.5)
    ),
    "cnn.augmentation.pixelwise.adjust_contrast": row(
        image=FAINT, contrast_factor=number(0.5)
    ),
    "cnn.augmentation.pixelwise.adjust_saturation": row(
        image=FAINT, saturation_factor=number(0.5)
    ),
    "cnn.augmentation.hue.adjust_hue": row(
        image=array(SHADES[None]), hue_factor=number(0.25)
    ),
    "cnn.augmentation.pixelwise.gaussian_blur": row(
        image=FAINT, kernel_size=count(3, least=1), sigma=number(0.5)
    ),
    "cnn.augmentation.pixelwise.gaussian_noise": row(image=FAINT, sigma=number(0.5)),
    "cnn.augmentation.pixelwise.erase": row(
        image=FAINT,
        i=count(1),
        j=count(0),
        h=count(2, least=1),
        w=count(1, least=1),
        v=number(0.5),
    ),
    "cnn.augmentation.mix.mixup": row(**MIXED),
    "cnn.augmentation.mix.cutmix": row(**MIXED),
    "cnn.augmentation.mix.mosaic": row(
        samples=thing(lambda: [one_sample()] * 4),
        min_visibility=number(0.5),
        via=pieced,
    ),
    "cnn.augmentation.tta.predict_tta": row(
        predict=function(lambda X: X[:, 0, 0]),
        X=MIXED["X"],
        transform=function(lambda x, rng: x[::-1]),
        n=count(2),
    ),
    "cnn.augmentation.tta.augment": row(
        X=MIXED["X"], transform=function(lambda x, rng: x[::-1])
    ),
    "cnn.augmentation.few_labels_torch.few": row(per_class=count(2, least=1)),
    "cnn.augmentation.few_labels_torch.fit": row(
        X=array(np.arange(128).reshape(2, 1, 8, 8) % 2, "N, C, H, W"),
        y=whole([3, 4], "N"),
        epochs=count(2, least=1),
        batch_size=count(2, least=1),
        transform=function(lambda x, rng: x[::-1], optional=True),
        mix=function(lambda X, Y, rng: (X, Y), optional=True),
        via=few_fitted,
    ),
    "cnn.augmentation.few_labels_torch.predict_proba": row(
        model=thing(lambda: seeded(small_torch_lenet)),
        X=array(np.arange(128).reshape(2, 1, 8, 8) % 2, "N, C, H, W"),
    ),
    "cnn.augmentation.gan_torch.Generator": row(
        z=count(3, least=1), width=count(2, least=1), use=lambda G: G.z
    ),
    "cnn.augmentation.gan_torch.Discriminator": row(
        width=count(2, least=1), use=lambda D: len(D.body)
    ),
    "cnn.augmentation.gan_torch.train_gan": row(
        X=array(np.arange(128).reshape(2, 1, 8, 8) % 2, "N, 1, 8, 8"),
        y=whole([3, 4], "N"),
        steps=count(1, least=1),
        width=count(2, least=1),
        batch_size=count(2, least=2),
        via=gan_drawn,
    ),
    "cnn.augmentation.gan_torch.draw": row(
        y=whole([3, 4], "N"),
        G=thing(lambda: seeded(lambda: gan_torch.Generator(width=2).eval())),
        generator=thing(lambda: torch.Generator().manual_seed(0)),
    ),
    "cnn.augmentation.gan_torch.spread": row(
        X=array(np.arange(48).reshape(6, 2, 2, 2) % 5, "N, C, H, W"), y=labels(KINDS)
    ),
    "cnn.augmentation.gan_torch.covered": row(
        fake=array(np.arange(24).reshape(3, 2, 2, 2) % 5, "N, C, H, W"),
        real=array(np.arange(32).reshape(4, 2, 2, 2) % 7, "M, C, H, W"),
    ),
    "cnn.detection.boxes.box_convert": row(
        boxes=replace(BOXES, shape="..., 4"),
        in_fmt=word("xywh"),
        out_fmt=word("cxcywh"),
    ),
    "cnn.detection.boxes.box_area": row(boxes=BOXES),
    "cnn.detection.boxes.box_iou": row(**PAIRS),
    "cnn.detection.boxes.generalized_box_iou": row(**PAIRS),
    "cnn.detection.nms.nms": row(**SCORED_BOXES, iou_threshold=number(0.25)),
    "cnn.detection.nms.batched_nms": row(
        **SCORED_BOXES, idxs=whole([0, 1, 0], "N"), iou_threshold=number(0.25)
    ),
    "cnn.detection.nms.soft_nms": row(
        **SCORED_BOXES, sigma=number(0.5), score_threshold=number(0.125)
    ),
    "cnn.detection.average_precision.match_detections": row(
        **SCORED_BOXES, truths=PAIRS["boxes2"], iou_threshold=number(0.25)
    ),
    "cnn.detection.average_precision.precision_recall": row(
        scores=array([0.5, 0.75, 0.25], "N"),
        hits=mask([True, False, True], "N"),
        n_truths=count(4, least=2),
    ),
    "cnn.detection.average_precision.average_precision": row(
        precision=array([1, 0.5, 0.5], "N"),
        recall=array([0.25, 0.25, 0.5], "N"),
        method=word("11"),
    ),
    "cnn.detection.coco.coco_evaluate": row(
        via=mean_precision,
        **SCORED_BOXES,
        labels=whole([1, 2, 1], "N"),
        truths=PAIRS["boxes2"],
        classes=whole([1, 2], "M"),
    ),
    "cnn.detection.anchors.grid_anchors": row(
        grid=count(2, least=1),
        stride=number(8.0),
        sizes=array([8, 16], "A"),
        aspect_ratios=array([1, 2], "R"),
    ),
    "cnn.detection.anchors.assign_anchors": row(
        anchors=BOXES,
        truths=PAIRS["boxes2"],
        high=number(0.5),
        low=number(0.25),
    ),
    "cnn.detection.anchors.encode_deltas": row(
        anchors=SOLID, boxes=replace(SOLID, value=SOLID.value + 1)
    ),
    "cnn.detection.anchors.decode_deltas": row(
        anchors=SOLID, deltas=array([[0, 1, 0, 1], [1, 0, 1, 0]], "N, 4")
    ),
    "cnn.detection.yolo.assign": row(
        boxes=BOXES,
        labels=whole([0, 1, 2], "N"),
        grid=count(4, least=1),
        size=number(8.0),
    ),
    "cnn.detection.yolo.yolo_loss": row(**CELL_MAPS),
    "cnn.detection.yolo.yolo_loss_grad": row(**CELL_MAPS),
    "cnn.detection.yolo.decode": row(
        out=CELL_MAPS["out"],
        size=number(8.0),
        score_threshold=number(0.25),
        iou_threshold=number(0.5),
    ),
    "cnn.overfitting.dropout.drop": row(
        x=array(POINTS, "N, D", tensors=True),
        keep=mask(POINTS > 1, "N, D"),
        p=number(0.5),
    ),
    "cnn.overfitting.dropout.dropout": row(x=EITHER, p=number(0.5), training=flag()),
    "cnn.overfitting.dropout.Dropout": row(
        p=number(0.5), use=lambda layer: layer(POINTS).data
    ),
    "cnn.overfitting.dropout.Dropout.forward": row(
        x=EITHER, ready=lambda: Dropout(rng=rng())
    ),
    "cnn.overfitting.regularizers.penalize": row(l1=number(0.5), l2=number(0.5)),
    "cnn.overfitting.regularizers.ProximalAdamW": row(l1=number(0.5), use=step),
    "cnn.overfitting.ensemble.soft_vote": row(
        P=array([[[0.5, 0.5], [1, 0]], [[0.25, 0.75], [0, 1]]], "M, N, K"),
        weights=array([1, 3], "M", optional=True),
    ),
    "cnn.overfitting.ensemble.hard_vote": row(
        labels=whole([[0, 1, 1], [2, 0, 1]], "M, N")
    ),
    "cnn.overfitting.bias_variance.bias_variance": row(
        Y_hat=array(POINTS, "S, N"), f=array([1, 2], "N")
    ),
    "cnn.overfitting.bias_variance.mean_interval": row(values=array([1, 2, 4], "S")),
    "cnn.overfitting.random_features.random_features": row(
        X=array(POINTS, "N, D"), W=array([[1, 0, 1], [0, 1, 1]], "D, P")
    ),
    "cnn.overfitting.random_features.least_norm": row(
        Phi=array(POINTS, "N, P"), Y=array(POINTS, "N, K")
    ),
    "cnn.overfitting.small_fashion.halve": row(
        X=thing(lambda: np.ones((2, 28, 28), np.uint8))
    ),
    "cnn.overfitting.small_fashion.fashion_split": row(
        n=count(3, least=1), wrong=number(0.5)
    ),
    "cnn.overfitting.small_fashion.BatchNorm1d.forward": row(
        x=array(POINTS, "N, C", tensors=True),
        ready=lambda: small_fashion.BatchNorm1d(2).eval(),
    ),
    "cnn.overfitting.small_fashion.small_net": row(
        width=count(2, least=1),
        dropout=number(0.5),
        batch_norm=flag(False),
        use=lambda model: model(np.ones((2, 1, 14, 14))).data,
    ),
    "cnn.overfitting.small_fashion.learn": row(
        epochs=count(2, least=1), patience=count(2, least=1), via=learned
    ),
    "cnn.overfitting.trial.trial": row(
        dropout=number(0.5),
        batch_norm=flag(False),
        l1=number(0.5),
        weight_decay=number(0.5),
        epochs=count(2, least=1),
        via=tried,
    ),
}
