/* comparison.c: the finding of `graphtool overlap` in words, made from the data. */
#include "cli/comparison.h"

#include "base/number.h"
#include "cli/evidence.h"

enum { NAMED = 3, DIGITS = 2 }; /* so many shared nodes of a type are named, more are counted */

const char *gt_comparison_district(const struct gt_comparison *comparison, enum gt_side side)
{
    struct gt_pair pair = comparison->overlap->pair;
    return gt_district_words[side == GT_SIDE_B ? pair.b : pair.a].title.in[comparison->lang];
}

void gt_comparison_add_side(const struct gt_comparison *comparison, struct gt_table *table,
                            enum gt_side side)
{
    struct gt_pair pair = comparison->overlap->pair;
    if (side == GT_SIDE_A || side == GT_SIDE_B)
        gt_table_word(table, gt_district_words[side == GT_SIDE_B ? pair.b : pair.a].name,
                      gt_comparison_district(comparison, side));
    else if (side == GT_SIDE_SHARED)
        gt_table_word(table, "shared", gt_say(comparison->lang, "shared", "共有"));
    else
        gt_table_word(table, "neither", gt_say(comparison->lang, "neither", "均非"));
}

const char *gt_comparison_label(const struct gt_comparison *comparison, uint32_t node)
{
    return gt_node_label(&comparison->overlap->graph->nodes[node], comparison->lang);
}

void gt_comparison_add_type(const struct gt_comparison *comparison, struct gt_table *table,
                            uint32_t node)
{
    const struct gt_node_type_info *type =
        &gt_node_types[comparison->overlap->graph->nodes[node].type];
    gt_table_word(table, type->name, type->title.in[comparison->lang]);
}

void gt_comparison_evidence(const struct gt_comparison *comparison, struct gt_table *table,
                            uint32_t edge)
{
    struct gt_buffer text = {0};
    gt_evidence_locators(comparison->overlap->graph, edge, &text);
    gt_table_format(table, "%s", gt_buffer_string(&text));
    gt_buffer_fini(&text);
}

/* Puts a comma between the items of a list: before every one but the first. */
static void separate(struct gt_buffer *text, bool *any, enum gt_lang lang)
{
    if (*any)
        gt_buffer_text(text, gt_say(lang, ", ", "、"));
    *any = true;
}

static void add_names(const struct gt_comparison *this, const struct gt_numbers *nodes,
                      struct gt_buffer *text, bool *any)
{
    for (uint32_t i = 0; i < nodes->n; i++) {
        separate(text, any, this->lang);
        gt_buffer_text(text,
                       gt_node_label(&this->overlap->graph->nodes[nodes->item[i]], this->lang));
    }
}

static void say_line(struct gt_table *table, struct gt_buffer *text)
{
    gt_table_say(table, "%s", gt_buffer_string(text));
    gt_buffer_clear(text);
}

/* 长宁与普陀共有 11 个节点（Jaccard 0.043，重叠系数 0.087）：中科院、长三角、9 个产业 */
static void say_shared(const struct gt_comparison *this, struct gt_table *table,
                       struct gt_buffer *text)
{
    const struct gt_overlap *overlap = this->overlap;
    bool zh = this->lang == GT_ZH, any = false;
    char jaccard[GT_NUMBER_TEXT], coefficient[GT_NUMBER_TEXT];
    gt_buffer_format(text,
                     zh ? "%s与%s共有 %u 个节点（Jaccard %s，重叠系数 %s）"
                        : "%s and %s share %u nodes (Jaccard %s, overlap coefficient %s)",
                     gt_comparison_district(this, GT_SIDE_A),
                     gt_comparison_district(this, GT_SIDE_B), overlap->nodes.shared.n,
                     gt_number_show(gt_share_jaccard(&overlap->nodes), DIGITS, jaccard),
                     gt_number_show(gt_share_overlap(&overlap->nodes), DIGITS, coefficient));
    if (overlap->nodes.shared.n)
        gt_buffer_text(text, gt_say(this->lang, ": ", "："));
    for (int type = 0; type < GT_NODE_TYPES; type++) {
        const struct gt_numbers *shared = &overlap->node_type[type].shared;
        if (shared->n <= NAMED) {
            add_names(this, shared, text, &any);
            continue;
        }
        separate(text, &any, this->lang);
        gt_buffer_format(text, zh ? "%u 个%s" : "%u × %s", shared->n,
                         gt_node_types[type].title.in[this->lang]);
    }
    gt_buffer_text(text, gt_say(this->lang, ".", "。"));
    say_line(table, text);
}

/* Lists the node types whose nodes one side alone has, or both sides have without sharing one;
 * returns whether there is any. */
static bool add_types(const struct gt_comparison *this, enum gt_side holder, struct gt_buffer *text)
{
    bool any = false;
    for (int type = 0; type < GT_NODE_TYPES; type++) {
        const struct gt_share *share = &this->overlap->node_type[type];
        if (share->shared.n || gt_share_holder(share) != holder)
            continue;
        separate(text, &any, this->lang);
        gt_buffer_text(text, gt_node_types[type].title.in[this->lang]);
    }
    return any;
}

