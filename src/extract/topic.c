/* topic.c: who speaks, and of what, where a sentence does not say.
 *
 * How it works: replies are trees of chapters, points and paragraphs. The voice (我局 or 我区) is
 * set by who stands at the head of a clause and holds to the end of the paragraph. Points of a list
 * (一是…；二是…) start with the voice of the sentence that leads to the list, not with that of the
 * point before. A list of paragraphs takes the voice of a lead that announces it
 * (下一步，我们将：). Chapters start anew. */
#include "extract/topic.h"

#include "base/memory.h"
#include "base/rank.h"
#include "extract/point.h"
#include "extract/side.h"

#include <stdlib.h>

enum { DEEP = 8 };

/* A list whose points are being read. */
struct list {
    enum gt_point_kind kind;
    uint32_t voice; /* of its lead */
    uint32_t head;  /* the mention that its lead ends with; GT_NONE */
    bool inside;    /* begins within a paragraph */
};

struct walk {
    const struct gt_reading *reading;
    const struct gt_scan *scan;
    struct gt_topics *topics;
    struct list list[DEEP];
    uint32_t depth, voice, title, head, mention;
};

void gt_topics_fini(struct gt_topics *topics)
{
    free(topics->item);
    *topics = (struct gt_topics){0};
}

static void note(struct walk *walk, uint32_t at)
{
    struct gt_topics *topics = walk->topics;
    const struct gt_topic *last = topics->n ? &topics->item[topics->n - 1] : NULL;
    if (last && last->voice == walk->voice && last->title == walk->title &&
        last->head == walk->head)
        return;
    topics->item = gt_xgrow(topics->item, topics->n, &topics->room, sizeof *topics->item);
    topics->item[topics->n++] = (struct gt_topic){at, walk->voice, walk->title, walk->head};
}

/* --- lists -------------------------------------------------------------------------------------
 */

/* True when the sentence in front of `at` says what comes: 下一步，我们将：. */
static bool is_announced(const struct gt_scan *scan, uint32_t at)
{
    const struct gt_sentence *lead = &scan->sentence[scan->sentence_at[at] - 1];
    uint32_t last = scan->codes.code[lead->end - 1];
    return lead->planned || last == 0xFF1A || last == ':';
}

/* The voice that a new list starts with. */
static uint32_t voice_of_lead(const struct walk *walk, uint32_t at, bool inside)
{
    bool leads = inside || (walk->scan->sentence_at[at] > 0 && is_announced(walk->scan, at));
    return leads ? walk->voice : GT_NONE;
}

/* The last name of a lead that ends right before `at`: 推动云岭示范工程建设：1.…; GT_NONE. */
static uint32_t head_of_list(const struct walk *walk, uint32_t at)
{
    enum { NEAR = 4 };
    const struct gt_scan *scan = walk->scan;
    uint32_t code = at ? scan->codes.code[at - 1] : 0;
    if (code != 0xFF1A && code != ':')
        return GT_NONE;
    for (uint32_t i = at - 1; i > 0 && i + NEAR >= at; i--) {
        uint32_t m = walk->reading->mentions->cover[i - 1];
        if (m != GT_NONE)
            return walk->reading->mentions->item[m].node == GT_NONE ? GT_NONE : m;
    }
    return GT_NONE;
}

/* The name that is all of the clause at a place: 2.云岭示范工程。通过… */
static uint32_t title_at(const struct walk *walk, uint32_t at)
{
    enum { SHORT = 5 };
    const struct gt_mentions *mentions = walk->reading->mentions;
    const struct gt_scan *scan = walk->scan;
    uint32_t m = at < scan->codes.n ? mentions->cover[at] : GT_NONE;
    if (m == GT_NONE || mentions->item[m].start != at || mentions->item[m].node == GT_NONE ||
        mentions->item[m].end != scan->clause_end[at] || mentions->item[m].end >= scan->codes.n)
        return GT_NONE;
    if (mentions->item[m].kind == GT_MENTION_NAMED && mentions->item[m].end < at + SHORT)
        return GT_NONE; /* （二）做强平台。 */
    uint32_t code = scan->codes.code[mentions->item[m].end];
    bool paragraph = scan->sentence[scan->sentence_at[at]].end == mentions->item[m].end;
    return paragraph || code == 0x3002 || code == 0xFF1A || code == ':' ? m : GT_NONE;
}

