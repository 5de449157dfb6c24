/* review_screen.h: one candidate as people see it, with the words of the text around it. */
#ifndef GT_CLI_REVIEW_SCREEN_H
#define GT_CLI_REVIEW_SCREEN_H

#include "cli/screen.h"
#include "cli/source.h"
#include "curate/review.h"

struct gt_review_view {
    const struct gt_review *review;
    struct gt_source *source; /* null: none */
    const char *draft;        /* file, for the title */
    enum gt_lang lang;
    bool reversed; /* a relation is shown with its ends swapped */
};

/* The words around a candidate as one text with their place, or why they cannot be had; in the
 * arena. */
struct gt_review_words gt_review_view_words(const void *view, const struct gt_candidate *candidate,
                                            struct gt_arena *arena);

/* Draws a candidate, a message (null: none) and the keys. */
void gt_review_view_draw(const struct gt_review_view *view, const struct gt_terminal *terminal,
                         size_t candidate, const char *message);

/* Lists the types that a candidate can have, numbered from 1, and asks for one. */
void gt_review_view_types(const struct gt_review_view *view, const struct gt_terminal *terminal,
                          const struct gt_candidate *candidate);

#endif
