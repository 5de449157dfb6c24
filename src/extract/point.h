/* point.h: where a point of an enumeration begins: 一是, （二）, 3., ①, 其四, ——. */
#ifndef GT_EXTRACT_POINT_H
#define GT_EXTRACT_POINT_H

#include "extract/scan.h"

enum gt_point_kind {
#define POINT(name, ...) GT_POINT_##name,
#include "extract/point.def"
#undef POINT
    GT_POINT_KINDS
};

struct gt_point {
    enum gt_point_kind kind;
    uint32_t number; /* from 1; 0 where the style does not count */
    uint32_t end;    /* behind the mark */
};

/* The point that begins at the head of a clause; false when none does. O(1). */
bool gt_point_at(const struct gt_scan *scan, uint32_t at, struct gt_point *point);

/* True where a clause's head is that of a point, but for the first clause of a chapter: what a
 * clause in front of it said of its subject is not said of this one. */
bool gt_point_begins(const struct gt_scan *scan, uint32_t at);

#endif
