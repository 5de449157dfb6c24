/* name_start.c: where a name begins: the text is walked to the left until something stands there
 * that no name goes over: punctuation, a boundary word (boundary.def), an opening quote. A quoted
 * part is stepped over whole (“云岭里”产业空间). What is then left of verbs and of words that say
 * what the name is, at its head, is cut off. */
#include "extract/mention.h"

#include "base/utf8.h"

enum { NAME_CODES = 32, QUOTE_IN_NAME = 24, BRACKET_IN_NAME = 8 };

/* True for the ending of a body that has a name of its own: 大学, 集团, but not 系统 or 科技. */
static bool ends_body(const struct gt_scan *scan, const struct gt_hit *ending)
{
    const struct gt_suffix *suffix = &gt_suffixes[gt_scan_lexeme(scan, ending)->row];
    return !gt_suffix_is_common(suffix) && suffix->type != GT_NODE_platform &&
           suffix->type != GT_NODE_programme;
}

/* True when what ends at `at` can be a subject: the area, a department, 我委. */
static bool ends_subject(const struct gt_scan *scan, uint32_t at)
{
    for (uint32_t back = 1; back <= 12 && back <= at; back++) {
        uint32_t start = at - back;
        for (uint32_t i = scan->first[start]; i < scan->first[start + 1]; i++) {
            const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
            if (scan->hit[i].end != at)
                continue;
            if (lexeme->kind == GT_WORD_BUREAU || lexeme->kind == GT_WORD_ANAPHOR)
                return true;
            if (lexeme->kind == GT_WORD_SUFFIX && ends_body(scan, &scan->hit[i]))
                return true;
            if (lexeme->kind == GT_WORD_FACT &&
                scan->lexicon->fact[lexeme->row].level == GT_LEVEL_district &&
                scan->lexicon->fact[lexeme->row].type == GT_NODE_place)
                return true;
        }
    }
    return false;
}

/* True when the weak boundary word that ends at `at` heads its phrase. */
static bool is_head(const struct gt_scan *scan, uint32_t at)
{
    for (int words = 0; words < 4; words++) {
        bool weak = scan->weak[at] > 0 || (at > 1 && (gt_codes_at(&scan->codes, at - 2, "投资") ||
                                                      gt_codes_at(&scan->codes, at - 2, "建设")));
        uint32_t length = scan->weak[at] ? scan->weak[at] : scan->faint[at];
        if (!length)
            return false;
        at -= length;
        uint32_t mate = at ? scan->mate[at - 1] : GT_NONE;
        bool introduced = mate != GT_NONE && mate + BRACKET_IN_NAME < at - 1 &&
                          scan->codes.code[at - 1] != 0x201D; /* （以下简称“云岭投”）建设 */
        if (at && gt_code_closes(scan->codes.code[at - 1]) && !introduced)
            return false; /* “云岭巷”建设规划 */
        if (gt_scan_is_edge(scan, at) || (weak && ends_subject(scan, at)))
            return true;
    }
    return false;
}

static uint32_t walk_left(const struct gt_scan *scan, uint32_t ending, bool over_and);

/* Where the body ends whose name begins at `start`: a known one, or a university or institute by
 * its ending; `at` when none does in front of it. */
static uint32_t body_end(const struct gt_scan *scan, uint32_t start, uint32_t at)
{
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    if (fact)
        return fact->end;
    for (uint32_t i = start + 1; i < at; i++) {
        const struct gt_hit *ending = gt_scan_word(scan, i, GT_WORD_SUFFIX);
        enum gt_node_type type =
            ending ? gt_suffixes[gt_scan_lexeme(scan, ending)->row].type : GT_NODE_place;
        if (type == GT_NODE_university || type == GT_NODE_institute)
            return ending->end;
    }
    return at;
}

/* 与 inside a name: between it and the body that the name begins with there is something that is no
 * name (华东师范大学通信与电子工程学院), whereas 同济大学与复旦大学 are two. */
