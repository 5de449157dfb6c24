/* paragraph.h: which lines go on in the next. */
#ifndef GT_READ_PARAGRAPH_H
#define GT_READ_PARAGRAPH_H

#include "read/reader.h"

/* True when a measured line, of a source whose line breaks may or may not mean a paragraph, stops
 * in mid-sentence: it is long and ends in no stop, and is no numbered heading. */
bool gt_paragraph_is_open(const struct gt_raw_line *line);

#endif
