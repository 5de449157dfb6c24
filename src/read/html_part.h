/* html_part.h: which lines of a web page are the document, and which the site's. */
#ifndef GT_READ_HTML_PART_H
#define GT_READ_HTML_PART_H

#include "read/reader.h"

/* What the elements around a line say of it. */
struct gt_html_line {
    bool main;  /* it is in a part that is marked as the main one */
    bool links; /* all of its text is links */
};

/* Takes the lines of the site out of `raw`, line[raw->n] telling of each. Where a part that is
 * marked as the main one holds enough of the text, the document is that part, with the headings,
 * the title and the number (文号) in front of it; else all but menus. Lines such as 打印本页 or
 * 版权所有 are the site's anywhere. */
void gt_html_keep_document(struct gt_raw *raw, const struct gt_html_line *line);

#endif
