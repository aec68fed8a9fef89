"""짓는 동안 훅들이 함께 아는 것."""

from sitegen.faces.figures import Drawing

serving = False  # 지으면서 고쳐 보는 중인가(serve)
drawings: dict[str, Drawing] = {}  # 주소마다, 이번에 쓰는 그림
scripts: dict[str, str] = {}  # web/의 파일마다, 묶은 것의 이름