/* 企业、园区载体、基金：两区都有，但无共有。 */
static void say_apart(const struct gt_comparison *this, struct gt_table *table,
                      struct gt_buffer *text)
{
    bool zh = this->lang == GT_ZH;
    if (add_types(this, GT_SIDE_SHARED, text)) {
        gt_buffer_text(text, zh ? "：两区都有，但无共有。" : ": both have some, none is shared.");
        say_line(table, text);
    }
    for (int i = 0; i < 2; i++) {
        enum gt_side side = i ? GT_SIDE_B : GT_SIDE_A;
        if (!add_types(this, side, text))
            continue;
        gt_buffer_format(text, zh ? "：只有%s有。" : ": only %s has any.",
                         gt_comparison_district(this, side));
        say_line(table, text);
    }
}

static void say_ties(const struct gt_comparison *this, struct gt_table *table,
                     struct gt_buffer *text)
{
    gt_buffer_format(text,
                     this->lang == GT_ZH
                         ? "两区答复都陈述的关系 %u 条，共有节点之间的关系 %u 条。"
                         : "%u ties are stated by replies of both, %u are between shared nodes.",
                     this->overlap->ties.shared.n, this->overlap->between_shared.n);
    say_line(table, text);
    gt_table_say(table, "%s",
                 gt_say(this->lang,
                        "The districts' own place nodes and agencies count in their ecosystems and "
                        "are never counted as shared.",
                        "区本身与区级机关计入本区生态，从不计为共有。"));
}

/* 经由第三方相连：隶属（生命健康、中国科学院）；聚焦（生物医药、新材料）。 */
static void say_through(const struct gt_comparison *this, struct gt_table *table,
                        struct gt_buffer *text)
{
    const struct gt_throughs *throughs = &this->throughs;
    bool any = false;
    for (uint32_t i = 0; i < throughs->n; i++) {
        const struct gt_through *item = &throughs->item[i];
        if (i == 0 || item[-1].type != item->type) {
            gt_buffer_format(text, "%s%s%s",
                             i ? gt_say(this->lang, "); ", "）；")
                               : gt_say(this->lang, "Tied through a third: ", "经由第三方相连："),
                             gt_edge_types[item->type].title.in[this->lang],
                             gt_say(this->lang, " (", "（"));
            any = false;
        }
        add_names(this, &(struct gt_numbers){&throughs->item[i].thing, 1}, text, &any);
    }
    if (throughs->n == 0)
        return;
    gt_buffer_text(text, gt_say(this->lang, ").", "）。"));
    say_line(table, text);
}

static void say_ways(const struct gt_comparison *this, struct gt_table *table,
                     struct gt_buffer *text)
{
    const struct gt_crossings *crossings = &this->crossings;
    unsigned long long connected = crossings->connected, all = connected + crossings->apart;
    bool zh = this->lang == GT_ZH;
    char mean[GT_NUMBER_TEXT];
    if (!this->with_places)
        gt_buffer_text(text, zh ? "不经过两区本身：" : "Leaving out the districts themselves: ");
    if (!connected) {
        gt_buffer_text(text,
                       zh ? "两区独有节点之间没有任何路径。"
                          : "no way leads from the nodes of one alone to those of the other.");
        say_line(table, text);
        return;
    }
    uint32_t least = 1;
    while (!crossings->pairs_at[least])
        least++;
    gt_buffer_format(text,
                     zh ? "两区独有节点的 %llu 对中有 %llu 对相连，平均 %s 步"
                        : "of %llu pairs of a node of one alone and a node of the other, %llu are "
                          "connected, in %s ties on average",
                     all, connected, gt_number_show(crossings->mean_length, DIGITS, mean));
    gt_buffer_format(text,
                     zh ? "；最短 %u 步，有 %llu 对。" : "; the shortest take %u (%llu pairs).",
                     least, (unsigned long long)crossings->pairs_at[least]);
    say_line(table, text);
}

/* The fewest nodes to remove; where one is enough, all that are. */
static void say_separator(const struct gt_comparison *this, struct gt_table *table,
                          struct gt_buffer *text)
{
    const struct gt_separator *separator = &this->separator;
    bool zh = this->lang == GT_ZH, any = false, one = separator->n == 1;
    const uint32_t *vertex = one ? separator->single : separator->vertex;
    if (separator->n == 0)
        return;
    if (one)
        gt_buffer_text(text, zh ? "移除以下任一节点即可分开两区："
                                : "Removing any one of these nodes separates the two: ");
    else
        gt_buffer_format(text,
                         zh ? "至少移除 %u 个节点才能分开两区%s："
                            : "At least %u nodes must go to separate the two%s: ",
                         separator->n,
                         separator->unique ? ""
                                           : gt_say(this->lang, " (one choice of several)",
                                                    "（不止一种选法，此为其一）"));
    for (uint32_t i = 0; i < (one ? separator->n_single : separator->n); i++)
        add_names(this, &(struct gt_numbers){&this->view->node[vertex[i]], 1}, text, &any);
    gt_buffer_text(text, gt_say(this->lang, ".", "。"));
    say_line(table, text);
}

void gt_comparison_say(const struct gt_comparison *comparison, struct gt_table *table)
{
    struct gt_buffer text = {0};
    say_shared(comparison, table, &text);
    say_apart(comparison, table, &text);
    say_ties(comparison, table, &text);
    say_through(comparison, table, &text);
    say_ways(comparison, table, &text);
    say_separator(comparison, table, &text);
    gt_buffer_fini(&text);
}
