/* package.h: the parts of a zip package (docx), unpacked in memory as they are read. */
#ifndef GT_READ_PACKAGE_H
#define GT_READ_PACKAGE_H

#include "read/reader.h"

/* Takes the next bytes of a part; false ends the reading (the context knows why). */
typedef bool gt_part_sink(void *context, const char *bytes, size_t n);

/* Feeds the part of that name (case aside) to a sink, piece by piece. *found says whether there is
 * one. Names are only compared: nothing is written anywhere. Fails with GT_DATA when the package is
 * damaged, protected, or over a limit on parts and bytes. */
GT_MUST_USE bool gt_package_read(const struct gt_bytes *file, const char *name, gt_part_sink *sink,
                                 void *context, bool *found, struct gt_error *err);

/* Says what a zip file without a Word document is, if that shows: GT_DATA. */
bool gt_package_refuse(const struct gt_bytes *file, struct gt_error *err);

#endif
