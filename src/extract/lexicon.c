/* lexicon.c: reading the .def tables and a graph's names into one dictionary. */
#include "extract/lexicon.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

const bool gt_word_covers[GT_WORD_KINDS] = {
#define WORD_KIND(name, covers) [GT_WORD_##name] = covers,
#include "extract/word_kind.def"
#undef WORD_KIND
};

const struct gt_suffix gt_suffixes[] = {
#define SUFFIX(text_, type_, policy_, not_before_, example_, name_)                                \
    {.text = text_,                                                                                \
     .type = GT_NODE_##type_,                                                                      \
     .policy = GT_SUFFIX_##policy_,                                                                \
     .not_before = not_before_,                                                                    \
     .example = example_,                                                                          \
     .name = name_},
#include "extract/suffix.def"
#undef SUFFIX
};
const uint32_t gt_n_suffixes = sizeof gt_suffixes / sizeof *gt_suffixes;

const struct gt_bureau gt_bureaus[] = {
#define BUREAU(name_, shorts_) {.name = name_, .shorts = shorts_},
#include "extract/bureau.def"
#undef BUREAU
};
const uint32_t gt_n_bureaus = sizeof gt_bureaus / sizeof *gt_bureaus;

enum {
#define REFER(id_, ...) REFER_##id_,
#include "extract/refer.def"
#undef REFER
};

/* Rows name types without prefix: as bits. */
enum {
#define NODE_TYPE(name, ...) name = 1 << GT_NODE_##name,
#include "graph/node_type.def"
#undef NODE_TYPE
};

const struct gt_refer gt_refers[] = {
#define REFER(id_, types_, ending_, head_, words_)                                                 \
    {.types = types_, .ending = ending_, .head = head_},
#include "extract/refer.def"
#undef REFER
};

