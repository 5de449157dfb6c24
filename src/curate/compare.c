/* compare.c: the reasons, surest first, and the guards. */
#include "curate/compare.h"

#include "base/strmap.h"

#include <string.h>

enum { SPARSEST = 6, LONGEST = 30 }; /* an abbreviation keeps a sixth of at most 30 characters */

/* --- guards ------------------------------------------------------------------------------------
 */

/* The district that a name says, or that its node has where the name only says 区. */
static uint64_t district_of(const struct gt_named *named)
{
    gt_districts districts = named->node->districts;
    bool one = districts && (districts & (districts - 1)) == 0;
    if (named->name->district || !named->name->relative || named->name->level != 'd' || !one)
        return named->name->district;
    int i = 0;
    while (!(districts >> i & 1))
        i++;
    return gt_name_district((enum gt_district)i);
}

static bool differ(uint64_t a, uint64_t b)
{
    return a && b && a != b;
}

/* Agencies whose nodes are of other levels or districts: 科委, short for 长宁区科委, is no 市科委.
 */
static bool other_office(const struct gt_node *a, const struct gt_node *b)
{
    bool levels = a->level && b->level && a->level != b->level;
    bool districts = a->districts && b->districts && !(a->districts & b->districts);
    return a->type == GT_NODE_agency && b->type == GT_NODE_agency && (levels || districts);
}

static bool other_place(const struct gt_named *a, const struct gt_named *b)
{
    bool agency = a->node->type == GT_NODE_agency;
    bool levels = a->name->level && b->name->level && a->name->level != b->name->level;
    bool formal =
        a->name->formal || b->name->formal; /* 江州市…, 云岭区…: a city's and a district's */
    return differ(a->name->city, b->name->city) || differ(district_of(a), district_of(b)) ||
           ((agency || formal) && levels && !a->name->relative && !b->name->relative) ||
           (agency && levels) || other_office(a->node, b->node);
}

static bool other_number(const struct gt_name *a, const struct gt_name *b)
{
    return differ(a->year, b->year) || a->n_tokens != b->n_tokens ||
           memcmp(a->token, b->token, a->n_tokens * sizeof *a->token) != 0;
}

/* 东华大学 begins 东华大学科技园, 中国科学院 begins 中国科学院微系统所: a name that ends in a head
 * of its own and goes on in the other is that one's parent. */
static bool is_parent(const struct gt_name *a, const struct gt_name *b)
{
    const struct gt_codes *whole = &a->unlegal, *part = &b->unlegal;
    return a->head && whole->n < part->n &&
           gt_codes_equal(*whole, (struct gt_codes){part->code, whole->n}) &&
           !(gt_codes_equal(a->content, b->content)); /* 科技园 and 科技园区 */
}

/* True when a goes on where b ends with 大学 and nothing else: 青松大学国家大学科技园 has it twice.
 */
static bool says_university_twice(struct gt_codes a, struct gt_codes b)
{
    return a.n == b.n + 2 && gt_codes_equal((struct gt_codes){a.code, b.n}, b) &&
           a.code[b.n] == U'大' && a.code[b.n + 1] == U'学';
}

/* 江州大学 and 江州理工大学, 江州大学科技园 and 江州理工大学科技园: what is put in makes another.
 */
static bool other_university(const struct gt_name *a, const struct gt_name *b)
{
    bool whole = a->head_codes > 1 && b->head_codes > 1 && a->head && b->head &&
                 strcmp(a->head, b->head) == 0;
    bool same = gt_codes_equal(a->content, b->content) || (a->order && a->order == b->order) ||
                says_university_twice(a->content, b->content) ||
                says_university_twice(b->content, a->content);
    return whole && !same && (strcmp(a->head, "university") == 0 || strcmp(a->head, "campus") == 0);
}

bool gt_kept_apart(const struct gt_named *a, const struct gt_named *b)
{
    return a->node->type != b->node->type || other_number(a->name, b->name) || other_place(a, b) ||
           is_parent(a->name, b->name) || is_parent(b->name, a->name) ||
           a->name->branch != b->name->branch || other_university(a->name, b->name);
}

