/* dictionary.c: the Aho-Corasick automaton. */
#include "extract/dictionary.h"

#include "base/memory.h"
#include "base/strmap.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { ROOT = 0, FIRST_PLANE = 1 << 16 };

struct state {
    uint64_t kin;          /* a bit for each of 64 classes of characters that arcs from here have */
    uint32_t parent, code; /* of the arc that leads here */
    uint32_t fail;
    uint32_t output; /* nearest state along fail that ends a word; GT_NONE */
    uint32_t word;   /* first of its words, GT_NONE when it ends none */
    uint32_t depth;
};

/* Words that end at the same state form a chain. */
struct word {
    uint32_t value, next;
};

struct gt_dictionary {
    struct state *state;
    struct word *word;
    uint32_t *arc;  /* states, by what leads there; ROOT: free; open addressing, a power of two */
    uint32_t *root; /* [FIRST_PLANE] states behind the root */
    size_t n_states, room_states, n_words, room_words, n_arcs, n_used;
};

void gt_hits_fini(struct gt_hits *hits)
{
    free(hits->item);
    *hits = (struct gt_hits){0};
}

static uint32_t add_state(struct gt_dictionary *d, uint32_t parent, uint32_t code, uint32_t depth)
{
    d->state = gt_xgrow(d->state, d->n_states, &d->room_states, sizeof *d->state);
    d->state[d->n_states] = (struct state){
        .parent = parent, .code = code, .output = GT_NONE, .word = GT_NONE, .depth = depth};
    return (uint32_t)d->n_states++;
}

struct gt_dictionary *gt_dictionary_new(void)
{
    struct gt_dictionary *d = gt_xcalloc(1, sizeof *d);
    d->n_arcs = 1 << 10;
    d->arc = gt_xcalloc(d->n_arcs, sizeof *d->arc);
    d->root = gt_xcalloc(FIRST_PLANE, sizeof *d->root);
    add_state(d, ROOT, 0, 0);
    return d;
}

void gt_dictionary_free(struct gt_dictionary *d)
{
    if (!d)
        return;
    free(d->state);
    free(d->word);
    free(d->arc);
    free(d->root);
    free(d);
}

static size_t slot_of(const struct gt_dictionary *d, uint32_t from, uint32_t code)
{
    uint64_t h = ((uint64_t)from << 21 ^ code) * 0x9E3779B97F4A7C15u;
    size_t i = (size_t)(h >> 32) & (d->n_arcs - 1);
    while (d->arc[i] != ROOT &&
           (d->state[d->arc[i]].parent != from || d->state[d->arc[i]].code != code))
        i = (i + 1) & (d->n_arcs - 1);
    return i;
}

/* The state behind an arc, ROOT when there is none, which the kin nearly always tell. */
static uint32_t follow(const struct gt_dictionary *d, uint32_t from, uint32_t code)
{
    if (from == ROOT && code < FIRST_PLANE)
        return d->root[code];
    if (!(d->state[from].kin >> (code & 63) & 1))
        return ROOT;
    return d->arc[slot_of(d, from, code)];
}

static void grow_arcs(struct gt_dictionary *d)
{
    free(d->arc);
    d->n_arcs *= 2;
    d->arc = gt_xcalloc(d->n_arcs, sizeof *d->arc);
    for (uint32_t i = 1; i < d->n_states; i++)
        if (d->state[i].parent != ROOT || d->state[i].code >= FIRST_PLANE)
            d->arc[slot_of(d, d->state[i].parent, d->state[i].code)] = i;
}

static uint32_t add_arc(struct gt_dictionary *d, uint32_t from, uint32_t code)
{
    uint32_t to = follow(d, from, code);
    if (to != ROOT)
        return to;
    to = add_state(d, from, code, d->state[from].depth + 1);
    if (from == ROOT && code < FIRST_PLANE) {
        d->root[code] = to;
        return to;
    }
    d->state[from].kin |= UINT64_C(1) << (code & 63);
    if (++d->n_used * 2 > d->n_arcs)
        grow_arcs(d); /* takes the new state in */
    else
        d->arc[slot_of(d, from, code)] = to;
    return to;
}

void gt_dictionary_add(struct gt_dictionary *d, const char *word, size_t n, uint32_t value)
{
    const char *p = word;
    uint32_t at = ROOT;
    while (p < word + n && *p)
        at = add_arc(d, at, gt_utf8_next(&p));
    if (at == ROOT)
        return;
    d->word = gt_xgrow(d->word, d->n_words, &d->room_words, sizeof *d->word);
    d->word[d->n_words] = (struct word){.value = value, .next = d->state[at].word};
    d->state[at].word = (uint32_t)d->n_words++;
}

static uint32_t step(const struct gt_dictionary *d, uint32_t at, uint32_t code)
{
    uint32_t to;
    while ((to = follow(d, at, code)) == ROOT && at != ROOT)
        at = d->state[at].fail;
    return to;
}

static void link_state(struct gt_dictionary *d, uint32_t at)
{
    struct state *state = &d->state[at];
    if (state->parent != ROOT)
        state->fail = step(d, d->state[state->parent].fail, state->code);
    const struct state *fail = &d->state[state->fail];
    state->output = fail->word != GT_NONE ? state->fail : fail->output;
}

/* States by depth: what a state fails to is less deep, so it is linked before. Within a word states
 * are numbered by depth, but not over all words: a counting sort puts them in order. */
void gt_dictionary_build(struct gt_dictionary *d)
{
    size_t deepest = 0;
    for (size_t i = 0; i < d->n_states; i++)
        deepest = d->state[i].depth > deepest ? d->state[i].depth : deepest;
    size_t *first = gt_xcalloc(deepest + 2, sizeof *first);
    uint32_t *order = gt_xcalloc(d->n_states, sizeof *order);
    for (size_t i = 0; i < d->n_states; i++)
        first[d->state[i].depth + 1]++;
    for (size_t i = 1; i < deepest + 2; i++)
        first[i] += first[i - 1];
    for (size_t i = 0; i < d->n_states; i++)
        order[first[d->state[i].depth]++] = (uint32_t)i;
    for (size_t i = 1; i < d->n_states; i++)
        link_state(d, order[i]);
    free(first);
    free(order);
}

static void add_hits(const struct gt_dictionary *d, uint32_t at, size_t end, struct gt_hits *hits)
{
    const struct state *state = &d->state[at];
    for (uint32_t w = state->word; w != GT_NONE; w = d->word[w].next) {
        hits->item = gt_xgrow(hits->item, hits->n, &hits->room, sizeof *hits->item);
        hits->item[hits->n++] = (struct gt_hit){
            .start = (uint32_t)end - state->depth, .end = (uint32_t)end, .value = d->word[w].value};
    }
}

void gt_dictionary_find(const struct gt_dictionary *d, const uint32_t *code, size_t n,
                        struct gt_hits *hits)
{
    uint32_t at = ROOT;
    for (size_t i = 0; i < n; i++) {
        at = step(d, at, code[i]);
        for (uint32_t s = at; s != GT_NONE && s != ROOT; s = d->state[s].output)
            add_hits(d, s, i + 1, hits);
    }
}
