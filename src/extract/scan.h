/* scan.h: the first stage: words of the lexicons in a document, its sentences, brackets, and the
 * places where a name cannot go on to the left. */
#ifndef GT_EXTRACT_SCAN_H
#define GT_EXTRACT_SCAN_H

#include "extract/codes.h"
#include "extract/lexicon.h"
#include "read/metadata.h"

/* Code points [start, end). Sentences end behind 。！？； and at the end of a paragraph. */
struct gt_sentence {
    uint32_t start, end;
    uint32_t paragraph;
    bool heading; /* of a heading, or a numbered line that is none of the prose */
    bool section; /* begins a chapter (一、 or a heading): what was planned ends */
    bool planned; /* in a part on what comes next (下一步) */
};

struct gt_scan {
    const struct gt_folded *folded;
    const struct gt_metadata *metadata;
    const struct gt_lexicon *lexicon;
    struct gt_codes codes;
    struct gt_hit *hit; /* by start, longest first */
    uint32_t *first;    /* [n + 1] hits that start at i: hit[first[i] .. first[i + 1]) */
    uint8_t *strong, *weak, *faint;      /* [n + 1] length of the boundary word that ends at i; 0 */
    bool *quoted;                        /* [n + 1] inside “” of up to 40 characters */
    bool *mute;                          /* [n + 1] the proposal's words, not the reply's */
    uint32_t *mate;                      /* [n] the other bracket or quote, GT_NONE */
    uint32_t *sentence_at;               /* [n + 1] number of the sentence */
    uint32_t *clause_start, *clause_end; /* [n + 1] of the clause around; end excludes its mark */
    struct gt_sentence *sentence;
    uint32_t n_sentences;
    struct gt_arena *arena; /* of the document */
};

/* Scans the body of a document. Borrows everything; what it makes is in the arena. O(n). */
void gt_scan_init(struct gt_scan *scan, const struct gt_folded *folded,
                  const struct gt_metadata *metadata, const struct gt_lexicon *lexicon,
                  struct gt_arena *arena);

/* The lexeme of a hit. */
const struct gt_lexeme *gt_scan_lexeme(const struct gt_scan *scan, const struct gt_hit *hit);

/* The longest hit of a kind that starts at a place; null. */
const struct gt_hit *gt_scan_word(const struct gt_scan *scan, uint32_t at, enum gt_word_kind kind);

/* True when a name cannot start before `at`: the begin of a sentence, punctuation, an opening quote
 * or bracket, a boundary word. */
bool gt_scan_is_edge(const struct gt_scan *scan, uint32_t at);

/* True when [start, end) can be cut into words of classes (generic.def, industries, endings,
 * numerals) without rest: such a name names nothing in particular. */
bool gt_scan_is_generic(const struct gt_scan *scan, uint32_t start, uint32_t end);

/* The same, everyday words counted as well (语音导诊系统). */
bool gt_scan_is_ordinary(const struct gt_scan *scan, uint32_t start, uint32_t end);

/* True when two other words part inside [start, end) and stand out on both sides of it: 国家|政策
 * around 家政. */
bool gt_scan_is_torn(const struct gt_scan *scan, uint32_t start, uint32_t end);

/* How many words the shortest such cut has; 0 when there is none. */
uint32_t gt_scan_generic_words(const struct gt_scan *scan, uint32_t start, uint32_t end);

#endif
