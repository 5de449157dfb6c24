/* ecosystem.c: districts by name (长宁区X, 上海市长宁区X) and by ties to what is in a district. */
#include "extract/ecosystem.h"

#include <string.h>

enum end { SOURCE, TARGET };
enum reach { HOME, ANY };

static const struct row {
    enum gt_edge_type type;
    enum end end;
    enum reach reach;
} rows[] = {
#define ECOSYSTEM(type_, end_, reach_) {GT_EDGE_##type_, end_, reach_},
#include "extract/ecosystem.def"
#undef ECOSYSTEM
};

/* The district that a name begins with: with its 区, or the home's also without. */
static gt_districts of_name(const char *name, int home)
{
    static const char city[] = "上海市";
    if (strncmp(name, city, sizeof city - 1) == 0)
        name += sizeof city - 1;
    for (int i = 0; i < GT_DISTRICTS; i++) {
        const char *zh = gt_district_words[i].title.in[GT_ZH];
        size_t n = strlen(zh);
        if (i == GT_DISTRICT_elsewhere || strncmp(name, zh, n) != 0)
            continue;
        const char *rest = name + n;
        rest += strncmp(rest, "新", strlen("新")) == 0 ? strlen("新") : 0;
        if (i == home || strncmp(rest, "区", strlen("区")) == 0)
            return 1u << i;
    }
    return 0;
}

static const struct gt_fact *fact_of(const struct gt_reading *reading, uint32_t entity)
{
    uint32_t row = reading->entities->item[entity].fact;
    return row == GT_NONE ? NULL : &reading->scan->lexicon->fact[row];
}

/* True for what belongs to a district by a tie to it. */
static bool is_local(const struct gt_reading *reading, uint32_t entity)
{
    const struct gt_entity *this = &reading->entities->item[entity];
    const struct gt_fact *fact = fact_of(reading, entity);
    bool wide = fact && (fact->level == GT_LEVEL_national || fact->level == GT_LEVEL_municipal ||
                         fact->level == GT_LEVEL_regional || fact->level == GT_LEVEL_international);
    bool of_city = strncmp(this->name, "市", strlen("市")) == 0 ||
                   strncmp(this->name, "国家", strlen("国家")) == 0;
    return !wide && !of_city && this->type != GT_NODE_industry && this->type != GT_NODE_person &&
           !(this->type == GT_NODE_place && fact);
}

/* The districts that a tie gives its end by what the other end is. */
static gt_districts of_tie(const struct gt_reading *reading, const struct row *row, uint32_t other,
                           int home, const gt_districts *districts)
{
    const struct gt_entity *this = &reading->entities->item[other];
    const struct gt_fact *fact = fact_of(reading, other);
    bool is_home = home >= 0 && (this->home || this->issuer);
    if (is_home)
        return 1u << home;
    if (this->type == GT_NODE_place && fact && fact->level == GT_LEVEL_district)
        return fact->districts;
    return row->reach == ANY ? districts[other] : 0;
}

static void take_ties(const struct gt_reading *reading, const struct gt_relations *relations,
                      int home, gt_districts *districts)
{
    for (uint32_t i = 0; i < relations->n; i++)
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
            const struct gt_relation *tie = &relations->item[i];
            if (tie->type != rows[k].type)
                continue;
            uint32_t end = rows[k].end == SOURCE ? tie->source : tie->target;
            uint32_t other = rows[k].end == SOURCE ? tie->target : tie->source;
            if (is_local(reading, end))
                districts[end] |= of_tie(reading, &rows[k], other, home, districts);
        }
}

void gt_ecosystem_find(const struct gt_reading *reading, const struct gt_relations *relations,
                       int home, gt_districts *districts)
{
    for (uint32_t i = 0; i < reading->entities->n; i++)
        if (reading->entities->item[i].type != GT_NODE_industry &&
            reading->entities->item[i].type != GT_NODE_person)
            districts[i] = of_name(reading->entities->item[i].name, home);
    take_ties(reading, relations, home, districts);
    take_ties(reading, relations, home, districts); /* a firm in a park in the district */
}
