"""문: 무엇이 와도 약속한 배열이거나, 고치는 법을 말하는 오류다."""

from fractions import Fraction

import numpy as np
import pytest
import torch

from lessons import arrays, scalars
from lessons.dl.tensor import Tensor
from lessons.dl.value import Value


@pytest.mark.parametrize(
    "given",
    [
        [1, 2],
        (1.0, 2.0),
        np.array([1, 2], np.uint8),
        np.array([1, 2], np.float16),
        np.array([1, 2], object),
        torch.tensor([1.0, 2.0], requires_grad=True),
        [Fraction(1), np.int8(2)],
        np.ma.array([1.0, 2.0], mask=[False, False]),
    ],
)
def test_numbers_of_every_kind_become_float64(given):
    got = arrays.real("x", given, "N", N=2)
    assert got.dtype == np.float64 and got.tolist() == [1, 2]


def test_real_passes_nan_and_empty_but_finite_does_not():
    assert np.isnan(arrays.real("x", [np.nan])).all()
    assert arrays.real("x", np.zeros((0, 3)), "N, D", D=3).shape == (0, 3)
    with pytest.raises(ValueError, match="x: NaN이나 무한대가 2개"):
        arrays.finite("x", [np.nan, 1, -np.inf])
    with pytest.raises(ValueError, match="x: 비었다"):
        arrays.finite("x", [])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([1j], "복소수"),
        (["1"], "글자"),
        ([b"1"], "바이트"),
        (np.array(["2020-01-01"], "M8[D]"), "날짜"),
        ([[1, 2], [3]], "줄마다 길이"),
        ([1, None], "수가 아닌 것이 1개.*None"),
        ({1, 2}, "수가 아닌 것"),
        ([10**400, 1], "수의 배열로 바꿀 수 없다"),
        (Tensor([1.0]), r"x\.data를 넣는다"),
        (np.ma.array([1.0, 2.0], mask=[True, False]), "가려진 값"),
        (np.zeros(1, [("a", float)]), "수가 아닌 것"),
    ],
)
def test_what_is_not_a_real_number_is_refused(given, words):
    with pytest.raises(ValueError, match=f"^x: .*{words}"):
        arrays.real("x", given)


@pytest.mark.parametrize(
    ("shape", "spec", "sizes", "words"),
    [
        ((2,), "N, D", {}, r"\(N, D\)인 .*\(2,\).*reshape\(-1, 1\)"),
        ((2, 1), "N", {"N": 2}, r"\(2,\)인 .*\(2, 1\).*reshape\(-1\)로 편다"),
        ((3, 4), "N, C, H, W", {}, r"x\[None, None\]으로 축"),
        ((3, 4, 4), "N, C, H, W", {}, r"x\[None\]으로 축"),
        ((3, 4), "N, D", {"D": 5}, r"\(N, 5\)인 .*\(3, 4\)"),
        ((3, 4), "..., 5", {}, r"\(\.\.\., 5\)인"),
        ((), "..., D", {}, r"\(\.\.\., D\)인"),
        ((1,), "", {}, r"\(\)인"),
        ((3, 1), "D | D, N", {"D": 2}, r"\(2,\)이나 \(2, N\)인 .*\(3, 1\)\.$"),
    ],
)
def test_wrong_shape_says_what_was_expected(shape, spec, sizes, words):
    with pytest.raises(ValueError, match=words):
        arrays.real("x", np.zeros(shape), spec, **sizes)


def test_right_shapes_pass():
    x = np.zeros((2, 3, 4))
    assert arrays.real("x", x, "..., D", D=4) is x
    assert arrays.real("x", x, "A, 3, B").shape == (2, 3, 4)
    assert arrays.real("x", 1, "").shape == ()
    for shape in ((2,), (2, 9)):
        assert arrays.real("x", np.zeros(shape), "D | D, N", D=2).shape == shape


