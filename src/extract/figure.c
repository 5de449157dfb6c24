/* figure.c: reading sums and finding whose they are. */
#include "extract/figure.h"

#include "base/utf8.h"
#include "extract/side.h"
#include "extract/word_list.h"

#include <string.h>

enum { KIND_BACK = 14, NUMBER_CODES = 20, FUND_BACK = 40 };

#define MOST_YUAN 1e15

static const struct {
    enum gt_amount_kind kind;
    const char *words;
} rows[] = {
#define size                      NONE
#define FIGURE(kind_, words_)     FIGURE_ROW(kind_, words_)
#define FIGURE_ROW(kind_, words_) {.kind = GT_AMOUNT_##kind_, .words = words_},
#include "extract/figure.def"
#undef FIGURE_ROW
#undef FIGURE
#undef size
};

/* --- numbers -----------------------------------------------------------------------------------
 */

static int numeral(uint32_t code)
{
    static const uint32_t digits[] = {U'零', U'一', U'二', U'三', U'四',
                                      U'五', U'六', U'七', U'八', U'九'};
    for (int i = 0; i < 10; i++)
        if (code == digits[i])
            return i;
    return code == U'两' ? 2 : code == U'〇' ? 0 : -1;
}

/* 3,108.5; full-width digits as well. Returns how many code points; 0: none. */
static uint32_t read_decimal(const struct gt_scan *scan, uint32_t at, double *value)
{
    double sum = 0, place = 0;
    uint32_t i = at;
    for (; i < scan->codes.n && i < at + NUMBER_CODES; i++) {
        uint32_t code = scan->codes.code[i];
        bool next = i + 1 < scan->codes.n && gt_code_is_digit(scan->codes.code[i + 1]);
        if (gt_code_is_digit(code)) {
            sum = sum * 10 + (double)(code >= 0xFF10 ? code - 0xFF10 : code - '0');
            place *= 10;
        } else if ((code == '.' || code == 0xFF0E) && next && place < 1) {
            place = 1;
        } else if ((code != ',' && code != 0xFF0C) || !next || i == at || place >= 1) {
            break;
        }
    }
    *value = place >= 1 ? sum / place : sum;
    return i - at;
}

/* 三千二百: Chinese numerals below 万. */
static uint32_t read_numerals(const struct gt_scan *scan, uint32_t at, double *value)
{
    double sum = 0, digit = 0;
    uint32_t i = at;
    for (; i < scan->codes.n && i < at + NUMBER_CODES; i++) {
        uint32_t code = scan->codes.code[i];
        double unit = code == U'十' ? 10 : code == U'百' ? 100 : code == U'千' ? 1000 : 0;
        int n = numeral(code);
        if (n >= 0) {
            digit = n;
        } else if (unit > 0) {
            sum += (digit > 0 ? digit : 1) * unit;
            digit = 0;
        } else {
            break;
        }
    }
    *value = sum + digit;
    return i - at;
}

