/* quoted.c: titles in 《》 and names in “”.
 *
 * A title is a programme, unless it is the proposal's own. Quotes hold slogans more often than
 * names (“桥头堡”): a quote is a name when it ends like one, or when the words around it say what
 * it is. */
#include "extract/mention.h"

#include "base/utf8.h"
#include "extract/word_list.h"

#include <string.h>

enum { NAME_MOST = 24, TITLE_MOST = 78 };

enum side { BEFORE, AFTER, ENDS };

static const struct {
    enum side side;
    const char *words;
    enum gt_node_type type;
} cues[] = {
#define QUOTED(side_, words_, type_) {.side = side_, .words = words_, .type = GT_NODE_##type_},
#include "extract/quoted.def"
#undef QUOTED
};

/* The proposal's own title: 《关于…的建议》. */
static bool is_proposal(const struct gt_scan *scan, uint32_t open, uint32_t close)
{
    if (!gt_codes_at(&scan->codes, open + 1, "关于"))
        return false;
    return gt_codes_at(&scan->codes, close - 2, "建议") ||
           gt_codes_at(&scan->codes, close - 2, "提案") ||
           gt_codes_at(&scan->codes, close + 1, "的提案") ||
           gt_codes_at(&scan->codes, close + 1, "的建议") ||
           gt_codes_at(&scan->codes, close + 1, "提案") ||
           gt_codes_at(&scan->codes, close - 3, "意见表") ||
           gt_codes_at(&scan->codes, close + 1, "收悉");
}

static void add_title(const struct gt_scan *scan, uint32_t open, struct gt_mentions *mentions)
{
    uint32_t close = scan->mate[open];
    if (close <= open + 2 || close - open > TITLE_MOST || is_proposal(scan, open, close))
        return;
    struct gt_mention *mention =
        gt_mention_add(mentions, GT_MENTION_TITLED, GT_NODE_programme, open, close + 1);
    mention->name_start = open + 1;
    mention->name_end = close;
}

/* True when a longer word that is no ending closes there: “两个大局”. */
static bool is_kept(const struct gt_scan *scan, uint32_t at, uint32_t end)
{
    for (uint32_t back = 1; back <= 3 && back <= at; back++) {
        const struct gt_hit *word = gt_scan_word(scan, at - back, GT_WORD_KEEP);
        if (word && word->end == end)
            return true;
    }
    return false;
}

/* The ending that closes a quote's content; null. */
static const struct gt_suffix *ending_of(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start + 1; at < end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
            const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
            if (lexeme->kind == GT_WORD_SUFFIX && scan->hit[i].end == end &&
                !is_kept(scan, end - 1, end))
                return &gt_suffixes[lexeme->row];
        }
    return NULL;
}

/* True when one of the words stands on that side of [open, close]. */
static bool has_cue(const struct gt_scan *scan, enum side side, const char *words, uint32_t open,
                    uint32_t close)
{
    return side == AFTER ? gt_word_list_at(&scan->codes, close + 1, words) > 0
                         : gt_word_list_end(&scan->codes, open, words) > 0;
}

/* True when one of the characters ends the content. */
static bool has_end(const struct gt_scan *scan, const char *words, uint32_t close)
{
    for (const char *p = words; *p;) {
        uint32_t code = gt_utf8_next(&p);
        if (code != ' ' && scan->codes.code[close - 1] == code)
            return true;
    }
    return false;
}

/* The first quote of a row of them: “甲”“乙”, “甲”、“乙”. */
static uint32_t first_of_row(const struct gt_scan *scan, uint32_t open)
{
    for (int i = 0; i < 6 && open > 1; i++) {
        uint32_t last = open - 1 - (scan->codes.code[open - 1] == 0x3001);
        if (!gt_code_closes(scan->codes.code[last]) || scan->mate[last] == GT_NONE ||
            scan->mate[last] >= last)
            break;
        open = scan->mate[last];
    }
    return open;
}

static bool find_end(const struct gt_scan *scan, uint32_t close, enum gt_node_type *type)
{
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        if (cues[i].side == ENDS && has_end(scan, cues[i].words, close)) {
            *type = cues[i].type;
            return true;
        }
    return false;
}

static bool find_cue(const struct gt_scan *scan, uint32_t open, uint32_t close,
                     enum gt_node_type *type)
{
    uint32_t first = first_of_row(scan, open);
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        if (cues[i].side != ENDS && has_cue(scan, cues[i].side, cues[i].words,
                                            cues[i].side == BEFORE ? first : open, close)) {
            *type = cues[i].type;
            return true;
        }
    return false;
}

