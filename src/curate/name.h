/* name.h: the parts of an organisation's name, as far as they matter for telling whether two names
 * are one organisation's.
 *
 *     上海市长宁区科学技术委员会     city 上海, district 长宁, content 科学技术, head 委员会
 *     上海新微科技集团有限公司       city 上海, content 新微科技, head 集团, legal form 有限公司
 *     区科委                         relative (区: of the document's district), content 科, head 委
 *
 * Works on the codes of gt_text_key(), so that full-width forms, quotation marks and 《》 do not
 * count. */
#ifndef GT_CURATE_NAME_H
#define GT_CURATE_NAME_H

#include "base/arena.h"
#include "graph/ontology.h"

#include <stdbool.h>
#include <stdint.h>

enum { GT_NAME_CODES = 200, GT_NAME_TOKENS = 6 }; /* longer names are cut; more numbers are left */

/* A piece of a name as codes. */
struct gt_codes {
    const uint32_t *code;
    uint32_t n;
};

struct gt_name {
    const char *key;                /* gt_text_key() */
    struct gt_codes plain;          /* the key without brackets */
    struct gt_codes unlegal;        /* ... and without legal form */
    struct gt_codes local;          /* ... and without place in front */
    struct gt_codes core;           /* ... and without 国家 */
    struct gt_codes content;        /* the core before its head */
    const char *head;               /* class of the head (head.def), null without */
    uint64_t city, district;        /* what the place in front names, as a hash; 0: nothing */
    uint32_t head_codes;            /* its length as it is spelled */
    bool branch;                    /* a part by its ending: 支行, 分院 (branch.def) */
    bool formal;                    /* the city in front is spelled with 市, 省 or 自治区 */
    uint64_t order;                 /* of the core's codes, whatever their order; 0: too few */
    bool relative;                  /* 区… or 市…: the document says of which */
    char level;                     /* 'd' of a district, 'c' of a city or province, 0 not said */
    uint64_t token[GT_NAME_TOKENS]; /* numbers, phases, sides (一期, 第2批, 东区), sorted */
    uint32_t n_tokens;
    uint64_t year; /* the years it names, hashed; 0: none */
};

/* Takes the name of a node of a type apart; all in the arena. O(length). */
struct gt_name gt_name_parse(const char *text, enum gt_node_type type, struct gt_arena *arena);

/* The hash by which struct gt_name knows a district of the ontology. */
uint64_t gt_name_district(enum gt_district district);

bool gt_codes_equal(struct gt_codes a, struct gt_codes b);
uint64_t gt_codes_hash(struct gt_codes codes);

/* Where `part` stands in `whole` from `from` on; GT_NONE when it does not. */
uint32_t gt_codes_find(struct gt_codes whole, struct gt_codes part, uint32_t from);

/* True at a place in a name behind which a part begins: its start, or behind a head or a province:
 * 中国科学院|上海|微系统. */
bool gt_name_begins(struct gt_codes codes, uint32_t at);

#endif
