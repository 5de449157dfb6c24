/* score.h: how well a draft agrees with a gold annotation: precision, recall and F1, and every
 * difference.
 *
 * How it works: entities are matched one to one. Two match when they share a surface form; of
 * several candidates, those of the same type go first, then those with more shared forms, then by
 * the draft's and the gold's ids. "entity" counts a match of form alone, "typed" also wants the
 * same type. A relation is right when both its ends match and its type is equal; mutual types count
 * in either order. "link" leaves type and direction aside. Equal relations count once. Scores of
 * several documents are added up before they are divided (micro-average). */
#ifndef GT_CURATE_SCORE_H
#define GT_CURATE_SCORE_H

#include "base/lang.h"
#include "base/strmap.h"
#include "graph/annotation.h"

#include <stdint.h>

struct gt_tally {
    uint32_t hit, predicted, gold;
};

/* 0 where nothing was predicted, in the gold, or right. */
double gt_tally_precision(const struct gt_tally *tally);
double gt_tally_recall(const struct gt_tally *tally);
double gt_tally_f1(const struct gt_tally *tally);

enum gt_measured { GT_SCORE_ENTITY, GT_SCORE_TYPED, GT_SCORE_RELATION, GT_SCORE_LINK, GT_SCORES };

extern const struct gt_text gt_score_titles[GT_SCORES];
extern const char *const gt_score_names[GT_SCORES];

/* Tallies by type, the types as the files spell them. */
struct gt_type_tally {
    const char *type;
    struct gt_tally tally;
};

struct gt_type_tallies {
    struct gt_type_tally *item;
    size_t n, room;
    struct gt_strmap by_type;
};

enum gt_mistake_kind {
#define MISTAKE(name, ...) GT_MISTAKE_##name,
#include "curate/mistake.def"
#undef MISTAKE
    GT_MISTAKES
};

struct gt_mistake_word {
    const char *name;
    struct gt_text title;
};

extern const struct gt_mistake_word gt_mistakes[GT_MISTAKES];

/* One difference. For entities `source` and `target` are the draft's and the gold's ids, of which
 * the one that is not there is null; for relations, the ends: gold ids, or "ID?" for an end of the
 * draft that nothing in the gold matches. */
struct gt_mistake {
    enum gt_mistake_kind kind;
    const char *document, *type; /* of the gold, or of the draft where it is spurious */
    const char *other_type;      /* wrong_type: the draft's */
    const char *source, *target;
    struct gt_texts source_forms, target_forms; /* sorted */
    struct gt_annotated_place place;            /* of a relation, in the file that has it */
};

/* Zeroed is valid and empty. Borrows the annotations' texts. */
struct gt_score {
    struct gt_tally total[GT_SCORES];
    struct gt_type_tallies entities, relations; /* sorted by gt_score_finish() */
    struct gt_mistake *mistakes;
    size_t n_mistakes, room_mistakes;
    struct gt_arena arena;
};

void gt_score_fini(struct gt_score *score);

/* Adds the comparison of one document. O(pairs of entities that share a form, sorted). */
void gt_score_add(struct gt_score *score, const struct gt_annotation *gold,
                  const struct gt_annotation *draft);

/* Puts the tallies by type into the ontology's order, unknown types behind, by name. */
void gt_score_finish(struct gt_score *score);

#endif
