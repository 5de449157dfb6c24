/* cmd_evaluate.c: `graphtool evaluate`: drafts against a gold annotation. */
#include "cli/commands.h"
#include "curate/score.h"
#include "format/annotation_reader.h"

#include <math.h>
#include <string.h>

/* --- tables ------------------------------------------------------------------------------------
 */

static void add_heads(struct gt_table *table, enum gt_lang lang)
{
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "name", gt_say(lang, "what", "项目"));
    gt_table_head(table, "precision", gt_say(lang, "precision", "精确率"));
    gt_table_head(table, "recall", gt_say(lang, "recall", "召回率"));
    gt_table_head(table, "f1", "F1");
    gt_table_head(table, "hit", gt_say(lang, "right", "正确"));
    gt_table_head(table, "predicted", gt_say(lang, "draft", "草稿"));
    gt_table_head(table, "gold", gt_say(lang, "gold", "标准"));
}

static void add_tally(struct gt_table *table, const char *id, const char *name,
                      const struct gt_tally *tally)
{
    gt_table_text(table, id);
    gt_table_text(table, name);
    gt_table_number(table, gt_tally_precision(tally));
    gt_table_number(table, gt_tally_recall(tally));
    gt_table_number(table, gt_tally_f1(tally));
    gt_table_uint(table, tally->hit);
    gt_table_uint(table, tally->predicted);
    gt_table_uint(table, tally->gold);
}

static const char *type_title(enum gt_vocabulary vocabulary, const char *type, enum gt_lang lang)
{
    int found = gt_vocabulary_find(vocabulary, type, false);
    if (found >= 0)
        return gt_vocabulary_word(vocabulary, found).title.in[lang];
    return *type ? type : gt_say(lang, "without type", "无类型");
}

static void add_types(struct gt_table *table, const struct gt_type_tallies *tallies,
                      enum gt_vocabulary vocabulary, enum gt_lang lang)
{
    for (size_t i = 0; i < tallies->n; i++)
        add_tally(table, tallies->item[i].type, type_title(vocabulary, tallies->item[i].type, lang),
                  &tallies->item[i].tally);
}

static void add_scores(struct gt_table *table, const struct gt_score *score, enum gt_lang lang)
{
    gt_table_section(table, "score", gt_say(lang, "In all", "总体"));
    add_heads(table, lang);
    for (int i = 0; i < GT_SCORES; i++)
        add_tally(table, gt_score_names[i], gt_score_titles[i].in[lang], &score->total[i]);
    gt_table_section(table, "entity_type", gt_say(lang, "Entities by type", "按实体类型"));
    add_heads(table, lang);
    add_types(table, &score->entities, GT_VOCABULARY_NODE_TYPE, lang);
    gt_table_section(table, "relation_type", gt_say(lang, "Relations by type", "按关系类型"));
    add_heads(table, lang);
    add_types(table, &score->relations, GT_VOCABULARY_EDGE_TYPE, lang);
}

static const char *join(struct gt_table *table, const struct gt_texts *forms)
{
    const char *joined = "";
    for (uint32_t i = 0; i < forms->n; i++)
        joined = gt_arena_format(&table->arena, "%s%s%s", joined, i ? "|" : "", forms->item[i]);
    return joined;
}

/* What a mistake is about, in words: "东华大学", or "东华大学 part_of 上海市". */
static const char *describe(struct gt_table *table, const struct gt_mistake *mistake,
                            enum gt_lang lang)
{
    const char *source = join(table, &mistake->source_forms);
    const char *target = join(table, &mistake->target_forms);
    switch (mistake->kind) {
    case GT_MISTAKE_missed_entity:
        return target;
    case GT_MISTAKE_spurious_entity:
        return source;
    case GT_MISTAKE_wrong_type:
        return gt_arena_format(&table->arena, gt_say(lang, "%s: %s in the draft", "%s：草稿作%s"),
                               target,
                               type_title(GT_VOCABULARY_NODE_TYPE,
                                          mistake->other_type ? mistake->other_type : "", lang));
    case GT_MISTAKE_missed_relation:
    case GT_MISTAKE_spurious_relation:
    case GT_MISTAKES:
        break;
    }
    return gt_arena_format(&table->arena, "%s — %s", *source ? source : mistake->source,
                           *target ? target : mistake->target);
}

/* Where a relation is stated: by its span, else by the words that the gold quotes. */
static void add_place(struct gt_table *table, const struct gt_annotated_place *place)
{
    bool known = place->end > 0;
    gt_table_number(table, known ? (double)place->start : NAN);
    gt_table_number(table, known ? (double)place->end : NAN);
    if (known)
        gt_table_format(table, "[%u-%u]", place->start, place->end);
    else
        gt_table_text(table, place->quote);
    gt_table_text(table, place->rule);
    gt_table_text(table, place->quote);
}

