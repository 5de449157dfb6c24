/* tsv.h: tables of text as spreadsheets and people write them.
 *
 * Fields are parted by tabs (or by another character that is asked for), rows by LF or CRLF. A
 * field that begins with a quotation mark ends with one, and doubles those within; it may hold tabs
 * and line breaks. Empty lines, and lines that begin with '#', are passed over. UTF-8, with or
 * without a byte-order mark. */
#ifndef GT_CURATE_TSV_H
#define GT_CURATE_TSV_H

#include "base/buffer.h"
#include "base/fault.h"

#include <stddef.h>
#include <stdint.h>

enum { GT_TSV_FIELDS = 40 }; /* most fields of a row */

struct gt_tsv_row {
    const char **field; /* [n]; without quotation marks */
    uint32_t n, line;   /* lines start at 1 */
    size_t start, end;  /* its bytes, line break included */
};

/* Zeroed is valid and empty. */
struct gt_tsv {
    const char *file; /* as messages name it; borrowed */
    char separator;   /* of fields; 0: a tab. Set before reading */
    struct gt_tsv_row *row;
    size_t n, room;
    struct gt_arena arena;
};

void gt_tsv_fini(struct gt_tsv *tsv);

/* Reads n bytes, copying every text. False and faults when they are no UTF-8 (and says what they
 * are, where that shows: spreadsheets write UTF-16 and GB18030), or hold what no name may: control
 * characters. O(n). */
GT_MUST_USE bool gt_tsv_read(const char *file, const char *bytes, size_t n, struct gt_tsv *tsv,
                             struct gt_faults *faults);

/* Field number i of a row; "" when there are fewer. */
const char *gt_tsv_field(const struct gt_tsv_row *row, uint32_t i);

/* Adds a field to a row that is written, with a tab in front unless it is the first; quoted where
 * it has to be. A null text is empty. */
void gt_tsv_write(struct gt_buffer *out, const char *text, bool first);

/* "FILE:LINE", for messages; in the table's arena. */
const char *gt_tsv_place(struct gt_tsv *tsv, const struct gt_tsv_row *row);

#endif
