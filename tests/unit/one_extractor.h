/* one_extractor.h: one extractor for all tests of a program: making it takes longer than they do.
 */
#ifndef GT_TESTS_ONE_EXTRACTOR_H
#define GT_TESTS_ONE_EXTRACTOR_H

#include "unit/extract_support.h"

static struct gt_extractor extractor;

static int begin(void **state)
{
    struct gt_error err = {.lang = GT_EN};
    (void)state;
    return gt_extractor_init(&extractor, NULL, NULL, &err) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    gt_extractor_fini(&extractor);
    return 0;
}

#endif
