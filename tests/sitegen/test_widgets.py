"""실험 도구가 보이는 수는 lessons가 내는 수와 같다. 마구 뽑은 상태에서 견준다."""

import json
import re
import subprocess
from pathlib import Path

import numpy as np
import pytest

from lessons.cnn.convolution import conv2d, output_size
from lessons.datasets import load_digits
from lessons.dl.gradient_descent import (
    gradient_descent,
    himmelblau,
    himmelblau_grad,
    numerical_gradient,
    quadratic,
    quadratic_grad,
)
from lessons.dl.linear_regression import LinearRegression, mean_squared_error
from sitegen import site
from sitegen.figure_style import DARK, LIGHT
from sitegen.node import node

RUNNER = Path(__file__).with_suffix(".mjs")
CLOSE = {"rtol": 1e-9, "atol": 1e-9}
TIMES = 40


def ask(questions: list[tuple[str, dict]]) -> list:
    done = node(
        RUNNER,
        input=json.dumps(questions),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


@pytest.fixture
def rng():
    return np.random.default_rng(3)


def test_line_and_loss(rng):
    questions = []
    for i in range(TIMES):
        N = int(rng.integers(2, 9))
        x = rng.integers(0, 13, N) / 2 if i else np.full(N, 1.5)
        y = rng.integers(0, 41, N)
        w, b = rng.normal(size=2) * 10
        state = {"points": np.c_[x, y].tolist(), "at": {"w": w, "b": b}}
        questions.append(("line", state))
    for (_, state), answer in zip(questions, ask(questions), strict=True):
        x, y = np.array(state["points"]).T
        w, b = state["at"]["w"], state["at"]["b"]
        model = LinearRegression().fit(x[:, None], y)
        found = [answer["fit"]["w"], answer["fit"]["b"]]
        np.testing.assert_allclose(found, [model.coef_[0], model.intercept_], **CLOSE)
        np.testing.assert_allclose(answer["residuals"], y - (w * x + b), **CLOSE)
        loss = mean_squared_error(y, w * x + b)
        np.testing.assert_allclose(answer["loss"], loss, **CLOSE)
        np.testing.assert_allclose(answer["area"], loss * len(x), **CLOSE)


def test_lands_and_paths(rng):
    questions = []
    for i in range(TIMES):
        A = rng.normal(size=(2, 2))
        state = {
            "name": ("quadratic", "himmelblau")[i % 2],
            "A": ((A + A.T) / 2).tolist(),
            "x": rng.uniform(-5, 5, 2).tolist(),
            "lr": float(rng.uniform(0.0005, 0.01)),
            "steps": 30,
        }
        questions.append(("land", state))
    for (_, state), answer in zip(questions, ask(questions), strict=True):
        A, x = np.array(state["A"]), np.array(state["x"])

        def height(p, A=A, name=state["name"]):
            return quadratic(p, A) if name == "quadratic" else himmelblau(p)

        def grad(p, A=A, name=state["name"]):
            return quadratic_grad(p, A) if name == "quadratic" else himmelblau_grad(p)

        hessian = [numerical_gradient(lambda p, i=i: grad(p)[i], x) for i in (0, 1)]
        np.testing.assert_allclose(answer["height"], height(x), **CLOSE)
        np.testing.assert_allclose(answer["gradient"], grad(x), **CLOSE)
        np.testing.assert_allclose(answer["hessian"], hessian, rtol=1e-5, atol=1e-5)
        path = gradient_descent(grad, x, lr=state["lr"], steps=state["steps"])
        np.testing.assert_allclose(answer["path"], path, **CLOSE)


def test_path_stops_before_it_overflows():
    state = {"name": "himmelblau", "A": None, "x": [5, 5], "lr": 1.0, "steps": 99}
    path = ask([("land", state)])[0]["path"]
    assert 1 < len(path) < 20
    assert np.isfinite(path).all()


def test_curvatures_and_limit(rng):
    questions = []
    for _ in range(TIMES):
        A = rng.normal(size=(2, 2))
        gentle, steep = sorted(rng.uniform(1, 20, 2))
        A = (A @ A.T + np.eye(2)).tolist()
        x = rng.normal(size=2).tolist()
        questions.append(("curve", {"A": A, "gentle": gentle, "steep": steep, "x": x}))
    for (_, state), answer in zip(questions, ask(questions), strict=True):
        values, vectors = np.linalg.eigh(state["A"])
        np.testing.assert_allclose(answer["curvatures"], values, **CLOSE)
        np.testing.assert_allclose(answer["limit"], 2 / values[-1], **CLOSE)
        part = abs(vectors[:, 1] @ state["x"])
        np.testing.assert_allclose(abs(answer["steepPart"]), part, **CLOSE)
        tilted = np.linalg.eigvalsh(answer["tilted"])
        np.testing.assert_allclose(tilted, [state["gentle"], state["steep"]], **CLOSE)


def test_pace_is_the_page_table():
    """본문의 표: f(x) = x²이므로 L = 2이고 경계는 1이다."""
    table = {0.05: "느림", 0.45: "빠름", 0.9: "진동", 1: "왕복", 1.05: "발산"}
    answers = ask([("pace", {"lr": lr, "L": 2}) for lr in table])
    assert answers == list(table.values())


def setting(rng) -> dict:
    return {
        "stride": int(rng.integers(1, 4)),
        "padding": int(rng.integers(0, 3)),
        "dilation": int(rng.integers(1, 4)),
    }


def test_output_size_and_its_refusal(rng):
    questions = []
    for _ in range(200):
        n, k = int(rng.integers(1, 9)), int(rng.integers(1, 4))
        questions.append(("size", {"n": n, "k": k, "setting": setting(rng)}))
    refused = 0
    for (_, state), answer in zip(questions, ask(questions), strict=True):
        try:
            expected = output_size(state["n"], state["k"], **state["setting"])
        except ValueError as error:
            expected, refused = str(error), refused + 1
        assert answer == expected
    assert 10 < refused < 150


def test_convolution_and_unseen_cells(rng):
    questions = []
    while len(questions) < TIMES:
        n, k, s = int(rng.integers(3, 9)), int(rng.integers(2, 4)), setting(rng)
        if s["dilation"] * (k - 1) + 1 > n + 2 * s["padding"]:
            continue
        x, W = rng.normal(size=(n, n)), rng.normal(size=(k, k))
        state = {"x": x.tolist(), "W": W.tolist(), "setting": s}
        questions.append(("conv", state))
    for (_, state), answer in zip(questions, ask(questions), strict=True):
        x, W = (np.array(state[name])[None, None] for name in ("x", "W"))
        y = conv2d(x, W, **state["setting"])[0, 0]
        np.testing.assert_allclose(answer["y"], y, **CLOSE)
        total = sum(m["weight"] * m["value"] for m in answer["met"])
        np.testing.assert_allclose(total, y[0, 0], **CLOSE)
        for i in range(x.shape[-1]):
            row = x.copy()
            row[..., i, :] += 1
            moved = conv2d(row, W, **state["setting"])[0, 0]
            assert answer["seen"][i] == (not np.array_equal(moved, y))


def test_widget_digit_is_the_first_of_the_data():
    source = (site.ROOT / "web/widgets/conv-step.ts").read_text(encoding="utf-8")
    rows = re.search(r"digit: \[(.*?)\n  \]", source, re.DOTALL)[1]
    digit = np.array([int(v) for v in re.findall(r"\d+", rows)], dtype=float)
    np.testing.assert_array_equal(digit, load_digits()[0][0])


@pytest.mark.parametrize("number", [0, 1])
def test_colours_are_those_of_the_figures(number):
    folder = site.DOCS / "assets" / "stylesheets"
    sheet = "".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.css")))
    names = {"text": "c-text", "axis": "c-axis", "grid": "c-grid"}
    names |= {f"C{i}": f"c{i}" for i in (0, 1, 2, 3, 5)}
    for name, variable in names.items():
        found = re.findall(rf"--{variable}: (#\w+);", sheet)
        assert found[number] == (LIGHT, DARK)[number][name]
