# graphtool: `make run` does the main job, `make test` checks it; both set themselves up.
#
#   make            build build/graphtool            make run      the main job: tables, maps, exports in out/
#   make test       all fast tests                   make asan     the same under sanitizers
#   make deps       install what is missing          make leaks    the main job under valgrind
#   make install    PREFIX=/usr/local DESTDIR=       make lint     format, warnings with two compilers
#   make bench      times beside other programs      make clean
#   make uninstall

VERSION := 0.1.0
PREFIX ?= /usr/local
DESTDIR ?=
CC := gcc
BUILD := build
WERROR ?=
Q := @# make Q= shows whole commands

# The packages of Debian 12, once: to build, and to test as well.
BUILD_PACKAGES := gcc libc6-dev pkg-config libigraph-dev libgraphviz-dev libcjson-dev libsqlite3-dev \
	libedit-dev libmd-dev libutf8proc-dev libxml2-dev libarchive-dev libpoppler-glib-dev poppler-data \
	libpango1.0-dev libicu-dev
TEST_PACKAGES := libcmocka-dev bats python3 python3-jsonschema python3-networkx libxml2-utils \
	librsvg2-bin fonts-noto-cjk poppler-utils

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
	-Wformat=2 -Wundef -Wwrite-strings $(WERROR)
OPTIMISE ?= -O2 -g
LIBRARIES := igraph libcgraph libgvc libcjson sqlite3 libedit libmd libutf8proc libxml-2.0 libarchive poppler-glib \
	pangocairo
PLUGINS = $$(pkg-config --variable=libdir libgvc)/graphviz

CPPFLAGS += -D_GNU_SOURCE -DGT_VERSION='"$(VERSION)"' -DGT_DATA_DIR='"$(PREFIX)/share/graphtool"' \
	-Isrc -include base/banned.h
CFLAGS += -std=c17 $(OPTIMISE) $(WARNINGS)

