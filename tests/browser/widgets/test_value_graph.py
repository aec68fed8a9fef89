"""<value-graph>: 값과 기울기가 lessons의 Value와 같고, 본문이 말한 것이 보인다."""

import operator

import numpy as np
import pytest

from lessons.dl.value import Value
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

OPS = {
    "+": operator.add,
    "−": operator.sub,
    "×": operator.mul,
    "tanh": Value.tanh,
    "ReLU": Value.relu,
}
FLOW = """({name, leaves, ops, step}) => {
  const nodes = GRAPHS[name]
  return {...flow(nodes, leaves, ops, step ?? total(nodes)), total: total(nodes)}
}"""
NODES = "name => GRAPHS[name]"


def graph(name):
    return ask("value-graph", NODES, [name])[0]


def states(name, n, rng):
    nodes = graph(name)
    leaves = [node for node in nodes if not node["op"]]
    for _ in range(n):
        ops = [
            str(
                rng.choice(["+", "−", "×"] if len(x["from"]) == 2 else ["tanh", "ReLU"])
            )
            for x in nodes[len(leaves) :]
        ]
        numbers = (rng.integers(-10, 11, size=len(leaves)) / 2).tolist()
        yield {"name": name, "leaves": numbers, "ops": ops}


@pytest.mark.parametrize("name", ["neuron", "paths", "gate"])
def test_flow_is_that_of_value(name):
    nodes = graph(name)
    cases = list(states(name, 60, np.random.default_rng(0)))
    for case, answer in zip(cases, ask("value-graph", FLOW, cases), strict=True):
        values = [Value(number) for number in case["leaves"]]
        for op, node in zip(case["ops"], nodes[len(values) :], strict=True):
            values.append(OPS[op](*(values[j] for j in node["from"])))
        values[-1].backward()
        assert np.allclose(answer["values"], [v.data for v in values], rtol=1e-12)
        assert np.allclose(answer["grads"], [v.grad for v in values], rtol=1e-12)
        for slopes, value in zip(answer["slopes"], values, strict=True):
            assert np.allclose(slopes, value.slopes, rtol=1e-12)


def test_every_input_stands_before_its_user():
    for name in ("neuron", "paths", "gate"):
        nodes = graph(name)
        assert all(j < i for i, node in enumerate(nodes) for j in node["from"])
        leaves = [not node["op"] for node in nodes]
        assert leaves == sorted(leaves, reverse=True)


def test_gradients_gather_step_by_step():
    state = {"name": "paths", "leaves": [3, -1], "ops": ["+", "×"]}
    answers = ask("value-graph", FLOW, [{**state, "step": step} for step in range(6)])
    assert [a["total"] for a in answers] == [5] * 6
    assert [a["known"] for a in answers] == [2, 3, 4, 4, 4, 4]
    assert [a["grads"] for a in answers] == [
        [None, None, None, None],
        [None, None, None, None],
        [None, None, None, None],
        [None, None, None, 1],
        [2, None, 3, 1],
        [5, 3, 3, 1],
    ]
    assert [a["now"] for a in answers] == [
        None,
        {"node": 2, "kind": "forward"},
        {"node": 3, "kind": "forward"},
        {"node": 3, "kind": "seed"},
        {"node": 3, "kind": "send"},
        {"node": 2, "kind": "send"},
    ]


def node(widget, name):
    return widget.locator(f'.node rect[aria-label^="{name},"]')


def to_the_end(widget):
    following = widget.get_by_role("button", name="다음")
    while following.is_enabled():
        following.click()


