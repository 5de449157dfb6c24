/* review_screen.c: what is asked, the sentence with its parts marked, and the keys. */
#include "cli/review_screen.h"

#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cli/evidence.h"
#include "curate/sentence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    BELOW = 3, /* rows kept for message and keys */
    ENDS = 1 << GT_STYLE_SOURCE | 1 << GT_STYLE_TARGET
};

static const struct {
    char key;
    struct gt_text title;
} keys[] = {
#define KEY(name, key_, en, zh) {.key = key_, .title = GT_TEXT(en, zh)},
#include "cli/review_key.def"
#undef KEY
};

/* --- words of the text -------------------------------------------------------------------------
 */

/* A sentence taken apart, each code point with its styles. */
struct passage {
    uint32_t *code;
    unsigned char *style;
    size_t n, from, to;  /* [from, to): what it is shown for */
    const char *why_not; /* null, or why there is no sentence */
    const char *place;   /* in the source: "page 2, line 7" */
};

static struct passage take_apart(const char *text, const struct gt_sentence *at,
                                 struct gt_arena *arena)
{
    struct passage passage = {0};
    const char *p = text + at->start;
    passage.code = gt_arena_array(arena, at->end - at->start + 1, sizeof *passage.code);
    passage.style = gt_arena_array(arena, at->end - at->start + 1, 1);
    while (p < text + at->end) {
        size_t byte = (size_t)(p - text);
        if (byte == at->from)
            passage.from = passage.n;
        if (byte >= at->from && byte < at->to)
            passage.to = passage.n + 1;
        passage.code[passage.n++] = gt_utf8_next(&p);
    }
    return passage;
}

/* The first place of a form in [from, to) where nothing is marked as an end yet; SIZE_MAX without.
 */
static size_t find_form(const struct passage *passage, const char *form, size_t from, size_t to)
{
    size_t n = gt_utf8_count(form);
    for (size_t at = from; n && at + n <= to; at++) {
        const char *p = form;
        size_t i = 0;
        while (i < n && passage->code[at + i] == gt_utf8_next(&p) &&
               !(passage->style[at + i] & ENDS))
            i++;
        if (i == n)
            return at;
    }
    return SIZE_MAX;
}

static const char *form_of(const struct gt_node *node, uint32_t i)
{
    if (i == 0)
        return node->name;
    if (i <= node->mentions.n)
        return node->mentions.item[i - 1];
    i -= node->mentions.n + 1;
    return i < node->aliases.n ? node->aliases.item[i] : NULL;
}

/* Marks the longest form of a node: within the evidence if it is there, else in the sentence. */
static void mark_node(struct passage *passage, const struct gt_node *node, enum gt_style style)
{
    for (int whole = 0; whole < 2; whole++) {
        size_t from = whole ? 0 : passage->from, to = whole ? passage->n : passage->to;
        size_t best = SIZE_MAX, longest = 0;
        const char *form;
        for (uint32_t i = 0; (form = form_of(node, i)); i++) {
            size_t n = gt_utf8_count(form), at = find_form(passage, form, from, to);
            if (at == SIZE_MAX || n <= longest)
                continue;
            best = at;
            longest = n;
        }
        for (size_t i = 0; i < longest; i++)
            passage->style[best + i] |= (unsigned char)(1u << style);
        if (longest)
            return;
    }
}

static struct passage read_passage(const struct gt_review_view *view, const struct gt_span *span,
                                   struct gt_arena *arena)
{
    struct gt_error err = {.lang = view->lang};
    const char *text;
    if (!view->source)
        return (struct passage){
            .why_not = gt_say(view->lang, "(words: --sources DIR)", "（原文：--sources DIR）")};
    if (!gt_sources_text(&view->source->sources, span->document, &text, &err))
        return (struct passage){.why_not = gt_arena_format(arena, "%s", err.text)};
    struct gt_sentence at = gt_sentence_around(text, span->start, span->end);
    struct passage passage = take_apart(text, &at, arena);
    struct gt_buffer place = {0};
    gt_source_place(view->source, span, view->lang, &place);
    passage.place = gt_arena_text(arena, gt_buffer_string(&place), place.n);
    gt_buffer_fini(&place);
    return passage;
}

