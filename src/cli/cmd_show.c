/* cmd_show.c: `graphtool show`: one entity, its ties, and the words that state them. */
#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/source.h"

#include "base/number.h"
#include "graph/find.h"

/* What a property is called: its key for programs, its title for people. */
static void add_key(struct gt_table *table, const char *key, const char *title)
{
    gt_table_text(table, key);
    gt_table_word(table, key, title);
}

static void add_property(struct gt_table *table, const char *key, const char *title,
                         const char *value)
{
    if (!value || !*value)
        return;
    add_key(table, key, title);
    gt_table_text(table, value);
}

static void add_word(struct gt_table *table, const char *key, const char *title,
                     const struct gt_word *word, enum gt_lang lang)
{
    if (!word->name)
        return;
    add_key(table, key, title);
    gt_table_word(table, word->name, word->title.in[lang]);
}

static void add_list(struct gt_table *table, const char *key, const char *title,
                     const struct gt_texts *codes, const struct gt_texts *titles)
{
    if (!titles->n)
        return;
    add_key(table, key, title);
    gt_table_words(table, codes, titles);
}

static void add_districts(struct gt_table *table, gt_districts districts, enum gt_lang lang)
{
    struct gt_texts codes = {0}, names = {0};
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (districts >> d & 1) {
            gt_texts_add(&codes, gt_district_words[d].name, &table->arena);
            gt_texts_add(&names, gt_district_words[d].title.in[lang], &table->arena);
        }
    add_list(table, "districts", gt_say(lang, "district", "所在区"), &codes, &names);
}

static void add_documents(struct gt_table *table, const struct gt_graph *graph,
                          const struct gt_node *node, enum gt_lang lang)
{
    struct gt_texts codes = {0}, labels = {0};
    for (uint32_t i = 0; i < node->documents.n; i++) {
        const struct gt_document *document = &graph->documents[node->documents.item[i]];
        gt_texts_add(&codes, document->id, &table->arena);
        gt_texts_add(&labels, gt_document_label(document), &table->arena);
    }
    add_list(table, "documents", gt_say(lang, "named in", "见于"), &codes, &labels);
}

static void add_size(struct gt_table *table, const struct gt_amount *size, enum gt_lang lang)
{
    struct gt_buffer words = {0};
    char number[GT_NUMBER_TEXT];
    if (!size->present)
        return;
    gt_amount_words(size, lang, &words);
    add_key(table, "size", gt_say(lang, "volume", "规模"));
    gt_table_word(table, gt_arena_format(&table->arena, "%s", gt_number_write(size->value, number)),
                  gt_arena_text(&table->arena, words.bytes, words.n));
    gt_buffer_fini(&words);
}

static void describe_node(struct gt_table *table, const struct gt_graph *graph,
                          const struct gt_node *node, enum gt_lang lang)
{
    const struct gt_word type = {gt_node_types[node->type].name, gt_node_types[node->type].title};
    gt_table_section(table, "entity", NULL);
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "property", gt_say(lang, "property", "项目"));
    gt_table_head(table, "value", gt_say(lang, "value", "内容"));
    add_property(table, "id", gt_say(lang, "identifier", "标识"), node->id);
    add_word(table, "type", gt_say(lang, "type", "类型"), &type, lang);
    add_property(table, "name", gt_say(lang, "name", "全称"), node->name);
    add_property(table, "label", gt_say(lang, "short name", "简称"), node->label);
    add_property(table, "name_en", gt_say(lang, "English name", "英文名"), node->name_en);
    add_list(table, "aliases", gt_say(lang, "aliases", "别名"), &node->aliases, &node->aliases);
    add_word(table, "level", gt_say(lang, "level", "层级"), &gt_levels[node->level], lang);
    add_districts(table, node->districts, lang);
    add_size(table, &node->size, lang);
    add_documents(table, graph, node, lang);
}

