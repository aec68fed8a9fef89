"""MkDocs가 만든 HTML을 다듬는 단계들. 무엇이 어느 차례로 서는지는 order.py에 있다."""
