"""견주는 표: 같은 것은 받고, 다른 것은 참인 까닭만 말한다."""

import numpy as np
import pytest

from lessons.checking import Answer, grade
from lessons.comparing import difference

CHECK = """
import numpy as np

def mean(x): return x.mean()

def cases(rng):
    yield (np.array([1.0, 2.0, 6.0]),)
    yield (rng.normal(size=5),)

def check(answer):
    mistakes = {"합이다.": lambda x: x.sum(), "첫 값이다.": lambda x: x[0]}
    answer.compare("mean", mean, cases(answer.rng()), mistakes, keeps=("x",))
"""


def said(body: str, check: str = CHECK):
    verdict = grade(f"import numpy as np\ndef mean(x):\n    {body}\n", check)
    return verdict.kind, verdict.message


@pytest.mark.parametrize(
    "value",
    [
        "x.mean()",
        "float(x.mean())",
        "np.asarray(x.mean())",
        "np.float32(x.mean())",
        "sum(x) / len(x)",
    ],
)
def test_the_same_number_is_accepted_in_any_form(value):
    assert said(f"return {value}")[0] == "passed"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("pass", "return이 없다"),
        ("return str(x.mean())", "수가 아니다"),
        ("return x.mean(keepdims=True)", "수 하나를 돌려준다"),
        ("return x.mean() > 2", "참과 거짓이 아니라 수"),
        ("return [x.mean(), [1, 2]]", "줄마다 길이가 다르다"),
        ("return x.mean() * 1.001", "나온 값 3.003, 기대한 값 3"),
        ("return x.mean() * (1 + 1e-5)", "나온 값 3.00003, 기대한 값 3."),
        ("x.sort(); x -= 1; return x.mean() + 1", "받은 x를 바꾸었다"),
        ("return x.sum()", "합이다."),
        ("return x[0]", "첫 값이다."),
    ],
)
def test_what_differs_is_told_with_what_was_tried(body, why):
    kind, message = said(body)
    assert kind == "wrong"
    assert why in message
    assert "mean([1, 2, 6])" in message


def test_mistake_is_named_only_when_it_gives_every_output():
    kind, message = said("return x.sum() if len(x) == 3 else 0.0")
    assert kind == "wrong"
    assert "합이다" not in message


def test_two_mistakes_that_fit_are_not_told_apart():
    check = CHECK.replace('"첫 값이다."', '"모두 더했다."').replace("x[0]", "sum(x)")
    kind, message = said("return x.sum()", check)
    assert kind == "wrong"
    assert "더했다" not in message and "합이다" not in message


def test_own_error_comes_after_the_input_that_raised_it():
    kind, message = said("return x.medium()")
    assert kind == "error"
    assert message.startswith("mean([1, 2, 6])에서 멈췄다.\n")
    assert message.endswith("has no attribute 'medium'")


def test_changed_arguments_of_the_function_are_told():
    verdict = grade("def mean(x, axis):\n    return x.mean()\n", CHECK)
    assert verdict.kind == "wrong"
    assert "인수가 시작할 때와 다르다" in verdict.message


def test_changing_what_was_not_promised_is_a_clue_only_when_wrong():
    check = CHECK.replace(', keeps=("x",)', "")
    assert said("x -= 1; return x.mean() + 1", check)[0] == "passed"
    assert "x의 값이 바뀌어 있다" in said("x -= 1; return x.mean()", check)[1]


PROMISED = """
def check(answer):
    def half(n):
        if n % 2:
            raise ValueError
        return n // 2
    def zero(n): return 0
    def refuses(n): raise ValueError
    mistakes = {"늘 0이다.": zero, "짝수도 물리친다.": refuses}
    answer.compare("half", half, [(4,), (3,), (0,)], mistakes)
"""


@pytest.mark.parametrize(
    ("body", "kind", "why"),
    [
        ("if n % 2: raise ValueError('홀수')\n    return n // 2", "passed", "통과"),
        ("if n % 2: raise TypeError\n    return n // 2", "wrong", "ValueError를 raise"),
        ("return n // 2", "wrong", "ValueError를 raise하지 않았다"),
        ("if n % 2: raise ValueError\n    return n / 2", "wrong", "정수를 돌려준다"),
        ("raise ValueError('모두')", "wrong", "짝수도 물리친다."),
        ("if n: raise ValueError('양수')\n    return 0", "error", "half(4)에서 멈췄다"),
    ],
)
def test_promised_errors_and_whole_numbers(body, kind, why):
    verdict = grade(f"def half(n):\n    {body}\n", PROMISED)
    assert verdict.kind == kind, verdict.message
    assert why in verdict.message


@pytest.mark.parametrize(
    ("got", "want", "why"),
    [
        ((1, 2.0), (1, 2), "2번째: 정수를 돌려준다"),
        ([1, 2], (1, 2), ""),
        (np.array([1, 2]), [1, 2], ""),
        (3, (1, 2), "2개를 함께 돌려주어야 한다"),
        ((1,), (1, 2), "개수가 다르다"),
        ((1, None), (1, 2), "2번째: 돌려준 것이 없다"),
        ([[1.0, 2.0]], np.array([[1.0, 2.0]]), ""),
        (np.ones((1, 3)), np.ones(3), "모양이 다르다"),
        ([True, False], np.array([True, False]), ""),
        ([1, 0], np.array([True, False]), "참과 거짓을 돌려준다"),
        (np.float32(1e-3), 1e-3, ""),
        (float("nan"), 1.0, "값이 다르다"),
        (float("nan"), float("nan"), ""),
        ("가", "가", ""),
        ("나", "가", "돌려준 것이 다르다"),
    ],
)
def test_difference(got, want, why):
    told = difference(got, want)
    assert why in told if why else told == ""


def test_long_arrays_are_told_by_the_first_place():
    def ones(n):
        return np.ones(n)

    def almost(n):
        y = np.ones(n)
        y[7] = 2
        return y

    with pytest.raises(AssertionError, match=r"\[7\] 자리에서 나온 값 2, 기대한 값 1"):
        Answer({"ones": almost}, "답").compare("ones", ones, [(40,)])


def test_one_long_array_where_several_of_other_shapes_are_asked_for():
    check = """
import numpy as np

def parts(x): return x, x.sum(axis=(1, 2))

def check(answer):
    answer.compare("parts", parts, [(np.ones((3, 4, 5)),)])
"""
    verdict = grade("def parts(x):\n    return x\n", check)
    assert verdict.kind == "wrong"
    assert verdict.message.startswith("돌려준 개수가 다르다.")
    assert "모양이 (3, 4, 5)인 배열" in verdict.message


def test_draws_do_not_reach_from_one_call_to_the_next():
    """같은 rng를 복사해 넣으므로 맞는 함수와 답이 같은 난수를 받는다."""

    def draw(rng):
        return rng.normal(size=3)

    case = (np.random.default_rng(0),)
    Answer({"draw": lambda rng: rng.normal(size=3)}, "답").compare("draw", draw, [case])
