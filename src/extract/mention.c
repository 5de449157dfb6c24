/* mention.c: keeping mentions in order. */
#include "extract/mention.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    int rank;
    struct gt_text title;
} kinds[GT_MENTION_KINDS] = {
#define MENTION_KIND(name, rank_, en, zh)                                                          \
    [GT_MENTION_##name] = {.rank = rank_, .title = GT_TEXT(en, zh)},
#include "extract/mention_kind.def"
#undef MENTION_KIND
};

const char *gt_mention_kind_name(enum gt_mention_kind kind, enum gt_lang lang)
{
    return kinds[kind].title.in[lang];
}

void gt_mentions_fini(struct gt_mentions *mentions)
{
    free(mentions->item);
    free(mentions->cover);
    *mentions = (struct gt_mentions){0};
}

struct gt_mention *gt_mention_add(struct gt_mentions *mentions, enum gt_mention_kind kind,
                                  enum gt_node_type type, uint32_t start, uint32_t end)
{
    mentions->item = gt_xgrow(mentions->item, mentions->n, &mentions->room, sizeof *mentions->item);
    struct gt_mention *mention = &mentions->item[mentions->n++];
    *mention = (struct gt_mention){.start = start,
                                   .end = end,
                                   .name_start = start,
                                   .name_end = end,
                                   .kind = kind,
                                   .type = type,
                                   .row = GT_NONE,
                                   .outer = GT_NONE,
                                   .node = GT_NONE};
    return mention;
}

static int by_place(const void *a, const void *b)
{
    const struct gt_mention *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    if (x->kind != y->kind)
        return kinds[x->kind].rank > kinds[y->kind].rank ? -1 : 1;
    return (x->row < y->row) - (x->row > y->row); /* known facts have the highest rows */
}

/* What of a mention stays beside the outermost one before it. */
enum fate { STAYS, NESTS, GOES, REPLACES };

static enum fate judge(const struct gt_mention *before, const struct gt_mention *now)
{
    bool same = before->start == now->start && before->end == now->end;
    if (now->start >= before->end)
        return STAYS;
    if (same)
        return GOES;
    if (now->end <= before->end) {
        bool begins = now->start == before->start || now->start == before->name_start;
        bool bank = now->kind == GT_MENTION_NAMED && now->row != GT_NONE &&
                    strcmp(gt_suffixes[now->row].text, "银行") == 0;
        bool vague = now->type == GT_NODE_platform || now->type == GT_NODE_programme ||
                     (before->type == GT_NODE_company && !bank) ||
                     before->kind == GT_MENTION_TITLED; /* 某某微系统 of 某某微系统所 */
        bool names = now->kind == GT_MENTION_FACT || (now->kind == GT_MENTION_NAMED && !vague) ||
                     now->kind == GT_MENTION_BUREAU;
        return begins && names ? NESTS : GOES;
    }
    int rank = kinds[now->kind].rank - kinds[before->kind].rank;
    uint32_t longer = now->end - now->start, shorter = before->end - before->start;
    return rank > 0 || (rank == 0 && longer > shorter) ? REPLACES : GOES;
}

static void fill_cover(struct gt_mentions *mentions, uint32_t n_codes)
{
    free(mentions->cover);
    mentions->cover = gt_xcalloc((size_t)n_codes + 1, sizeof *mentions->cover);
    for (uint32_t i = 0; i <= n_codes; i++)
        mentions->cover[i] = GT_NONE;
    for (uint32_t m = 0; m < mentions->n; m++)
        for (uint32_t i = mentions->item[m].start;
             mentions->item[m].outer == GT_NONE && i < mentions->item[m].end; i++)
            mentions->cover[i] = m;
}

/* 江发改能源〔2024〕7号: a document's number. */
static bool is_number(const struct gt_scan *scan, const struct gt_mention *mention)
{
    return mention->end < scan->codes.n && scan->codes.code[mention->end] == 0x3014;
}

void gt_mentions_mute(struct gt_mentions *mentions, const struct gt_scan *scan)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < mentions->n; i++)
        if (!scan->mute[mentions->item[i].start] && !is_number(scan, &mentions->item[i]))
            mentions->item[kept++] = mentions->item[i];
    mentions->n = kept;
}

/* Puts mentions in order. Those that were settled before are: what was added since is sorted, and
 * merged from behind. */
static void sort_tail(struct gt_mentions *mentions)
{
    struct gt_mention *item = mentions->item;
    uint32_t n = mentions->n, sorted = n > 0;
    while (sorted < n && by_place(&item[sorted - 1], &item[sorted]) <= 0)
        sorted++;
    if (sorted == n)
        return;
    uint32_t tail = n - sorted, left = sorted, to = n;
    struct gt_mention *added = gt_xcalloc(tail, sizeof *added);
    memcpy(added, item + sorted, tail * sizeof *added);
    qsort(added, tail, sizeof *added, by_place);
    while (tail > 0)
        if (left > 0 && by_place(&item[left - 1], &added[tail - 1]) > 0)
            item[--to] = item[--left];
        else
            item[--to] = added[--tail];
    free(added);
}

void gt_mentions_settle(struct gt_mentions *mentions, uint32_t n_codes)
{
    struct gt_mention *item = mentions->item;
    uint32_t kept = 0, last = GT_NONE; /* the outermost mention kept last */
    sort_tail(mentions);
    for (uint32_t i = 0; i < mentions->n; i++) {
        struct gt_mention now = item[i];
        enum fate fate = last == GT_NONE ? STAYS : judge(&item[last], &now);
        now.outer = fate == NESTS ? last : GT_NONE;
        if (fate == GOES)
            continue;
        if (fate == NESTS && kept > last + 1 && item[kept - 1].start == now.start &&
            item[kept - 1].end == now.end)
            continue; /* the same beginning found twice */
        if (fate == REPLACES)
            kept = last; /* what began the mention that goes, goes too */
        if (fate != NESTS)
            last = kept;
        item[kept++] = now;
    }
    mentions->n = kept;
    fill_cover(mentions, n_codes);
}
