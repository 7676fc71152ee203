# The commands of this project; `make` alone lists them.

BUNDLE ?=
OUTPUT ?= _site
PREFIX ?= /usr/local
RUNS ?= 5
SECONDS ?= 60
SEED ?= 1
TOOL = .build/release/attack-relations

help:
	@sed -n 's/^## //p' Makefile

## make setup               install what building and testing need
setup:
	@.ci/setup all

## make site                build the wiki of the demo into _site (BUNDLE=file for a real one)
site: build
	@$(TOOL) build $(BUNDLE) --output $(OUTPUT)

## make serve               show _site, as it is, at http://127.0.0.1:8080
serve:
	@test -x $(TOOL) -a -f $(OUTPUT)/data/site.json || \
	  { echo "error: there is no site in $(OUTPUT) yet; run: make site" >&2; exit 1; }
	@$(TOOL) serve $(OUTPUT)

## make install             install the tool, manual pages and completions (PREFIX=/usr/local)
install: build
	@.ci/install "$(DESTDIR)$(PREFIX)"

## make dist                packages that need no Swift, in dist: a tarball and a .deb
dist:
	@.ci/setup dist
	@.ci/dist

## make sbom                what of others is inside a package, in dist, as CycloneDX
sbom:
	@.ci/setup dist
	@swift package resolve >/dev/null
	@mkdir -p dist
	@.ci/contents.py sbom dist/attack-relations-$$(cat VERSION).cdx.json

## make test                run every check that exists, and sum up
test: setup
	@.ci/test

## make soak                the long forms of the checks of what runs unattended
soak: setup build
	@.ci/soak

## make fuzz                hand made-up bytes to every reader, a minute each (SECONDS=60)
fuzz:
	@.ci/setup build
	@.ci/fuzz --seconds $(SECONDS)

## make sanitize            run the Swift tests with the address and the thread sanitizer
sanitize:
	@.ci/setup build
	@.ci/sanitize

## make mutants             change 60 places of the sources, and look whether a test fails for each (SEED=1)
mutants:
	@.ci/setup build
	@.ci/mutants --seed $(SEED)

## make bench               time builds beside Hugo and Python (BUNDLE=file, default ../shared's Enterprise; RUNS=3)
bench: build
	@.ci/bench --tool $(TOOL) --runs $(RUNS) $(BUNDLE)

## make scale               sightings past one machine: reduced by DuckDB and Spark, and built (BUNDLE=file)
scale: build
	@.ci/setup scale
	@.venv-scale/bin/python .ci/scale $(TOOL) $(if $(BUNDLE),--bundle $(BUNDLE))

## make bench-site          weigh the site and time its pages in a browser (BUNDLE=file)
bench-site: setup build
	@.ci/bench-site $(BUNDLE)

## make golden              take the demo site as it is now for the expected one
golden: build
	@.ci/golden

## make pictures            take the pictures of the guides anew
pictures: setup build
	@.venv/bin/python Tests/Checks/pictures.py $(TOOL)

## make clean               remove what was built
clean:
	rm -rf .build .build-* .venv .venv-scale dist $(OUTPUT)

build:
	@.ci/setup build
	@.ci/build

.PHONY: help setup site serve install dist sbom test soak fuzz sanitize mutants bench scale bench-site golden pictures clean build
