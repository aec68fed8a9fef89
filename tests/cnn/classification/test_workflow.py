"""PyTorch의 틀: 폴더, 학습과 검증, 끊었다 이어도 같은 학습."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from lessons.cnn.classification.early_stopping import EarlyStopping
from lessons.cnn.classification.workflow_torch import (
    FolderDataset,
    evaluate,
    fit,
    load_checkpoint,
    save_checkpoint,
    to_float,
    train_epoch,
)


def setting(seed=0, N=40, rate=0.05):
    torch.manual_seed(seed)
    X = torch.randn(N, 6)
    y = (X[:, 0] + 0.5 * torch.randn(N) > 0).long()
    model = nn.Sequential(
        nn.Linear(6, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 2)
    )
    half = N // 2
    g = torch.Generator().manual_seed(seed)
    train = DataLoader(TensorDataset(X[:half], y[:half]), 7, shuffle=True, generator=g)
    valid = DataLoader(TensorDataset(X[half:], y[half:]), 9)
    optimizer = torch.optim.SGD(model.parameters(), rate, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 8)
    return model, train, valid, optimizer, scheduler


def run(path, epochs, patience=99, resume=False, **options):
    model, *rest = setting(**options)
    stopper = EarlyStopping(patience)
    how = {"epochs": epochs, "stopper": stopper, "path": path, "resume": resume}
    return model, fit(model, *rest, **how)


def test_stopped_and_resumed_equals_unbroken(tmp_path):
    whole, told = run(tmp_path / "a.pt", 8)
    _, first = run(tmp_path / "b.pt", 3)
    torch.manual_seed(99)  # 다시 켠 프로그램
    parts, second = run(tmp_path / "b.pt", 8, resume=True)
    assert first + second == told
    for a, b in zip(whole.parameters(), parts.parameters(), strict=True):
        assert torch.equal(a, b)


@pytest.mark.parametrize("forgotten", ["optimizer", "scheduler", "generator"])
def test_each_part_of_the_checkpoint_matters(tmp_path, forgotten):
    """하나라도 빠뜨리면 끊지 않은 학습과 달라진다."""
    _, told = run(tmp_path / "a.pt", 8)
    run(tmp_path / "b.pt", 3)
    model, train, _, optimizer, scheduler = setting()
    parts = {"model": model, "optimizer": optimizer, "scheduler": scheduler}
    parts.pop(forgotten, None)
    fresh = torch.Generator().manual_seed(0)
    load_checkpoint(
        tmp_path / "b.pt",
        fresh if forgotten == "generator" else train.generator,
        **parts,
    )
    if forgotten == "scheduler":  # 옵티마이저의 학습률까지 처음으로
        for group in optimizer.param_groups:
            group["lr"] = group["initial_lr"]
    losses = []
    for _ in range(3, 8):
        losses.append(train_epoch(model, train, optimizer))
        scheduler.step()
    assert losses != [row[0] for row in told[3:]]


def test_best_weights_come_back(tmp_path):
    model, history = run(tmp_path / "a.pt", 12, rate=1.0)
    valid = setting()[2]
    losses = [row[1] for row in history]
    assert evaluate(model, valid)[0] == min(losses)
    assert losses[-1] > min(losses)


def test_early_stop_leaves_the_rest(tmp_path):
    _, history = run(tmp_path / "a.pt", 60, patience=2, rate=1.0)
    losses = [row[1] for row in history]
    assert len(losses) < 60
    assert len(losses) - 1 - int(np.argmin(losses)) == 2


def test_evaluate_counts_samples_not_batches():
    model, _, valid, *_ = setting()
    loss, accuracy = evaluate(model, valid)
    X, y = valid.dataset.tensors
    with torch.no_grad():
        z = model.eval()(X)
    assert loss == pytest.approx(nn.functional.cross_entropy(z, y).item(), abs=1e-6)
    assert accuracy == pytest.approx((z.argmax(1) == y).float().mean().item())


def test_evaluate_changes_nothing():
    model, _, valid, *_ = setting()
    before = {k: v.clone() for k, v in model.state_dict().items()}
    evaluate(model, valid)
    assert not model.training
    for key, value in model.state_dict().items():
        assert torch.equal(value, before[key])


def test_a_broken_save_keeps_the_last_one(tmp_path):
    model = nn.Linear(2, 2)
    path, g = tmp_path / "a.pt", torch.Generator()
    save_checkpoint(path, 4, g, model=model)

    class Bad:
        def state_dict(self):
            return {"x": lambda: 0}  # 담을 수 없다

    with pytest.raises(Exception):  # noqa: B017 - 담는 것마다 다르다
        save_checkpoint(path, 5, g, model=Bad())
    assert load_checkpoint(path, g, model=nn.Linear(2, 2)) == 4


def test_folder_dataset(tmp_path):
    for k, name in enumerate(("bag", "shirt")):
        (tmp_path / name).mkdir()
        for i in range(3):
            image = np.full((4, 5, 3), 50 * k + i, np.uint8)
            np.save(tmp_path / name / f"{i}.npy", image)
    data = FolderDataset(tmp_path)
    assert (len(data), data.classes) == (6, ["bag", "shirt"])
    x, y = next(iter(DataLoader(data, 6)))
    assert x.shape == (6, 3, 4, 5)
    assert y.tolist() == [0, 0, 0, 1, 1, 1]
    torch.testing.assert_close(x[4], torch.full((3, 4, 5), 51 / 255))
    assert to_float(np.ones((4, 5), np.uint8)).shape == (1, 4, 5)
    flipped = FolderDataset(tmp_path, lambda image: image[::-1].sum())
    assert flipped[0] == (0, 0)


def test_an_epoch_is_the_loop_written_out():
    model, train, _, optimizer, _ = setting()
    other, again, _, by_hand, _ = setting()
    told = train_epoch(model.eval(), train, optimizer)
    total = 0.0
    other.train()
    for x, y in again:
        by_hand.zero_grad()
        loss = nn.functional.cross_entropy(other(x), y)
        loss.backward()
        by_hand.step()
        total += loss.item() * len(y)
    assert told == pytest.approx(total / 20)
    assert model.training
    for a, b in zip(model.parameters(), other.parameters(), strict=True):
        assert torch.equal(a, b)


def test_what_stands_beside_the_checkpoint(tmp_path):
    """가장 나은 가중치는 .best에 있고, 쓰다 만 .part는 남지 않는다."""
    model, _ = run(tmp_path / "a.pt", 3)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.best", "a.pt"]
    best = torch.load(tmp_path / "a.best", weights_only=True)
    for name, value in model.state_dict().items():
        assert torch.equal(value, best[name])


def test_hidden_code_is_not_run(tmp_path):
    class Trap:
        def __reduce__(self):
            return (tmp_path.joinpath("sprung").mkdir, ())

    torch.save({"model": Trap(), "epoch": 1}, tmp_path / "a.pt")
    with pytest.raises(Exception, match=r"[Ww]eights"):
        load_checkpoint(tmp_path / "a.pt", torch.Generator(), model=nn.Linear(1, 1))
    assert not (tmp_path / "sprung").exists()


def test_gray_picture_gets_a_channel():
    gray = np.array([[0, 51, 255]], np.uint8)
    torch.testing.assert_close(to_float(gray), torch.tensor([[[0, 0.2, 1]]]))