static bool is_inner_and(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = scan->codes.code[at];
    if (code != U'与' && code != U'和' && code != U'及')
        return false;
    uint32_t start = walk_left(scan, at, false);
    uint32_t body = start < at ? body_end(scan, start, at) : at;
    if (body >= at)
        return false;
    for (uint32_t i = body; i < at; i++) {
        const struct gt_hit *head = gt_scan_word(scan, i, GT_WORD_HEAD);
        if (head && head->end < at && !gt_scan_is_generic(scan, head->end, at))
            return false; /* 日本涂层企业岚鹰化成与某某公司 are two */
    }
    for (uint32_t i = body; i < at; i++) {
        const struct gt_hit *ending = gt_scan_word(scan, i, GT_WORD_SUFFIX);
        if (ending && ending->end == at &&
            (ends_body(scan, ending) ||
             (ending->end - ending->start >= 4 &&
              gt_suffixes[gt_scan_lexeme(scan, ending)->row].policy == GT_SUFFIX_NAMED)))
            return false;
    }
    return true;
}

/* One step to the left over a quote or bracket that closes at `at`; `at` itself when there is none
 * that a name may hold. */
static uint32_t step_over(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = scan->codes.code[at - 1], mate = scan->mate[at - 1];
    if (mate == GT_NONE || mate >= at - 1)
        return at;
    bool quote = code == 0x201D || code == '"';
    uint32_t most = quote ? QUOTE_IN_NAME : BRACKET_IN_NAME;
    if (at - mate > most || (code != 0x201D && code != '"' && code != 0xFF09 && code != ')'))
        return at;
    return !quote && gt_scan_is_edge(scan, mate) ? at : mate;
}

/* Latin letters behind a body's name begin the name of its product: 某某中心InnoX平台. */
static bool starts_latin(const struct gt_scan *scan, uint32_t at)
{
    if (at >= scan->codes.n || !gt_code_is_latin(scan->codes.code[at]) ||
        !gt_code_is_han(scan->codes.code[at - 1]))
        return false;
    for (uint32_t back = 2; back <= 12 && back <= at; back++) {
        const struct gt_hit *fact = gt_scan_word(scan, at - back, GT_WORD_FACT);
        const struct gt_hit *ending = gt_scan_word(scan, at - back, GT_WORD_SUFFIX);
        if (fact && fact->end == at &&
            scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type != GT_NODE_place)
            return true;
        if (ending && ending->end == at)
            return true;
    }
    return false;
}

/* True when a place's name, or its county's without the unit, is all of [start, end). */
static bool is_place(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = scan->first[start]; i < scan->first[start + 1]; i++) {
        const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
        if (scan->hit[i].end == end && (lexeme->kind == GT_WORD_COUNTY ||
                                        (lexeme->kind == GT_WORD_FACT &&
                                         scan->lexicon->fact[lexeme->row].type == GT_NODE_place)))
            return true;
    }
    return false;
}

/* 云岭—白鹭特高压工程, 江州至白鹭高速公路: the line's other end, in front of what joins them at
 * `at` - 1; `at` itself when nothing does. */
static uint32_t other_end(const struct gt_scan *scan, uint32_t at)
{
    enum { LEAST = 2, MOST = 5 };
    uint32_t code = at > LEAST ? scan->codes.code[at - 1] : 0;
    bool dash = code == 0x2014 && at < scan->codes.n && gt_code_is_han(scan->codes.code[at]);
    if (!dash && (code != U'至' || scan->strong[at] != 1))
        return at;
    uint32_t start = at - 1;
    while (start > 0 && at - 1 - start <= MOST && gt_code_is_han(scan->codes.code[start - 1]) &&
           !gt_scan_is_edge(scan, start))
        start--;
    uint32_t n = at - 1 - start;
    bool bounded = gt_scan_is_edge(scan, start) || !gt_code_is_han(scan->codes.code[start - 1]);
    if (n < LEAST || n > MOST || !bounded)
        return at;
    return dash || is_place(scan, start, at - 1) ? start : at;
}

