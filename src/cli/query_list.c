/* query_list.c: the saved questions as a table. */
#include "cli/query_list.h"

#include "base/file.h"

bool gt_query_load_questions(struct gt_run *run, struct gt_questions *questions,
                             struct gt_error *err)
{
    const char *folder = run->args.value[GT_OPTION_queries];
    if (!folder)
        folder = gt_file_is_folder("queries") ? "queries" : GT_DATA_DIR "/queries";
    return gt_questions_load(folder, &run->arena, questions, err);
}

/* "--district DISTRICT": a parameter that may be left out stands in brackets. */
static const char *usage(struct gt_table *table, const struct gt_question *question)
{
    struct gt_buffer text = {0};
    for (size_t i = 0; i < question->n_parameters; i++) {
        const struct gt_parameter *parameter = &question->parameter[i];
        gt_buffer_format(&text, "%s%s--%s %s%s", i ? " " : "", parameter->optional ? "[" : "",
                         parameter->name, gt_parameter_kind_name(parameter->kind),
                         parameter->optional ? "]" : "");
    }
    const char *copy = gt_arena_text(&table->arena, gt_buffer_string(&text), text.n);
    gt_buffer_fini(&text);
    return copy;
}

void gt_query_list(struct gt_run *run, const struct gt_questions *questions, struct gt_table *table)
{
    enum gt_lang lang = run->lang;
    gt_table_head(table, "name", gt_say(lang, "question", "问题"));
    gt_table_head(table, "title", gt_say(lang, "title", "标题"));
    gt_table_head(table, "about", NULL);
    gt_table_head(table, "parameters", gt_say(lang, "parameters", "参数"));
    gt_table_head(table, "example", NULL);
    for (size_t i = 0; i < questions->n; i++) {
        const struct gt_question *question = &questions->item[i];
        gt_table_text(table, question->name);
        gt_table_text(table, question->title.in[lang]);
        gt_table_text(table, question->about.in[lang]);
        gt_table_text(table, usage(table, question));
        gt_table_text(table, question->example);
    }
}

void gt_query_describe(struct gt_run *run, const struct gt_question *question,
                       struct gt_table *table)
{
    enum gt_lang lang = run->lang;
    gt_table_say(table, "%s", question->title.in[lang]);
    gt_table_say(table, "%s", question->about.in[lang]);
    gt_table_say(table, "graphtool query %s%s%s", question->name, *question->example ? " " : "",
                 question->example);
    gt_table_head(table, "name", gt_say(lang, "parameter", "参数"));
    gt_table_head(table, "title", gt_say(lang, "what it is", "说明"));
    gt_table_head(table, "kind", NULL);
    gt_table_head(table, "value", gt_say(lang, "value", "取值"));
    gt_table_head(table, "optional", gt_say(lang, "optional", "可省略"));
    gt_table_head(table, "default", gt_say(lang, "default", "默认值"));
    for (size_t i = 0; i < question->n_parameters; i++) {
        const struct gt_parameter *parameter = &question->parameter[i];
        gt_table_format(table, "--%s", parameter->name);
        gt_table_text(table, parameter->title.in[lang]);
        gt_table_text(table, gt_parameter_kind_name(parameter->kind));
        gt_table_text(table, gt_parameter_kind_title(parameter->kind).in[lang]);
        gt_table_bool(table, parameter->optional);
        gt_table_text(table, parameter->otherwise);
    }
}
