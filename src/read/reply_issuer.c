/* reply_issuer.c: the name of an agency in parts: place, field of work, kind.
 *
 * How it works: from the end: the kind (委员会), the field in front of it (商务), and what is left
 * is the place (上海市长宁区), whose last part tells the district. Names of places that no table
 * has give no slug, but the agency keeps its name. */
#include "base/text.h"
#include "base/utf8.h"
#include "read/reply.h"

#include <string.h>

enum { NAME_MOST = 40, NAME_FEWEST = 3 }; /* code points of an agency's name */

struct field {
    const char *full, *shorts, *slug;
};

static const struct field fields[] = {
#define FIELD(full, shorts, slug) {full, shorts, slug},
#include "read/field.def"
#undef FIELD
};

struct kind {
    const char *full, *brief, *slug;
};

static const struct kind kinds[] = {
#define AGENCY_KIND(full, brief, slug) {full, brief, slug},
#include "read/agency_kind.def"
#undef AGENCY_KIND
};

struct area {
    const char *slug, *name;
};

static const struct area districts[] = {
#define DISTRICT(id, en, zh) {#id, zh},
#include "graph/district.def"
#undef DISTRICT
};

static const struct area cities[] = {
#define CITY(slug, name) {slug, name},
#include "read/city.def"
#undef CITY
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A part of a name. */
struct part {
    const char *p;
    size_t n;
};

static bool ends_in(struct part part, const char *end)
{
    size_t n = strlen(end);
    return n > 0 && part.n >= n && memcmp(part.p + part.n - n, end, n) == 0;
}

static bool starts_in(struct part part, const char *start)
{
    size_t n = strlen(start);
    return n > 0 && part.n >= n && memcmp(part.p, start, n) == 0;
}

/* The longest of the words, separated by blanks, that a part ends (or starts) in; its bytes. */
static size_t longest_word(struct part part, const char *words, bool at_end)
{
    size_t best = 0;
    while (*words) {
        size_t n = strcspn(words, " ");
        const char *there = at_end ? part.p + part.n - n : part.p;
        if (n > best && part.n >= n && memcmp(there, words, n) == 0)
            best = n;
        words += n;
        words += strspn(words, " ");
    }
    return best;
}

static bool is_ideographic(const char *name)
{
    size_t n = 0;
    for (; *name; n++)
        if (!gt_code_is_ideograph(gt_utf8_next(&name)))
            return false;
    return n >= NAME_FEWEST && n <= NAME_MOST;
}

/* --- places ------------------------------------------------------------------------------------
 */

/* What the names of areas end in. */
static const char *const units[] = {"省", "市", "区", "县", "州", "盟", "旗"};

static bool is_unit(const char *p, const char *end)
{
    for (size_t i = 0; i < COUNT(units); i++)
        if (end - p >= 3 && memcmp(p, units[i], 3) == 0)
            return true;
    return false;
}

/* The last part of a place behind 省, 市, 区, 县 …: 西湖区 of 杭州市西湖区. Two characters at
 * least. */
static struct part last_area(struct part place)
{
    struct part area = place;
    const char *p = place.p, *end = place.p + place.n;
    while (p < end) {
        const char *next = p;
        gt_utf8_next(&next);
        /* two characters at least on both sides; 州 of 杭州市 ends nothing */
        if (is_unit(p, end) && next - area.p >= 6 && end - next >= 6 && !is_unit(next, end))
            area = (struct part){next, (size_t)(end - next)};
        p = next;
    }
    return area;
}

/* True for 长宁区 and 浦东新区, of 长宁 and 浦东; and for the bare name. */
static bool is_area_of(struct part area, const char *name)
{
    struct part rest = {area.p + strlen(name), area.n - strlen(name)};
    return starts_in(area, name) &&
           (rest.n == 0 || (rest.n == 3 && starts_in(rest, "区")) ||
            (rest.n == 3 && starts_in(rest, "市")) || (rest.n == 6 && starts_in(rest, "新区")));
}

/* A name up to its last 省, 市, 区 …: the place in front of a field that no table has. */
static struct part up_to_unit(struct part name)
{
    struct part place = {name.p, 0};
    for (size_t i = 0; i + 3 <= name.n; i++)
        if (i > 0 && is_unit(name.p + i, name.p + name.n))
            place.n = i + 3;
    if (ends_in(place, "社区")) /* 长宁区社区服务中心 */
        place.n -= strlen("社区");
    return place;
}

static void read_place(struct part place, struct gt_arena *arena, struct gt_agency *agency)
{
    struct part area = last_area(place);
    bool alone = area.p == place.p;
    bool of_shanghai = memmem(place.p, place.n, "上海", strlen("上海")) != NULL;
    if (place.n == 0)
        return;
    agency->area = gt_arena_text(arena, area.p, area.n);
    for (size_t i = 0; i < COUNT(districts); i++)
        if ((alone || of_shanghai) && is_area_of(area, districts[i].name))
            agency->place = agency->district = districts[i].slug;
    for (size_t i = 0; i < COUNT(cities) && !agency->place; i++)
        if (is_area_of(area, cities[i].name))
            agency->place = cities[i].slug;
}

/* --- names -------------------------------------------------------------------------------------
 */

/* Takes the field off the end of what stands in front of the kind; the longest wins. */
static const char *take_field(struct part *rest, bool brief)
{
    const char *slug = NULL;
    size_t best = 0;
    for (size_t i = 0; i < COUNT(fields); i++) {
        size_t n = brief                            ? longest_word(*rest, fields[i].shorts, true)
                   : ends_in(*rest, fields[i].full) ? strlen(fields[i].full)
                                                    : 0;
        if (n > best) {
            best = n;
            slug = fields[i].slug;
        }
    }
    rest->n -= best;
    return slug;
}

bool gt_agency_read(const char *name, struct gt_arena *arena, struct gt_agency *agency)
{
    *agency = (struct gt_agency){0};
    struct part whole = {name, strlen(name)};
    if (!is_ideographic(name))
        return false;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        bool brief = !ends_in(whole, kinds[i].full);
        const char *end = brief ? kinds[i].brief : kinds[i].full;
        if (!ends_in(whole, end))
            continue;
        struct part rest = {whole.p, whole.n - strlen(end)};
        const char *field = take_field(&rest, false);
        if (!field)
            field = take_field(&rest, true);
        if (brief && !field)
            continue;
        if (!field && ends_in(rest, "人民政府")) { /* its office */
            rest.n -= strlen("人民政府");
            field = "government";
        }
        agency->name = name;
        agency->kind = kinds[i].slug;
        agency->field = field;
        read_place(field ? rest : up_to_unit(rest), arena, agency);
        return true;
    }
    return false;
}