static uint32_t walk_left(const struct gt_scan *scan, uint32_t ending, bool over_and)
{
    uint32_t at = ending, floor = scan->sentence[scan->sentence_at[ending]].start;
    if (ending > NAME_CODES && floor < ending - NAME_CODES)
        floor = ending - NAME_CODES;
    while (at > floor) {
        uint32_t over = step_over(scan, at);
        over = over == at ? other_end(scan, at) : over;
        if (over != at) {
            at = over;
            continue;
        }
        if (scan->strong[at] == 1 && over_and && is_inner_and(scan, at - 1)) {
            at--;
            continue;
        }
        if (gt_scan_is_edge(scan, at) || is_head(scan, at) || starts_latin(scan, at))
            break;
        at--;
    }
    return at;
}

/* True when a known name or a place's begins at `at`. */
static bool starts_known(const struct gt_scan *scan, uint32_t at)
{
    return gt_scan_word(scan, at, GT_WORD_FACT) || gt_scan_word(scan, at, GT_WORD_COUNTY);
}

/* Behind what calls the name's owner something: 专业机构北京某某有限公司, 区属国企某某集团. */
static uint32_t behind_title(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    enum { TITLE_CODES = 8 };
    uint32_t from = start;
    for (uint32_t at = from; at < ending && at < from + TITLE_CODES; at++) {
        const struct gt_hit *head = gt_scan_word(scan, at, GT_WORD_HEAD);
        if (head && gt_codes_at(&scan->codes, at, "企业家"))
            continue;
        if (!head || head->end + 2 > ending || gt_scan_is_generic(scan, head->end, ending))
            continue;
        if (at == from || gt_scan_is_generic(scan, from, at) ||
            (at <= from + 2 && starts_known(scan, head->end)) ||
            (at == from + 2 && !gt_scan_is_ordinary(scan, head->end, ending)))
            /* 保荐机构白鹭江海证券 */
            start = head->end;
    }
    return start;
}

/* 推动云岭医谷建设中试平台: behind a verb that has somebody do something, the verb of what is done
 * ends the name of who does it. */
static uint32_t behind_verb(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    static const char *const causes[] = {"推动", "支持", "鼓励", "引导", "推进",
                                         "促成", "协助", "指导", "由"};
    static const char *const verbs[] = {"合作建设", "建设", "合作设立", "开发建设"};
    bool caused = false;
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
        uint32_t n = (uint32_t)gt_utf8_count(causes[i]);
        caused = caused || (start >= n && gt_codes_at(&scan->codes, start - n, causes[i]));
    }
    for (uint32_t at = start + 2; caused && at + 4 < ending; at++)
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            if (gt_codes_at(&scan->codes, at, verbs[i]) && !gt_scan_is_generic(scan, start, at))
                return at + (uint32_t)gt_utf8_count(verbs[i]);
    return start;
}

/* Behind everyday verbs at the head of the phrase, when a name is left: 联系云岭电力公司. */
static uint32_t behind_head(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    const struct gt_hit *word = gt_scan_word(scan, start, GT_WORD_COMMON);
    if (!word || gt_scan_lexeme(scan, word)->row != GT_COMMON_VERB || word->end + 1 >= ending ||
        gt_scan_is_ordinary(scan, word->end, ending))
        return start;
    for (uint32_t i = scan->first[start]; i < scan->first[start + 1]; i++) {
        enum gt_word_kind kind = gt_scan_lexeme(scan, &scan->hit[i])->kind;
        if (scan->hit[i].end > word->end &&
            (kind == GT_WORD_FACT || kind == GT_WORD_KEEP || kind == GT_WORD_INDUSTRY))
            return start;
    }
    return word->end;
}

/* Behind 原 in front of a body's former name: 原云岭机械研究所, but not 原子能研究院. */
static uint32_t behind_former(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    static const char *const words[] = {"原子", "原料", "原创", "原始", "原生", "原油", "原位"};
    if (scan->codes.code[start] != U'原' || ending < start + 3)
        return start;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, start, words[i]))
            return start;
    return start + 1;
}