SOURCES := $(filter-out src/main.c,$(wildcard src/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o)
C_TESTS := $(wildcard tests/unit/*.c tests/oracle/*.c tests/hostile/*.c)
TESTS := $(C_TESTS:tests/%.c=$(BUILD)/tests/%)

.DEFAULT_GOAL := all
.PHONY: all deps deps-test deps-lint run test bench check-slow asan leaks fuzz lint install uninstall \
	clean
.DELETE_ON_ERROR:
.SECONDARY:

all: deps
	@$(MAKE) --no-print-directory -j$$(nproc) $(BUILD)/graphtool

# --- packages ----------------------------------------------------------------------------------

# Installs what dpkg does not know as installed; does nothing, and needs no root, when all is there.
define install_missing
	@missing=$$(for p in $(1); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Installing:" $$missing; \
	  $$sudo env DEBIAN_FRONTEND=noninteractive sh -ec "apt-get update -qq; \
	    apt-get install -y -qq --no-install-recommends $$(echo $$missing) >/dev/null"; \
	fi
endef

deps:
	$(call install_missing,$(BUILD_PACKAGES))

deps-test: deps
	$(call install_missing,$(TEST_PACKAGES))

deps-lint: deps-test
	$(call install_missing,clang clang-format)

# --- program -----------------------------------------------------------------------------------

# Flags are evaluated in the recipe: on a new machine pkg-config is not there when make starts. Their
# folders are system folders to the compiler: warnings are about our code.
INCLUDES = $$(pkg-config --cflags $(LIBRARIES) | sed 's/-I/-isystem /g')

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(Q)echo "  CC    $@"; \
	$(CC) $(CPPFLAGS) $(INCLUDES) $(CFLAGS) -MMD -MP -c $< -o $@

# How characters are read, by ICU, which only this program of the build needs.
READINGS := $(BUILD)/generated/extract/readings.def
$(READINGS): src/extract/generate/readings.c
	@mkdir -p $(@D)
	$(Q)echo "  GEN   $@"; \
	$(CC) -std=c17 -O2 $(WARNINGS) $$(pkg-config --cflags icu-i18n) -o $(@D)/readings $< \
	  $$(pkg-config --libs icu-i18n) && $(@D)/readings >$@
$(BUILD)/extract/slug.o: $(READINGS)
$(BUILD)/extract/slug.o: CPPFLAGS += -I$(BUILD)/generated

# A field of poppler's is called ctime, which banned.h bans: its header goes first.
$(BUILD)/read/pdf.o: CPPFLAGS := -include poppler.h $(CPPFLAGS)

$(BUILD)/libgraphtool.a: $(OBJECTS)
	$(Q)echo "  AR    $@"; rm -f $@; ar rcs $@ $^

# Graphviz's plugins are linked in, so that no configuration file of an installation is needed.
LINK = $$(pkg-config --libs $(LIBRARIES)) -L$(PLUGINS) -Wl,-rpath,$(PLUGINS) \
	-l:libgvplugin_core.so.6 -l:libgvplugin_neato_layout.so.6 -l:libgvplugin_dot_layout.so.6 -lm

$(BUILD)/graphtool: $(BUILD)/main.o $(BUILD)/libgraphtool.a
	$(Q)echo "  LINK  $@"; $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LINK)

$(BUILD)/tests/%: tests/%.c $(BUILD)/libgraphtool.a
	@mkdir -p $(@D)
	$(Q)echo "  TEST  $@"; \
	$(CC) $(CPPFLAGS) -Itests $(INCLUDES) $(CFLAGS) -MMD -MP -o $@ $< \
	  $(BUILD)/libgraphtool.a $(LDFLAGS) -lcmocka $(LINK)

-include $(OBJECTS:.o=.d) $(BUILD)/main.d $(TESTS:=.d)

# --- tests -------------------------------------------------------------------------------------

test: deps-test
	@$(MAKE) --no-print-directory -j$$(nproc) $(BUILD)/graphtool $(TESTS)
	@BUILD=$(BUILD) tests/run $(TESTS)

# The same tests under AddressSanitizer and UndefinedBehaviorSanitizer.
asan: deps-test
	@$(MAKE) --no-print-directory test BUILD=build/asan OPTIMISE="-O1 -g $(SANITIZE)" \
	  LDFLAGS="$(SANITIZE)"
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer

# Every command of the main job under valgrind; any definite leak or bad access fails.
leaks: all
	$(call install_missing,valgrind)
	tests/leaks $(BUILD)/graphtool

# Times and memory, beside peers on the same data in the same run; any that is over its limit fails.
BENCHES := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/bench/*.c))
bench: deps-test
	$(call install_missing,graphviz)
	@$(MAKE) --no-print-directory -j$$(nproc) $(BUILD)/graphtool $(BENCHES)
	@for program in $(BENCHES); do echo "--- $$program"; $$program || exit 1; done
	@echo "--- extraction against the annotations"; GRAPHTOOL="$$PWD/$(BUILD)/graphtool" \
	  python3 tests/extract/test_benchmark.py
	@set -e; for script in tests/bench/bench_*.py; do echo "--- $$script"; \
	  GRAPHTOOL="$$PWD/$(BUILD)/graphtool" python3 $$script; done

# Slower checks: long random runs, large and hostile inputs.
check-slow: deps-test
	@$(MAKE) --no-print-directory -j$$(nproc) $(BUILD)/graphtool $(TESTS)
	GT_SLOW=1 BUILD=$(BUILD) tests/run $(TESTS)

# Every reader with libFuzzer, FUZZ_SECONDS each: tests/fuzz/fuzz_NAME.c starts from what is in
# NAME/seeds and knows NAME/tokens.dict; what it finds stays in build/fuzz. What works in a child
# otherwise works in the fuzzer itself, which then sees it.
FUZZ_SECONDS ?= 60
FUZZERS ?= $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_FLAGS := -O1 -g $(SANITIZE) -DFUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
fuzz: deps-lint
	@$(MAKE) --no-print-directory -j$$(nproc) BUILD=build/fuzz CC=clang \
	  OPTIMISE="$(FUZZ_FLAGS) -fsanitize=fuzzer-no-link" build/fuzz/libgraphtool.a
	@set -e; for name in $(FUZZERS); do mkdir -p build/fuzz/$$name.corpus; \
	  clang $(CPPFLAGS) -Itests $(INCLUDES) $(CFLAGS) $(FUZZ_FLAGS) -fsanitize=fuzzer \
	    -o build/fuzz/$$name tests/fuzz/fuzz_$$name.c build/fuzz/libgraphtool.a $(LINK); \
	  build/fuzz/$$name -dict=tests/fuzz/$$name/tokens.dict -max_total_time=$(FUZZ_SECONDS) \
	    -max_len=8192 -timeout=20 -artifact_prefix=build/fuzz/ -print_final_stats=1 \
	    build/fuzz/$$name.corpus tests/fuzz/$$name/seeds; done

# Format, layers (in the tests) and warnings as errors with both compilers.
lint: deps-lint
	clang-format --dry-run -Werror $$(git ls-files '*.c' '*.h')
	@$(MAKE) --no-print-directory -j$$(nproc) BUILD=build/gcc WERROR=-Werror build/gcc/graphtool
	@$(MAKE) --no-print-directory -j$$(nproc) BUILD=build/clang CC=clang WERROR=-Werror \
	  build/clang/graphtool

# --- the main job ------------------------------------------------------------------------------

# Everything on stdout is Chinese where the data is: pass LANGUAGE_OF_MAPS=en for English.
LANGUAGE_OF_MAPS ?= zh
G = $(BUILD)/graphtool

# One map a line, the slow ones first. The SVG files are committed, for the READMEs.
IN = --lang $(LANGUAGE_OF_MAPS)
PICTURES = \
  "$(IN) --compare changning,putuo -o out/changning-putuo.svg -o out/changning-putuo.dot" \
  "$(IN) --theme print --paper a4 -o out/print-a4.svg" \
  "$(IN) --compare changning,putuo --side-by-side --top 80 -o out/side-by-side.svg" \
  "$(IN) --district putuo -o out/putuo.svg -o out/putuo.dot" \
  "$(IN) --district putuo --diff 2021,2025 -o out/putuo-2021-2025.svg" \
  "$(IN) --district putuo --group-by community -o out/putuo-communities.svg" \
  "$(IN) --district changning -o out/changning.svg -o out/changning.dot" \
  "$(IN) --layout layered -o out/capital.svg" \
  "$(IN) --around 东华大学 --hops 2 -o out/donghua.svg" \
  "--lang both --around 新微集团 --hops 2 --theme dark -o out/xinwei-dark.svg"
run: all
	@mkdir -p out
	@$(G) centrality --top 15 --lang $(LANGUAGE_OF_MAPS)
	@echo
	@$(G) overlap changning putuo --lang $(LANGUAGE_OF_MAPS)
	@printf '%s\n' $(PICTURES) | xargs -P "$$(nproc)" -L 1 $(G) map
	@$(G) export --to json -o out/ecosystem.json
	@$(G) export --to cytoscape --measure degree,betweenness,pagerank -o out/cytoscape.json
	@$(G) centrality --measure all -f csv -o out/centrality.csv
	@$(G) overlap changning putuo -f json -o out/overlap.json
	@echo; ls -l out | awk 'NR > 1 {print "out/" $$NF, $$5}'

# --- installing --------------------------------------------------------------------------------

# The data's default place is compiled in, so the program is built for its PREFIX.
install: deps
	@$(MAKE) --no-print-directory -j$$(nproc) BUILD=build/install build/install/graphtool
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/graphtool/graphs \
	  $(DESTDIR)$(PREFIX)/share/graphtool/queries \
	  $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/zh_CN/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 build/install/graphtool $(DESTDIR)$(PREFIX)/bin/graphtool
	install -m 644 graphs/*.json $(DESTDIR)$(PREFIX)/share/graphtool/graphs
	install -m 644 queries/*.sql queries/*.gql $(DESTDIR)$(PREFIX)/share/graphtool/queries
	build/install/graphtool help --man --lang en >$(DESTDIR)$(PREFIX)/share/man/man1/graphtool.1
	build/install/graphtool help --man --lang zh >$(DESTDIR)$(PREFIX)/share/man/zh_CN/man1/graphtool.1
	build/install/graphtool help --completion bash \
	  >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/graphtool
	build/install/graphtool help --completion zsh \
	  >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_graphtool
	build/install/graphtool help --completion fish \
	  >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/graphtool.fish

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/graphtool $(DESTDIR)$(PREFIX)/share/graphtool \
	  $(DESTDIR)$(PREFIX)/share/man/man1/graphtool.1 \
	  $(DESTDIR)$(PREFIX)/share/man/zh_CN/man1/graphtool.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/graphtool \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_graphtool \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/graphtool.fish

clean:
	rm -rf build