static struct passage tie_passage(const struct gt_review_view *view,
                                  const struct gt_candidate *candidate, struct gt_arena *arena)
{
    const struct gt_graph *graph = view->review->graph;
    const struct gt_statement *statement = &graph->statements[candidate->statement];
    struct passage passage = read_passage(view, &statement->evidence, arena);
    const struct gt_node *source = &graph->nodes[view->reversed ? candidate->b : candidate->a];
    const struct gt_node *target = &graph->nodes[view->reversed ? candidate->a : candidate->b];
    if (passage.why_not)
        return passage;
    for (size_t i = passage.from; i < passage.to; i++)
        passage.style[i] |= 1u << GT_STYLE_EVIDENCE;
    bool target_first = strlen(target->name) > strlen(source->name);
    if (target_first)
        mark_node(&passage, target, GT_STYLE_TARGET);
    mark_node(&passage, source, GT_STYLE_SOURCE);
    if (!target_first)
        mark_node(&passage, target, GT_STYLE_TARGET);
    return passage;
}

/* The first mention of a node, in the first of its documents that can be read. */
static struct passage node_passage(const struct gt_review_view *view, uint32_t number,
                                   enum gt_style style, struct gt_arena *arena)
{
    const struct gt_node *node = &view->review->graph->nodes[number];
    struct gt_error err = {.lang = view->lang};
    struct gt_span span = {0};
    struct passage none = {
        .why_not = gt_say(view->lang, "(words: --sources DIR)", "（原文：--sources DIR）")};
    for (uint32_t i = 0; view->source && i < node->documents.n; i++) {
        const char *text;
        span.document = node->documents.item[i];
        if (!gt_sources_text(&view->source->sources, span.document, &text, &err)) {
            none.why_not = gt_arena_format(arena, "%s", err.text);
            continue;
        }
        none.why_not =
            gt_say(view->lang, "(its names are not in the text)", "（文中没有它的名称）");
        if (!gt_sentence_find_node(text, node, &span))
            continue;
        struct passage passage = read_passage(view, &span, arena);
        for (size_t k = passage.from; k < passage.to; k++)
            passage.style[k] |= (unsigned char)(1u << style);
        return passage;
    }
    return none;
}

struct gt_review_words gt_review_view_words(const void *context,
                                            const struct gt_candidate *candidate,
                                            struct gt_arena *arena)
{
    const struct gt_review_view *view = context;
    struct gt_buffer text = {0};
    struct passage passage = candidate->kind == GT_CANDIDATE_tie
                                 ? tie_passage(view, candidate, arena)
                                 : node_passage(view, candidate->a, GT_STYLE_SOURCE, arena);
    for (size_t i = 0; i < passage.n; i++) {
        char code[4];
        gt_buffer_add(&text, code, gt_utf8_put(passage.code[i], code));
    }
    struct gt_review_words words = {gt_arena_text(arena, gt_buffer_string(&text), text.n),
                                    passage.place ? passage.place : ""};
    gt_buffer_fini(&text);
    return words;
}

/* --- drawing -----------------------------------------------------------------------------------
 */

/* Draws what fits `rows`: cut around what it is shown for, with … where something is left out. */
static void draw_passage(struct gt_screen *screen, const struct passage *passage, unsigned rows)
{
    if (passage->why_not) {
        gt_screen_text(screen, GT_STYLE_FAINT, passage->why_not);
        gt_screen_break(screen);
        return;
    }
    if (passage->place && *passage->place && rows > 1) {
        gt_screen_text(screen, GT_STYLE_FAINT, passage->place);
        gt_screen_break(screen);
        rows--;
    }
    size_t room = (size_t)rows * (screen->terminal->columns - 3), start = 0, end = passage->n;
    room = room > 4 ? room - 4 : 1;
    while (end > passage->to && gt_screen_cells(screen, passage->code + start,
                                                passage->style + start, end - start) > room) {
        if (start < passage->from)
            start++; /* both ends in turn, while there is something on the left */
        end--;
    }
    while (start < end && gt_screen_cells(screen, passage->code + start, passage->style + start,
                                          end - start) > room) {
        if (start < passage->from)
            start++;
        else
            end--;
    }
    if (start > 0)
        gt_screen_text(screen, GT_STYLE_PLAIN, "…");
    gt_screen_styled(screen, passage->code + start, passage->style + start, end - start);
    if (end < passage->n)
        gt_screen_text(screen, GT_STYLE_PLAIN, "…");
    gt_screen_break(screen);
}