/* Behind the number of a row or item that a line begins with: 1禾苗基金. */
static uint32_t behind_number(const struct gt_scan *scan, uint32_t start)
{
    const struct gt_sentence *sentence = &scan->sentence[scan->sentence_at[start]];
    bool head = start == scan->folded->paragraphs[sentence->paragraph].start;
    bool digit = gt_code_is_digit(scan->codes.code[start]) && start + 1 < scan->codes.n;
    return head && digit && gt_code_is_han(scan->codes.code[start + 1]) && !scan->strong[start + 2]
               ? start + 1
               : start;
}

uint32_t gt_name_start(const struct gt_scan *scan, uint32_t ending)
{
    uint32_t start = behind_number(scan, walk_left(scan, ending, true));
    start = behind_verb(scan, start, ending);
    if (scan->codes.code[start] && start >= 2 && gt_codes_at(&scan->codes, start - 2, "建设"))
        return start;
    bool bounded = gt_scan_is_edge(scan, start) || is_head(scan, start) ||
                   starts_latin(scan, start) ||
                   (start > 0 && gt_code_is_digit(scan->codes.code[start - 1]));
    return bounded ? behind_former(
                         scan, behind_title(scan, behind_head(scan, start, ending), ending), ending)
                   : GT_NONE;
}

/* 隆光新材建设单晶硅片项目: what is built begins behind the verb, unless office words alone follow
 * (智慧城市建设管理平台). */
uint32_t gt_name_built(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    enum { BUILDER_LEAST = 3, BUILT_LEAST = 3 };
    static const char *const jointly[] = {"联合建设", "合作建设", "共同建设"};
    for (uint32_t at = start + 2; at + 6 <= ending; at++)
        for (size_t i = 0; i < sizeof jointly / sizeof *jointly; i++)
            if (scan->codes.code[at + 2] == U'建' && gt_codes_at(&scan->codes, at, jointly[i]) &&
                !scan->quoted[at])
                return at + 4;
    for (uint32_t at = ending; at-- > start + BUILDER_LEAST;) {
        uint32_t built = at + 2;
        if (scan->codes.code[at] != U'建' || scan->faint[built] != 2 ||
            !gt_codes_at(&scan->codes, at, "建设"))
            continue;
        bool quoted = scan->quoted[at] || scan->codes.code[at - 1] == 0x201D;
        if (quoted || ending < built + BUILT_LEAST || gt_scan_word(scan, built, GT_WORD_FAINT) ||
            gt_scan_word(scan, built, GT_WORD_WEAK) || gt_scan_is_generic(scan, start, at) ||
            gt_scan_is_generic(scan, built, ending))
            return start;
        return built;
    }
    return start;
}

/* --- words that are verbs elsewhere -------------------------------------------------------------
 */

/* The boundary word in front of `at` that is a noun inside a name: 提升 in 能力提升工程; 0. */
static uint32_t nominal(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {
        "利用", "推广", "培训", "提升", "培养", "整合", "检查",   "监督", "宣传",
        "交流", "保障", "供给", "转让", "引导", "引进", "扶持",   "奖励", "补贴",
        "资助", "拓展", "采购", "备案", "认定", "审定", "评选",   "征集", "调度",
        "协调", "迁建", "攻坚", "突破", "优化", "配置", "改扩建", "续建", "节约"};
    for (size_t i = 0; scan->strong[at] > 1 && i < sizeof words / sizeof *words; i++) {
        uint32_t n = (uint32_t)gt_utf8_count(words[i]);
        if (scan->strong[at] == n && at > n && gt_codes_at(&scan->codes, at - n, words[i]))
            return n;
    }
    return 0;
}

/* True when what ends at `at` acts, so that a verb follows: a body, a place, 我委. */
static bool ends_actor(const struct gt_scan *scan, uint32_t at)
{
    for (uint32_t back = 1; back <= 10 && back <= at; back++)
        if (is_place(scan, at - back, at))
            return true;
    return ends_subject(scan, at);
}

/* True where an area's name, or its letter, begins. */
static bool is_place_head(const struct gt_scan *scan, uint32_t at)
{
    const struct gt_hit *fact = gt_scan_word(scan, at, GT_WORD_FACT);
    uint32_t code = scan->codes.code[at];
    return code == U'省' || code == U'市' || code == U'区' || code == U'县' ||
           (fact && scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type == GT_NODE_place) ||
           gt_scan_word(scan, at, GT_WORD_COUNTY);
}

