/* json_scan.h: a strict reading of JSON's form (RFC 8259), before its content is parsed.
 *
 * The parser behind it accepts what it should refuse (trailing text, bad UTF-8, keys given twice,
 * texts cut at \u0000); the scan lets only such text pass that has one meaning. */
#ifndef GT_FORMAT_JSON_SCAN_H
#define GT_FORMAT_JSON_SCAN_H

#include "base/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    GT_JSON_SCAN_DEPTH = 64,      /* deepest nesting of objects and lists */
    GT_JSON_SCAN_VALUES = 8 << 20 /* most values in a file: each takes the parser 80 bytes */
};

/* What a scan leaves: zeroed is valid and empty. */
struct gt_json_scan {
    size_t start;   /* where the text starts, behind a byte-order mark */
    uint32_t *line; /* [n] the line of each value, in the order in which they begin */
    size_t n, room;
};

void gt_json_scan_fini(struct gt_json_scan *scan);

/* True when the n bytes are one JSON text in valid UTF-8, without a key given twice in an object,
 * \u0000, half a surrogate pair, or a number that no double holds. Otherwise adds the first fault
 * with its place, "FILE:LINE:COLUMN" (columns count code points), and returns false. O(n log n). */
GT_MUST_USE bool gt_json_scan(const char *file, const char *bytes, size_t n,
                              struct gt_json_scan *scan, struct gt_faults *faults);

#endif