def test_integers_refuse_bools_floats_and_what_is_out_of_range():
    assert arrays.integers("y", np.array([0, 200], np.uint8)).dtype == np.int64
    assert arrays.integers("y", []).shape == (0,)
    assert arrays.integers("y", [0, 4], low=0, high=4).tolist() == [0, 4]
    with pytest.raises(ValueError, match=r"받은 자료형: 실수.*astype\(int\)"):
        arrays.integers("y", [1.0])
    with pytest.raises(ValueError, match="받은 자료형: 참거짓"):
        arrays.integers("y", [True])
    with pytest.raises(ValueError, match=r"y: 0부터 2까지의 정수.*-1부터 2까지"):
        arrays.integers("y", [-1, 2], low=0, high=2)
    with pytest.raises(ValueError, match="y: 2 이하의 정수"):
        arrays.integers("y", [3], high=2)
    with pytest.raises(ValueError, match="큰 수가 있다"):
        arrays.integers("y", np.array([2**64 - 1], np.uint64))


def test_classes_may_be_words_but_not_nan():
    assert arrays.classes("y", ["개", "고양이"]).tolist() == ["개", "고양이"]
    for bad, words in (
        ([1, np.nan], "NaN"),
        ([], "비었다"),
        ([1j], "복소수"),
        ([[1]], r"\(N,\)인"),
    ):
        with pytest.raises(ValueError, match=f"^y: .*{words}"):
            arrays.classes("y", bad)


def test_mask_takes_only_true_and_false():
    assert arrays.mask("m", [True, False], "N", N=2).dtype == bool
    with pytest.raises(ValueError, match=r"m\.astype\(bool\)"):
        arrays.mask("m", [1, 0])
    with pytest.raises(ValueError, match=r"\(3,\)인"):
        arrays.mask("m", [True], "N", N=3)


def test_mask_may_be_floats_to_add_but_never_integers():
    assert arrays.mask("m", [0.0, -np.inf], floats=True).tolist() == [0, -np.inf]
    assert arrays.mask("m", [True], floats=True).dtype == bool
    with pytest.raises(ValueError, match=r"m: 참과 거짓.*정수"):
        arrays.mask("m", [1, 0], floats=True)


def test_broadcast_never_enlarges_the_shape():
    assert arrays.broadcast("w", 2, (2, 3)).tolist() == [[2] * 3] * 2
    assert arrays.broadcast("w", [[1], [2]], (2, 2)).tolist() == [[1, 1], [2, 2]]
    for shape in ((3, 1), (2,), (1, 3)):
        with pytest.raises(ValueError, match=r"w: 모양이 \(3,\)이거나"):
            arrays.broadcast("w", np.ones(shape), (3,))
    with pytest.raises(ValueError, match="w: 실수를 넣는다"):
        arrays.broadcast("w", ["1"], (1,))


def test_differentiable_leaves_what_remembers_its_graph():
    leaf = torch.tensor([1.0, 2.0], requires_grad=True)
    for kept in (leaf, Tensor([1.0]), [Value(1)], np.array([Value(1)])):
        assert arrays.differentiable("x", kept, "N") is kept
        with pytest.raises(ValueError, match=r"x: 모양이 \(N, D\)인"):
            arrays.differentiable("x", kept, "N, D")
    assert arrays.differentiable("x", leaf.sum()).shape == ()
    for plain in ([1, 2], np.array([1, 2], np.uint8), torch.tensor([1, 2])):
        got = arrays.differentiable("x", plain, "N")
        assert got.dtype == np.float64 and got.tolist() == [1, 2]
    with pytest.raises(ValueError, match=r"x: 모양이 \(2,\)"):
        arrays.differentiable("x", [1, 2, 3], "2")


def test_a_turned_matrix_is_told():
    with pytest.raises(ValueError, match=r"\(3, K\)인.*\(2, 3\).*W\.T를 넣는다"):
        arrays.real("W", np.ones((2, 3)), "D, K", D=3)
    with pytest.raises(ValueError, match=r"\(3, K\)인.*\(2, 4\)\.$"):
        arrays.real("W", np.ones((2, 4)), "D, K", D=3)


def test_probabilities_sum_to_one():
    p = arrays.probabilities("p", [[0.25, 0.75], [1, 0]], "N, K")
    assert p.shape == (2, 2)
    assert arrays.probabilities("p", p.T, axis=0).shape == (2, 2)
    for bad in ([0.5, 0.6], [-0.5, 1.5], 1.0):
        with pytest.raises(ValueError, match=r"p: 0 이상이고 합이 1"):
            arrays.probabilities("p", bad)