static void draw_title(struct gt_screen *screen, const struct gt_review_view *view)
{
    uint32_t count[GT_ANSWERS];
    gt_review_count(view->review, count);
    gt_screen_format(screen, GT_STYLE_FAINT,
                     gt_say(view->lang, "%s: %u open, %u yes, %u no, %u unsure",
                            "%s：未审 %u，是 %u，否 %u，存疑 %u"),
                     view->draft, count[GT_ANSWER_NONE], count[GT_ANSWER_yes], count[GT_ANSWER_no],
                     count[GT_ANSWER_unsure]);
    gt_screen_break(screen);
}

static void draw_node_name(struct gt_screen *screen, const struct gt_review_view *view,
                           uint32_t number, enum gt_style style)
{
    const struct gt_node *node = &view->review->graph->nodes[number];
    static const char *const digit[GT_STYLES] = {
        [GT_STYLE_SOURCE] = "1 ", [GT_STYLE_TARGET] = "2 "};
    if (!screen->terminal->colour && digit[style])
        gt_screen_text(screen, GT_STYLE_PLAIN, digit[style]);
    gt_screen_text(screen, style, node->name);
    gt_screen_format(screen, GT_STYLE_PLAIN, gt_say(view->lang, " (%s)", "（%s）"),
                     gt_node_types[node->type].title.in[view->lang]);
    for (uint32_t i = 0; i < node->aliases.n && i < 6; i++)
        gt_screen_format(screen, GT_STYLE_FAINT, " = %s", node->aliases.item[i]);
    gt_screen_break(screen);
}

static void draw_reason(struct gt_screen *screen, const struct gt_review_view *view,
                        const struct gt_candidate *candidate)
{
    char number[GT_NUMBER_TEXT];
    if (candidate->reason)
        gt_screen_format(screen, GT_STYLE_FAINT, gt_say(view->lang, "why: %s  ", "依据：%s  "),
                         candidate->reason);
    if (!isnan(candidate->confidence))
        gt_screen_format(screen, GT_STYLE_FAINT, gt_say(view->lang, "confidence: %s", "置信度：%s"),
                         gt_number_show(candidate->confidence, 2, number));
    if (candidate->reason || !isnan(candidate->confidence))
        gt_screen_break(screen);
}

static void draw_tie_facts(struct gt_screen *screen, const struct gt_review_view *view,
                           const struct gt_candidate *candidate)
{
    const struct gt_graph *graph = view->review->graph;
    const struct gt_statement *statement = &graph->statements[candidate->statement];
    struct gt_buffer words = {0};
    gt_evidence_locator(graph, candidate->statement, &words);
    if (statement->amount.present)
        gt_buffer_text(&words, "  ");
    gt_amount_words(&statement->amount, view->lang, &words);
    gt_screen_format(screen, GT_STYLE_FAINT, "%s%s%s%s%s  %s",
                     gt_statuses[statement->status].title.in[view->lang],
                     statement->date ? "  " : "", statement->date ? statement->date : "",
                     statement->role ? "  " : "", statement->role ? statement->role : "",
                     gt_buffer_string(&words));
    gt_screen_break(screen);
    gt_buffer_fini(&words);
}

/* Rows left for text on a screen of which `used` are full. */
static unsigned rows_left(const struct gt_screen *screen, unsigned parts)
{
    unsigned used = screen->rows + BELOW + 1;
    unsigned left = screen->terminal->rows > used ? screen->terminal->rows - used : 1;
    return left / parts ? left / parts : 1;
}

static void draw_tie(struct gt_screen *screen, const struct gt_review_view *view,
                     const struct gt_candidate *candidate, struct gt_arena *arena)
{
    const struct gt_edge_type_info *type = &gt_edge_types[candidate->type];
    uint32_t source = view->reversed ? candidate->b : candidate->a;
    uint32_t target = view->reversed ? candidate->a : candidate->b;
    draw_node_name(screen, view, source, GT_STYLE_SOURCE);
    gt_screen_format(screen, GT_STYLE_STRONG, "  %s %s", type->mutual ? "<->" : "-->",
                     type->title.in[view->lang]);
    gt_screen_format(screen, GT_STYLE_FAINT, " %s%s", type->name,
                     view->reversed ? gt_say(view->lang, " (reversed)", "（已反向）") : "");
    gt_screen_break(screen);
    draw_node_name(screen, view, target, GT_STYLE_TARGET);
    draw_tie_facts(screen, view, candidate);
    draw_reason(screen, view, candidate);
    gt_screen_break(screen);
    struct passage passage = tie_passage(view, candidate, arena);
    draw_passage(screen, &passage, rows_left(screen, 1));
}