/* Rows of words parted by blanks. */
static const struct {
    enum gt_word_kind kind;
    uint32_t row;
    const char *words;
} lists[] = {
#define INDUSTRY(words_) {.kind = GT_WORD_INDUSTRY, .words = words_},
#define BROAD(words_)    {.kind = GT_WORD_INDUSTRY, .row = GT_TRACK_BROAD, .words = words_},
#include "extract/industry.def"
#undef BROAD
#undef INDUSTRY
#define GENERIC(words_) {.kind = GT_WORD_GENERIC, .words = words_},
#include "extract/generic.def"
#undef GENERIC
#define COMMON(words_) {.kind = GT_WORD_COMMON, .words = words_},
#define VERB(words_)   {.kind = GT_WORD_COMMON, .row = GT_COMMON_VERB, .words = words_},
#include "extract/common.def"
#undef VERB
#undef COMMON
#define BOUNDARY(kind_, words_) {.kind = GT_WORD_##kind_, .words = words_},
#include "extract/boundary.def"
#undef BOUNDARY
#define ANAPHOR(what_, words_)                                                                     \
    {.kind = GT_WORD_ANAPHOR, .row = GT_ANAPHOR_##what_, .words = words_},
#include "extract/anaphor.def"
#undef ANAPHOR
#define TENSE(kind_, words_) {.kind = GT_WORD_TENSE, .row = GT_TENSE_##kind_, .words = words_},
#include "extract/tense.def"
#undef TENSE
#define CLAUSE_WORD(role_, words_)                                                                 \
    {.kind = GT_WORD_CLAUSE, .row = GT_CLAUSE_##role_, .words = words_},
#include "extract/clause_word.def"
#undef CLAUSE_WORD
#define REFER(id_, types_, ending_, head_, words_)                                                 \
    {.kind = GT_WORD_REFER, .row = REFER_##id_, .words = words_},
#include "extract/refer.def"
#undef REFER
#define TITLE(words_) {.kind = GT_WORD_TITLE, .words = words_},
#include "extract/title.def"
#undef TITLE
};

static const struct {
    enum gt_node_type type;
    enum gt_level level;
    const char *names;
    const char *unit; /* null: a row is one fact; else each of its words is one */
    bool full;        /* only with the unit */
    bool listed;      /* without it among places only */
} facts[] = {
#define PLACE(level_, names_) {.type = GT_NODE_place, .level = GT_LEVEL_##level_, .names = names_},
#define PLACES(level_, unit_, names_)                                                              \
    {.type = GT_NODE_place, .level = GT_LEVEL_##level_, .names = names_, .unit = unit_},
#define PLACES_FULL(level_, unit_, names_)                                                         \
    {.type = GT_NODE_place,                                                                        \
     .level = GT_LEVEL_##level_,                                                                   \
     .names = names_,                                                                              \
     .unit = unit_,                                                                                \
     .full = true},
#define COUNTIES(unit_, names_)                                                                    \
    {.type = GT_NODE_place,                                                                        \
     .level = GT_LEVEL_regional,                                                                   \
     .names = names_,                                                                              \
     .unit = unit_,                                                                                \
     .full = true,                                                                                 \
     .listed = true},
#include "extract/county.def"
#include "extract/place.def"
#undef COUNTIES
#undef PLACES_FULL
#undef PLACES
#undef PLACE
#define ORGANISATION(type_, level_, names_)                                                        \
    {.type = GT_NODE_##type_, .level = GT_LEVEL_##level_, .names = names_},
#define ORGANISATIONS(type_, level_, names_)                                                       \
    {.type = GT_NODE_##type_, .level = GT_LEVEL_##level_, .names = names_, .unit = ""},
#include "extract/organisation.def"
#undef ORGANISATIONS
#undef ORGANISATION
};

void gt_lexicon_add_word(struct gt_lexicon *lexicon, enum gt_word_kind kind, uint32_t row,
                         const char *text)
{
    lexicon->lexeme = gt_xgrow(lexicon->lexeme, lexicon->n_lexemes, &lexicon->room_lexemes,
                               sizeof *lexicon->lexeme);
    lexicon->lexeme[lexicon->n_lexemes] =
        (struct gt_lexeme){.text = text, .kind = kind, .row = row};
    gt_dictionary_add(lexicon->dictionary, text, strlen(text), (uint32_t)lexicon->n_lexemes++);
}

/* Calls for each word of a list parted by blanks. */
static void add_words(struct gt_lexicon *lexicon, enum gt_word_kind kind, uint32_t row,
                      const char *words)
{
    while (*words) {
        size_t n = strcspn(words, " ");
        if (n)
            gt_lexicon_add_word(lexicon, kind, row, gt_arena_text(&lexicon->arena, words, n));
        words += n + (words[n] == ' ');
    }
}

static uint32_t add_fact(struct gt_lexicon *lexicon, const struct gt_fact *fact)
{
    size_t shipped = lexicon->n_facts;
    for (uint32_t i = 0; fact->known && i < fact->names.n; i++) {
        uint32_t row = gt_strmap_get(&lexicon->shipped, fact->names.item[i]);
        if (row != GT_NONE && lexicon->fact[row].type == fact->type)
            lexicon->fact[row].same = (uint32_t)shipped;
    }
    lexicon->fact =
        gt_xgrow(lexicon->fact, lexicon->n_facts, &lexicon->room_facts, sizeof *lexicon->fact);
    lexicon->fact[lexicon->n_facts] = *fact;
    lexicon->fact[lexicon->n_facts].same = GT_NONE;
    return (uint32_t)lexicon->n_facts++;
}

static void add_named_fact(struct gt_lexicon *lexicon, struct gt_fact fact, const char *names)
{
    for (const char *p = names; *p;) {
        size_t n = strcspn(p, " ");
        gt_texts_add(&fact.names, gt_arena_text(&lexicon->arena, p, n), &lexicon->arena);
        p += n + (p[n] == ' ');
    }
    fact.name = fact.names.item[0];
    uint32_t row = add_fact(lexicon, &fact);
    for (uint32_t i = 0; i < fact.names.n; i++) {
        gt_lexicon_add_word(lexicon, GT_WORD_FACT, row, fact.names.item[i]);
        gt_strmap_put(&lexicon->shipped, fact.names.item[i], row);
    }
}

static void add_districts(struct gt_lexicon *lexicon)
{
    for (int i = 0; i < GT_DISTRICTS; i++) {
        const struct gt_word *word = &gt_district_words[i];
        if (i == GT_DISTRICT_elsewhere)
            continue;
        const char *zh = word->title.in[GT_ZH];
        const char *area = i == GT_DISTRICT_pudong ? "新区" : "区";
        struct gt_fact fact = {
            .id = gt_arena_format(&lexicon->arena, "%s-district", word->name),
            .name_en = i == GT_DISTRICT_pudong
                           ? gt_arena_format(&lexicon->arena, "%s New Area", word->title.in[GT_EN])
                           : gt_arena_format(&lexicon->arena, "%s District", word->title.in[GT_EN]),
            .type = GT_NODE_place,
            .level = GT_LEVEL_district,
            .districts = 1u << i,
        };
        add_named_fact(
            lexicon, fact,
            gt_arena_format(&lexicon->arena, "%s%s %s 上海市%s%s", zh, area, zh, zh, area));
    }
}

/* Each word of a row is a fact of its own: 南京 and 南京市. */
static void add_each_fact(struct gt_lexicon *lexicon, struct gt_fact fact, size_t row)
{
    for (const char *p = facts[row].names; *p;) {
        int n = (int)strcspn(p, " ");
        const char *whole = gt_arena_format(&lexicon->arena, "%.*s%s", n, p, facts[row].unit);
        const char *both = gt_arena_format(&lexicon->arena, "%.*s %s", n, p, whole);
        add_named_fact(lexicon, fact, facts[row].full || !*facts[row].unit ? whole : both);
        if (facts[row].listed && n > 3)
            gt_lexicon_add_word(lexicon, GT_WORD_COUNTY, (uint32_t)lexicon->n_facts - 1,
                                gt_arena_text(&lexicon->arena, p, (size_t)n));
        p += n + (p[n] == ' ');
    }
}

/* Forms of a department behind the short name of its area; "区政府" and the like only so. */
static void add_bureau(struct gt_lexicon *lexicon, uint32_t row)
{
    static const char *const prefixes[] = {"区", "市", "县", "省", "州", "盟", "旗", "自治区"};
    const char *p = gt_bureaus[row].shorts;
    gt_lexicon_add_word(lexicon, GT_WORD_BUREAU, row, gt_bureaus[row].name);
    while (*p) {
        size_t n = strcspn(p, " ");
        if (n >= strlen("科委") && strncmp(p, "政府", n) != 0)
            gt_lexicon_add_word(lexicon, GT_WORD_BUREAU, row, gt_arena_text(&lexicon->arena, p, n));
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
            gt_lexicon_add_word(lexicon, GT_WORD_BUREAU, row,
                                gt_arena_format(&lexicon->arena, "%s%.*s", prefixes[i], (int)n, p));
        p += n + (p[n] == ' ');
    }
}

/* A mention that means its node only in its document (我区, 学校, 《规划》) is short, and no part
 * of a name; names and aliases always count, unless one character long. */
static bool is_context(const char *form)
{
    return gt_utf8_count(form) < 3;
}

static void add_known(struct gt_lexicon *lexicon, const struct gt_node *node)
{
    struct gt_arena *arena = &lexicon->arena;
    struct gt_fact fact = {
        .id = gt_arena_text(arena, node->id, strlen(node->id)),
        .name = gt_arena_text(arena, node->name, strlen(node->name)),
        .name_en =
            node->name_en ? gt_arena_text(arena, node->name_en, strlen(node->name_en)) : NULL,
        .type = node->type,
        .level = node->level,
        .districts = node->districts,
        .known = true,
    };
    gt_texts_add(&fact.names, fact.name, arena);
    for (uint32_t i = 0; i < node->aliases.n; i++)
        if (!is_context(node->aliases.item[i]) || node->type == GT_NODE_place)
            gt_texts_add(&fact.names,
                         gt_arena_text(arena, node->aliases.item[i], strlen(node->aliases.item[i])),
                         arena);
    uint32_t row = add_fact(lexicon, &fact);
    for (uint32_t i = 0; i < fact.names.n; i++)
        gt_lexicon_add_word(lexicon, GT_WORD_FACT, row, fact.names.item[i]);
}

void gt_lexicon_init(struct gt_lexicon *lexicon, const struct gt_graph *known)
{
    *lexicon = (struct gt_lexicon){.dictionary = gt_dictionary_new()};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        add_words(lexicon, lists[i].kind, lists[i].row, lists[i].words);
    add_districts(lexicon);
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        struct gt_fact fact = {.type = facts[i].type, .level = facts[i].level};
        if (facts[i].unit)
            add_each_fact(lexicon, fact, i);
        else
            add_named_fact(lexicon, fact, facts[i].names);
    }
    for (uint32_t i = 0; i < gt_n_bureaus; i++)
        add_bureau(lexicon, i);
    for (uint32_t i = 0; i < gt_n_suffixes; i++)
        gt_lexicon_add_word(lexicon, GT_WORD_SUFFIX, i, gt_suffixes[i].text);
    for (uint32_t i = 0; known && i < known->n_nodes; i++)
        add_known(lexicon, &known->nodes[i]);
}

void gt_lexicon_build(struct gt_lexicon *lexicon)
{
    gt_dictionary_build(lexicon->dictionary);
}

void gt_lexicon_fini(struct gt_lexicon *lexicon)
{
    gt_dictionary_free(lexicon->dictionary);
    free(lexicon->lexeme);
    free(lexicon->fact);
    gt_strmap_fini(&lexicon->shipped);
    gt_arena_fini(&lexicon->arena);
    *lexicon = (struct gt_lexicon){0};
}
