import pytest

from sitegen.stages.typography import WORD_JOINER, glue


@pytest.mark.parametrize(
    ("html", "glued"),
    [
        ("<p>학습률(learning rate)이다</p>", "<p>학습률(learning rate)~이다</p>"),
        ("‘가’가 20%다. (끝) 다음", "‘가’~가 20%~다. (끝) 다음"),
        ("<code>f(x)</code>로", "<code>f(x)</code>~로"),
        ("<code>x</code>로", "<code>x</code>로"),
    ],
)
def test_닫는_부호에_붙은_조사를_붙잡는다(html, glued):
    assert glue(html) == glued.replace("~", WORD_JOINER)


@pytest.mark.parametrize(
    "html",
    [
        "<pre><code># f(x)를 센다</code></pre>",
        '<a title="(x)를">글</a>',
        "<script>(x)를</script>",
        "<title>합성곱(convolution)이란</title>",
    ],
)
def test_코드와_속성과_스크립트는_그대로다(html):
    assert glue(html) == html
