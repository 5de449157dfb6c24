/* word_list.h: lists of words as the .def files write them, parted by blanks, against a text. */
#ifndef GT_EXTRACT_WORD_LIST_H
#define GT_EXTRACT_WORD_LIST_H

#include "extract/codes.h"

/* Length in code points of the longest word of a list that begins at a place; 0. O(bytes of the
 * list): where every place of a text is asked, gt_word_filter_may() comes first. */
uint32_t gt_word_list_at(const struct gt_codes *codes, uint32_t at, const char *words);

/* The same of the words that end right in front of a place. */
uint32_t gt_word_list_end(const struct gt_codes *codes, uint32_t at, const char *words);

/* The characters that words begin with, a bit for each of 256 classes of code points. Zeroed is
 * valid and lets nothing pass. */
struct gt_word_filter {
    uint64_t bit[4];
};

/* Adds the words of a list. O(bytes of the list). */
void gt_word_filter_add(struct gt_word_filter *filter, const char *words);

/* False when none of the words begins with this character. */
static inline bool gt_word_filter_may(const struct gt_word_filter *filter, uint32_t code)
{
    return filter->bit[(code & 0xFF) >> 6] >> (code & 63) & 1;
}

#endif
