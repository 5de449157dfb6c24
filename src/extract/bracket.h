/* bracket.h: short forms that brackets introduce. */
#ifndef GT_EXTRACT_BRACKET_H
#define GT_EXTRACT_BRACKET_H

#include "extract/mention.h"

/* The short form that the brackets behind a mention introduce (（以下简称“云岭中心”）), in the
 * document's arena; null when there is none. */
const char *gt_bracket_form(const struct gt_scan *scan, const struct gt_mention *mention);

#endif
