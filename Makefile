# Two commands are all that a newcomer needs: `make run` and `make test`. Each does its own set-up.
PYTHON ?= python3
PORT ?= 8000
SEED ?= 1

.PHONY: help run fresh test proof sabotage bench lock pictures

help:            ## These lines.
	@sed -n 's/^\([a-z]*\):.*## /make \1  /p' Makefile

run:             ## The demonstration at http://localhost:8000 (another port: make run PORT=8123). Ctrl-C stops it.
	@$(PYTHON) -m setup run --port $(PORT)

fresh:           ## Takes the demonstration's data away, so that the next `make run` begins again.
	@$(PYTHON) -m setup fresh

test:            ## All tests (some of them: make test STAGES="floors rooms").
	@$(PYTHON) -m setup test $(STAGES)

proof:           ## The long versions of the proofs: make proof SEED=7. Writes build/proof.json.
	@$(PYTHON) -m setup python -m tests.proof --seed $(SEED)

sabotage:        ## Breaks a copy in each of the ways that a proof must notice, and expects red.
	@$(PYTHON) -m setup python -m tests.proof.sabotage

bench:           ## What things cost, each figure beside its floor.
	@$(PYTHON) -m setup python -m bench

pictures:        ## Takes pictures of both doors, and puts two of them in docs/screenshots.
	@$(PYTHON) -m setup python -m tests.journeys.pictures

lock:            ## Writes requirements*.txt and package-lock.json anew from the versions asked for.
	@$(PYTHON) -m setup lock
