"""페이지가 채점할 때 받아 가는 것."""

import json

from lessons import checking

FOLDER = "assets/exercises"


def address(name: str) -> str:
    return f"{FOLDER}/{name}.json"


def published() -> dict[str, str]:
    """주소마다, 페이지가 채점할 때 받아 가는 것."""
    return {
        address(exercise.name): json.dumps(
            {
                "check": exercise.read("check"),
                "deadline": checking.DEADLINE,
                "late": checking.MESSAGES["late"],
                "exited": checking.MESSAGES["exited"],
            },
            ensure_ascii=False,
        )
        for exercise in checking.exercises()
    }
