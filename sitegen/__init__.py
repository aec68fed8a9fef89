"""책을 짓는 도구. 방마다 하나를 맡고, 아래의 방은 위의 방을 모른다.

    tools    사람이 가끔 부르는 것: 새 레슨, 재기, 돌연변이, 그림 자료
    lint     돌려 보지 않고 아는 고칠 것
    hooks    MkDocs가 부르는 곳: 얼굴들을 모아 사이트로
    stages   MkDocs가 만든 HTML을 다듬는 단계들과 그 차례
    faces    책의 얼굴: 그림, 노트북, 실습, 글꼴, 수식, 검색, 모델, 페이지의 파이썬
    running  코드를 돌리는 문, 출력과 영수증, 긴 학습
    book     페이지를 읽는 길: 차례, 블록, 용어, 레슨의 가져오기
    base     책을 모르는 것: 뿌리의 자리, 고칠 것 하나, 간직하기, 준비

`python -m sitegen`(__main__)이 모두를 부르는 문이다.
"""

ROOMS = ("base", "book", "running", "faces", "stages", "hooks", "lint", "tools")