/* True where an official's name for something begins: an area, its letter or level. */
static bool begins_official(const struct gt_scan *scan, uint32_t at)
{
    static const char *const levels[] = {"国家", "国土", "省级", "市级", "区级", "县级", "自治区"};
    if (scan->codes.code[at] == 0x201C) { /* “云岭雁归”引进计划, but no list of words */
        for (uint32_t i = at; i < scan->mate[at] && scan->mate[at] != GT_NONE; i++)
            if (scan->codes.code[i] == '+' || scan->codes.code[i] == 0x3001)
                return false;
        return true;
    }
    if (is_place_head(scan, at))
        return true;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (gt_codes_at(&scan->codes, at, levels[i]))
            return true;
    return false;
}

/* 修订云岭市节约用水条例: behind a verb that does something with a paper, an area begins its name
 * whatever verbs stand in it; GT_NONE when none does. */
static uint32_t paper_start(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    enum { VERBS = 3, PAPER_MOST = 28 };
    static const char *const papers[] = {"条例",     "管理", "实施", "认定", "若干",
                                         "规程",     "规划", "规则", "行动", "专项",
                                         "发展规划", "总体", "空间", "工作", "布局"};
    static const char *const verbs[] = {"修订", "制定", "出台", "印发", "落实", "实施",
                                        "编制", "贯彻", "发布", "按照", "根据", "依据"};
    bool paper = false;
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        paper = paper || gt_codes_at(&scan->codes, ending, papers[i]);
    uint32_t at = start;
    for (int k = 0; paper && k < VERBS && scan->strong[at] > 1; k++) {
        at = walk_left(scan, at - scan->strong[at], true);
        if (at + PAPER_MOST < ending)
            break;
        for (size_t i = 0; is_place_head(scan, at) && i < sizeof verbs / sizeof *verbs; i++)
            if (at >= 2 && gt_codes_at(&scan->codes, at - 2, verbs[i]))
                return at;
    }
    return GT_NONE;
}

uint32_t gt_name_start_over(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    uint32_t paper = paper_start(scan, start, ending);
    if (paper != GT_NONE)
        return paper;
    enum { FRONT_LEAST = 4, OVER_MOST = 26 };
    uint32_t n = nominal(scan, start), floor = scan->clause_start[ending];
    if (!n || ends_actor(scan, start - n))
        return GT_NONE;
    uint32_t over = walk_left(scan, start - n, true);
    if (over < floor || over + FRONT_LEAST > start - n || ending - over > OVER_MOST ||
        !(gt_scan_is_edge(scan, over) || is_head(scan, over)))
        return GT_NONE;
    bool carried = over >= 2 && (gt_codes_at(&scan->codes, over - 2, "实施") ||
                                 gt_codes_at(&scan->codes, over - 2, "启动"));
    return begins_official(scan, over) || (carried && gt_scan_word(scan, over, GT_WORD_INDUSTRY))
               ? over
               : GT_NONE;
}

uint32_t gt_name_behind_body(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start + 2; at < end; at++) {
        if (scan->codes.code[at] != 0x201C)
            continue;
        for (uint32_t i = start; i < at; i++) {
            const struct gt_hit *fact = gt_scan_word(scan, i, GT_WORD_FACT);
            const struct gt_hit *ending = gt_scan_word(scan, i, GT_WORD_SUFFIX);
            if (fact && fact->end == at &&
                scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type != GT_NODE_place &&
                scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type != GT_NODE_programme)
                return at;
            bool project = gt_codes_at(&scan->codes, end, "项目") && ending &&
                           gt_suffixes[gt_scan_lexeme(scan, ending)->row].type ==
                               GT_NODE_programme; /* 云江省研发计划“灵巧手”项目 */
            if (ending && i > start && ending->end == at && (project || ends_body(scan, ending)))
                return at;
        }
        return start;
    }
    return start;
}