static void add_tie_heads(struct gt_table *table, bool quotes, enum gt_lang lang)
{
    gt_table_section(table, "tie",
                     gt_say(lang, "Ties, a row for each statement", "关系（每处陈述一行）"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "direction", gt_say(lang, "", ""));
    gt_table_head(table, "relation", gt_say(lang, "relation", "关系"));
    gt_table_head(table, "other", NULL);
    gt_table_head(table, "other_name", gt_say(lang, "entity", "实体"));
    gt_table_head(table, "other_type", gt_say(lang, "type", "类型"));
    gt_table_head(table, "status", gt_say(lang, "status", "状态"));
    gt_table_head(table, "date", gt_say(lang, "date", "日期"));
    gt_table_head(table, "role", gt_say(lang, "role", "角色"));
    gt_table_head(table, "amount_cny", NULL);
    gt_table_head(table, "amount", gt_say(lang, "amount", "金额"));
    gt_table_head(table, "document", NULL);
    gt_table_head(table, "start", NULL);
    gt_table_head(table, "end", NULL);
    gt_table_head(table, "evidence", gt_say(lang, "evidence", "出处"));
    if (quotes)
        gt_table_head(table, "quote", gt_say(lang, "words", "引文"));
}

static void add_money(struct gt_table *table, const struct gt_amount *amount, enum gt_lang lang)
{
    struct gt_buffer words = {0};
    gt_amount_words(amount, lang, &words);
    if (amount->present)
        gt_table_number(table, amount->value);
    else
        gt_table_text(table, NULL);
    gt_table_text(table, words.n ? gt_arena_text(&table->arena, words.bytes, words.n) : NULL);
    gt_buffer_fini(&words);
}

static void add_statement(struct gt_table *table, const struct gt_graph *graph, uint32_t node,
                          uint32_t statement, enum gt_lang lang)
{
    const struct gt_statement *this = &graph->statements[statement];
    const struct gt_edge *edge = &graph->edges[this->edge];
    const struct gt_node *other = &graph->nodes[edge->source == node ? edge->target : edge->source];
    struct gt_buffer locator = {0};
    gt_evidence_locator(graph, statement, &locator);
    gt_table_format(table, "%s %s %s", graph->nodes[edge->source].id,
                    gt_edge_types[edge->type].name, graph->nodes[edge->target].id);
    gt_table_text(table, gt_edge_arrow(edge, node));
    gt_table_word(table, gt_edge_types[edge->type].name, gt_edge_types[edge->type].title.in[lang]);
    gt_table_text(table, other->id);
    gt_table_text(table, gt_node_label(other, lang));
    gt_table_word(table, gt_node_types[other->type].name,
                  gt_node_types[other->type].title.in[lang]);
    gt_table_word(table, gt_statuses[this->status].name, gt_statuses[this->status].title.in[lang]);
    gt_table_text(table, this->date);
    gt_table_text(table, this->role);
    add_money(table, &this->amount, lang);
    gt_table_text(table, graph->documents[this->evidence.document].id);
    gt_table_uint(table, this->evidence.start);
    gt_table_uint(table, this->evidence.end);
    gt_table_format(table, "%s", locator.bytes);
    gt_buffer_fini(&locator);
}

static bool add_ties(struct gt_run *run, struct gt_table *table, uint32_t node,
                     const struct gt_selected *selected, struct gt_error *err)
{
    const struct gt_graph *graph = run->graph;
    const char *folder = run->args.value[GT_OPTION_sources];
    struct gt_source source = {0};
    if (folder && !gt_source_open(&source, folder, graph, err))
        return false;
    bool done = true;
    add_tie_heads(table, folder, run->lang);
    for (uint32_t i = 0; i < graph->n_statements && done; i++) {
        const struct gt_edge *edge = &graph->edges[graph->statements[i].edge];
        if (!selected->edge[graph->statements[i].edge] ||
            (edge->source != node && edge->target != node))
            continue;
        add_statement(table, graph, node, i, run->lang);
        const char *quote = NULL;
        if (folder)
            done = gt_sources_quote(&source.sources, &graph->statements[i].evidence, &table->arena,
                                    &quote, err);
        if (folder && done)
            gt_table_text(table, quote);
    }
    if (folder)
        gt_source_close(&source);
    return done;
}

bool gt_cmd_show(struct gt_run *run, struct gt_error *err)
{
    struct gt_selection selection;
    struct gt_selected selected = {0};
    struct gt_table table = {0};
    uint32_t node;
    if (!gt_run_load(run, err) || !gt_run_selection(run, &selection, err) ||
        !gt_find_node(run->graph, run->args.operand[0], &node, err))
        return false;
    selection.named[selection.n_named++] = node;
    gt_select(run->graph, &selection, &selected);
    describe_node(&table, run->graph, &run->graph->nodes[node], run->lang);
    bool done = add_ties(run, &table, node, &selected, err) && gt_run_table(run, &table, NULL, err);
    gt_selected_fini(&selected);
    gt_table_fini(&table);
    return done;
}