def test_same_shape():
    arrays.same_shape(a=np.zeros(2), b=[1, 2])
    with pytest.raises(ValueError, match=r"a·b: .*a \(2,\), b \(2, 1\)"):
        arrays.same_shape(a=np.zeros(2), b=np.zeros((2, 1)))


@pytest.mark.parametrize("good", [3, np.int64(3), np.uint8(3), torch.tensor(3)])
def test_count_takes_integers_of_every_kind(good):
    got = scalars.count("k", good, 1, 3)
    assert got == 3 and type(got) is int


@pytest.mark.parametrize("bad", [0, 4, 2.0, True, np.True_, "3", None, [3], 2.5])
def test_count_refuses_the_rest(bad):
    with pytest.raises(ValueError, match="k: 1부터 3까지의 정수 하나"):
        scalars.count("k", bad, 1, 3)


def test_scalar_takes_nan_but_no_list():
    for three in (3, 3.0, np.uint8(3), np.array(3), torch.tensor(3.0), Fraction(3)):
        got = scalars.scalar("x", three)
        assert got == 3 and type(got) is float
    assert np.isnan(scalars.scalar("x", np.nan))
    assert scalars.scalar("x", np.True_) == 1
    for bad in ("3", [3], None, 1j, 10**400, np.ones(1)):
        with pytest.raises(ValueError, match="x: 수 하나를 넣는다"):
            scalars.scalar("x", bad)


def test_instance():
    assert scalars.instance("x", 3, int) == 3
    with pytest.raises(ValueError, match=r"x: int 하나를 넣는다. 받은 것: str\."):
        scalars.instance("x", "3", int)
    with pytest.raises(ValueError, match="x: 수의 목록 하나를"):
        scalars.instance("x", 3, list, "수의 목록")


def test_counts():
    for good in ([2, 3], (2, np.int8(3)), np.array([2, 3]), range(2, 4)):
        assert scalars.counts("sizes", good, fewest=2) == [2, 3]
    assert scalars.counts("sizes", [], fewest=0) == []
    for bad, words in (
        (3, "목록을 넣는다. .*3"),
        ("23", "목록을 넣는다"),
        ([2], "정수를 2개 이상 넣는다"),
        ([2, 0], r"sizes\[1\]: 1 이상의 정수 하나"),
        ([2, 2.5], r"sizes\[1\]: 1 이상의 정수 하나"),
    ):
        with pytest.raises(ValueError, match=words):
            scalars.counts("sizes", bad, fewest=2)
    with pytest.raises(ValueError, match="shape: 정수를 2개 넣는다"):
        scalars.counts("shape", [1, 2, 3], size=2)


@pytest.mark.parametrize("good", [0.5, np.float32(0.5), torch.tensor(0.5)])
def test_number_takes_reals_of_every_kind(good):
    got = scalars.number("lr", good, above=0, most=0.5)
    assert got == 0.5 and type(got) is float


@pytest.mark.parametrize("bad", [0, 1, np.nan, np.inf, "a", None, True, 1j, 10**400])
def test_number_refuses_the_rest(bad):
    with pytest.raises(ValueError, match="lr: 0 초과 1 미만인 수 하나"):
        scalars.number("lr", bad, above=0, below=1)


def test_number_says_each_limit():
    with pytest.raises(ValueError, match="lr: 0 이상 2 이하인 수"):
        scalars.number("lr", -1, 0, 2)
    with pytest.raises(ValueError, match="lr: 유한한 수"):
        scalars.number("lr", np.inf)
    assert scalars.number("lr", 0, 0, 2) == 0


def test_choice():
    assert scalars.choice("reduction", "sum", ("mean", "sum")) == "sum"
    assert scalars.choice("r", None, (None, "sum")) is None
    with pytest.raises(ValueError, match=r"'mean', 'sum' 가운데 하나.*'avg'"):
        scalars.choice("reduction", "avg", ("mean", "sum"))
    with pytest.raises(ValueError, match="가운데 하나"):
        scalars.choice("reduction", ["mean"], ("mean", "sum"))