static void enter_point(struct walk *walk, const struct gt_point *point, uint32_t at)
{
    const struct gt_sentence *sentence = &walk->scan->sentence[walk->scan->sentence_at[at]];
    bool inside = at != walk->scan->folded->paragraphs[sentence->paragraph].start;
    uint32_t depth = walk->depth;
    while (depth > 0 && walk->list[depth - 1].kind != point->kind)
        depth--;
    bool next = depth > 0 && point->number != 1;
    if (depth > 0)
        walk->depth = next ? depth : depth - 1;
    if (!next && walk->depth < DEEP)
        walk->list[walk->depth++] = (struct list){.kind = point->kind,
                                                  .voice = voice_of_lead(walk, at, inside),
                                                  .head = head_of_list(walk, at),
                                                  .inside = inside};
    walk->voice = walk->depth ? walk->list[walk->depth - 1].voice : GT_NONE;
    walk->head = walk->depth ? walk->list[walk->depth - 1].head : GT_NONE;
    walk->title = title_at(walk, point->end);
}

/* A paragraph without a mark ends the lists inside the one before, and its voice. */
static void enter_paragraph(struct walk *walk, const struct gt_sentence *sentence)
{
    struct gt_point point;
    if (sentence->section)
        walk->depth = 0;
    bool marked = gt_point_at(walk->scan, sentence->start, &point);
    while (walk->depth > 0 && walk->list[walk->depth - 1].inside &&
           !(marked && point.number > 1 && point.kind == walk->list[walk->depth - 1].kind))
        walk->depth--;
    if (sentence->section || !marked) {
        walk->voice = walk->head = GT_NONE;
        walk->title = title_at(walk, sentence->start);
    }
}

/* --- voice -------------------------------------------------------------------------------------
 */

/* 由我局出资: an agent of one clause. */
static bool is_agent(const struct gt_scan *scan, uint32_t at)
{
    return at > scan->clause_start[at] && scan->codes.code[at - 1] == U'由';
}

/* True for a body at the head of a sentence, of which what follows goes on to tell: 省科技厅高度
 * 重视…。推动建设… */
static bool begins_sentence(const struct walk *walk, const struct gt_mention *mention)
{
    enum { TIME = 8, BODIES = 1 << GT_NODE_agency | 1 << GT_NODE_company | 1 << GT_NODE_fund };
    const struct gt_scan *scan = walk->scan;
    const struct gt_entity *entity = &walk->reading->entities->item[mention->node];
    uint32_t sentence = scan->sentence[scan->sentence_at[mention->start]].start;
    return BODIES & 1u << entity->type && mention->outer == GT_NONE &&
           mention->start == scan->clause_start[mention->start] &&
           mention->start <= sentence + TIME && scan->codes.code[mention->end] != U'的';
}

/* Who speaks for itself in the clause, if someone does at its head. */
static void hear(struct walk *walk, uint32_t end)
{
    const struct gt_mentions *mentions = walk->reading->mentions;
    const struct gt_entities *entities = walk->reading->entities;
    for (; walk->mention < mentions->n && mentions->item[walk->mention].start < end;
         walk->mention++) {
        const struct gt_mention *mention = &mentions->item[walk->mention];
        bool known = mention->node != GT_NONE &&
                     (mention->node == entities->issuer || mention->node == entities->home ||
                      begins_sentence(walk, mention));
        if (!known || is_agent(walk->scan, mention->start) ||
            !gt_side_may_act(walk->reading, mention))
            continue;
        walk->voice = mention->node;
        note(walk, mention->start);
    }
}

void gt_topics_find(const struct gt_reading *reading, struct gt_topics *topics)
{
    const struct gt_scan *scan = reading->scan;
    struct walk walk = {reading, scan, topics, .voice = GT_NONE, .title = GT_NONE, .head = GT_NONE};
    for (uint32_t s = 0; s < scan->n_sentences; s++) {
        const struct gt_sentence *sentence = &scan->sentence[s];
        struct gt_point point;
        if (s == 0 || sentence->paragraph != scan->sentence[s - 1].paragraph)
            enter_paragraph(&walk, sentence);
        for (uint32_t at = sentence->start; at < sentence->end; at = scan->clause_end[at] + 1) {
            if (!sentence->section && gt_point_at(scan, at, &point))
                enter_point(&walk, &point, at);
            note(&walk, at);
            hear(&walk,
                 scan->clause_end[at] < sentence->end ? scan->clause_end[at] : sentence->end);
        }
    }
}

const struct gt_topic *gt_topic_at(const struct gt_topics *topics, uint32_t at)
{
    uint32_t low = gt_rank(topics->item, topics->n, GT_FIELD(struct gt_topic, start), at);
    return low ? &topics->item[low - 1] : NULL;
}