/* Words that make a figure of speech of what follows: 成为…的“增长极”. */
static bool is_slogan(const struct gt_scan *scan, uint32_t open, uint32_t close)
{
    static const char *const words[] = {"的", "成", "为", "形成", "出", "入", "是", "作为"};
    if (gt_codes_at(&scan->codes, close + 1, "的") && !gt_codes_at(&scan->codes, open - 1, "施"))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint32_t n = (uint32_t)gt_utf8_count(words[i]);
        if (n <= open && gt_codes_at(&scan->codes, open - n, words[i]))
            return true;
    }
    return false;
}

/* “一湾三园”, “三园”: what is counted, not named. */
static bool is_counted_list(const struct gt_scan *scan, uint32_t start, uint32_t close)
{
    enum { MOST = 6 };
    uint32_t numerals = 0;
    for (uint32_t i = start; i < close; i++)
        numerals += gt_code_is_numeral(scan->codes.code[i]);
    return gt_code_is_numeral(scan->codes.code[start]) && close - start <= MOST &&
           (numerals > 1 || close == start + 2);
}

/* “云上小院”是给小团队准备的众创空间: what the clause says that it is. */
static bool is_defined(const struct gt_scan *scan, uint32_t open, uint32_t close,
                       enum gt_node_type *type)
{
    enum { CLASS_MOST = 6 };
    uint32_t end = scan->clause_end[open];
    bool defined = close + 6 < end && scan->codes.code[close + 1] == U'是' &&
                   !gt_codes_at(&scan->codes, close + 1, "是否");
    for (uint32_t at = end; defined && at-- > close + 2 && end - at <= CLASS_MOST;)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
            const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
            if (scan->hit[i].end != end || lexeme->kind != GT_WORD_SUFFIX || end - at < 2 ||
                gt_suffix_is_common(&gt_suffixes[lexeme->row]))
                continue;
            *type = gt_suffixes[lexeme->row].type;
            return *type == GT_NODE_park || *type == GT_NODE_platform || *type == GT_NODE_fund ||
                   *type == GT_NODE_company || *type == GT_NODE_alliance;
        }
    return false;
}

static void add_quote(const struct gt_scan *scan, uint32_t open, struct gt_mentions *mentions)
{
    uint32_t close = scan->mate[open], start = open + 1;
    if (close <= start + 1 || close - start > NAME_MOST)
        return;
    for (uint32_t i = start; i < close; i++)
        if (scan->codes.code[i] == 0x3001)
            return; /* a list */
    const struct gt_hit *verb = gt_scan_word(scan, start, GT_WORD_STRONG);
    if (verb && verb->end >= start + 2 && verb->end < close)
        return; /* “设立专项基金” */
    if (is_counted_list(scan, start, close) ||
        (scan->codes.code[start] == U'与' && scan->strong[start + 1] == 1))
        return; /* “与某地共建飞地” */
    const struct gt_suffix *ending = ending_of(scan, start, close);
    enum gt_node_type type;
    if (gt_code_is_numeral(scan->codes.code[start]) && scan->codes.code[start + 1] == U'个')
        return; /* “两个大局” */
    for (uint32_t i = start + 1; i + 1 < close; i++)
        if (scan->codes.code[i] == U'得')
            return; /* “留得下” */
    uint32_t plus = 0;
    for (uint32_t i = start + 1; i + 1 < close; i++)
        plus += scan->codes.code[i] == '+' && gt_code_is_han(scan->codes.code[i - 1]) &&
                gt_code_is_han(scan->codes.code[i + 1]);
    if (plus > 1 || (plus && gt_scan_is_ordinary(scan, start, close)))
        return; /* “政策+产业+资本” */
    bool named =
        ending && !gt_suffix_is_common(ending) && gt_scan_generic_words(scan, start, close) != 1;
    if (named)
        type = ending->type;
    else if (is_defined(scan, open, close, &type))
        ;
    else if (find_end(scan, close, &type))
        ;
    else if ((is_slogan(scan, open, close) && !gt_codes_at(&scan->codes, open - 2, "推出")) ||
             !find_cue(scan, open, close, &type) ||
             ((type == GT_NODE_park || type == GT_NODE_platform) &&
              gt_scan_is_ordinary(scan, start, close)))
        return; /* 建设“虚拟储能”装置 */
    struct gt_mention *mention = gt_mention_add(mentions, GT_MENTION_QUOTED, type, open, close + 1);
    mention->name_start = start;
    mention->name_end = close;
}

void gt_find_quoted(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++) {
        uint32_t code = scan->codes.code[at];
        if (scan->mate[at] == GT_NONE || scan->mate[at] < at)
            continue;
        if (code == 0x300A)
            add_title(scan, at, mentions);
        else if (code == 0x201C || code == '"')
            add_quote(scan, at, mentions);
    }
}