def test_pair():
    assert scalars.pair("stride", np.int64(2)) == (2, 2)
    assert scalars.pair("stride", [1, 2]) == (1, 2)
    for bad in ("ab", [1, 2, 3], 1.5, None, [1, [2]], True):
        with pytest.raises(ValueError, match=r"^stride: "):
            scalars.pair("stride", bad)
    with pytest.raises(ValueError, match="stride: 1 이상의 정수"):
        scalars.pair("stride", 0, least=1)


def test_fitted_and_generator():
    class Model:
        pass

    with pytest.raises(ValueError, match=r"Model: 아직 배운 것이 없다. fit을 먼저"):
        scalars.fitted(Model(), "coef_")
    with pytest.raises(ValueError, match=r"^Model: forward부터 호출한다"):
        scalars.fitted(Model(), "x", "forward")
    rng = np.random.default_rng(0)
    assert scalars.generator("rng", rng) is rng
    with pytest.raises(ValueError, match=r"rng: np\.random\.default_rng\(0\)"):
        scalars.generator("rng", 0)


def test_arguments_are_never_changed():
    x = np.array([3, 1], np.uint8)
    x.flags.writeable = False
    arrays.real("x", x)
    arrays.integers("x", x)
    assert x.tolist() == [3, 1]


def test_long_values_are_cut_in_messages():
    assert len(scalars.shown("가" * 200)) == 58


def test_flag_refuses_numbers_and_words():
    assert scalars.flag("shuffle", True) is True
    assert scalars.flag("shuffle", np.False_) is False
    assert scalars.flag("shuffle", torch.tensor(True)) is True
    for bad in (1, 0, "False", None, [True]):
        with pytest.raises(ValueError, match="shuffle: True나 False를"):
            scalars.flag("shuffle", bad)


def test_text_and_function():
    assert scalars.text("name", "글") == "글"
    assert scalars.function("f", len) is len
    for bad in (b"a", None, 3):
        with pytest.raises(ValueError, match="name: 글자를"):
            scalars.text("name", bad)
        with pytest.raises(ValueError, match=r"f: 함수를.*이름만"):
            scalars.function("f", bad)


def test_rows_take_any_dtype_and_any_axes_after_the_first():
    words = np.array([["개", None]], object)
    assert arrays.rows("X", words, N=1) is words
    assert arrays.rows("X", torch.zeros(2, 3, 4, requires_grad=True)).shape == (2, 3, 4)
    for bad, words in (
        (None, r"\(N,\)인"),
        ([[1], [1, 2]], "줄마다 길이"),
        (Tensor([1.0]), r"X\.data"),
        (np.ma.array([1, 2], mask=[True, False]), "가려진 값"),
    ):
        with pytest.raises(ValueError, match=f"^X: .*{words}"):
            arrays.rows("X", bad)
    with pytest.raises(ValueError, match=r"\(2, _\)인 .*\(3, 1\)"):
        arrays.rows("X", np.zeros((3, 1)), N=2)


WORDS = (
    (np.array([True]), "참거짓(bool)"),
    (np.array([1]), "정수(int64)"),
    (np.array([1], np.uint8), "정수(uint8)"),
    (np.array([1.0]), "실수(float64)"),
    (np.array([1j]), "복소수(complex128)"),
    (np.array(["a"]), "글자(<U1)"),
    (np.array([b"a"]), "바이트(|S1)"),
    (np.array(["2020"], "M8[D]"), "날짜(datetime64[D])"),
    (np.array([1], "m8[s]"), "시간(timedelta64[s])"),
    (np.zeros(1, "V1"), "수가 아닌 것(|V1)"),
)


@pytest.mark.parametrize(("given", "word"), WORDS)
def test_every_kind_has_its_word(given, word):
    doors = {"biuf": arrays.real, "iu": arrays.integers, "b": arrays.mask}
    for taken, door in doors.items():
        if given.dtype.kind not in taken:
            with pytest.raises(ValueError) as caught:
                door("x", given)
            assert f"받은 자료형: {word}." in str(caught.value)


