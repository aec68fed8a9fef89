# 얇은 껍데기다. 일은 모두 `python -m sitegen …`이 하고 Windows에서는 그것을 바로 쓴다.
PYTHON ?= python3
SITEGEN = $(PYTHON) -m sitegen

.PHONY: help serve test build outputs new check bench mutants clean
.DEFAULT_GOAL := help

help: ## 이 목록
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: ## 준비하고 http://127.0.0.1:8000 에서 책을 읽는다. 고치면 바로 다시 짓는다
	@$(SITEGEN) serve

test: ## 준비하고 모든 것을 검증한다
	@$(SITEGEN) test

build: ## site/에 사이트를 짓는다
	@$(SITEGEN) build

outputs: ## 바뀐 출력(.out)을 다시 쓰고 무엇이 바뀌었는지 보인다
	@$(SITEGEN) outputs

new: ## 새 레슨의 뼈대: make new PART=cnn SLUG=residual-network TITLE="잔차 신경망"
	@$(SITEGEN) new "$(PART)" "$(SLUG)" "$(TITLE)"

check: ## 페이지 하나를 몇 초 안에 검증한다: make check PAGE=dl/05
	@$(SITEGEN) check $(PAGE)

bench: ## 약속한 속도와 크기를 재어 표로 보인다
	@$(SITEGEN) bench

mutants: ## 레슨을 일부러 틀려 보고 시험이 알아채는지 본다: make mutants MODULE=gradient_descent
	@$(SITEGEN) mutants $(MODULE)

clean: ## 지은 것과 간직한 것을 지운다
	@$(SITEGEN) clean
