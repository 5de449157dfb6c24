/* name.c: taking a name apart, from its ends inwards. */
#include "curate/name.h"

#include "base/strmap.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_WORD = 12 };

struct word {
    uint32_t code[LONGEST_WORD], n;
};

static struct word word_of(const char *text)
{
    struct word word = {.n = 0};
    while (*text && word.n < LONGEST_WORD)
        word.code[word.n++] = gt_utf8_next(&text);
    return word;
}

/* --- pieces ------------------------------------------------------------------------------------
 */

bool gt_codes_equal(struct gt_codes a, struct gt_codes b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.code, b.code, a.n * sizeof *a.code) == 0);
}

/* FNV-1a (Fowler, Noll, Vo), never 0. */
uint64_t gt_codes_hash(struct gt_codes codes)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (uint32_t i = 0; i < codes.n; i++)
        hash = (hash ^ codes.code[i]) * 0x100000001b3u;
    return hash ? hash : 1;
}

uint32_t gt_codes_find(struct gt_codes whole, struct gt_codes part, uint32_t from)
{
    for (uint32_t at = from; at + part.n <= whole.n; at++)
        if (gt_codes_equal((struct gt_codes){whole.code + at, part.n}, part))
            return at;
    return GT_NONE;
}

static struct gt_codes cut(struct gt_codes codes, uint32_t start, uint32_t end)
{
    return (struct gt_codes){codes.code + start, end - start};
}

static bool starts_with(struct gt_codes codes, uint32_t at, const struct word *word)
{
    return at + word->n <= codes.n &&
           gt_codes_equal(cut(codes, at, at + word->n), (struct gt_codes){word->code, word->n});
}

static bool ends_with(struct gt_codes codes, const struct word *word)
{
    return codes.n >= word->n && starts_with(codes, codes.n - word->n, word);
}

static bool is_among(uint32_t code, const char *text)
{
    while (*text)
        if (gt_utf8_next(&text) == code)
            return true;
    return false;
}

/* --- word lists --------------------------------------------------------------------------------
 */

static const char *const provinces[] = {
#define PROVINCE(spelling) spelling,
#include "curate/province.def"
#undef PROVINCE
};

static const char *const legal_forms[] = {
#define LEGAL_FORM(spelling) spelling,
#include "curate/legal_form.def"
#undef LEGAL_FORM
};

static const char *const branches[] = {
#define BRANCH(spelling) spelling,
#include "curate/branch.def"
#undef BRANCH
};

