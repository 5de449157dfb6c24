/* slug.h: identifiers for new entities: the sound of their names.
 *
 * ICU's transliteration Han-Latin is the one well-kept table of Chinese readings that a C program
 * can use without shipping its own; the door to ICU is this file. */
#ifndef GT_EXTRACT_SLUG_H
#define GT_EXTRACT_SLUG_H

#include "base/arena.h"
#include "base/error.h"

struct gt_slugs;

/* Loads the table (some 50 ms). gt_slugs_free() ends it. */
GT_MUST_USE bool gt_slugs_new(struct gt_slugs **slugs, struct gt_error *err);
void gt_slugs_free(struct gt_slugs *slugs);

/* Looks the readings of the 3,755 usual characters up (some 50 ms): worth it before many files are
 * read in children, which would each do so. */
void gt_slugs_warm(const struct gt_slugs *slugs);

/* "东华大学" -> "dong-hua-da-xue", in the arena; at most 80 bytes. Names of less than four Chinese
 * characters, and those cut off, get four digits of their hash: many share their sound. `prefix`
 * (may be null) goes in front. The same name gives the same slug. Keeps what
 * it looks up: not for several threads at once. */
const char *gt_slug(const struct gt_slugs *slugs, const char *prefix, const char *name,
                    struct gt_arena *arena);

#endif
