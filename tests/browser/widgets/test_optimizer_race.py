"""<optimizer-race>: 걸음마다 lessons와 같고, 본문이 보인다고 한 것이 보인다."""

import numpy as np
import pytest
from playwright.sync_api import expect

from lessons.dl.gradient_descent import numerical_gradient, quadratic, quadratic_grad
from lessons.dl.optimizers import SGD, Adagrad, Adam, Parameter, RMSprop
from lessons.dl.schedules import CosineAnnealingLR
from tests.browser.gestures import drag, kept, swipe
from tests.browser.widgets.formulas import ask

MAKE = {
    "sgd": lambda p, lr, mu: SGD(p, lr),
    "momentum": lambda p, lr, mu: SGD(p, lr, momentum=mu),
    "nesterov": lambda p, lr, mu: SGD(p, lr, momentum=mu, nesterov=True),
    "adagrad": lambda p, lr, mu: Adagrad(p, lr),
    "rmsprop": lambda p, lr, mu: RMSprop(p, lr),
    "adam": lambda p, lr, mu: Adam(p, lr, betas=(mu, 0.999)),
}
MATRICES = {
    "ravine": np.diag([1.0, 50.0]),
    "tilted": np.array([[25.5, 24.5], [24.5, 25.5]]),
    "noisy": np.diag([1.0, 5.0]),
}
RACE = "state => race({...state, noise: shake(state.land, state.seed, 60)})"


def height(land, w):
    if land in MATRICES:
        return quadratic(w, MATRICES[land])
    return 10 * w[0] ** 2 + (w[1] ** 2 - 4) ** 2 / 16


def gradient(land, w):
    if land in MATRICES:
        return quadratic_grad(w, MATRICES[land])
    return np.array([20 * w[0], w[1] * (w[1] ** 2 - 4) / 4])


def states(rng):
    for land in ("ravine", "tilted", "saddle", "noisy"):
        for racer in MAKE:
            for decay in (False, True):
                yield {
                    "land": land,
                    "racer": racer,
                    "start": rng.uniform(-4, 4, 2).tolist(),
                    "lr": float(10 ** rng.uniform(-3, -2)),
                    "momentum": float(rng.uniform(0.1, 0.95)),
                    "decay": decay,
                    "seed": int(rng.integers(100)),
                }


def test_every_step_is_the_lessons():
    cases = list(states(np.random.default_rng(4)))
    noises = ask("optimizer-race", "s => shake(s.land, s.seed, 60)", cases)
    paths = ask("optimizer-race", RACE, cases)
    for case, noise, path in zip(cases, noises, paths, strict=True):
        w = Parameter(np.array(case["start"]))
        mu = case["momentum"]
        optimizer = MAKE[case["racer"]]([w], case["lr"], mu)
        cosine = CosineAnnealingLR(optimizer, 60) if case["decay"] else None
        want = [w.data.copy()]
        for shake in noise:
            w.grad = gradient(case["land"], w.data) + shake
            optimizer.step()
            if cosine:
                cosine.step()
            want.append(w.data.copy())
        np.testing.assert_allclose(path, want, rtol=1e-8, atol=1e-8)


def test_lands():
    rng = np.random.default_rng(5)
    cases = [
        {"land": land, "w": rng.uniform(-4, 4, 2).tolist()}
        for land in ("ravine", "tilted", "saddle", "noisy")
        for _ in range(5)
    ]
    formula = "({land, w}) => [LANDS[land].height(w), ...LANDS[land].gradient(w)]"
    for case, got in zip(cases, ask("optimizer-race", formula, cases), strict=True):
        land, w = case["land"], np.array(case["w"])
        slope = numerical_gradient(lambda v, land=land: height(land, v), w)
        np.testing.assert_allclose(got[0], height(land, w))
        np.testing.assert_allclose(got[1:], gradient(land, w))
        np.testing.assert_allclose(got[1:], slope, rtol=1e-6, atol=1e-6)


