/* dictionary.h: finding every word of a list in a text in one pass.
 *
 * How it works: Aho and Corasick, "Efficient string matching", CACM 18 (1975), over Unicode code
 * points; the goto function is one hash table, the root's transitions an array. */
#ifndef GT_EXTRACT_DICTIONARY_H
#define GT_EXTRACT_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct gt_dictionary;

/* A word found: code points [start, end). */
struct gt_hit {
    uint32_t start, end;
    uint32_t value; /* as given to gt_dictionary_add() */
};

/* Hits in the order of their ends, longer ones first. Zeroed is valid and empty. */
struct gt_hits {
    struct gt_hit *item;
    size_t n, room;
};

void gt_hits_fini(struct gt_hits *hits);

struct gt_dictionary *gt_dictionary_new(void);
void gt_dictionary_free(struct gt_dictionary *dictionary);

/* Adds a word of n bytes of UTF-8, which is copied. The same word may be added with several values.
 * Empty words are passed over. */
void gt_dictionary_add(struct gt_dictionary *dictionary, const char *word, size_t n,
                       uint32_t value);

/* Call once, when all words are in. O(total length). */
void gt_dictionary_build(struct gt_dictionary *dictionary);

/* Adds every occurrence of every word in n code points to `hits`, overlapping ones as well.
 * O(n + hits). */
void gt_dictionary_find(const struct gt_dictionary *dictionary, const uint32_t *code, size_t n,
                        struct gt_hits *hits);

#endif
