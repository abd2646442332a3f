# Everything that is done with Kedja. `make` alone lists it. All of it works on a fresh machine: .ci/setup brings what
# is missing and is quick when nothing is (docs/toolchain.md).

PORT ?= 8080
HOST ?= 127.0.0.1

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.NOTPARALLEL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory --no-builtin-rules

# What the page is built from.
page_sources := index.html Trunk.toml Cargo.toml Cargo.lock build.rs .cargo/config.toml \
	$(shell find build src public style locales -type f -not -path 'src/bin/kedja/*')

# WebAssembly is built as the workers are: workers, browser tests and lints then share every library.
wasm := --profile worker --target wasm32-unknown-unknown

.PHONY: help serve single lighthouse language test lint test-native fuzz test-web test-page looks page draft draft-serve weigh coverage records data-sql bench bench-growth bench-wasm bench-page bench-start bench-keep bench-data bench-pool format shell tools

help: ## This list
	@echo 'Kedja: make TARGET'
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: page ## Build the page and serve it at http://localhost:8080 (another port: make serve PORT=3000)
	@PORT='$(PORT)' HOST='$(HOST)' exec .ci/with node tests/e2e/serve.js dist

test: ## Everything that must hold: format, lints, native tests, browser tests, the page as it is served
	@.ci/setup rust page browser
	.ci/test lint test-native test-web test-page weigh

lint: tools ## Formatting and lints, native and WebAssembly
	@.ci/with cargo fmt --check
	.ci/with cargo clippy --quiet --no-default-features --all-targets -- -D warnings
	.ci/with cargo clippy --quiet $(wasm) --features style --lib --bin app --bin worker --bin reader --test web -- -D warnings

test-native: tools ## The tests of model, engine, shell and of the code's own rules
	@.ci/with cargo test --no-default-features

fuzz: tools ## Bytes that somebody made to do harm for every reader there is, 200 000 of each kind (make test tries some hundreds)
	@PROPTEST_CASES=200000 .ci/with cargo test --no-default-features --test integration -- hostile hand_in

test-web: tools ## The tests that need a browser but no page: workers, and the same bits as natively
	@.ci/setup page browser
	.ci/test-web $(wasm) --features web --no-default-features

test-page: page ## The built page in a browser, as a person uses it (one spec: make test-page ONLY=served)
	@.ci/setup browser
	.ci/with playwright test --config tests/e2e $(ONLY)

weigh: page ## What the built page weighs by part and on a first visit, held to tests/e2e/ceilings.json
	@.ci/setup browser
	.ci/with node tests/e2e/weigh.js

looks: page ## Take the pictures anew that the page is compared with, in tests/e2e/looks (docs/looks.md)
	@.ci/setup browser
	.ci/with playwright test --config tests/e2e looks --update-snapshots=all
	.ci/with node tests/e2e/smaller.js tests/e2e/looks

page: dist/index.html ## Build the page into dist/, ready for any static host

dist/index.html: $(page_sources)
	@.ci/setup rust page
	mkdir -p target && touch target/page-begun
	.ci/with trunk build
	touch -r target/page-begun $@  # what is edited meanwhile is newer than the page

single: page ## All of the page as one file that opens with no server: dist/kedja-single.html (docs/offline.md)
	@.ci/with node build/single.mjs dist target/kedja-single.html
	mv target/kedja-single.html dist/

language: ## Begin a language, or add what is new since: make language CODE=da (docs/architecture.md, "To add")
	@.ci/with node build/language.mjs $(CODE)

lighthouse: page ## What Lighthouse says of the built page, on a desktop and on a phone (floors: tests/e2e/lighthouse.json)
	@.ci/setup browser
	.ci/with node tests/e2e/lighthouse.js

draft: ## Build a draft of the page into target/draft-page, quick to build and slow to run; its look is at #/styleguide (served: make draft-serve)
	@.ci/setup rust page
	.ci/with trunk build --release=false --cargo-profile draft --features style --dist target/draft-page

draft-serve: draft ## The draft, served at http://localhost:8080
	@PORT='$(PORT)' HOST='$(HOST)' exec .ci/with node tests/e2e/serve.js target/draft-page

coverage: tools ## How often the 95% intervals hold what is so, for ready and random journeys (docs/evidence.md)
	@.ci/with cargo bench --no-default-features --bench coverage

records: tools ## How often the ranges read out of counts and logs of known journeys hold what is so
	@.ci/with cargo bench --no-default-features --bench records

data-sql: shell ## The SQL of docs/data.md beside the importer, on the same log: Spark or DuckDB where Python has it, else SQLite
	@python3 scale/data_sql.py

bench: tools ## How fast the engine is natively, against a plain loop of the same work
	@.ci/with cargo bench --no-default-features --bench engine

bench-growth: tools ## How what the page does for a journey grows with the journey
	@.ci/with cargo bench --no-default-features --bench growth

bench-wasm: tools ## The same in WebAssembly
	@.ci/setup page browser
	.ci/with benches/wasm/run

bench-page: page ## How smoothly the crowd moves in the built page, and what the page costs while nobody touches it
	@.ci/setup browser
	.ci/with node benches/page/frames.mjs
	.ci/with node benches/page/idle.mjs

bench-start: page ## How long the built page takes to start (beside an older one: make bench-start BESIDE=../old/dist)
	@.ci/setup browser
	.ci/with node benches/page/start.mjs $(BESIDE) dist

bench-keep: page ## How quick the library opens with 500 journeys, and how quick Build answers with 60 touchpoints
	@.ci/setup browser
	.ci/with node benches/page/library.mjs
	.ci/with node benches/page/build.mjs

bench-data: page ## How quick a log of a million events is read in Build, and whether the page goes on meanwhile
	@.ci/setup browser
	.ci/with node benches/page/reading.mjs

bench-pool: page shell ## How quick thirty links that are pasted are a picture
	@.ci/setup browser
	.ci/with node benches/page/pool.mjs

format: tools ## Format the code
	@.ci/with cargo fmt

shell: tools ## Build the engine for the shell: target/release/kedja
	@.ci/with cargo build --release --no-default-features --bin kedja
	echo 'Built target/release/kedja; try: target/release/kedja --help'

tools:
	@.ci/setup rust