def test_noise_is_normal_and_only_on_the_noisy_land():
    noise = np.array(ask("optimizer-race", "seed => noise(seed, 20000)", [0, 1]))
    np.testing.assert_allclose(noise.mean(axis=(1, 2)), 0, atol=0.02)
    np.testing.assert_allclose(noise.std(axis=(1, 2)), 1, atol=0.02)
    assert (noise[0] != noise[1]).all()
    shaken = ask("optimizer-race", "land => shake(land, 3, 9)", ["ravine", "noisy"])
    assert not np.any(shaken[0])
    np.testing.assert_allclose(
        shaken[1], 3 * np.array(ask("optimizer-race", "s => noise(s, 9)", [3])[0])
    )


def test_rates_are_the_best_of_the_grid():
    """1·2·5 눈금, 50까지. 가장 좋은 것이 안쪽에 있다. 잡음 그릇은 씨앗 0-19의 평균."""
    formula = """land => {
      const powers = [-4, -3, -2, -1, 0, 1]
      const rates = powers.flatMap(k => [1, 2, 5].map(m => Number(`${m}e${k}`)))
      const seeds = land === "noisy" ? 20 : 1
      const over = (racer, lr) => {
        let sum = 0
        for (let seed = 0; seed < seeds; seed++) {
          const noise = shake(land, seed, 100)
          const start = STARTS[land]
          const rest = {momentum: 0.9, noise, decay: false}
          const path = race({land, racer, start, lr, ...rest})
          sum += path.length < 101 ? Infinity : LANDS[land].height(path[100])
        }
        return sum
      }
      const best = racer =>
        rates.reduce((a, b) => over(racer, b) < over(racer, a) ? b : a)
      const inside = lr => rates[0] < lr && lr < rates.at(-1)
      return RACERS.every(
        racer => best(racer) === RATES[land][racer] && inside(best(racer)))
    }"""
    lands = ["tilted", "saddle", "noisy"]
    assert ask("optimizer-race", formula, lands) == [True] * 3
    same = "land => JSON.stringify(RATES[land])"
    assert len(set(ask("optimizer-race", same, ["ravine", "tilted"]))) == 1


def test_path_stops_before_it_overflows():
    case = {"land": "ravine", "racer": "sgd", "start": [1, 1], "lr": 1, "momentum": 0}
    path = ask("optimizer-race", RACE, [{**case, "decay": False, "seed": 0}])[0]
    assert 1 < len(path) < 10
    assert np.abs(path).max() < 1e6


def heights(widget) -> dict[str, str]:
    """이름과 그 옆의 높이."""
    rows = widget.locator(".lanes label").all()
    return dict(row.inner_text().split() for row in rows)


def at(land, shown, *, scale=0, plan="same", start="-4_2", seed=0):
    return f"?optimizer-race={land}__{start}__{scale}_0.9_{shown}_63_{seed}__{plan}"


def test_turning_the_ravine_hurts_only_those_that_scale_each_axis(open_widget):
    page, widget = open_widget("optimizer-race", at("ravine", 100))
    straight = heights(widget)
    assert straight["SGD"] == "0.141"
    assert straight["AdaGrad"] == straight["RMSProp"] == "0"
    widget.get_by_text("기운 골짜기").click()
    turned = heights(widget)
    assert turned["SGD"] == "0.158"
    assert turned["모멘텀"] == straight["모멘텀"] == "1e−4"
    assert turned["AdaGrad"] == "0.043" and turned["RMSProp"] == "0.009"
    assert page.watch.errors == []


def test_saddle_holds_sgd(open_widget):
    _, widget = open_widget("optimizer-race", at("saddle", 30, start="-4_0.01"))
    seen = heights(widget)
    assert seen["SGD"] == "0.999"
    assert float(seen["모멘텀"]) < 0.6


def test_when_each_leaves_the_saddle():
    formula = """racer => race({land: "saddle", racer, start: STARTS.saddle,
      lr: RATES.saddle[racer], momentum: 0.9, noise: shake("saddle", 0, 100),
      decay: false}).findIndex(([, y]) => Math.abs(y) > 1)"""
    left = dict(zip(MAKE, ask("optimizer-race", formula, list(MAKE)), strict=True))
    assert left["sgd"] == 98 and left["momentum"] == 28
    assert left["rmsprop"] <= 3 and left["adam"] <= 3


