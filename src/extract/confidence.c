/* confidence.c: counts on annotated replies as a probability. */
#include "extract/confidence.h"

#include <math.h>
#include <string.h>

#define PRIOR  0.7 /* of a rule that was never counted: a little below the mean of all */
#define WEIGHT 8.0  /* how many edges the prior counts for */

static const struct {
    const char *rule;
    int right, fired;
} counts[] = {
#define RELIABILITY(rule_, right_, fired_) {.rule = rule_, .right = right_, .fired = fired_},
#include "extract/reliability.def"
#undef RELIABILITY
};

double gt_confidence(const char *rule)
{
    double right = 0, fired = 0;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (strcmp(counts[i].rule, rule) == 0) {
            right = counts[i].right;
            fired = counts[i].fired;
        }
    return round((right + WEIGHT * PRIOR) / (fired + WEIGHT) * 100) / 100;
}
