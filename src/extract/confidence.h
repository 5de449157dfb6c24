/* confidence.h: how sure a rule is: of the edges given 0.8, about 80 % are right. */
#ifndef GT_EXTRACT_CONFIDENCE_H
#define GT_EXTRACT_CONFIDENCE_H

/* (right + 8 * 0.7) / (fired + 8) by the counts of reliability.def, so that a rule seldom seen
 * stays near the mean of new rules; two decimals. */
double gt_confidence(const char *rule);

#endif
