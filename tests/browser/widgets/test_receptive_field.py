"""<receptive-field>: 수용 영역과 길의 수가 lessons와 torch의 것과 같다."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from tests.browser.conftest import reload
from tests.browser.gestures import centre, kept
from tests.browser.widgets.conftest import PAGES
from tests.browser.widgets.formulas import ask

TAG = "receptive-field"
placed = pytest.mark.skipif(TAG not in PAGES, reason="이 도구가 설 장이 아직 없다")
TRACE = """({n, layers, cell}) => {
  const met = paths(n, layers, cell)
  const input = Array.from({length: n}, (_, i) => met[0].get(i) ?? 0)
  return {lengths: lengths(n, layers), input, levels: met.map((m) => m.size)}
}"""
LAYER = ("kernel", "stride", "padding", "dilation")


def receptive_field(layers):
    """cnn/06의 lessons.cnn.receptive_field와 같은 약속.

    반환: (size, jump, start). 출력의 i째 칸은 입력의 start + i·jump부터 size칸을 본다
    """
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        start -= padding * jump
        jump *= stride
    return size, jump, start


def draw_layers(rng) -> list[tuple[int, int, int, int]]:
    return [
        tuple(
            int(rng.integers(low, high))
            for low, high in ((1, 6), (1, 4), (0, 4), (1, 4))
        )
        for _ in range(rng.integers(0, 6))
    ]


def named(layers) -> list[dict]:
    return [dict(zip(LAYER, layer, strict=True)) for layer in layers]


@pytest.fixture
def rng():
    return np.random.default_rng(6)


def test_size_jump_and_start(rng):
    states = [draw_layers(rng) for _ in range(200)]
    answers = ask(TAG, "(layers) => receptiveField(layers)", [*map(named, states)])
    for layers, answer in zip(states, answers, strict=True):
        assert tuple(answer.values()) == receptive_field(layers)
        assert list(answer) == ["size", "jump", "start"]


def test_lesson_keeps_the_same_promise(rng):
    lesson = pytest.importorskip("lessons.cnn.receptive_field")
    for _ in range(50):
        layers = draw_layers(rng)
        assert tuple(lesson.receptive_field(layers)) == receptive_field(layers)


def test_paths_are_the_gradient_of_ones(rng):
    """커널이 모두 1이면 출력 한 칸의 입력에 대한 기울기가 길의 수다."""
    states, grads, sizes = [], [], []
    while len(states) < 60:
        layers, n = draw_layers(rng), int(rng.integers(5, 40))
        x, made = stacked(layers, n)
        if len(made) <= len(layers):  # 놓을 자리가 없는 층
            continue
        cell = int(rng.integers(made[-1].shape[-1]))
        made[-1][0, 0, cell].backward()
        states.append({"n": n, "layers": named(layers), "cell": cell})
        grads.append(x.grad[0, 0].numpy())
        sizes.append([y.shape[-1] for y in made])
    answers = ask(TAG, TRACE, states)
    for state, grad, size, answer in zip(states, grads, sizes, answers, strict=True):
        np.testing.assert_array_equal(answer["input"], grad)
        assert answer["lengths"] == size
        span, jump, start = receptive_field(
            [layer.values() for layer in state["layers"]]
        )
        first = start + state["cell"] * jump
        assert all(first <= at < first + span for at in np.flatnonzero(grad))


def test_a_layer_without_room_ends_the_tower(rng):
    states = [(draw_layers(rng), int(rng.integers(1, 12))) for _ in range(100)]
    asked = [{"n": n, "layers": named(layers)} for layers, n in states]
    answers = ask(TAG, "({n, layers}) => lengths(n, layers)", asked)
    for (layers, n), answer in zip(states, answers, strict=True):
        assert answer == [y.shape[-1] for y in stacked(layers, n)[1]]
    assert any(len(a) <= len(s[0]) for a, s in zip(answers, states, strict=True))


def stacked(layers, n) -> tuple[torch.Tensor, list[torch.Tensor]]:
    """모두 1인 커널을 쌓은 입력과 층마다의 출력. 자리가 없으면 거기서 멈춘다."""
    x = torch.zeros(1, 1, n, dtype=torch.float64, requires_grad=True)
    made = [x]
    for k, s, p, d in layers:
        if made[-1].shape[-1] + 2 * p < d * (k - 1) + 1:
            break
        ones = torch.ones(1, 1, k, dtype=torch.float64)
        made.append(F.conv1d(made[-1], ones, stride=s, padding=p, dilation=d))
    return x, made


@placed
def test_known_stacks(open_widget):
    """VGG의 처음 여섯 층은 16칸, 팽창 1·2·4는 15칸을 본다."""
    _, widget = open_widget(TAG)
    for name, size in {
        "3×3 셋": 7,
        "LeNet-5": 16,
        "VGG16의 처음": 16,
        "팽창 1·2·4": 15,
    }.items():
        widget.get_by_text(name, exact=True).click()
        assert widget.locator("tbody tr").last.locator("b").inner_text() == str(size)
        assert f"까지 {size}칸을 본다" in widget.locator(".result").inner_text()


@placed
def test_layers_are_stacked_by_hand_and_kept(open_widget):
    page, widget = open_widget(TAG)
    widget.get_by_text("3×3 셋").click()
    widget.get_by_role("button", name="층 빼기").click()
    widget.get_by_label("2층의 스트라이드").select_option("2")
    widget.get_by_label("2층의 팽창").select_option("3")
    row = widget.locator("tbody tr").nth(1)
    assert row.inner_text().split("\t")[-1].strip().endswith("3 + 6·1 = 9")
    widget.get_by_role("button", name="층 더하기").click()
    assert widget.locator("tbody tr").nth(2).inner_text().endswith("9 + 2·2 = 13")
    assert kept(page, TAG, "5__3_1_1_1__3_2_1_3__3_1_1_1")
    reload(page)
    assert widget.locator("tbody tr").nth(2).inner_text().endswith("9 + 2·2 = 13")
    for _ in range(3):
        widget.get_by_role("button", name="층 더하기").click()
    assert widget.get_by_role("button", name="층 더하기").is_disabled()
    assert widget.locator("tbody tr").count() == 6


@placed
def test_cell_is_chosen_by_keys_and_by_touch(open_widget):
    page, widget = open_widget(TAG, width=390, has_touch=True, is_mobile=True)
    slider = widget.get_by_role("slider", name="출력의 칸")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert "출력의 3번 칸은 입력의 10번부터 25번까지" in widget.inner_text()
    page.keyboard.press("Home")
    result = widget.locator(".result").inner_text()
    assert "출력의 0번 칸은 입력의 −2번부터 13번까지 16칸을 본다." in result
    assert "그 가운데 2칸은 입력 밖이다." in result
    assert widget.locator(".picture .on").count() == 14**2
    page.touchscreen.tap(*centre(widget.locator("rect.top").nth(4)))
    assert slider.get_attribute("aria-valuetext") == "5칸 가운데 4번"
    assert widget.locator("rect.top.on").count() == 1


@placed
def test_no_room_is_told_with_the_remedy(open_widget):
    _, widget = open_widget(TAG)
    widget.get_by_label("3층의 커널").select_option("7")
    widget.get_by_label("3층의 팽창").select_option("3")
    said = "3층의 커널을 놓을 자리가 없다. p를 늘리거나 k와 d를 줄인다."
    assert said in widget.inner_text()
    widget.get_by_label("3층의 패딩").select_option("3")
    assert "칸을 본다" in widget.locator(".result").inner_text()


@placed
def test_holes_between_dilated_cells_are_counted(open_widget):
    _, widget = open_widget(TAG, "?receptive-field=9__3_1_0_4")
    assert "9칸을 본다. 사이의 6칸은 건너뛴다." in widget.inner_text()
