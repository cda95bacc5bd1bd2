# Two commands matter: `make run` runs the app, `make test` tests it. Everything else is in `make help`.

.DEFAULT_GOAL := help
.PHONY: help run dev test check bench bench-answer setup clean need

help: ## What can be made
	@echo 'make run     build the app and serve it at http://localhost:8080 (PORT=8081 make run: another port)'
	@echo 'make test    all tests: native, in a browser, end to end'
	@echo 'make dev     a debug build that reloads while you edit'
	@echo 'make check   format, lints, documentation, licences'
	@echo 'make bench   sizes, Lighthouse, a slow phone and simulated diaries against their budgets; writes BENCHMARKS.md'
	@echo 'make bench-answer   of these the simulated diaries alone: does the answer hold?'
	@echo 'make setup   only get the tools (each command does so itself)'
	@echo 'make clean   remove everything that was built in this folder'

need:
	@command -v cargo >/dev/null || { echo 'cargo is missing: install Rust with rustup, see https://rustup.rs'; exit 1; }
	@command -v node >/dev/null || { echo 'node is missing: install Node.js 20 or newer, see https://nodejs.org (Debian: apt-get install nodejs npm)'; exit 1; }
	@command -v npm >/dev/null || { echo 'npm is missing: install it with Node.js, see https://nodejs.org (Debian: apt-get install npm)'; exit 1; }
	@node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' || { echo 'Node.js is too old: install version 20 or newer, see https://nodejs.org'; exit 1; }

setup: need
	@node scripts/setup.mjs test

run: need
	@node scripts/setup.mjs run
	@node scripts/build.mjs
	@node scripts/serve.mjs

dev: need
	@node scripts/setup.mjs run
	@node scripts/dev.mjs

test: need
	@node scripts/setup.mjs test
	@node scripts/test.mjs

check: need
	@node scripts/setup.mjs check
	@node scripts/check.mjs

bench: need
	@node scripts/setup.mjs bench
	@node scripts/bench.mjs

bench-answer: need
	@node scripts/bench-answer.mjs

clean:
	rm -rf target dist node_modules test-results
