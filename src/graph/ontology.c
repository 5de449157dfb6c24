/* ontology.c: the vocabulary's tables and how a word is found in them. */
#include "graph/ontology.h"

#include "base/text.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>

const struct gt_node_type_info gt_node_types[GT_NODE_TYPES] = {
#define NODE_TYPE(name_, en, zh, covers_en, covers_zh)                                             \
    [GT_NODE_##name_] = {                                                                          \
        .name = #name_, .title = GT_TEXT(en, zh), .covers = GT_TEXT(covers_en, covers_zh)},
#include "graph/node_type.def"
#undef NODE_TYPE
};

enum { DIRECTED = false, MUTUAL = true };

const struct gt_edge_type_info gt_edge_types[GT_EDGE_TYPES] = {
#define EDGE_TYPE(name_, direction, family_, en, zh, reading_en, reading_zh)                       \
    [GT_EDGE_##name_] = {.name = #name_,                                                           \
                         .mutual = (direction),                                                    \
                         .family = GT_FAMILY_##family_,                                            \
                         .title = GT_TEXT(en, zh),                                                 \
                         .reading = GT_TEXT(reading_en, reading_zh)},
#include "graph/edge_type.def"
#undef EDGE_TYPE
};

#define WORD(index, name_, en, zh) [index] = {.name = #name_, .title = GT_TEXT(en, zh)},

const struct gt_word gt_edge_families[GT_EDGE_FAMILIES] = {
#define EDGE_FAMILY(name, en, zh) WORD(GT_FAMILY_##name, name, en, zh)
#include "graph/edge_family.def"
#undef EDGE_FAMILY
};

const struct gt_word gt_statuses[GT_STATUSES] = {
#define STATUS(name, en, zh) WORD(GT_STATUS_##name, name, en, zh)
#include "graph/status.def"
#undef STATUS
};

const struct gt_word gt_levels[GT_LEVELS] = {
    [GT_LEVEL_NONE] = {.name = NULL, .title = GT_TEXT("", "")},
#define LEVEL(name, en, zh) WORD(GT_LEVEL_##name, name, en, zh)
#include "graph/level.def"
#undef LEVEL
};

const struct gt_word gt_amount_kinds[GT_AMOUNT_KINDS] = {
    [GT_AMOUNT_NONE] = {.name = NULL, .title = GT_TEXT("", "")},
#define AMOUNT_KIND(name, en, zh) WORD(GT_AMOUNT_##name, name, en, zh)
#include "graph/amount_kind.def"
#undef AMOUNT_KIND
};

const struct gt_word gt_district_words[GT_DISTRICTS] = {
#define DISTRICT(name, en, zh) WORD(GT_DISTRICT_##name, name, en, zh)
#include "graph/district.def"
#undef DISTRICT
};

int gt_vocabulary_size(enum gt_vocabulary vocabulary)
{
    static const int size[GT_VOCABULARIES] = {
        [GT_VOCABULARY_NODE_TYPE] = GT_NODE_TYPES,     [GT_VOCABULARY_EDGE_TYPE] = GT_EDGE_TYPES,
        [GT_VOCABULARY_STATUS] = GT_STATUSES,          [GT_VOCABULARY_LEVEL] = GT_LEVELS,
        [GT_VOCABULARY_AMOUNT_KIND] = GT_AMOUNT_KINDS, [GT_VOCABULARY_DISTRICT] = GT_DISTRICTS,
    };
    return size[vocabulary];
}

struct gt_word gt_vocabulary_word(enum gt_vocabulary vocabulary, int i)
{
    switch (vocabulary) {
    case GT_VOCABULARY_NODE_TYPE:
        return (struct gt_word){gt_node_types[i].name, gt_node_types[i].title};
    case GT_VOCABULARY_EDGE_TYPE:
        return (struct gt_word){gt_edge_types[i].name, gt_edge_types[i].title};
    case GT_VOCABULARY_STATUS:
        return gt_statuses[i];
    case GT_VOCABULARY_LEVEL:
        return gt_levels[i];
    case GT_VOCABULARY_AMOUNT_KIND:
        return gt_amount_kinds[i];
    case GT_VOCABULARY_DISTRICT:
        return gt_district_words[i];
    case GT_VOCABULARIES:
        break;
    }
    return (struct gt_word){0};
}

/* Case aside; a Chinese title matches with or without 区 behind it: 长宁区 is 长宁. */
static bool word_fits(const struct gt_word *word, const char *text)
{
    const char *zh = word->title.in[GT_ZH];
    size_t n = strlen(zh);
    if (strcasecmp(word->name, text) == 0 || strcasecmp(word->title.in[GT_EN], text) == 0)
        return true;
    return strncmp(zh, text, n) == 0 && (!text[n] || strcmp(text + n, "区") == 0);
}

int gt_vocabulary_find(enum gt_vocabulary vocabulary, const char *text, bool loose)
{
    for (int i = 0; i < gt_vocabulary_size(vocabulary); i++) {
        struct gt_word word = gt_vocabulary_word(vocabulary, i);
        if (!word.name)
            continue;
        if (strcmp(word.name, text) == 0 || (loose && word_fits(&word, text)))
            return i;
    }
    return -1;
}

/* How far a typed text is from a word: 0 where a title begins with it or has it inside (园区 is
 * 园区载体), otherwise by spelling; UINT32_MAX where that would be a guess. */
static uint32_t distance_to(const struct gt_word *word, const char *text)
{
    enum { LEAST_BYTES = 3 }; /* one Chinese character, or three letters */
    const char *spelling[] = {word->name, word->title.in[GT_EN], word->title.in[GT_ZH]};
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < sizeof spelling / sizeof *spelling; i++) {
        if (strlen(text) >= LEAST_BYTES && strcasestr(spelling[i], text))
            return 0;
        uint32_t distance = gt_text_distance(spelling[i], text);
        if (distance < least && distance <= 1 + strlen(spelling[i]) / 3 &&
            distance < gt_utf8_count(spelling[i]))
            least = distance;
    }
    return least;
}

int gt_vocabulary_nearest(enum gt_vocabulary vocabulary, const char *text)
{
    int best = -1;
    uint32_t least = UINT32_MAX;
    for (int i = 0; i < gt_vocabulary_size(vocabulary); i++) {
        struct gt_word word = gt_vocabulary_word(vocabulary, i);
        uint32_t distance = word.name ? distance_to(&word, text) : UINT32_MAX;
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

const char *gt_vocabulary_suggest(enum gt_vocabulary vocabulary, const char *text)
{
    int nearest = gt_vocabulary_nearest(vocabulary, text);
    return nearest < 0 ? NULL : gt_vocabulary_word(vocabulary, nearest).name;
}
