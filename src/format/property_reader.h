/* property_reader.h: reading an object's members into a record, by the table of properties. */
#ifndef GT_FORMAT_PROPERTY_READER_H
#define GT_FORMAT_PROPERTY_READER_H

#include "format/reader.h"
#include "graph/property.h"

#define GT_AMOUNT_BELOW 1e15 /* yuan; a double holds smaller sums to the tenth of a fen */

/* Reads the properties of an owner into its zeroed struct; texts stay the tree's. `more` are n_more
 * members that the object has beside them. */
bool gt_read_properties(struct gt_reader *reader, const cJSON *object, enum gt_owner owner,
                        void *record, struct gt_member *more, size_t n_more);

#endif
