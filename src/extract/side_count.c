/* side_count.c: what is only counted behind a verb and named later: 引进首店3家，包括甲、乙。
 *
 * The count stands in the verb's clause. The names stand in clauses behind it that are opened by
 * 包括, 有, 其中 and the like, up to the end of the sentence; ； does not end what is counted. */
#include "extract/group.h"
#include "extract/point.h"
#include "extract/side.h"

#include <string.h>

enum { CLAUSES = 6, NEAR = 14, COUNTED = 64 };

/* True for 37家, 五支, 10余个 in [start, end). */
static bool has_count(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    static const char *const measures[] = {"家", "个", "支", "项", "所", "座", "只", "批", "类"};
    end = end < start + COUNTED ? end : start + COUNTED;
    for (uint32_t at = start; at < end; at++) {
        uint32_t code = scan->codes.code[at];
        if (!gt_code_is_digit(code) && !gt_code_is_numeral(code))
            continue;
        uint32_t next = at + 1;
        if (gt_codes_at(&scan->codes, next, "余") || gt_codes_at(&scan->codes, next, "多"))
            next++;
        for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
            if (next < end && gt_codes_at(&scan->codes, next, measures[i]))
                return true;
    }
    return false;
}

/* Of what types that is which is counted in [start, end): funds of 五支子基金; all where its class
 * says nothing. */
static uint32_t counted_types(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    end = end < start + COUNTED ? end : start + COUNTED;
    for (uint32_t at = start; at < end; at++) {
        uint32_t n = 0, types = 0;
        if (gt_group_read(scan, at, &n, &types) != GT_NONE)
            return types;
    }
    return ~0u;
}

/* True where words in front of `at`, not before `start`, open the names of what was counted. */
static bool is_opened(const struct gt_scan *scan, uint32_t start, uint32_t at)
{
    static const char *const words[] = {"包括", "有",   "其中", "分别是", "分别为", "即",
                                        "涵盖", "例如", "比如", "含",     "为"};
    uint32_t least = at > start + NEAR ? at - NEAR : start;
    for (uint32_t i = least; i < at; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (gt_codes_at(&scan->codes, i, words[k]))
                return true;
    return start > 0 && start == at &&
           (scan->codes.code[start - 1] == 0xFF1A || scan->codes.code[start - 1] == ':');
}

/* Adds the names of a clause that its words open; false when it has none and counts nothing. */
static bool add_opened(const struct gt_reading *reading, uint32_t start, uint32_t types,
                       struct gt_ends *ends)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t end = scan->clause_end[start];
    for (uint32_t m = gt_side_first(reading, start);
         m < reading->mentions->n && gt_side_mention(reading, m)->end <= end; m++)
        if (gt_side_fits(reading, m, types)) {
            bool opened = is_opened(scan, start, gt_side_mention(reading, m)->start);
            if (opened)
                gt_side_add_list(reading, m, end, types, ends);
            return opened;
        }
    return has_count(scan, start, end);
}

/* Adds what a point that begins at `at` names in its first clauses: ①甲，规模…;
 * 第二类是产业类，有甲、 乙. */
static void add_point(const struct gt_reading *reading, uint32_t at, uint32_t types,
                      struct gt_ends *ends)
{
    enum { FIRST = 2 };
    const struct gt_scan *scan = reading->scan;
    struct gt_point point;
    uint32_t head = gt_point_at(scan, at, &point) ? gt_side_first(reading, point.end) : GT_NONE;
    uint32_t sentence = scan->sentence_at[at];
    if (head != GT_NONE && head < reading->mentions->n &&
        gt_side_mention(reading, head)->start == point.end && gt_side_fits(reading, head, types)) {
        gt_side_add_list(reading, head, scan->clause_end[at], types, ends);
        return;
    }
    for (int i = 0; i < FIRST && at < scan->codes.n && scan->sentence_at[at] == sentence; i++) {
        uint32_t before = ends->n;
        add_opened(reading, at, types, ends);
        if (ends->n > before)
            return;
        at = scan->clause_end[at] + 1;
    }
}

/* The points of the list that begins at `at`: within a paragraph, or one a paragraph. */
static void add_points(const struct gt_reading *reading, uint32_t at, uint32_t types,
                       struct gt_ends *ends)
{
    enum { STEPS = 120 };
    const struct gt_scan *scan = reading->scan;
    struct gt_point point, next;
    uint32_t paragraph = scan->sentence[scan->sentence_at[at]].paragraph;
    if (!gt_point_at(scan, at, &point))
        return;
    for (int i = 0; i < STEPS && at < scan->codes.n; i++) {
        uint32_t here = scan->sentence[scan->sentence_at[at]].paragraph;
        bool begins = gt_point_at(scan, at, &next) && next.kind == point.kind;
        if ((here != paragraph && !begins) || (begins && i > 0 && next.number == 1))
            return;
        if (begins)
            add_point(reading, at, types, ends);
        paragraph = here;
        at = scan->clause_end[at] +
             (gt_code_ends_clause(scan->codes.code[scan->clause_end[at]]) ? 1 : 0);
    }
}

void gt_side_find_counted(const struct gt_reading *reading, const struct gt_match *match,
                          uint32_t types, struct gt_ends *ends)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t end = scan->clause_end[match->end - 1];
    bool pushed = match->n_gaps && match->trigger->edge == GT_EDGE_supports;
    if (pushed || !has_count(scan, match->end, end))
        return;
    types &= counted_types(scan, match->end, end);
    uint32_t paragraph = scan->sentence[scan->sentence_at[match->start]].paragraph;
    for (int i = 0; i < CLAUSES && end < scan->codes.n; i++) {
        uint32_t start = end + 1, code = scan->codes.code[end];
        if ((code == 0xFF1A || code == ':') && start < scan->codes.n &&
            gt_point_begins(scan, start)) {
            add_points(reading, start, types, ends);
            return;
        }
        bool goes_on = code == 0xFF0C || code == 0xFF1A || code == 0xFF1B || code == ':' ||
                       code == ',' || code == ';';
        if (!goes_on || start >= scan->codes.n ||
            scan->sentence[scan->sentence_at[start]].paragraph != paragraph ||
            !add_opened(reading, start, types, ends))
            return;
        end = scan->clause_end[start];
    }
}