def test_cosine_settles_on_the_noisy_land_on_average():
    formula = """([racer, decay]) => Array.from({length: 20}, (_, seed) => {
      const noise = shake("noisy", seed, 100)
      const path = race({land: "noisy", racer, start: STARTS.noisy,
        lr: 4 * RATES.noisy[racer], momentum: 0.9, noise, decay})
      return LANDS.noisy.height(path.at(-1))
    })"""
    cases = [[racer, decay] for racer in MAKE for decay in (False, True)]
    ends = np.reshape(ask("optimizer-race", formula, cases), (6, 2, 20))
    same, cosine = ends.mean(axis=2).T
    assert (cosine < 0.3 * same).all()
    np.testing.assert_allclose([same[0], cosine[0]], [1.54, 0.15], atol=0.006)
    np.testing.assert_allclose([same[-1], cosine[-1]], [0.55, 0.15], atol=0.006)
    assert len(set(ends[:, 1].argmin(axis=0))) > 1  # 한 번의 순위는 운이다


def test_noise_button_stands_only_on_the_noisy_land(open_widget):
    page, widget = open_widget("optimizer-race", at("noisy", 100, scale=2))
    before = heights(widget)
    again = widget.get_by_role("button", name="다른 잡음")
    again.click()
    assert heights(widget) != before
    widget.get_by_text("코사인").click()
    assert kept(page, "optimizer-race", "noisy__-4_2__2_0.9_100_63_1__cosine")
    widget.get_by_text("안장").click()
    assert not again.is_visible()


def test_rate_slider_reaches_the_bound(open_widget):
    """SGD의 0.02에 2를 곱하면 가파른 쪽의 경계 2/50이다. 4를 곱하면 터진다."""
    _, widget = open_widget("optimizer-race", at("ravine", 100))
    slider = widget.get_by_role("slider", name="학습률의 배수")
    slider.fill("2")
    assert slider.get_attribute("aria-valuetext") == "4배"
    assert heights(widget)["SGD"] == "발산"
    slider.fill("1")
    assert heights(widget)["SGD"] == "100"


def test_racer_can_be_switched_off(open_widget):
    page, widget = open_widget("optimizer-race")
    box = widget.get_by_role("checkbox", name="Adam", exact=False).last
    box.focus()
    page.keyboard.press("Space")
    assert not box.is_checked()
    assert widget.locator(".head:visible").count() == 5
    assert kept(page, "optimizer-race", "ravine__-4_2__0_0.9_30_31_0__same")


@pytest.mark.parametrize("touch", [False, True])
def test_start_is_picked_on_the_map(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("optimizer-race", width=width, has_touch=touch)
    ground, knob = widget.locator(".ground").first, widget.get_by_label("출발점")
    ground.evaluate("e => e.scrollIntoView({block: 'center'})")
    box = ground.bounding_box()
    spot = {"x": box["width"] * 0.2, "y": box["height"] * 0.3}
    (ground.tap if touch else ground.click)(position=spot)
    assert start_of(knob) == pytest.approx((-3, 2), abs=0.11)
    (swipe if touch else drag)(page, knob, box["width"] / 5, 0)
    assert start_of(knob) == pytest.approx((-1, 2), abs=0.11)
    knob.focus()
    page.keyboard.press("ArrowUp")
    assert start_of(knob) == pytest.approx((-1, 2.1), abs=0.11)


def start_of(knob) -> tuple[float, ...]:
    text = knob.get_attribute("aria-valuetext").replace("−", "-")
    return tuple(float(part.split()[-1]) for part in text.split(","))


def test_race_is_played_to_its_end(open_widget):
    _, widget = open_widget("optimizer-race", at("ravine", 96))
    widget.get_by_role("button", name="재생").click()
    expect(widget).to_contain_text("100걸음 뒤")
    widget.get_by_role("button", name="뒤로").click()
    assert "99걸음 뒤" in widget.inner_text()
