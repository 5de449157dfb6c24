/* group.c: counted class words that mean the names that were listed last. */
#include "extract/group.h"

#include "extract/word_list.h"

enum { PARTS_BACK = 300 };

static const struct group {
    enum gt_node_type type;
    const char *measures, *words;
} groups[] = {
#define GROUP(type, measures, words) {GT_NODE_##type, measures, words},
#include "extract/group.def"
#undef GROUP
};

static uint32_t count_at(const struct gt_codes *codes, uint32_t at)
{
    static const char *const numerals[] = {"两", "三", "四", "五", "六", "七", "八", "九"};
    uint32_t code = at < codes->n ? codes->code[at] : 0;
    bool alone = at == 0 || (!gt_code_is_digit(codes->code[at - 1]) &&
                             !gt_code_is_numeral(codes->code[at - 1]));
    if (!alone)
        return 0;
    for (uint32_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (gt_codes_at(codes, at, numerals[i]))
            return i + 2;
    return code >= '2' && code <= '9' ? code - '0' : 0;
}

uint32_t gt_group_read(const struct gt_scan *scan, uint32_t at, uint32_t *n, uint32_t *types)
{
    uint32_t end = GT_NONE;
    *n = count_at(&scan->codes, at);
    *types = 0;
    for (size_t i = 0; *n && i < sizeof groups / sizeof *groups; i++) {
        uint32_t measure = gt_word_list_at(&scan->codes, at + 1, groups[i].measures);
        uint32_t word =
            measure ? gt_word_list_at(&scan->codes, at + 1 + measure, groups[i].words) : 0;
        if (!word)
            continue;
        *types |= 1u << groups[i].type;
        end = at + 1 + measure + word;
    }
    return end;
}

uint32_t gt_group_find(const struct gt_clauses *clauses, const struct gt_mentions *mentions,
                       uint32_t n, uint32_t types)
{
    uint32_t least = clauses->n > PARTS_BACK ? clauses->n - PARTS_BACK : 0;
    for (uint32_t p = clauses->n; p-- > least;) {
        const struct gt_part *part = &clauses->part[p];
        bool all = part->kind == GT_PART_NAMES && part->n == n;
        for (uint32_t i = 0; all && i < n; i++) {
            enum gt_node_type type = mentions->item[part->member[i]].type;
            all = types & 1u << type && type == mentions->item[part->member[0]].type;
        }
        if (all)
            return p;
    }
    return GT_NONE;
}
