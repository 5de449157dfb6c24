/* mention.h: places of the text that name or mean an entity. */
#ifndef GT_EXTRACT_MENTION_H
#define GT_EXTRACT_MENTION_H

#include "extract/scan.h"

enum gt_mention_kind {
#define MENTION_KIND(name, ...) GT_MENTION_##name,
#include "extract/mention_kind.def"
#undef MENTION_KIND
    GT_MENTION_KINDS
};

struct gt_mention {
    uint32_t start, end;           /* code points, with quotes around */
    uint32_t name_start, name_end; /* of the name itself */
    enum gt_mention_kind kind;
    enum gt_node_type type;
    uint32_t row; /* FACT: its number; BUREAU: likewise; NAMED: of its ending; ANAPHOR: meaning */
    uint32_t outer; /* the mention it is the beginning of (东华大学 of 东华大学科技园); GT_NONE */
    uint32_t node; /* GT_NONE until resolved */
};

/* In the order of the text; of one start the longest first. */
struct gt_mentions {
    struct gt_mention *item;
    uint32_t n;
    size_t room;
    uint32_t
        *cover; /* [n codes + 1] the outermost mention at a place, GT_NONE; null until sorted */
};

void gt_mentions_fini(struct gt_mentions *mentions);

/* Adds a mention whose name is its span; returns it, until the next one is added. */
struct gt_mention *gt_mention_add(struct gt_mentions *mentions, enum gt_mention_kind kind,
                                  enum gt_node_type type, uint32_t start, uint32_t end);

/* Drops the mentions in words that are the proposal's. */
void gt_mentions_mute(struct gt_mentions *mentions, const struct gt_scan *scan);

/* Puts mentions in order; of two that cross, or have one span, drops the lower; nests what begins
 * another and drops what lies inside otherwise; fills cover[]. O(n log n). */
void gt_mentions_settle(struct gt_mentions *mentions, uint32_t n_codes);

const char *gt_mention_kind_name(enum gt_mention_kind kind, enum gt_lang lang);

/* --- finders: each adds what it finds in the body of the document -------------------------------
 */

/* Known names, departments behind their area, references to area and issuer (fact.c). */
void gt_find_facts(const struct gt_scan *scan, struct gt_mentions *mentions);

/* Names by their endings (name.c). */
void gt_find_names(const struct gt_scan *scan, struct gt_mentions *mentions);

/* Where a name that ends with [ending, end) begins; GT_NONE when nothing bounds it. */
uint32_t gt_name_start(const struct gt_scan *scan, uint32_t ending);

/* True when what stands at `end` makes another word of the ending (suffix.def). */
bool gt_name_is_cut_off(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t end);

/* Behind the verb with which somebody builds what is named: 单晶硅片项目 of 隆光新材建设单晶硅片
 * 项目; else `start`. */
uint32_t gt_name_built(const struct gt_scan *scan, uint32_t start, uint32_t ending);

/* Where a name begins that a word bounds at `start` which is a noun inside official names
 * (省磷资源高值利用重点实验室); GT_NONE when it is a verb there. */
uint32_t gt_name_start_over(const struct gt_scan *scan, uint32_t start, uint32_t ending);

/* Behind the body whose project [start, end) is: “云岭”项目 of 星河大学“云岭”项目; else `start`. */
uint32_t gt_name_behind_body(const struct gt_scan *scan, uint32_t start, uint32_t end);

/* Titles in 《》, names in “” (quoted.c). */
void gt_find_quoted(const struct gt_scan *scan, struct gt_mentions *mentions);

/* Persons behind a public role (person.c). */
void gt_find_persons(const struct gt_scan *scan, struct gt_mentions *mentions);

#endif