static void draw_pair(struct gt_screen *screen, const struct gt_review_view *view,
                      const struct gt_candidate *candidate, struct gt_arena *arena)
{
    gt_screen_text(screen, GT_STYLE_STRONG,
                   gt_say(view->lang, "Are these one and the same?", "这两个是同一个吗？"));
    gt_screen_break(screen);
    draw_node_name(screen, view, candidate->a, GT_STYLE_SOURCE);
    draw_node_name(screen, view, candidate->b, GT_STYLE_TARGET);
    draw_reason(screen, view, candidate);
    gt_screen_break(screen);
    unsigned rows = rows_left(screen, 2);
    struct passage passage = node_passage(view, candidate->a, GT_STYLE_SOURCE, arena);
    draw_passage(screen, &passage, rows);
    passage = node_passage(view, candidate->b, GT_STYLE_TARGET, arena);
    draw_passage(screen, &passage, rows);
}

static void draw_node(struct gt_screen *screen, const struct gt_review_view *view,
                      const struct gt_candidate *candidate, struct gt_arena *arena)
{
    gt_screen_text(screen, GT_STYLE_STRONG,
                   gt_say(view->lang, "Is this an entity of that type?", "是这一类型的实体吗？"));
    gt_screen_break(screen);
    draw_node_name(screen, view, candidate->a, GT_STYLE_SOURCE);
    draw_reason(screen, view, candidate);
    gt_screen_break(screen);
    struct passage passage = node_passage(view, candidate->a, GT_STYLE_SOURCE, arena);
    draw_passage(screen, &passage, rows_left(screen, 1));
}

/* Goes to the next line where so many columns are not left. */
static void make_room(struct gt_screen *screen, size_t columns)
{
    if (screen->column && screen->column + columns >= screen->terminal->columns)
        gt_screen_break(screen);
}

static void draw_keys(struct gt_screen *screen, const struct gt_review_view *view)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *title = keys[i].title.in[view->lang];
        make_room(screen, gt_text_cells(title) + 2);
        gt_screen_format(screen, GT_STYLE_STRONG, "%c", keys[i].key);
        gt_screen_format(screen, GT_STYLE_PLAIN, " %s", title);
        if (screen->column + 2 < screen->terminal->columns)
            gt_screen_text(screen, GT_STYLE_PLAIN, "  ");
    }
    make_room(screen, 2);
    gt_screen_text(screen, GT_STYLE_PLAIN, "> ");
}

void gt_review_view_draw(const struct gt_review_view *view, const struct gt_terminal *terminal,
                         size_t number, const char *message)
{
    const struct gt_candidate *candidate = &view->review->item[number];
    struct gt_screen screen;
    struct gt_arena arena = {0};
    gt_screen_begin(&screen, terminal);
    draw_title(&screen, view);
    gt_screen_break(&screen);
    switch (candidate->kind) {
    case GT_CANDIDATE_node:
        draw_node(&screen, view, candidate, &arena);
        break;
    case GT_CANDIDATE_pair:
        draw_pair(&screen, view, candidate, &arena);
        break;
    case GT_CANDIDATE_tie:
        draw_tie(&screen, view, candidate, &arena);
        break;
    case GT_CANDIDATES:
        break;
    }
    gt_screen_break(&screen);
    if (message) {
        gt_screen_text(&screen, GT_STYLE_STRONG, message);
        gt_screen_break(&screen);
    }
    draw_keys(&screen, view);
    gt_screen_end(&screen);
    gt_arena_fini(&arena);
}

void gt_review_view_types(const struct gt_review_view *view, const struct gt_terminal *terminal,
                          const struct gt_candidate *candidate)
{
    enum gt_vocabulary vocabulary =
        candidate->kind == GT_CANDIDATE_tie ? GT_VOCABULARY_EDGE_TYPE : GT_VOCABULARY_NODE_TYPE;
    struct gt_screen screen = {.terminal = terminal};
    gt_screen_break(&screen);
    for (int i = 0; i < gt_vocabulary_size(vocabulary); i++) {
        struct gt_word word = gt_vocabulary_word(vocabulary, i);
        gt_screen_format(&screen, GT_STYLE_STRONG, "%d", i + 1);
        gt_screen_format(&screen, GT_STYLE_PLAIN, " %s  ", word.title.in[view->lang]);
    }
    gt_screen_break(&screen);
    gt_screen_text(&screen, GT_STYLE_PLAIN,
                   gt_say(view->lang, "type (number or name; empty: leave)> ",
                          "类型（编号或名称；留空不改）> "));
    gt_screen_end(&screen);
}
