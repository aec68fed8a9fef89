# 얇은 껍데기다. 일은 모두 `python -m sitegen …`이 하고 Windows에서는 그것을 바로 쓴다.
PYTHON ?= python3
SITEGEN = $(PYTHON) -m sitegen
# 여러 컴퓨터가 나누어 볼 때 이 컴퓨터의 몫: make test GROUP=1/4
SHARE = $(if $(GROUP),--group $(GROUP))

.PHONY: help serve test build book outputs train verify new move remove check minutes bench mutants clean
.DEFAULT_GOAL := help

help: ## 이 목록
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: ## 준비하고 http://127.0.0.1:8000 에서 책을 읽는다. 다른 포트: make serve PORT=8001
	@$(SITEGEN) serve $(if $(PORT),--port $(PORT))

test: ## 준비하고 모든 것을 검증한다
	@$(SITEGEN) test $(SHARE)

build: ## site/에 사이트를 짓는다
	@$(SITEGEN) build

book: ## 사이트와 함께 EPUB과 PDF를 site/download/에 짓는다
	@$(SITEGEN) book

outputs: ## 바뀐 출력(.out)을 다시 쓰고 무엇이 바뀌었는지 보인다
	@$(SITEGEN) outputs

train: ## 긴 프로그램을 돌려 출력과 배운 것을 다시 쓴다: make train PAGE=cnn/05
	@$(SITEGEN) train $(PAGE)

verify: ## 긴 프로그램까지 처음부터 다시 돌려 모두 검증한다
	@$(SITEGEN) verify $(SHARE)

new: ## 새 레슨의 뼈대: make new PART=cnn SLUG=residual-network TITLE="잔차 신경망"
	@$(SITEGEN) new "$(PART)" "$(SLUG)" "$(TITLE)" $(if $(AFTER),--after "$(AFTER)")

move: ## 장을 옮기고 번호와 링크를 맞춘다: make move PAGE=cnn/09 AFTER=cnn/05
	@$(SITEGEN) move "$(PAGE)" --after "$(AFTER)"

remove: ## 장을 빼고 번호와 링크를 맞춘다: make remove PAGE=cnn/09
	@$(SITEGEN) remove "$(PAGE)"

check: ## 페이지 하나를 몇 초 안에 검증한다: make check PAGE=dl/05
	@$(SITEGEN) check $(PAGE)

minutes: ## 지은 페이지를 읽는 데 드는 분과 보이는 코드를 센다: make minutes PAGE=dl/05
	@$(SITEGEN) minutes $(PAGE)

bench: ## 약속한 속도와 크기를 재어 표로 보인다
	@$(SITEGEN) bench

mutants: ## 레슨을 일부러 틀려 보고 시험이 알아채는지 본다: make mutants MODULE=gradient_descent
	@$(SITEGEN) mutants $(MODULE)

clean: ## 지은 것과 간직한 것을 지운다
	@$(SITEGEN) clean
