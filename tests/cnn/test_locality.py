"""CNN 개요: 창 신경망, 섞기, 이웃의 상관, 옮기기와 찾기의 순서."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from lessons import nn
from lessons.artifacts import load
from lessons.cnn.locality import (
    WindowNet,
    accuracy,
    fit,
    neighbor_correlation,
    scatter,
    shift,
    shuffle_pixels,
    windows,
)


def rng(seed=0):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("shape", [(1, 5, 7), (3, 4, 4), (2, 11, 5)])
@pytest.mark.parametrize(("k", "stride", "padding"), [(1, 1, 0), (3, 2, 1), (4, 3, 2)])
def test_windows_are_those_of_torch(shape, k, stride, padding):
    x = rng().normal(size=shape)
    ours = windows(x, k, stride, padding)
    theirs = F.unfold(torch.tensor(x)[:, None], k, stride=stride, padding=padding)
    got = ours.reshape(len(x), -1, k * k).transpose(0, 2, 1)
    np.testing.assert_array_equal(got, theirs.numpy())


@pytest.mark.parametrize(
    ("k", "shape"), [(1, (2, 4, 5)), (3, (3, 7, 5)), (5, (1, 5, 5))]
)
def test_window_net_is_convolution_and_a_maximum(k, shape):
    model = WindowNet(k, 7, 4, rng=rng(1))
    x = rng(2).normal(size=shape)
    state = {name: torch.tensor(a) for name, a in model.state_dict().items()}
    kernel = state["look.weight"].reshape(7, 1, k, k)
    found = F.conv2d(torch.tensor(x)[:, None], kernel, state["look.bias"]).relu()
    z = F.linear(found.amax(dim=(2, 3)), state["decide.weight"], state["decide.bias"])
    np.testing.assert_allclose(model(x).data, z.numpy(), rtol=0, atol=1e-12)


def test_window_net_gradients():
    model = WindowNet(2, 3, 4, rng=rng())
    x, y = rng(1).normal(size=(5, 4, 3)), rng(1).integers(4, size=5)

    model.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    for p in model.parameters():
        for index in np.ndindex(p.data.shape):
            kept, h = p.data[index], 1e-6
            p.data[index] = kept + h
            above = nn.functional.cross_entropy(model(x), y).item()
            p.data[index] = kept - h
            below = nn.functional.cross_entropy(model(x), y).item()
            p.data[index] = kept
            assert abs(p.grad[index] - (above - below) / (2 * h)) < 1e-7


def test_fit_learns_what_stands_next_to_what():
    """빈 판의 아무 데나 놓인 가로 막대와 세로 막대."""
    bars = np.zeros((2, 3, 3))
    bars[0, 1], bars[1, :, 1] = 1, 1
    y = np.arange(400) % 2
    X = scatter(bars[y], 7, rng=rng())
    model = WindowNet(3, 6, 2, rng=rng(1))
    fit(model, X[:200], y[:200], epochs=10, lr=0.02, batch_size=20, rng=rng(2))
    assert accuracy(model, X[200:], y[200:]) == 1
    again = WindowNet(3, 6, 2, rng=rng(1))
    fit(again, X[:200], y[:200], epochs=10, lr=0.02, batch_size=20, rng=rng(2))
    for a, b in zip(model.parameters(), again.parameters(), strict=True):
        np.testing.assert_array_equal(a.data, b.data)


def test_every_picture_is_seen_once_an_epoch_in_even_batches():
    class Counted(WindowNet):
        seen = ()

        def forward(self, x):
            self.seen = (*self.seen, len(x))
            return super().forward(x)

    model = Counted(2, 3, 2, rng=rng())
    X, y = rng(1).random((7, 4, 4)), np.arange(7) % 2
    fit(model, X, y, epochs=2, lr=0.1, batch_size=2, rng=rng(2))
    assert model.seen == (2, 2, 2, 1) * 2


def test_answer_does_not_move_with_the_picture():
    """판의 안에 머무는 동안은 어디에 있어도 로짓이 같다."""
    model = WindowNet(3, 5, 4, rng=rng())
    x = np.pad(rng(1).random((6, 4, 4)), ((0, 0), (4, 6), (5, 5)))
    for down, right in ((0, 1), (2, -3), (-2, 3)):
        z = model(shift(x, down, right)).data
        np.testing.assert_allclose(z, model(x).data, rtol=0, atol=1e-12)


@pytest.mark.parametrize(("down", "right"), [(0, 1), (2, 0), (-1, 3), (-4, -2), (9, 0)])
def test_shift_is_roll_with_the_edge_emptied(down, right):
    x = rng().normal(size=(2, 5, 7))
    wide = np.pad(x, ((0, 0), (9, 9), (9, 9)))
    want = np.roll(wide, (down, right), axis=(1, 2))[:, 9:-9, 9:-9]
    if abs(down) > 5:
        with pytest.raises(ValueError, match="down: -5부터 5까지의 정수"):
            shift(x, down, right)
        return
    np.testing.assert_array_equal(shift(x, down, right), want)
    assert shift(x, 5, 0).max() == 0 == shift(x, 0, -7).max()


def test_shuffling_keeps_every_value_and_can_be_undone():
    X = rng().normal(size=(3, 2, 4, 5))
    order = rng(1).permutation(20)
    shuffled = shuffle_pixels(X, order)
    assert shuffled[2, 1, 0, 3] == X[2, 1].ravel()[order[3]]
    np.testing.assert_array_equal(shuffle_pixels(shuffled, np.argsort(order)), X)
    for bad in ([0, 0, *range(2, 20)], np.arange(1, 21)):
        with pytest.raises(ValueError, match="0부터 19까지가 한 번씩"):
            shuffle_pixels(X, bad)
    with pytest.raises(ValueError, match=r"order: 모양이 \(20,\)인 배열"):
        shuffle_pixels(X, np.arange(19))


def test_mlp_cannot_tell_the_pictures_are_shuffled():
    """첫 층의 가중치를 함께 섞으면 학습의 모든 걸음이 똑같다."""
    X, y = rng().random((60, 4, 5)), rng(1).integers(3, size=60)
    order = rng(2).permutation(20)
    nets = []
    for _ in range(2):
        layers = nn.Linear(20, 8, rng=rng(3)), nn.ReLU(), nn.Linear(8, 3, rng=rng(4))
        nets.append(nn.Sequential(nn.Flatten(), *layers))
    plain, other = nets
    other[1].weight.data[...] = plain[1].weight.data[:, order]
    fit(plain, X, y, epochs=5, lr=0.01, batch_size=7, rng=rng(5))
    shuffled = shuffle_pixels(X, order)
    fit(other, shuffled, y, epochs=5, lr=0.01, batch_size=7, rng=rng(5))
    np.testing.assert_allclose(other(shuffled).data, plain(X).data, rtol=0, atol=1e-9)


def test_scatter_places_each_picture_whole_and_everywhere():
    X = rng().random((500, 2, 3)) + 1
    boards = scatter(X, 4, rng=rng(1))
    assert boards.shape == (500, 4, 4)
    np.testing.assert_allclose(boards.sum(axis=(1, 2)), X.sum(axis=(1, 2)))
    places = {(b.nonzero()[0].min(), b.nonzero()[1].min()) for b in boards}
    assert places == {(i, j) for i in range(3) for j in range(2)}
    np.testing.assert_array_equal(scatter(X[:1], 3, rng=rng())[0].max(), X[0].max())
    with pytest.raises(ValueError, match="size: 3 이상의 정수"):
        scatter(X, 2, rng=rng())


def test_neighbor_correlation():
    ramp = np.arange(30.0).reshape(5, 6)
    assert neighbor_correlation(ramp) == pytest.approx(
        np.corrcoef(
            np.r_[ramp[:, :-1].ravel(), ramp[:-1].ravel()],
            np.r_[ramp[:, 1:].ravel(), ramp[1:].ravel()],
        )[0, 1]
    )
    stripes = np.indices((6, 6)).sum(axis=0) % 2
    assert neighbor_correlation(stripes) == pytest.approx(-1)
    assert neighbor_correlation(stripes, 2) == pytest.approx(1)
    noise = rng().random((80, 80))
    assert abs(neighbor_correlation(noise)) < 0.03
    with pytest.raises(ValueError, match="밝기가 모두 같아"):
        neighbor_correlation(np.ones((3, 3)))
    with pytest.raises(ValueError, match="distance: 1부터 2까지"):
        neighbor_correlation(noise[:3], 3)


def test_window_larger_than_the_picture_is_refused():
    with pytest.raises(ValueError, match="k: 4 이하로 줄이거나 padding을"):
        windows(np.zeros((1, 4, 6)), 5)
    with pytest.raises(ValueError, match=r"모양이 \(N, H, W\)인 배열"):
        windows(np.zeros((4, 6)), 2)


X, Y = np.random.default_rng(0).random((4, 5, 6)), np.array([0, 1, 0, 1])
NET = WindowNet(2, 3, 2, rng=np.random.default_rng(0))


def fit_with(**changed):
    settings = {"epochs": 1, "lr": 0.1, "batch_size": 2, "rng": rng()}
    given = {"model": NET, "X": X, "y": Y} | settings | changed
    fit(given.pop("model"), given.pop("X"), given.pop("y"), **given)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: windows(X[0], 2), r"^x: 모양이 \(N, H, W\)인"),
        (lambda: windows(X, 0), "^k: 1 이상의 정수"),
        (lambda: windows(X, 2, 0), "^stride: 1 이상의 정수"),
        (lambda: windows(X, 2, 1, -1), "^padding: 0 이상의 정수"),
        (lambda: WindowNet(0, 3, 2, rng=rng()), "^k: 1 이상의 정수"),
        (lambda: WindowNet(2, 0, 2, rng=rng()), "1 이상의 정수"),
        (lambda: WindowNet(2, 3, 2, rng=1), "^rng: "),
        (lambda: fit_with(model=3), "^model: 함수를"),
        (lambda: fit_with(X=X[0]), r"^X: 모양이 \(N, H, W\)인"),
        (lambda: fit_with(X=X * np.nan), "^X: NaN"),
        (lambda: fit_with(y=Y[:3]), r"^y: 모양이 \(4,\)인"),
        (lambda: fit_with(y=-Y), "^y: 0 이상의 정수"),
        (lambda: fit_with(epochs=0), "^epochs: 1 이상의 정수"),
        (lambda: fit_with(lr=0), "^lr: 0 초과"),
        (lambda: fit_with(batch_size=0), "^batch_size: 1 이상의 정수"),
        (lambda: fit_with(rng=3), "^rng: "),
        (lambda: accuracy(3, X, Y), "^model: 함수를"),
        (lambda: accuracy(NET, X[0], Y), r"^X: 모양이 \(N, H, W\)인"),
        (lambda: accuracy(NET, X * np.nan, Y), "^X: NaN"),
        (lambda: accuracy(NET, X, Y[:2]), r"^y: 모양이 \(4,\)인"),
        (lambda: scatter(X[0], 9, rng=rng()), r"^X: 모양이 \(N, H, W\)인"),
        (lambda: scatter(X * np.nan, 9, rng=rng()), "^X: NaN"),
        (lambda: scatter(X, 5, rng=rng()), "^size: 6 이상의 정수"),
        (lambda: scatter(X, 9, rng=0), "^rng: "),
        (lambda: shuffle_pixels(np.zeros(4), [0]), r"^X: 모양이 \(\.\.\., H, W\)인"),
        (lambda: shuffle_pixels(X, np.arange(30) + 0.5), "^order: 정수를"),
        (lambda: neighbor_correlation(X), r"^image: 모양이 \(H, W\)인"),
        (lambda: neighbor_correlation(X[0] * np.nan), "^image: NaN"),
        (lambda: neighbor_correlation(X[0], 0), "^distance: 1부터 4까지의 정수"),
        (lambda: shift(np.zeros(4), 0, 0), r"^x: 모양이 \(\.\.\., H, W\)인"),
        (lambda: shift(X, -6, 0), "^down: -5부터 5까지의 정수"),
        (lambda: shift(X, 0, 7), "^right: -6부터 6까지의 정수"),
        (lambda: shift(X, 0, -7), "^right: -6부터 6까지의 정수"),
    ],
)
def test_errors_name_the_argument_and_what_it_should_be(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_a_picture_with_one_flat_side_has_no_correlation():
    """옮긴 쪽이나 옮겨진 쪽의 밝기가 모두 같으면 상관을 잴 수 없다."""
    corner = np.zeros((2, 2))
    corner[0, 0] = 1  # 한 칸 옆과 아래에는 0뿐이다
    for image in (corner, corner[::-1, ::-1]):
        with pytest.raises(ValueError, match="밝기가 모두 같아"):
            neighbor_correlation(image)


def test_shift_keeps_the_row_it_does_not_move():
    """옮기지 않는 축은 한 칸도 잃지 않는다."""
    x = rng().random((1, 4, 5))
    np.testing.assert_array_equal(shift(x, 0, 0), x)
    np.testing.assert_array_equal(shift(x, 1, 0)[:, 1:], x[:, :-1])
    np.testing.assert_array_equal(shift(x, 0, -1)[..., :-1], x[..., 1:])


def test_arguments_are_left_alone():
    x = rng().random((2, 4, 4))
    kept = x.copy()
    windows(x, 2, padding=1)[...] = 0
    shift(x, 0, 0)[...] = 0
    shuffle_pixels(x, np.arange(16))[...] = 0
    np.testing.assert_array_equal(x, kept)


def test_page_says_what_was_learned():
    """글이 말하는 것: 섞으면 창 신경망이 절반을 잃고 MLP는 그대로다."""
    scores = load("cnn/overview_digits")["scores"]
    mlp, net = scores[:, 0], scores[:, 1]
    assert (net[:, 0] - mlp[:, 0] > 0.15).all()
    assert (mlp[:, 1] - net[:, 1] > 0.15).all()
    assert abs(mlp.mean(axis=0) @ [1, -1]) < 0.05
    fashion = load("cnn/overview_fashion")["scores"]
    assert (fashion[:, 1, 0] > fashion[:, 0, 0]).all()
    assert (fashion[:, 1, 0] - fashion[:, 1, 1] > 0.01).all()
    assert (fashion[:, 0, 1] > fashion[:, 1, 1]).all()


def test_rates_were_chosen_inside_their_grids():
    """글이 고른 학습률은 검증 데이터의 최댓값이거나 그와 가깝고, 격자의 끝이 아니다."""
    kept = load("cnn/overview_rates")
    chosen = {"MLP_0": 0.008, "MLP_1": 0.008, "CNN_0": 0.04, "CNN_1": 0.02}
    for name, lr in chosen.items():
        rates, row = kept[name]
        at = np.flatnonzero(np.isclose(rates, lr))[0]
        assert 0 < at < len(rates) - 1 and row[at] >= row.max() - 0.001, name
    kept = load("cnn/overview_digit_rates")
    row = kept["short"].mean(axis=0)  # (신경망, 섞었는가, 학습률)
    assert (row[..., 1] >= row.max(axis=-1) - 0.02).all()
    assert (row[..., [0, 3]] < row[..., [1]]).all()
    (mlp, mixed_mlp), (net, mixed_net) = kept["long"].mean(axis=0)
    assert net > mlp and mixed_mlp > mixed_net
