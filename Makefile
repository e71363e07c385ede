# Every target is a script of scripts/; each may be run again at once and does only what is missing.
.DEFAULT_GOAL := help
.PHONY: help run demo build dev check test bench deny package

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

run: ## build what is missing and serve at http://127.0.0.1:3000 (PLUMBLINE_ADDR changes the address)
	@scripts/run.sh

demo: ## the same with an invented organisation to look at (PLUMBLINE_DEMO_PASSWORD sets its password)
	@scripts/demo.sh

build: ## the release binary, with everything inside it
	@scripts/build.sh

dev: ## serve a development build, built again on every change
	@scripts/dev.sh

check: ## the quick inner loop: format, lints and tests without browser, PostgreSQL and PDF
	@scripts/check.sh

test: ## install what the tests need, then run all of them
	@scripts/test.sh

bench: ## how fast pages and saves are, beside what this machine could do at best
	@scripts/bench.sh

deny: ## licences and known faults of the dependencies (needs cargo-deny)
	@scripts/deny.sh

package: ## dist-package/: the binary and, with cargo-deb, a Debian package
	@scripts/package.sh
