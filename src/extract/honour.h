/* honour.h: titles and lists of the authorities that a body is entered in. */
#ifndef GT_EXTRACT_HONOUR_H
#define GT_EXTRACT_HONOUR_H

#include "extract/mention.h"

/* Adds the programmes behind 入选, 获评 and the like: 入选江州省首批产教融合试点. */
void gt_find_honours(const struct gt_scan *scan, struct gt_mentions *mentions);

#endif