/* Behind the number: 亿, 万, 千万, 百万 and 元. 0 when it is no money. */
static uint32_t read_unit(const struct gt_scan *scan, uint32_t at, double *unit)
{
    static const struct {
        const char *text;
        double value;
    } units[] = {{"余亿元", 1e8}, {"多亿元", 1e8}, {"亿元", 1e8},   {"亿人民币", 1e8},
                 {"千万元", 1e7}, {"百万元", 1e6}, {"余万元", 1e4}, {"多万元", 1e4},
                 {"万元", 1e4},   {"元", 1}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (gt_codes_at(&scan->codes, at, units[i].text)) {
            *unit = units[i].value;
            return (uint32_t)gt_utf8_count(units[i].text);
        }
    return 0;
}

/* --- what a sum is -----------------------------------------------------------------------------
 */

/* The row whose word ends nearest in front of a sum; -1: none. */
static int kind_before(const struct gt_scan *scan, uint32_t start)
{
    uint32_t floor = scan->clause_start[start];
    for (uint32_t at = start; at > floor && start - at < KIND_BACK; at--)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            if (gt_word_list_end(&scan->codes, at, rows[i].words))
                return (int)i;
    return -1;
}

bool gt_figure_read(const struct gt_scan *scan, uint32_t at, struct gt_figure *figure)
{
    double value, unit;
    bool digit = gt_code_is_digit(scan->codes.code[at]);
    if (at && digit && gt_code_is_digit(scan->codes.code[at - 1]))
        return false;
    uint32_t n = digit ? read_decimal(scan, at, &value) : read_numerals(scan, at, &value);
    uint32_t m = n ? read_unit(scan, at + n, &unit) : 0;
    if (!m || !(value > 0) || value * unit >= MOST_YUAN)
        return false;
    int kind = kind_before(scan, at);
    if (kind < 0)
        return false;
    *figure = (struct gt_figure){
        .start = at, .end = at + n + m, .value = value * unit, .kind = rows[kind].kind};
    return true;
}

/* --- whose it is -------------------------------------------------------------------------------
 */

static bool bears(const struct gt_reading *reading, const struct gt_relation *relation,
                  enum gt_amount_kind kind)
{
    bool fund = reading->entities->item[relation->target].type == GT_NODE_fund;
    switch (kind) {
    case GT_AMOUNT_target:
        return relation->type == GT_EDGE_founds && fund;
    case GT_AMOUNT_committed:
    case GT_AMOUNT_paid_in:
        return relation->type == GT_EDGE_invests_in;
    case GT_AMOUNT_grant:
        return relation->type == GT_EDGE_supports || relation->type == GT_EDGE_organises;
    case GT_AMOUNT_NONE:
    case GT_AMOUNT_KINDS:
        break;
    }
    return false;
}

/* Ties by sentence: order[first[s] .. first[s + 1]) are those whose words begin in sentence s. */
struct by_sentence {
    uint32_t *first, *order;
};

static struct by_sentence sort_ties(const struct gt_scan *scan,
                                    const struct gt_relations *relations)
{
    struct by_sentence ties = {
        gt_arena_array(scan->arena, (size_t)scan->n_sentences + 2, sizeof *ties.first),
        gt_arena_array(scan->arena, (size_t)relations->n + 1, sizeof *ties.order)};
    for (uint32_t i = 0; i < relations->n; i++)
        ties.first[scan->sentence_at[relations->item[i].start] + 1]++;
    for (uint32_t s = 0; s <= scan->n_sentences; s++)
        ties.first[s + 1] += ties.first[s];
    for (uint32_t i = relations->n; i-- > 0;)
        ties.order[--ties.first[scan->sentence_at[relations->item[i].start] + 1]] = i;
    return ties;
}

/* Where a tie's words end in front of a sum, or the sum itself when they go on behind it; 0: the
 * tie begins behind the sum. */
static uint32_t nearness(const struct gt_relation *relation, const struct gt_figure *figure)
{
    if (relation->start >= figure->start)
        return 0;
    return relation->end < figure->start ? relation->end : figure->start;
}

/* The ties of the sentence that a sum belongs to: those whose words end last in front of it. */
static void assign_tie(const struct gt_reading *reading, const struct gt_figure *figure,
                       const struct by_sentence *ties, struct gt_relations *relations)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t sentence = scan->sentence_at[figure->start], last = 0, n = 0;
    uint32_t from = ties->first[sentence + 1];
    uint32_t to = sentence + 2 <= scan->n_sentences ? ties->first[sentence + 2] : relations->n;
    for (uint32_t i = from; i < to; i++) {
        const struct gt_relation *r = &relations->item[ties->order[i]];
        if (bears(reading, r, figure->kind) && nearness(r, figure) > last)
            last = nearness(r, figure);
    }
    for (uint32_t i = from; last && i < to; i++) {
        struct gt_relation *r = &relations->item[ties->order[i]];
        if (nearness(r, figure) != last || !bears(reading, r, figure->kind))
            continue;
        n++;
        r->amount =
            (struct gt_amount){.present = true, .kind = figure->kind, .value = figure->value};
    }
    for (uint32_t i = from; last && i < to; i++) {
        struct gt_relation *r = &relations->item[ties->order[i]];
        if (nearness(r, figure) != last || !r->amount.present)
            continue;
        r->amount.joint = n > 1;
        if (figure->end > r->end && figure->end - r->start <= 120)
            r->end = figure->end;
    }
}

/* The funds just in front of a volume, in its sentence. */
static void assign_volume(const struct gt_reading *reading, const struct gt_figure *figure)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t floor = scan->sentence[scan->sentence_at[figure->start]].start, n = 0, fund[8];
    for (uint32_t i = gt_side_first(reading, figure->start); i-- > 0 && n < 8;) {
        const struct gt_mention *m = &reading->mentions->item[i];
        if (m->start < floor)
            break;
        if (m->type != GT_NODE_fund || m->node == GT_NONE || m->outer != GT_NONE)
            continue;
        if (figure->start - m->end > FUND_BACK)
            break;
        fund[n++] = m->node;
    }
    for (uint32_t i = 0; i < n; i++)
        if (!reading->entities->item[fund[i]].size.present)
            reading->entities->item[fund[i]].size =
                (struct gt_amount){.present = true, .joint = n > 1, .value = figure->value};
}

void gt_figures_assign(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_scan *scan = reading->scan;
    struct gt_figure figure;
    struct by_sentence ties = sort_ties(scan, relations);
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++) {
        uint32_t code = scan->codes.code[at];
        bool starts = gt_code_is_digit(code) || numeral(code) >= 0;
        if (!starts || !gt_figure_read(scan, at, &figure))
            continue;
        if (figure.kind == GT_AMOUNT_NONE)
            assign_volume(reading, &figure);
        else
            assign_tie(reading, &figure, &ties, relations);
        at = figure.end - 1;
    }
}