def test_neuron_shows_what_the_page_says(open_widget):
    page, widget = open_widget("value-graph")
    assert node(widget, "L").get_attribute("aria-label") == "L, 값 25"
    to_the_end(widget)
    for name, value, grad in [
        ("w", 3, 20),
        ("x", 2, 30),
        ("b", 1, 10),
        ("y", 2, "−10"),
    ]:
        label = node(widget, name).get_attribute("aria-label")
        assert label == f"{name}, 값 {value}, 기울기 {grad}"
    assert widget.locator(".word").inner_text() == "9/9. 역전파: u → w에 20, x에 30"
    node(widget, "u").click()
    assert "w 쪽 2, x 쪽 3. 받은 기울기: 10." in widget.inner_text()
    assert widget.locator(".labels text").all_text_contents() == ["×2", "×3"]
    widget.get_by_role("slider", name="x").fill("0")
    assert "w 쪽 0, x 쪽 3" in widget.inner_text()
    assert node(widget, "w").get_attribute("aria-label") == "w, 값 3, 기울기 0"
    assert kept(page, "value-graph", "neuron__3_0_1_2__2_0_1_2__4__9")


def test_two_paths_add_up_as_the_page_says(open_widget):
    _, widget = open_widget("value-graph")
    widget.get_by_text("두 갈래").click()
    following = widget.get_by_role("button", name="다음")
    seen = []
    for _ in range(3):
        following.click()
        seen.append(node(widget, "a").get_attribute("aria-label"))
    assert seen == ["a, 값 3", "a, 값 3, 기울기 2", "a, 값 3, 기울기 5"]
    assert following.is_disabled()
    widget.get_by_role("button", name="뒤로").click()
    assert "4/5. 역전파: L → s에 3, a에 2" in widget.inner_text()


def test_gate_opens_as_the_page_says(open_widget):
    page, widget = open_widget("value-graph")
    widget.get_by_text("문", exact=True).click()
    to_the_end(widget)
    for name in ("w", "x"):
        assert node(widget, name).get_attribute("aria-label").endswith("기울기 0")
    node(widget, "h").focus()
    page.keyboard.press("Enter")
    assert node(widget, "h").get_attribute("aria-pressed") == "true"
    widget.get_by_text("tanh", exact=True).click()
    assert node(widget, "w").get_attribute("aria-label") == "w, 값 −1, 기울기 0.42"


def test_operations_are_chosen_by_keyboard(open_widget):
    page, widget = open_widget("value-graph", "?value-graph=paths__3_-1__0_2__2__5")
    widget.get_by_role("radio", name="+").focus()
    page.keyboard.press("ArrowRight")
    assert "s = a − b" in widget.inner_text()
    assert node(widget, "L").get_attribute("aria-label") == "L, 값 12, 기울기 1"


def test_fingers_pick_a_node(open_widget):
    _, widget = open_widget("value-graph", width=390, has_touch=True)
    node(widget, "z").tap()
    assert "z = u + b. 국소 미분: u 쪽 1, b 쪽 1. 받은 기울기: 아직 없다." in (
        widget.inner_text()
    )
    node(widget, "w").tap()
    assert "아직 기울기를 받지 않았다" in widget.inner_text()


def test_play_runs_from_the_start_without_motion(open_widget):
    _, widget = open_widget("value-graph", reduced_motion="reduce")
    widget.get_by_role("button", name="끝까지").click()
    assert "9/9." in widget.inner_text()
    widget.get_by_role("button", name="처음으로").click()
    assert "4/9. 순전파: L = 5 × 5 = 25" in widget.inner_text()


@pytest.mark.parametrize(
    "text", ["q__1__1__1__1", "neuron__1_2__2_0_1_2__4__9", "paths__x_1__0_2__0__0"]
)
def test_a_strange_address_is_survived(open_widget, text):
    _, widget = open_widget("value-graph", f"?value-graph={text}")
    assert "4/9." in widget.inner_text()


def test_an_address_beyond_the_limits_is_mended(open_widget):
    _, widget = open_widget(
        "value-graph", "?value-graph=gate__99_0.3_-9__9_0_2__50__50"
    )
    assert "7/7." in widget.inner_text()
    values = [node(widget, n).get_attribute("aria-label") for n in "wxv"]
    assert [v.split(", ")[1] for v in values] == ["값 5", "값 0.5", "값 −5"]
