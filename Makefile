# The commands of this project. Each installs what it needs; only Python 3.11 or later and make have
# to be there. `make help` lists them. Settings, as in `make serve PORT=9000`:
#   PYTHON=python3.12   another Python
#   PORT=9000           another port for `make serve`
#   PAPER=tests/paper   another paper: the folder with its mkdocs.yml, docs/ and bib/
#   BROWSER_PATH=...    another browser for the tests
#   T='tests/model -x'  arguments for pytest in `make test`
#   BASE=HEAD~1         what `make review` compares with
#   SINCE=origin/main   a revision whose addresses `make check` and `make test` also require
#   SIZES='20x50'       the invented editions of `make bench`: pages x references
#   SECONDS=600         for each target of `make fuzz`; T='page names' for these targets alone

ifneq ($(filter command line environment,$(origin PYTHON)),)
PYTHONS := $(PYTHON)
else
PYTHONS := python3 python python3.14 python3.13 python3.12 python3.11
endif

VENV := .venv
TOOLS := .venv-tools
FUZZER := .venv-fuzz
BIN := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(VENV)/$(BIN)/python
SITE := site
PAPER ?= .
SECONDS ?= 60
PORT ?= 8000
BUILT := $(if $(filter /%,$(SITE)),$(SITE),$(PAPER)/$(SITE))
WITH_BROWSER := BROWSER_PATH="$$($(PY) tests/browser/find_browser.py)" && export BROWSER_PATH &&

export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: $(shell sed -n 's/^\([a-z]*\):.*\#\# .*/\1/p' $(firstword $(MAKEFILE_LIST)))

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' \
	$(firstword $(MAKEFILE_LIST))

# $(call set-up,folder,lock) makes a virtual environment that holds what the lock names. It is made
# again only when the lock differs from the copy in the folder, or when its Python is gone.
define set-up
@cmp -s $(2) $(1)/lock.txt && $(1)/$(BIN)/python -c '' 2>/dev/null && exit 0; \
for p in $(PYTHONS); do \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
  python="$$p"; break; \
done; \
if [ -z "$$python" ]; then \
  echo 'Python 3.11 or later is needed (tried: $(PYTHONS)).' \
  'Install it, or name one: make PYTHON=/path/to/python3' >&2; exit 1; \
fi; \
echo "Installing $(2) into $(1) with $$("$$python" --version): once, a minute or so."; \
"$$python" -m venv --clear $(1) || { \
  echo "'$$python -m venv' failed. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
  exit 1; \
}; \
$(1)/$(BIN)/python -m pip install -qq --require-hashes -r $(2) && cp $(2) $(1)/lock.txt
endef

setup: ## Install the locked packages into .venv (the other commands do it)
	$(call set-up,$(VENV),requirements.txt)

serve: setup ## Show the edition at a local address and rebuild it at every edit
	@$(PY) scripts/serve.py "$(PORT)" "$(PAPER)"

# Two processes share the tests; one that is done takes tests from the other.
SHARED := -n 2 --dist worksteal

# A paper that asks for conventions (docs/data/paper.yml) is held to them here; warnings are shown.
test: setup ## Run all that a pull request must pass: code style, types, sources, tests (T=: a part)
ifndef T
	$(PY) -m ruff check --quiet
	$(PY) -m ruff format --check --quiet
	$(PY) -m mypy
	$(PY) scripts/check.py --conventions $${SINCE:+--since "$$SINCE"}
endif
	$(WITH_BROWSER) $(PY) -m pytest $(or $(T),$(SHARED))

sweep: setup ## Run the slow tests that look at every page in a browser
	$(WITH_BROWSER) $(PY) -m pytest -m sweep $(or $(T),$(SHARED))

build: setup ## Build the edition and the versions in releases/ into site/; an error stops it
	$(PY) -m mkdocs build --strict --config-file "$(PAPER)/mkdocs.yml" --site-dir "$(SITE)"
	@$(PY) scripts/versions.py --root "$(PAPER)" --site "$(BUILT)"

release: setup ## Make the files of a release in release/: site, PDF, EPUB, sources, checksums
	@$(PY) scripts/release.py --root "$(PAPER)"

check: setup ## Check pages, bibliography and data: what is wrong, where, and how to mend it
	@$(PY) scripts/check.py --root "$(PAPER)" $${SINCE:+--since "$$SINCE"}

review: setup ## Show what your changes do to pages, references and notes (BASE=origin/main)
	@$(PY) scripts/review.py --base "$${BASE:-origin/main}"

hooks: ## Check before every git commit (git config --unset core.hooksPath undoes it)
	@git config core.hooksPath .githooks

format: setup ## Format bibliography, data and code; mend and name what has one right answer
	@$(PY) scripts/format.py --root "$(PAPER)"
	@$(PY) -m ruff check --fix-only --quiet
	@$(PY) -m ruff format --quiet

verify: build ## Build, then check the built site: links, anchors, ids, citations
	@$(PY) scripts/check.py --root "$(PAPER)" --site "$(BUILT)"

links: setup ## Check all links to other sites and save the result in bib/link-status.json
	@$(PY) scripts/links.py --root "$(PAPER)"

rules: setup ## Print the manual of all rules
	@$(PY) scripts/check.py --rules

publish: setup ## Add new addresses to docs/data/published.txt, the list of those that must last
	@$(PY) scripts/check.py --root "$(PAPER)" --publish

bench: setup ## Measure speed and memory beside stock Material; writes scripts/benchmark/latest.md
	@$(PY) scripts/bench.py $(SIZES)

fuzz: setup ## Try random inputs in place of each source file; a broken promise fails it
	$(call set-up,$(FUZZER),.github/fuzz.txt)
	@PYTHONPATH="$$($(FUZZER)/$(BIN)/python -c \
	'import sysconfig; print(sysconfig.get_path("platlib"))')" \
	$(PY) tests/fuzz/run_fuzzer.py --seconds $(SECONDS) $(T)

lock: ## Lock the newest versions that requirements.in allows into requirements.txt
	$(call set-up,$(TOOLS),.github/tools.txt)
	@for list in requirements .github/tools .github/fuzz; do \
	  $(TOOLS)/$(BIN)/uv pip compile --no-config --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --quiet \
	  --custom-compile-command 'make lock' --output-file $$list.txt $$list.in || exit 1; \
	done

SCHEMA := $(TOOLS)/$(BIN)/check-jsonschema --builtin-schema
FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

audit: ## Check the workflows, and look for known vulnerabilities of the locked packages
	$(call set-up,$(TOOLS),.github/tools.txt)
	$(TOOLS)/$(BIN)/zizmor --offline --pedantic .github
	$(SCHEMA) vendor.github-workflows .github/workflows/*.yml
	$(SCHEMA) vendor.dependabot .github/dependabot.yml
	$(SCHEMA) vendor.github-issue-forms $(FORMS)
	$(SCHEMA) vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(if $(wildcard CITATION.cff),$(SCHEMA) vendor.citation-file-format CITATION.cff)
	$(TOOLS)/$(BIN)/pip-audit --disable-pip --require-hashes -r requirements.txt

clean: ## Remove everything that was built or installed
	rm -rf $(SITE) release releases $(VENV) $(TOOLS) $(FUZZER)
	rm -rf .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
