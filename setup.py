"""snippets/의 연습문제를 lessons.exercises로 담는다. 나머지는 pyproject.toml에 있다."""

from setuptools import find_namespace_packages, setup

setup(
    packages=[*find_namespace_packages(include=["lessons*"]), "lessons.exercises"],
    package_dir={"lessons.exercises": "snippets"},
)
