/* trigger.h: the rules that make edges: rows of trigger.def, and the user's own.
 *
 * A row is a phrase and what it ties. The phrase may have alternatives (|) and up to two gaps: *
 * within a clause, … within a sentence. Sides say where the ends are looked for (side_kind.def).
 * The row's example, with the edges expected of it, is its test. */
#ifndef GT_EXTRACT_TRIGGER_H
#define GT_EXTRACT_TRIGGER_H

#include "base/error.h"
#include "extract/codes.h"
#include "extract/lexicon.h"

enum gt_side_kind {
#define SIDE_KIND(name, ...) GT_SIDE_##name,
#include "extract/side_kind.def"
#undef SIDE_KIND
    GT_SIDE_KINDS
};

enum { GT_PIECES = 3 }; /* of a phrase: up to two gaps */

struct gt_side {
    enum gt_side_kind kind;
    bool open;               /* items of lists become entities */
    uint32_t types;          /* bits; 0: any that the edge allows */
    enum gt_node_type first; /* the type of such items */
};

struct gt_trigger {
    const char *id, *phrase;
    enum gt_edge_type edge;
    struct gt_side source, target;
    int status; /* enum gt_edge_status, or -1: by tense */
    const char *example, *expected;
    bool shipped;
};

/* True when frame.c finds a side of the trigger by the build of its clause. */
bool gt_trigger_is_of_frame(const struct gt_trigger *trigger);

/* One alternative of a trigger's phrase. */
struct gt_phrase {
    uint32_t trigger;
    uint32_t n; /* pieces */
    struct gt_codes piece[GT_PIECES];
    bool far[GT_PIECES]; /* the gap in front of the piece goes over clauses */
};

/* Zeroed is valid and empty. */
struct gt_triggers {
    struct gt_trigger *item;
    struct gt_phrase *phrase;
    uint32_t n, n_phrases;
    size_t room, room_phrases;
    struct gt_arena arena;
};

void gt_triggers_fini(struct gt_triggers *triggers);

/* Takes the shipped rows. A wrong one is a bug. */
GT_MUST_USE bool gt_triggers_ship(struct gt_triggers *triggers, struct gt_error *err);

/* Takes a user's rows: a TSV file with the eight columns of trigger.def (id, phrase, edge type,
 * source, target, status, example, expected); # begins a comment, empty lines are passed over.
 * Fails with GT_DATA, naming file, line and what is wrong with which column. */
GT_MUST_USE bool gt_triggers_read(struct gt_triggers *triggers, const char *path,
                                  struct gt_error *err);

/* Puts the first pieces of all phrases into a lexicon that is not built yet. */
void gt_triggers_add_words(const struct gt_triggers *triggers, struct gt_lexicon *lexicon);

#endif