/* --- reasons -----------------------------------------------------------------------------------
 */

static bool same_head(const struct gt_name *a, const struct gt_name *b)
{
    return a->head && b->head ? strcmp(a->head, b->head) == 0 : a->head == b->head;
}

/* Industries and places are what their names say: only spellings differ. A person is the name. */
static bool is_exact(enum gt_node_type type)
{
    return type == GT_NODE_industry || type == GT_NODE_place;
}

static bool compare_whole(const struct gt_name *a, const struct gt_name *b, enum gt_reason *reason)
{
    if (strcmp(a->key, b->key) == 0)
        *reason = GT_REASON_same_name;
    else if (gt_codes_equal(a->plain, b->plain))
        *reason = GT_REASON_brackets;
    else if (gt_codes_equal(a->unlegal, b->unlegal))
        *reason = GT_REASON_legal_form;
    else if (gt_codes_equal(a->local, b->local))
        *reason = GT_REASON_place;
    else if (gt_codes_equal(a->core, b->core))
        *reason = GT_REASON_national;
    else
        return false;
    return true;
}

/* True when all codes of `part` stand in `whole` in order: what a short name says, a long one says
 * too. 天地科技园 is not short for 天地软件园. */
static bool says_no_more(struct gt_codes part, struct gt_codes whole)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < whole.n && found < part.n; i++)
        found += whole.code[i] == part.code[found];
    return found == part.n;
}

/* True when the codes of `part` stand in `whole` in order, from a beginning of it on. */
static bool is_subsequence(struct gt_codes part, struct gt_codes whole)
{
    for (uint32_t at = 0; at + part.n <= whole.n; at++) {
        uint32_t found = 0;
        if (whole.code[at] != part.code[0] || !gt_name_begins(whole, at))
            continue;
        for (uint32_t i = at; i < whole.n && found < part.n; i++)
            found += whole.code[i] == part.code[found];
        if (found == part.n)
            return true;
    }
    return false;
}

/* How a short content stands in a long one. */
static bool compare_within(const struct gt_name *part, const struct gt_name *whole,
                           enum gt_reason *reason)
{
    const struct gt_codes s = part->content, l = whole->content;
    uint32_t at = gt_codes_find(l, s, 0);
    bool single = s.n == 1 && part->head && at == 0;
    if (s.n < 2 && !single)
        return false;
    if (at == 0)
        *reason = s.n > 1 ? GT_REASON_beginning : GT_REASON_abbreviation;
    else if (at != GT_NONE && (s.n > 2 || gt_name_begins(l, at)))
        *reason = at + s.n == l.n ? GT_REASON_parent : GT_REASON_middle;
    else if (part->head && l.n <= LONGEST && s.n * SPARSEST >= l.n &&
             (is_subsequence(s, l) || is_subsequence(part->local, whole->local)))
        *reason = GT_REASON_abbreviation;
    else
        return false;
    return true;
}

bool gt_compare_names(const struct gt_named *a, const struct gt_named *b, enum gt_reason *reason)
{
    const struct gt_name *x = a->name, *y = b->name;
    enum gt_node_type type = a->node->type;
    if (compare_whole(x, y, reason))
        return type != GT_NODE_person || *reason == GT_REASON_same_name;
    if (type == GT_NODE_person)
        return false;
    bool heads = same_head(x, y);
    if (x->order && x->order == y->order && heads) {
        *reason = GT_REASON_order;
        return !is_exact(type);
    }
    if (gt_codes_equal(x->content, y->content) && (heads || !x->head || !y->head)) {
        *reason = GT_REASON_head;
        return x->content.n > 1 || heads;
    }
    if (is_exact(type))
        return false;
    bool left =
        x->content.n != y->content.n ? x->content.n < y->content.n : x->local.n < y->local.n;
    const struct gt_name *part = left ? x : y;
    const struct gt_name *whole = part == x ? y : x;
    return (heads || !part->head) &&
           (says_no_more(part->core, whole->core) || says_no_more(part->local, whole->local)) &&
           compare_within(part, whole, reason);
}
