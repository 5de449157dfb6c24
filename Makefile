# graphtool: `make run` does the main job, `make test` checks it; both set themselves up.
#
#   make            build build/graphtool            make run      the main job: tables, maps, exports in out/
#   make test       all fast tests                   make asan     the same under sanitizers
#   make deps       install what is missing          make leaks    the main job under valgrind
#   make install    PREFIX=/usr/local DESTDIR=       make bench    speed and memory
#   make lint       layers, format, warnings         make clean

VERSION := 0.1.0
PREFIX ?= /usr/local
DESTDIR ?=
CC := gcc
BUILD := build
WERROR ?=

# The packages of Debian 12, once: to build, and to test as well.
BUILD_PACKAGES := gcc libc6-dev pkg-config libigraph-dev libgraphviz-dev libcjson-dev libsqlite3-dev \
	libmd-dev libutf8proc-dev
TEST_PACKAGES := libcmocka-dev bats python3 python3-jsonschema python3-networkx libxml2-utils \
	librsvg2-bin fonts-noto-cjk

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
	-Wformat=2 -Wundef -Wwrite-strings $(WERROR)
OPTIMISE ?= -O2 -g
LIBRARIES := igraph libcgraph libgvc libcjson sqlite3 libmd libutf8proc
PLUGINS = $$(pkg-config --variable=libdir libgvc)/graphviz

CPPFLAGS += -D_GNU_SOURCE -DGT_VERSION='"$(VERSION)"' -DGT_DATA_DIR='"$(PREFIX)/share/graphtool"' \
	-Isrc -include base/banned.h
CFLAGS += -std=c17 $(OPTIMISE) $(WARNINGS)

SOURCES := $(filter-out src/main.c,$(wildcard src/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o)
C_TESTS := $(wildcard tests/unit/*.c tests/oracle/*.c)
TESTS := $(C_TESTS:tests/%.c=$(BUILD)/tests/%)

.DEFAULT_GOAL := all
.PHONY: all deps deps-test deps-lint run test check-slow asan leaks bench lint install uninstall clean
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
	$(CC) $(CPPFLAGS) $(INCLUDES) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/libgraphtool.a: $(OBJECTS)
	@rm -f $@
	ar rcs $@ $^

# Graphviz's plugins are linked in, so that no configuration file of an installation is needed.
LINK = $$(pkg-config --libs $(LIBRARIES)) -L$(PLUGINS) -Wl,-rpath,$(PLUGINS) \
	-l:libgvplugin_core.so.6 -l:libgvplugin_neato_layout.so.6 -l:libgvplugin_dot_layout.so.6 \
	-l:libgvplugin_pango.so.6 -lm

$(BUILD)/graphtool: $(BUILD)/main.o $(BUILD)/libgraphtool.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LINK)

$(BUILD)/tests/%: tests/%.c $(BUILD)/libgraphtool.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests $(INCLUDES) $(CFLAGS) -MMD -MP -o $@ $< \
	  $(BUILD)/libgraphtool.a $(LDFLAGS) -lcmocka $(LINK)

-include $(OBJECTS:.o=.d) $(BUILD)/main.d $(TESTS:=.d)

# --- tests -------------------------------------------------------------------------------------

test: deps-test
	@$(MAKE) --no-print-directory -j$$(nproc) $(BUILD)/graphtool $(TESTS)
	@BUILD=$(BUILD) tests/run $(TESTS)

clean:
	rm -rf $(BUILD)
