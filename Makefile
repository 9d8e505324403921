# The only commands of this project. Each sets up what it needs; nothing else has to be installed but Python 3.11 or later and make.
#   PYTHON=python3.12   another Python       PORT=9000            another port for `make serve`
#   PAPER=tests/paper   another paper: the folder with its mkdocs.yml, docs/ and bib/
#   BROWSER_PATH=...    another browser      T='tests/model -x'   what `make test` hands to pytest
#   BASE=HEAD~1         what `make review` compares with
#   SINCE=origin/main   a revision of which `make check` and `make test` let no address get lost
#   SIZES='20x50 200x1000'  B='--rounds 2 --with ours stock'   what `make bench` builds (B=--help lists the rest)
#   SECONDS=600         for each target of `make fuzz`, T='page names' these targets alone

ifneq ($(filter command line environment,$(origin PYTHON)),)
PYTHONS := $(PYTHON)
else
PYTHONS := python3 python python3.14 python3.13 python3.12 python3.11
endif

VENV := .venv
TOOLS := .venv-tools
RIVALS := .venv-bench
FUZZER := .venv-fuzz
BIN := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(VENV)/$(BIN)/python
SITE := site
PAPER ?= .
SECONDS ?= 60
PORT ?= 8000

export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: $(shell sed -n 's/^\([a-z]*\):.*\#\# .*/\1/p' $(firstword $(MAKEFILE_LIST)))

help: ## Say what there is (this list)
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# $(call set-up,folder,lock): a virtual environment that holds what the lock names and nothing else. It is made anew only when
# the lock has changed, told by a copy of the lock kept in it, or when the Python under it is gone.
define set-up
@cmp -s $(2) $(1)/lock.txt && $(1)/$(BIN)/python -c '' 2>/dev/null && exit 0; \
for p in $(PYTHONS); do "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && python="$$p" && break; done; \
if [ -z "$$python" ]; then echo 'Python 3.11 or later is needed (looked for: $(PYTHONS)). Install it, or name one: make PYTHON=/path/to/python3' >&2; exit 1; fi; \
echo "Setting up $(1) with $$("$$python" -c 'import platform; print("Python", platform.python_version())') from $(2): once, a minute or so."; \
"$$python" -m venv --clear $(1) || { echo "'$$python -m venv' failed. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }; \
$(1)/$(BIN)/python -m pip install -qq --require-hashes -r $(2) && cp $(2) $(1)/lock.txt
endef

setup: ## Install what the lock names into .venv (the others call it)
	$(call set-up,$(VENV),requirements.txt)

serve: setup ## Show the edition while you write: live reload, address printed
	@$(PY) scripts/serve.py $(PORT) $(PAPER)

test: setup ## Everything a pull request must pass: code style, sources, strict build, tests, a browser
	$(PY) -m ruff check --quiet
	$(PY) -m ruff format --check --quiet
	$(PY) scripts/check.py $${SINCE:+--since "$$SINCE"}
	BROWSER_PATH="$$($(PY) scripts/find_browser.py)" && export BROWSER_PATH && $(PY) -m pytest $(T)

build: setup ## Build the edition into site/, with the released versions that releases/ holds; a warning fails it
	$(PY) -m mkdocs build --strict --config-file $(PAPER)/mkdocs.yml --site-dir $(SITE)
	@$(PY) scripts/versions.py --root $(PAPER) --site $(if $(filter /%,$(SITE)),$(SITE),$(PAPER)/$(SITE))

release: setup ## Make the files of a release in release/: the site for a disk, PDF, EPUB, sources, checksums
	@$(PY) scripts/release.py --root $(PAPER)

check: setup ## Check pages, bibliography and data: what is wrong, where, and the cure
	@$(PY) scripts/check.py --root $(PAPER) $${SINCE:+--since "$$SINCE"}

review: setup ## Show what your changes do: new problems, references, pages, notes, before and after (BASE=origin/main)
	@$(PY) scripts/review.py --base "$${BASE:-origin/main}"

hooks: ## Check before every commit, if you like (git config --unset core.hooksPath ends it)
	@git config core.hooksPath .githooks

format: setup ## Put bibliography, data and code into the common form
	@$(PY) scripts/format.py --root $(PAPER)
	@$(PY) -m ruff check --fix-only --quiet
	@$(PY) -m ruff format --quiet

verify: build ## Build, and check what was built: links, anchors, ids, citations
	@$(PY) scripts/check.py --root $(PAPER) --site $(if $(filter /%,$(SITE)),$(SITE),$(PAPER)/$(SITE))

weigh: build ## Print what a reader's browser loads: each kind of page, each part, compressed
	@$(PY) scripts/weigh.py $(if $(filter /%,$(SITE)),$(SITE),$(PAPER)/$(SITE))

links: setup ## Ask every outside address whether it still answers; keep what was seen in bib/link-status.json
	@$(PY) scripts/links.py --root $(PAPER)

rules: setup ## Print the manual of all rules
	@$(PY) scripts/check.py --rules

publish: setup ## Add new addresses to the list of those that stay for good (docs/data/published.txt)
	@$(PY) scripts/check.py --root $(PAPER) --publish

bench: setup ## Measure building, checks and previews beside other tools, in 20 minutes; keep the tables in scripts/benchmark/latest.md
	-$(call set-up,$(RIVALS),scripts/benchmark/sphinx.txt)
	@$(PY) scripts/bench.py $(SIZES) $(B) $(if $(SIZES)$(B),,--keep) \
	$$(test -f $(RIVALS)/lock.txt && echo --sphinx $(RIVALS)/$(BIN)/python)

pictures: setup ## Photograph the main pages into pictures/, for a person to look at
	@BROWSER_PATH="$$($(PY) scripts/find_browser.py)" && export BROWSER_PATH && $(PY) scripts/pictures.py

fuzz: setup ## Lay coverage-guided inputs in place of each file, and count them; a broken promise fails it
	$(call set-up,$(FUZZER),.github/fuzz.txt)
	@PYTHONPATH="$$($(FUZZER)/$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("platlib"))')" $(PY) tests/fuzz/fuzz.py --seconds $(SECONDS) $(T)

lock: ## Write requirements.txt anew from requirements.in, with the newest versions it allows
	$(call set-up,$(TOOLS),.github/tools.txt)
	@for list in requirements .github/tools .github/fuzz scripts/benchmark/sphinx; do \
	$(TOOLS)/$(BIN)/uv pip compile --no-config --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-annotate --quiet --custom-compile-command 'make lock' --output-file $$list.txt $$list.in || exit 1; done

licenses: setup ## List the license of every locked package in .github/licenses.csv
	@$(PY) scripts/licenses.py

audit: ## Judge workflows, forms and CITATION.cff, and look the locked packages up among known vulnerabilities
	$(call set-up,$(TOOLS),.github/tools.txt)
	$(TOOLS)/$(BIN)/zizmor --offline --pedantic .github
	$(TOOLS)/$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(TOOLS)/$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(TOOLS)/$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	$(TOOLS)/$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(if $(wildcard CITATION.cff),$(TOOLS)/$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff)
	$(TOOLS)/$(BIN)/pip-audit --disable-pip --require-hashes -r requirements.txt

clean: ## Remove what was built and set up
	rm -rf $(SITE) release releases pictures $(VENV) $(TOOLS) $(RIVALS) $(FUZZER) .cache .hypothesis .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
