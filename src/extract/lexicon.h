/* lexicon.h: all words that extraction looks for, from the .def tables, a graph's names and the
 * triggers, in one dictionary. Read only once it is made; children of a fork share it. */
#ifndef GT_EXTRACT_LEXICON_H
#define GT_EXTRACT_LEXICON_H

#include "base/arena.h"
#include "extract/dictionary.h"
#include "graph/graph.h"

enum gt_word_kind {
#define WORD_KIND(name, ...) GT_WORD_##name,
#include "extract/word_kind.def"
#undef WORD_KIND
    GT_WORD_KINDS
};

/* What row an everyday word has. */
enum gt_common { GT_COMMON_OTHER, GT_COMMON_VERB };

/* What row a word of the industries has. */
enum gt_track { GT_TRACK_OWN, GT_TRACK_BROAD };

/* One word; what `row` counts depends on the kind: facts[], the suffixes, the triggers' pieces,
 * bureaus; of an anaphor, enum gt_anaphor. */
struct gt_lexeme {
    const char *text;
    enum gt_word_kind kind;
    uint32_t row;
};

/* An entity that is known before reading. */
struct gt_fact {
    const char *id;      /* null: to be made of the name */
    const char *name;    /* the fullest */
    const char *name_en; /* null: not said by a graph, nor by district.def */
    struct gt_texts names;
    enum gt_node_type type;
    enum gt_level level;
    gt_districts districts;
    bool known;    /* from a graph, else from the shipped lexicons */
    uint32_t same; /* of a shipped one: the known fact that shares a name with it; GT_NONE */
};

enum gt_suffix_policy {
    GT_SUFFIX_NAMED,
    GT_SUFFIX_FREE,
    GT_SUFFIX_QUOTE,
    GT_SUFFIX_TRACK,
    GT_SUFFIX_AREA,
    GT_SUFFIX_BRAND,
    GT_SUFFIX_ITEM
};

struct gt_suffix {
    const char *text;
    enum gt_node_type type;
    enum gt_suffix_policy policy;
    const char *not_before;     /* characters that make another word of it */
    const char *example, *name; /* a sentence, and the name in it: the test of the row */
};

/* True for endings too common to name by themselves: 某某科技. */
static inline bool gt_suffix_is_common(const struct gt_suffix *suffix)
{
    return suffix->policy == GT_SUFFIX_ITEM || suffix->policy == GT_SUFFIX_BRAND ||
           suffix->policy == GT_SUFFIX_AREA;
}

struct gt_bureau {
    const char *name, *shorts;
};

/* What a word of tense.def says of its clause. */
enum gt_tense_kind { GT_TENSE_NONE, GT_TENSE_PLANNED, GT_TENSE_PAST, GT_TENSE_ONGOING, GT_TENSES };

/* What a word of clause_word.def says of the names behind it. */
enum gt_clause_word {
#define CLAUSE_WORD(role, ...) GT_CLAUSE_##role,
#include "extract/clause_word.def"
#undef CLAUSE_WORD
    GT_CLAUSE_WORDS
};

/* A word that means the last entity of some types. */
struct gt_refer {
    uint32_t types;     /* bits */
    const char *ending; /* of the entity's name; "": any */
    bool head;          /* only at the begin of a clause */
};

extern const struct gt_refer gt_refers[];

enum gt_anaphor { GT_ANAPHOR_home, GT_ANAPHOR_issuer };

extern const struct gt_suffix gt_suffixes[];
extern const uint32_t gt_n_suffixes;
extern const struct gt_bureau gt_bureaus[];
extern const uint32_t gt_n_bureaus;
extern const bool gt_word_covers[GT_WORD_KINDS];

struct gt_lexicon {
    struct gt_lexeme *lexeme; /* values of the dictionary's hits */
    struct gt_fact *fact;
    size_t n_lexemes, room_lexemes, n_facts, room_facts;
    struct gt_dictionary *dictionary;
    struct gt_strmap shipped; /* name -> row of facts, without known ones */
    struct gt_arena arena;
};

/* The lexicon of the shipped tables and, with `known`, of a graph's nodes: their names and aliases,
 * and those mentions that do not depend on their document. Copies what it needs. Then
 * gt_lexicon_add_word() may add more; gt_lexicon_build() ends it. */
void gt_lexicon_init(struct gt_lexicon *lexicon, const struct gt_graph *known);
void gt_lexicon_add_word(struct gt_lexicon *lexicon, enum gt_word_kind kind, uint32_t row,
                         const char *text);
void gt_lexicon_build(struct gt_lexicon *lexicon);
void gt_lexicon_fini(struct gt_lexicon *lexicon);

#endif