@pytest.mark.parametrize(
    "door",
    [
        arrays.real,
        arrays.finite,
        arrays.integers,
        arrays.classes,
        arrays.mask,
        arrays.probabilities,
        arrays.rows,
        arrays.differentiable,
    ],
)
def test_every_door_says_its_name_and_what_came(door):
    with pytest.raises(ValueError, match=r"^x: 수의 배열로.*받은 것: list\."):
        door("x", [[1], [2, 3]])
    ragged = np.empty(2, object)
    ragged[:] = [10**400, 0.5]
    if door is not arrays.rows:
        with pytest.raises(ValueError, match=r"^x: 수의 배열로.*받은 것: ndarray\."):
            door("x", ragged)
        with pytest.raises(ValueError, match=r"^x: 수가 아닌 것이 1개 있다.*: None\."):
            door("x", [1, None])


def test_objects_keep_their_numbers():
    halves = np.array([Fraction(1, 2), 1], object)
    assert arrays.real("x", halves).tolist() == [0.5, 1]
    ones = arrays.classes("y", np.array([1, 2], object))
    assert ones.dtype == np.int64 and ones.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("door", "good"),
    [
        (arrays.real, [1.0, 2.0]),
        (arrays.finite, [1.0, 2.0]),
        (arrays.integers, [1, 2]),
        (arrays.classes, [1, 2]),
        (arrays.mask, [True, False]),
        (arrays.probabilities, [0.25, 0.75]),
        (arrays.differentiable, [1.0, 2.0]),
    ],
)
def test_every_door_looks_at_the_shape(door, good):
    assert door("x", good, "N", N=2).tolist() == good
    with pytest.raises(ValueError, match=r"^x: 모양이 \(3,\)인 .*받은 모양: \(2,\)"):
        door("x", good, "N", N=3)
    with pytest.raises(
        ValueError, match=r"^x: 모양이 \(N,\)인 .*x.reshape\(-1\)로 편다"
    ):
        door("x", [good], "N")
    with pytest.raises(ValueError, match=r"^x: 모양이 \(N,\)인 .*\(2, 2\)\.$"):
        door("x", [good] * 2, "N")


def test_the_array_itself_comes_back_when_nothing_has_to_change():
    x, y = np.array([1.0]), np.array([1])
    assert arrays.real("x", x) is x and arrays.finite("x", x) is x
    assert arrays.integers("y", y) is y and arrays.classes("y", y) is y
    assert arrays.real("x", np.array([1.0], np.float32)).dtype == np.float64
    most = np.iinfo(np.int64).max
    assert arrays.integers("y", np.array([most], np.uint64)).tolist() == [most]


def test_only_the_letters_of_a_kind_count():
    """낱말의 가운데 글자만 맞는 것은 받지 않는다."""
    for kind in ("c16", "M8[D]", "S1"):
        with pytest.raises(ValueError, match="받은 자료형"):
            arrays.classes("y", np.zeros(1, kind))
    with pytest.raises(ValueError, match="받은 자료형: 실수"):
        arrays.mask("m", [0.5])
    with pytest.raises(ValueError, match="받은 자료형: 정수"):
        arrays.mask("m", [1], floats=True)
    assert arrays.mask("m", [0.5], floats=True).tolist() == [0.5]


def test_hints_are_given_only_where_they_mend():
    for shape, spec in (((3,), "N, N, N"), ((1,), "N, D, K"), ((2, 1, 3), "N")):
        with pytest.raises(ValueError, match=r"받은 모양: \([0-9, ]+\)\.$"):
            arrays.real("x", np.zeros(shape), spec)
    with pytest.raises(ValueError, match=r"받은 모양: \(\)\.$"):
        arrays.real("x", 1.0, "N")
    with pytest.raises(ValueError, match=r"\(1, 5\)\. x\.reshape\(-1\)로 편다\.$"):
        arrays.real("x", np.zeros((1, 5)), "N")