static void add_mistakes(struct gt_table *table, const struct gt_score *score, enum gt_lang lang)
{
    gt_table_section(table, "mistake", gt_say(lang, "Differences", "差异"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "document", gt_say(lang, "document", "文件"));
    gt_table_head(table, "kind", NULL);
    gt_table_head(table, "kind_name", gt_say(lang, "difference", "差异"));
    gt_table_head(table, "type", NULL);
    gt_table_head(table, "type_name", gt_say(lang, "type", "类型"));
    gt_table_head(table, "draft_type", NULL);
    gt_table_head(table, "source", NULL);
    gt_table_head(table, "target", NULL);
    gt_table_head(table, "what", gt_say(lang, "what", "内容"));
    gt_table_head(table, "start", NULL);
    gt_table_head(table, "end", NULL);
    gt_table_head(table, "place", gt_say(lang, "place", "位置"));
    gt_table_head(table, "rule", gt_say(lang, "rule", "规则"));
    gt_table_head(table, "quote", NULL);
    for (size_t i = 0; i < score->n_mistakes; i++) {
        const struct gt_mistake *mistake = &score->mistakes[i];
        enum gt_vocabulary vocabulary = mistake->kind >= GT_MISTAKE_missed_relation
                                            ? GT_VOCABULARY_EDGE_TYPE
                                            : GT_VOCABULARY_NODE_TYPE;
        gt_table_format(table, "mistake-%zu", i + 1);
        gt_table_text(table, mistake->document);
        gt_table_text(table, gt_mistakes[mistake->kind].name);
        gt_table_text(table, gt_mistakes[mistake->kind].title.in[lang]);
        gt_table_text(table, mistake->type);
        gt_table_text(table, type_title(vocabulary, mistake->type ? mistake->type : "", lang));
        gt_table_text(table, mistake->other_type);
        gt_table_text(table, mistake->source);
        gt_table_text(table, mistake->target);
        gt_table_text(table, describe(table, mistake, lang));
        add_place(table, &mistake->place);
    }
}

/* --- what is compared with what ----------------------------------------------------------------
 */

/* Names the documents of `from` that `other` has not. */
static void say_alone(struct gt_table *table, const struct gt_annotations *from,
                      const struct gt_annotations *other, const char *words)
{
    struct gt_buffer names = {0};
    for (size_t i = 0; i < from->n; i++)
        if (!gt_annotations_find(other, from->item[i].document))
            gt_buffer_format(&names, "%s%s", names.n ? ", " : "", from->item[i].document);
    if (names.n)
        gt_table_say(table, "%s%s", words, names.bytes);
    gt_buffer_fini(&names);
}

static size_t score_drafts(struct gt_score *score, const struct gt_annotations *gold,
                           const struct gt_annotations *drafts)
{
    size_t n = 0;
    for (size_t i = 0; i < drafts->n; i++) {
        const struct gt_annotation *wanted = gt_annotations_find(gold, drafts->item[i].document);
        if (wanted)
            gt_score_add(score, wanted, &drafts->item[i]);
        n += wanted != NULL;
    }
    gt_score_finish(score);
    return n;
}

static void say_documents(struct gt_run *run, struct gt_table *table, size_t n,
                          const struct gt_annotations *gold, const struct gt_annotations *drafts)
{
    gt_table_say(table, gt_say(run->lang, "%zu documents compared", "比较了 %zu 份文件"), n);
    say_alone(table, gold, drafts,
              gt_say(run->lang, "not counted, since no draft has them: ", "没有草稿，未计入："));
    say_alone(table, drafts, gold,
              gt_say(run->lang, "not counted, since the gold lacks them: ", "没有标准，未计入："));
}

static bool evaluate(struct gt_run *run, const struct gt_annotations *gold,
                     const struct gt_annotations *drafts, struct gt_error *err)
{
    struct gt_table table = {0};
    struct gt_score score = {0};
    size_t n = score_drafts(&score, gold, drafts);
    bool done = n > 0 || gt_fail(err, GT_DATA,
                                 "no draft has a document of the gold (gold: \"%s\" ..., drafts: "
                                 "\"%s\" ...)",
                                 "草稿与标准没有相同的文件（标准：“%s”等，草稿：“%s”等）",
                                 gold->n ? gold->item[0].document : "",
                                 drafts->n ? drafts->item[0].document : "");
    if (done) {
        say_documents(run, &table, n, gold, drafts);
        add_scores(&table, &score, run->lang);
        if (run->args.value[GT_OPTION_errors])
            add_mistakes(&table, &score, run->lang);
        done = gt_run_table(run, &table, NULL, err);
    }
    gt_table_fini(&table);
    gt_score_fini(&score);
    return done;
}

bool gt_cmd_evaluate(struct gt_run *run, struct gt_error *err)
{
    struct gt_annotations gold = {0}, drafts = {0};
    const char *const folder[] = {run->args.value[GT_OPTION_gold]};
    if (!folder[0])
        return gt_fail(err, GT_USAGE, "evaluate wants --gold DIR", "evaluate 需要 --gold DIR");
    bool done = gt_annotations_read(folder, 1, &gold, &run->load, err) &&
                gt_annotations_read(run->args.operand, (size_t)run->args.n_operands, &drafts,
                                    &run->load, err) &&
                evaluate(run, &gold, &drafts, err);
    gt_annotations_fini(&gold);
    gt_annotations_fini(&drafts);
    return done;
}
