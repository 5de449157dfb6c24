/* sentence.c: where a sentence begins and ends. */
#include "curate/sentence.h"

#include "base/utf8.h"

#include <string.h>

static bool ends_sentence(uint32_t code)
{
    return code == 0x3002 || code == 0xFF01 || code == 0xFF1F || code == 0xFF1B; /* 。！？； */
}

/* Moves back by one code point. */
static const char *back(const char *text, const char *p)
{
    do
        p--;
    while (p > text && ((unsigned char)*p & 0xC0) == 0x80);
    return p;
}

static const char *find_start(const char *text, const char *from)
{
    const char *p = from;
    for (int i = 0; i < GT_SENTENCE_CODES && p > text; i++) {
        const char *before = back(text, p), *at = before;
        if (ends_sentence(gt_utf8_next(&at)))
            break;
        p = before;
    }
    return p;
}

static const char *find_end(const char *from, const char *to)
{
    const char *p = to;
    const char *last = to > from ? back(from, to) : to;
    if (to > from && ends_sentence(gt_utf8_next(&last)))
        return to;
    for (int i = 0; i < GT_SENTENCE_CODES && *p; i++)
        if (ends_sentence(gt_utf8_next(&p)))
            break;
    return p;
}

struct gt_sentence gt_sentence_around(const char *text, uint32_t start, uint32_t end)
{
    size_t from = gt_utf8_offset(text, start);
    size_t to = from + gt_utf8_offset(text + from, end > start ? end - start : 0);
    return (struct gt_sentence){
        .start = (size_t)(find_start(text, text + from) - text),
        .from = from,
        .to = to,
        .end = (size_t)(find_end(text + from, text + to) - text),
    };
}

/* A form in the text, earlier or longer than the best so far. White space of forms does not count:
 * the text is folded. */
static void try_form(const char *text, const char *form, const char **best, size_t *n)
{
    size_t length = strlen(form);
    const char *at = length ? strstr(text, form) : NULL;
    if (at && (!*best || at < *best || (at == *best && length > *n))) {
        *best = at;
        *n = length;
    }
}

bool gt_sentence_find_node(const char *text, const struct gt_node *node, struct gt_span *span)
{
    const char *best = NULL;
    size_t n = 0;
    try_form(text, node->name, &best, &n);
    for (uint32_t i = 0; i < node->mentions.n; i++)
        try_form(text, node->mentions.item[i], &best, &n);
    for (uint32_t i = 0; i < node->aliases.n; i++)
        try_form(text, node->aliases.item[i], &best, &n);
    if (!best)
        return false;
    span->start = 0;
    for (const char *p = text; p < best; span->start++)
        gt_utf8_next(&p);
    span->end = span->start;
    for (const char *p = best; p < best + n; span->end++)
        gt_utf8_next(&p);
    return true;
}
