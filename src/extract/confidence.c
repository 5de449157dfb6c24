/* confidence.c: counts on annotated replies as a probability. */
#include "extract/confidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PRIOR  0.7 /* of a rule that was never counted: a little below the mean of all */
#define WEIGHT 8.0 /* how many edges the prior counts for */

static const struct count {
    const char *rule;
    int right, fired;
} counts[] = {
/* by rule */
#define RELIABILITY(rule_, right_, fired_) {.rule = rule_, .right = right_, .fired = fired_},
#include "extract/reliability.def"
#undef RELIABILITY
};

static int by_rule(const void *rule, const void *count)
{
    return strcmp(rule, ((const struct count *)count)->rule);
}

double gt_confidence(const char *rule)
{
    size_t n = sizeof counts / sizeof *counts;
    const struct count *found = bsearch(rule, counts, n, sizeof *counts, by_rule);
    double right = found ? found->right : 0, fired = found ? found->fired : 0;
    return round((right + WEIGHT * PRIOR) / (fired + WEIGHT) * 100) / 100;
}