static const struct {
    const char *name, *spelling;
} heads[] = {
#define HEAD(name, spelling) {#name, spelling},
#include "curate/head.def"
#undef HEAD
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static uint32_t province_at(struct gt_codes codes, uint32_t at)
{
    for (size_t i = 0; i < COUNT(provinces); i++) {
        struct word word = word_of(provinces[i]);
        if (starts_with(codes, at, &word))
            return word.n;
    }
    return 0;
}

/* 委, 政府, 人大: behind a district's name they are its organs. */
static bool is_organ(struct gt_codes codes)
{
    static const char *const organs[] = {"委", "委员会", "政府", "人民政府", "人大", "政协"};
    for (size_t i = 0; i < COUNT(organs); i++) {
        struct word word = word_of(organs[i]);
        if (word.n == codes.n && starts_with(codes, 0, &word))
            return true;
    }
    return false;
}

/* 区 and 产业 are heads of places and industries: not of 集市. */
static bool is_head_of(const char *head, enum gt_node_type type)
{
    if (strcmp(head, "district") == 0)
        return type == GT_NODE_place;
    return strcmp(head, "industry") != 0 || type == GT_NODE_industry;
}

/* Length of the longest head that ends the codes; *name is its class. */
static uint32_t head_length(struct gt_codes codes, enum gt_node_type type, const char **name)
{
    if (codes.n == 0)
        return 0;
    uint32_t longest = 0, most = is_organ(codes) ? codes.n : codes.n - 1;
    for (size_t i = 0; i < COUNT(heads); i++) {
        struct word word = word_of(heads[i].spelling);
        if (word.n > longest && word.n <= most && is_head_of(heads[i].name, type) &&
            ends_with(codes, &word)) {
            longest = word.n;
            *name = heads[i].name;
        }
    }
    return longest;
}

bool gt_name_begins(struct gt_codes codes, uint32_t at)
{
    const char *name;
    if (at == 0)
        return true;
    struct gt_codes before = cut(codes, 0, at);
    if (head_length(before, GT_NODE_institute, &name) > 1)
        return true;
    uint32_t back = at >= 3 ? at - 3 : 0;
    for (; back + 2 <= at; back++)
        if (province_at(codes, back) == at - back)
            return true;
    return false;
}

/* --- the place in front ------------------------------------------------------------------------
 */

/* A district's name without 区: 长宁, 浦东新. */
static struct word district_word(enum gt_district district)
{
    struct word word = word_of(gt_district_words[district].title.in[GT_ZH]);
    if (word.n > 2 && word.code[word.n - 1] == 0x533A) /* 区 */
        word.n--;
    return word;
}

uint64_t gt_name_district(enum gt_district district)
{
    struct word word = district_word(district);
    return gt_codes_hash((struct gt_codes){word.code, word.n});
}

/* Length of a city at the start: a province with or without 省, 市, 自治区, or 苏州市. */
static uint32_t city_length(struct gt_codes codes, uint64_t *city)
{
    static const char *const endings[] = {"特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区",
                                          "自治区",     "省",         "市"};
    uint32_t n = province_at(codes, 0);
    if (n) {
        *city = gt_codes_hash(cut(codes, 0, n));
        for (size_t i = 0; i < COUNT(endings); i++) {
            struct word ending = word_of(endings[i]);
            if (starts_with(codes, n, &ending))
                return n + ending.n;
        }
        return n;
    }
    for (n = 2; n <= 4 && n < codes.n; n++)
        if (is_among(codes.code[n], "市") && !is_among(codes.code[n - 1], "城都超")) {
            *city = gt_codes_hash(cut(codes, 0, n));
            return n + 1;
        }
    return 0;
}

/* Length of a district at a place: one of the ontology's, or 鼓楼区, 昆山县; 园区, 校区, 社区 are
 * none. */
static uint32_t district_length(struct gt_codes codes, uint32_t at, uint64_t *district)
{
    for (int i = 0; i < GT_DISTRICTS; i++) {
        struct word word = district_word((enum gt_district)i);
        if (!starts_with(codes, at, &word))
            continue;
        *district = gt_name_district((enum gt_district)i);
        uint32_t n = word.n;
        if (at + n < codes.n && is_among(codes.code[at + n], "新"))
            n++;
        return at + n < codes.n && is_among(codes.code[at + n], "区县") ? n + 1 : n;
    }
    for (uint32_t n = 1; n <= 4 && at + n < codes.n; n++)
        if (is_among(codes.code[at + n], "区县") &&
            !is_among(codes.code[at + n - 1], "园校社地片小景城库新辖我该全本东西南北")) {
            *district = gt_codes_hash(cut(codes, at, at + n));
            return n + 1;
        }
    return 0;
}

/* True when what is left behind a place still names something: 大学 of 上海大学 does not. */
static bool stands_alone(struct gt_codes codes, uint32_t at, enum gt_node_type type)
{
    const char *name = NULL;
    struct gt_codes rest = cut(codes, at, codes.n);
    for (size_t i = 0; i < COUNT(heads); i++) {
        struct word word = word_of(heads[i].spelling);
        if (word.n == rest.n && starts_with(rest, 0, &word))
            return false;
    }
    uint32_t head = head_length(rest, type, &name);
    return rest.n >= 2 && rest.n > head;
}

static uint32_t strip_place(struct gt_codes codes, enum gt_node_type type, struct gt_name *name)
{
    uint32_t at = 0;
    if (codes.n >= 2 && is_among(codes.code[0], "区市省") &&
        (is_organ(cut(codes, 1, codes.n)) || stands_alone(codes, 1, type))) {
        name->relative = true;
        name->level = is_among(codes.code[0], "区") ? 'd' : 'c';
        return 1;
    }
    at = city_length(codes, &name->city);
    at += district_length(codes, at, &name->district);
    name->level = name->district ? 'd' : name->city ? 'c' : 0;
    name->formal = at > 0 && !name->district && is_among(codes.code[at - 1], "市省区");
    return is_organ(cut(codes, at, codes.n)) || stands_alone(codes, at, type) ? at : 0;
}

/* --- numbers -----------------------------------------------------------------------------------
 */

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static void add_token(struct gt_name *name, struct gt_codes codes)
{
    if (name->n_tokens < GT_NAME_TOKENS)
        name->token[name->n_tokens++] = gt_codes_hash(codes);
}

/* True for four digits that are a year. */
static bool is_year(struct gt_codes codes)
{
    return codes.n == 4 && ((codes.code[0] == '1' && codes.code[1] == '9') ||
                            (codes.code[0] == '2' && codes.code[1] == '0'));
}

/* The length of the run at a place whose members are digits, or Chinese numerals. */
static uint32_t run_length(struct gt_codes codes, uint32_t at)
{
    uint32_t n = 0;
    if (is_digit(codes.code[at])) {
        while (at + n < codes.n && is_digit(codes.code[at + n]))
            n++;
        return n;
    }
    while (at + n < codes.n && is_among(codes.code[at + n], "一二三四五六七八九十百"))
        n++;
    return n;
}

/* A number counts behind 第 and before what is numbered; a letter or side before a part. */
static bool is_numbered(struct gt_codes codes, uint32_t at, uint32_t n)
{
    bool behind = at > 0 && is_among(codes.code[at - 1], "第");
    return behind || (at + n < codes.n && is_among(codes.code[at + n], "期号批次届轮版座栋区院附"));
}

static void find_tokens(struct gt_codes codes, struct gt_name *name)
{
    for (uint32_t i = 0; i < codes.n; i++) {
        uint32_t n = run_length(codes, i);
        struct gt_codes run = cut(codes, i, i + n);
        if (is_digit(codes.code[i])) {
            if (is_year(run))
                name->year = name->year * 31 + gt_codes_hash(run);
            else
                add_token(name, run);
        } else if (n && is_numbered(codes, i, n)) {
            add_token(name, run);
        }
        bool sided = is_among(codes.code[i], "abcdef东西南北") && i + 1 < codes.n &&
                     is_among(codes.code[i + 1], "区座栋园期馆楼");
        if (!n && sided && i > 0)
            add_token(name, cut(codes, i, i + 1));
        if (n)
            i += n - 1;
    }
}

static int compare_tokens(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* --- what the endings and the codes say --------------------------------------------------------
 */

static bool is_branch(struct gt_codes codes)
{
    for (size_t i = 0; i < COUNT(branches); i++) {
        struct word word = word_of(branches[i]);
        if (codes.n > word.n + 1 && ends_with(codes, &word))
            return true;
    }
    return false;
}

/* The same for all orders of the codes; names of few codes have none: 中云科技 is not 云中科技. */
static uint64_t order_of(struct gt_codes codes)
{
    enum { FEWEST = 8 };
    uint64_t sum = 0, product = 1;
    for (uint32_t i = 0; i < codes.n; i++) {
        uint64_t hash = gt_codes_hash(cut(codes, i, i + 1));
        sum += hash;
        product *= hash | 1;
    }
    return codes.n >= FEWEST ? (sum ^ product) | 1 : 0;
}

/* --- the whole ---------------------------------------------------------------------------------
 */

static struct gt_codes without_brackets(const char *key, struct gt_arena *arena)
{
    uint32_t *code = gt_arena_array(arena, GT_NAME_CODES, sizeof *code), n = 0;
    while (*key && n < GT_NAME_CODES) {
        uint32_t next = gt_utf8_next(&key);
        bool year = is_among(next, "年") && n > 0 && is_digit(code[n - 1]);
        if (!year && !is_among(next, "()[]{}<>【】〔〕·-–—~、,"))
            code[n++] = next;
    }
    return (struct gt_codes){code, n};
}

static struct gt_codes without_legal_form(struct gt_codes codes)
{
    for (size_t i = 0; i < COUNT(legal_forms); i++) {
        struct word word = word_of(legal_forms[i]);
        if (codes.n >= word.n + 2 && ends_with(codes, &word)) {
            uint32_t group = word.n > 2 && is_among(word.code[0], "集") ? 2 : 0; /* 集团 stays */
            return cut(codes, 0, codes.n - word.n + group);
        }
    }
    return codes;
}

static struct gt_codes without_national(struct gt_codes codes, enum gt_node_type type,
                                        struct gt_arena *arena)
{
    const struct word national = word_of("国家");
    uint32_t *code = gt_arena_array(arena, codes.n, sizeof *code), n = 0;
    for (uint32_t i = 0; i < codes.n; i++) {
        if (starts_with(codes, i, &national)) {
            bool level = i + 2 < codes.n && is_among(codes.code[i + 2], "级"); /* 国家级 */
            i += level ? 2 : 1;
            continue;
        }
        code[n++] = codes.code[i];
    }
    struct gt_codes left = {code, n};
    return stands_alone(left, 0, type) ? left : codes;
}

struct gt_name gt_name_parse(const char *text, enum gt_node_type type, struct gt_arena *arena)
{
    struct gt_name name = {.key = gt_text_key(text, arena)};
    name.plain = without_brackets(name.key, arena);
    name.unlegal = without_legal_form(name.plain);
    uint32_t at = strip_place(name.unlegal, type, &name);
    name.local = cut(name.unlegal, at, name.unlegal.n);
    name.core = without_national(name.local, type, arena);
    uint32_t head = head_length(name.core, type, &name.head);
    name.content = cut(name.core, 0, name.core.n - head);
    name.head_codes = head;
    name.branch = is_branch(name.unlegal);
    name.order = order_of(name.core);
    find_tokens(name.local, &name);
    if (name.n_tokens)
        qsort(name.token, name.n_tokens, sizeof *name.token, compare_tokens);
    return name;
}
