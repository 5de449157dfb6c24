/* ontology.h: the vocabulary: what nodes and edges there are, read from the .def tables. */
#ifndef GT_GRAPH_ONTOLOGY_H
#define GT_GRAPH_ONTOLOGY_H

#include "base/lang.h"

#include <stdbool.h>
#include <stdint.h>

enum gt_node_type {
#define NODE_TYPE(name, ...) GT_NODE_##name,
#include "graph/node_type.def"
#undef NODE_TYPE
    GT_NODE_TYPES
};

enum gt_edge_type {
#define EDGE_TYPE(name, ...) GT_EDGE_##name,
#include "graph/edge_type.def"
#undef EDGE_TYPE
    GT_EDGE_TYPES
};

enum gt_edge_family {
#define EDGE_FAMILY(name, ...) GT_FAMILY_##name,
#include "graph/edge_family.def"
#undef EDGE_FAMILY
    GT_EDGE_FAMILIES
};

enum gt_edge_status {
#define STATUS(name, ...) GT_STATUS_##name,
#include "graph/status.def"
#undef STATUS
    GT_STATUSES
};

enum gt_level {
    GT_LEVEL_NONE,
#define LEVEL(name, ...) GT_LEVEL_##name,
#include "graph/level.def"
#undef LEVEL
    GT_LEVELS
};

enum gt_amount_kind {
    GT_AMOUNT_NONE,
#define AMOUNT_KIND(name, ...) GT_AMOUNT_##name,
#include "graph/amount_kind.def"
#undef AMOUNT_KIND
    GT_AMOUNT_KINDS
};

enum gt_district {
#define DISTRICT(name, ...) GT_DISTRICT_##name,
#include "graph/district.def"
#undef DISTRICT
    GT_DISTRICTS
};

/* A set of districts: bit 1u << GT_DISTRICT_x. */
typedef uint32_t gt_districts;

/* One word of a vocabulary. */
struct gt_word {
    const char *name;     /* as files and the command line spell it; null in an empty place */
    struct gt_text title; /* as people read it */
};

struct gt_node_type_info {
    const char *name;
    struct gt_text title, covers;
};

struct gt_edge_type_info {
    const char *name;
    bool mutual; /* order of the ends carries nothing */
    enum gt_edge_family family;
    struct gt_text title, reading;
};

extern const struct gt_node_type_info gt_node_types[GT_NODE_TYPES];
extern const struct gt_edge_type_info gt_edge_types[GT_EDGE_TYPES];
extern const struct gt_word gt_edge_families[GT_EDGE_FAMILIES];
extern const struct gt_word gt_statuses[GT_STATUSES];
extern const struct gt_word gt_levels[GT_LEVELS];             /* [0] is empty */
extern const struct gt_word gt_amount_kinds[GT_AMOUNT_KINDS]; /* [0] is empty */
extern const struct gt_word gt_district_words[GT_DISTRICTS];

/* The vocabularies that a text can be looked up in. */
enum gt_vocabulary {
    GT_VOCABULARY_NODE_TYPE,
    GT_VOCABULARY_EDGE_TYPE,
    GT_VOCABULARY_STATUS,
    GT_VOCABULARY_LEVEL,
    GT_VOCABULARY_AMOUNT_KIND,
    GT_VOCABULARY_DISTRICT,
    GT_VOCABULARIES
};

/* How many places a vocabulary has, empty ones included. */
int gt_vocabulary_size(enum gt_vocabulary vocabulary);

/* Word number i: its spelling (null for an empty place) and its title. */
struct gt_word gt_vocabulary_word(enum gt_vocabulary vocabulary, int i);

/* The number of a word by its spelling, -1 when there is none. With `loose`, its titles count too
 * ("长宁", "长宁区", "政府机关", "Fund"), case aside: for the command line. */
int gt_vocabulary_find(enum gt_vocabulary vocabulary, const char *text, bool loose);

/* The number of the word nearest to a text: one whose name or title has it inside, else the nearest
 * in spelling; -1 when none is near. */
int gt_vocabulary_nearest(enum gt_vocabulary vocabulary, const char *text);

/* The word nearest in spelling, for "did you mean"; null when none is near. */
const char *gt_vocabulary_suggest(enum gt_vocabulary vocabulary, const char *text);

#endif
