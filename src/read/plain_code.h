/* plain_code.h: undoing what typesetters put for other characters. */
#ifndef GT_READ_PLAIN_CODE_H
#define GT_READ_PLAIN_CODE_H

#include <stddef.h>
#include <stdint.h>

enum { GT_PLAIN_CODE = 16 };

/* Writes what a code point of a PDF stands for: the ideograph for a radical (U+2F64 for 用), the
 * letters of a ligature, nothing for a soft hyphen; others stay. Returns the bytes, without NUL.
 * Sources: Unicode's compatibility mappings of the blocks 2F00, FB00;
 * EquivalentUnifiedIdeograph.txt for 2E80. */
size_t gt_code_plain(uint32_t code, char out[GT_PLAIN_CODE]);

#endif
