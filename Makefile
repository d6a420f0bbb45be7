# Everything that can be done with Reiseplan. Needed beforehand: rustup, Node 20 or newer, make, a C compiler.

# The path under which the site is served, with "/" at both ends.
PUBLIC_URL ?= /
PORT ?= 8080
# How to build: release, or quick for looking at a change.
KIND ?= release

# Tools of the right version on PATH are used; others are installed beside the project.
export PATH := $(CURDIR)/.tools/bin:$(PATH):$(HOME)/.cargo/bin

.PHONY: help serve dist test test-browser check bench screenshots tools browser prerequisites

help:
	@echo "make serve        build and serve on http://localhost:$(PORT)   (KIND=quick compiles faster)"
	@echo "make dist         build the site into dist/   (PUBLIC_URL=/path/ for a site under a path)"
	@echo "make test         run every test"
	@echo "make check        look at format, lints and architecture"
	@echo "make bench        measure sizes and speed"
	@echo "make screenshots  take the README's pictures"

serve: tools
	@node scripts/build.mjs --kind $(KIND)
	@node scripts/serve.mjs --port $(PORT) dist

dist: tools
	@node scripts/build.mjs --kind $(KIND) --public-url $(PUBLIC_URL)

prerequisites:
	@sh scripts/prerequisites.sh

tools: prerequisites node_modules/.package-lock.json
	@node scripts/install-tools.mjs

node_modules/.package-lock.json: package.json package-lock.json | prerequisites
	@PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
	@touch $@

browser: node_modules/.package-lock.json
	@node scripts/install-browser.mjs

# Which browser tests to run, in Playwright's words, e.g. E2E="start.spec.mjs -g theme"
E2E ?=

test: tools browser
	cargo test --locked
	@$(MAKE) --no-print-directory test-browser

test-browser: tools browser
	@node scripts/build.mjs --kind test --public-url /unter/pfad/ --dist target/browser-test/unter/pfad
	npx playwright test --config end2end $(E2E)

check: tools
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --bin reiseplan --bin worker -- -D warnings
	cargo test --locked --test architecture

bench: tools browser
	@node scripts/build.mjs --dist target/bench/reiseplan --public-url /reiseplan/
	@node scripts/bench.mjs

screenshots: tools browser
	@node scripts/build.mjs --dist target/screenshots/reiseplan --public-url /reiseplan/
	@node scripts/screenshots.mjs
