/* opener.h: the numbers that open headings and items: 一、 （二） 3. （4） ① 第五条. */
#ifndef GT_READ_OPENER_H
#define GT_READ_OPENER_H

#include <stddef.h>

/* The bytes of the opener at the start of a text (valid UTF-8, white space in front is passed over
 * and counted), 0 without one. */
size_t gt_opener_length(const char *text, size_t n);

#endif
