/* slug.h: identifiers for new entities: the sound of their names, as ICU reads each character. */
#ifndef GT_EXTRACT_SLUG_H
#define GT_EXTRACT_SLUG_H

#include "base/arena.h"

/* "东华大学" -> "dong-hua-da-xue", in the arena; at most 80 bytes. Names of less than four Chinese
 * characters, and those cut off, get four digits of their hash: many share their sound. `prefix`
 * (may be null) goes in front. The same name gives the same slug. */
const char *gt_slug(const char *prefix, const char *name, struct gt_arena *arena);

#endif
