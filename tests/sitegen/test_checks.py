"""책에는 지금 고칠 것이 없다."""

from sitegen.lint import checks


def test_nothing_to_mend():
    assert [str(problem) for problem in checks.run()] == []