/* Agencies whose kind says all: 长宁区人民政府. */
static bool needs_no_field(const char *kind)
{
    static const char *const alone[] = {"government", "court", "procuratorate"};
    for (size_t i = 0; i < COUNT(alone); i++)
        if (strcmp(kind, alone[i]) == 0)
            return true;
    return strstr(kind, "-department") != NULL; /* of the party: 组织部 */
}

const char *gt_agency_slug(const struct gt_agency *agency, struct gt_arena *arena)
{
    if (!agency->place || !agency->kind)
        return NULL;
    if (agency->field)
        return gt_arena_format(arena, "%s-%s-%s", agency->place, agency->field, agency->kind);
    return needs_no_field(agency->kind)
               ? gt_arena_format(arena, "%s-%s", agency->place, agency->kind)
               : NULL;
}

/* --- from the number alone ---------------------------------------------------------------------
 */

static uint32_t count_of(const char *text, const char *word)
{
    uint32_t n = 0;
    for (const char *p = text; (p = strstr(p, word)); p += strlen(word))
        n++;
    return n;
}

/* The district whose name begins with the first character of a number and which the text names
 * most; null when it names none. */
static const struct area *district_of_number(const struct gt_folded *folded, struct part prefix)
{
    const struct area *best = NULL;
    uint32_t most = 0;
    for (size_t i = 0; i < COUNT(districts); i++) {
        struct part name = {districts[i].name, strlen(districts[i].name)};
        uint32_t n = strncmp(name.p, prefix.p, 3) == 0 ? count_of(folded->text, name.p) : 0;
        if (n > most) {
            most = n;
            best = &districts[i];
        }
    }
    return best;
}

/* The field that a number names behind the place's character (商务 of 普商务), and its bytes. */
static const struct field *field_of_number(struct part rest, size_t *n)
{
    const struct field *best = NULL;
    *n = 0;
    for (size_t i = 0; i < COUNT(fields); i++) {
        size_t length = longest_word(rest, fields[i].shorts, false);
        if (length > *n) {
            *n = length;
            best = &fields[i];
        }
    }
    return best;
}

/* The kind of the agency, by what follows in the number (普科委) or how the text calls it
 * (区商务委). */
static const struct kind *kind_of_number(const struct gt_folded *folded, struct part brief,
                                         struct part rest, struct gt_arena *arena)
{
    const struct kind *best = NULL;
    uint32_t most = 0;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (strcmp(kinds[i].brief, "委") != 0 && strcmp(kinds[i].brief, "局") != 0)
            continue;
        if (starts_in(rest, kinds[i].brief))
            return &kinds[i];
        const char *called =
            gt_arena_format(arena, "区%.*s%s", (int)brief.n, brief.p, kinds[i].brief);
        uint32_t n = count_of(folded->text, called);
        if (n > most) {
            most = n;
            best = &kinds[i];
        }
    }
    return best;
}

bool gt_agency_of_number(const struct gt_folded *folded, const struct gt_reply_number *number,
                         struct gt_arena *arena, struct gt_agency *agency)
{
    struct part prefix = {number->prefix, strlen(number->prefix)};
    struct part rest = {prefix.p + 3, prefix.n - 3}; /* an ideograph has three bytes, or four */
    size_t n;
    *agency = (struct gt_agency){0};
    const struct area *district = district_of_number(folded, prefix);
    const struct field *field = district ? field_of_number(rest, &n) : NULL;
    if (!field)
        return false;
    struct part brief = {rest.p, n}, behind = {rest.p + n, rest.n - n};
    const struct kind *kind = kind_of_number(folded, brief, behind, arena);
    const char *area = strcmp(district->slug, "pudong") == 0 ? "新区" : "区";
    agency->place = agency->district = district->slug;
    agency->area = gt_arena_format(arena, "%s%s", district->name, area);
    agency->field = field->slug;
    if (kind) {
        agency->kind = kind->slug;
        agency->name = gt_arena_format(arena, "%s%s%s", agency->area, field->full, kind->full);
    }
    return true;
}