def test_limits_themselves_are_taken():
    assert scalars.count("k", 1) == 1 and scalars.count("k", 5, 5, 5) == 5
    assert scalars.pair("k", 0) == (0, 0) and scalars.pair("k", (0, 0)) == (0, 0)
    assert scalars.counts("k", [1]) == [1] and scalars.counts("k", []) == []
    assert scalars.counts("k", (0, 2), 0, size=2) == [0, 2]
    with pytest.raises(ValueError, match=r"^k\[1\]: 1 이상의 정수.*값: 0\."):
        scalars.counts("k", [1, 0])
    with pytest.raises(ValueError, match=r"^k: 정수를 2개 넣는다.*값: \[1\]\."):
        scalars.counts("k", [1], size=2)
    with pytest.raises(ValueError, match=r"^k: 정수를 1개 이상 넣는다.*값: \[\]\."):
        scalars.counts("k", [], fewest=1)


@pytest.mark.parametrize(
    "door",
    [
        scalars.count,
        scalars.counts,
        scalars.number,
        scalars.scalar,
        scalars.flag,
        scalars.text,
        scalars.function,
        scalars.mapping,
        scalars.pair,
        scalars.generator,
    ],
)
def test_every_scalar_door_says_what_came(door):
    with pytest.raises(ValueError, match=r"^x: .*넣는다\. .*받은 값: 1j\.$"):
        door("x", 1j)


def test_mapping():
    given = {"a": 1}
    assert scalars.mapping("p", given) is given and scalars.mapping("p", {}) == {}
    for bad in ({1: 2}, {"a": 1, 2: 3}, [("a", 1)], ["a"]):
        with pytest.raises(ValueError, match=r"^p: .*꼴의 사전을"):
            scalars.mapping("p", bad)


def test_scalar_takes_even_nan():
    assert scalars.scalar("x", 2.5) == 2.5 and np.isnan(scalars.scalar("x", np.nan))
    for one in (np.float32(2), torch.tensor(2.0), 2, Fraction(2)):
        got = scalars.scalar("x", one)
        assert got == 2 and type(got) is float
    with pytest.raises(ValueError, match="x: 수 하나"):
        scalars.scalar("x", 10**400)


def test_flags_keep_their_side():
    for truth in (True, False):
        for given in (truth, np.bool_(truth), torch.tensor(truth), np.array(truth)):
            assert scalars.flag("f", given) is truth


def test_a_fitted_model_passes():
    class Model:
        coef_ = None

    model = Model()
    with pytest.raises(ValueError, match=r"^Model: 아직 배운"):
        scalars.fitted(model, "coef_")
    with pytest.raises(ValueError, match=r"^Model: forward부터 호출한다\.$"):
        scalars.fitted(model, "coef_", "forward")
    model.coef_ = 0
    scalars.fitted(model, "coef_")


class Weight:
    def __init__(self, data, **given):
        self.data = data
        vars(self).update(given)


def test_parameters():
    w = Weight(np.ones(2), grad=None)
    assert scalars.parameters("params", (p for p in [w])) == [w]
    frozen = np.ones(2)
    frozen.flags.writeable = False
    for alone in (w, "w", b"w", 3):
        with pytest.raises(ValueError, match=r"^params: .*\[ \]로 감싼다.*: \w+"):
            scalars.parameters("params", alone)
    kind = type(w).__name__
    with pytest.raises(ValueError, match=f"받은 것: {kind}"):
        scalars.parameters("params", w)
    with pytest.raises(ValueError, match=r"^params: 비었다"):
        scalars.parameters("params", [])
    for bad in (
        Weight(np.ones(2)),
        Weight([1.0], grad=None),
        Weight(np.ones(2, int), grad=None),
        Weight(frozen, grad=None),
    ):
        with pytest.raises(ValueError, match=rf"^params\[1\]: .*받은 것: {kind}\."):
            scalars.parameters("params", [w, bad])
    with pytest.raises(ValueError, match=r"^params\[0\]: .*받은 것: ndarray\."):
        scalars.parameters("params", [np.ones(2)])
    with pytest.raises(ValueError, match=r"^params: 같은 매개변수가 두 번"):
        scalars.parameters("params", [w, w])


def test_words_of_a_range():
    assert [scalars.span(*pair) for pair in ((None, None), (1, None), (None, 2))] == [
        "",
        "1 이상의",
        "2 이하의",
    ]
    assert scalars.shown("가" * 58) == repr("가" * 58)
    assert scalars.shown("가" * 59) == "'" + "가" * 56 + "…"
