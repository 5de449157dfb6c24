/* query_table.c: an answer of a query as a table, with quotes where it has evidence. */
#include "cli/query_table.h"

#include "cli/source.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { DOCUMENT, START, END, PARTS };

/* The columns that say where a statement stands; false when the answer has not all of them. */
static bool find_evidence(const struct gt_answer *answer, size_t part[PARTS])
{
    static const char *const names[PARTS] = {"document", "start", "end"};
    for (int p = 0; p < PARTS; p++) {
        part[p] = 0;
        while (part[p] < answer->n_columns && strcmp(answer->column[part[p]].name, names[p]) != 0)
            part[p]++;
        if (part[p] == answer->n_columns)
            return false;
    }
    return true;
}

/* The span that a row names; false when it names none. */
static bool read_span(const struct gt_graph *graph, const struct gt_value *row,
                      const size_t part[PARTS], struct gt_span *span)
{
    const struct gt_value *document = &row[part[DOCUMENT]], *start = &row[part[START]],
                          *end = &row[part[END]];
    if (document->kind != GT_VALUE_TEXT || start->kind != GT_VALUE_INTEGER ||
        end->kind != GT_VALUE_INTEGER)
        return false;
    uint32_t number = gt_graph_document(graph, document->text);
    if (number == GT_NONE || start->integer < 0 || end->integer < start->integer ||
        end->integer > graph->documents[number].length)
        return false;
    *span = (struct gt_span){number, (uint32_t)start->integer, (uint32_t)end->integer};
    return true;
}

static void add_cell(struct gt_table *table, const struct gt_value *value, bool for_people)
{
    switch (value->kind) {
    case GT_VALUE_NULL:
        gt_table_text(table, NULL);
        break;
    case GT_VALUE_INTEGER:
        if (value->integer >= 0)
            gt_table_uint(table, (uint64_t)value->integer);
        else
            gt_table_number(table, (double)value->integer);
        break;
    case GT_VALUE_REAL:
        gt_table_number(table, value->real);
        break;
    case GT_VALUE_TEXT:
        gt_table_text(table,
                      for_people ? gt_text_visible(value->text, "", &table->arena) : value->text);
        break;
    }
}

static bool is_for_people(const struct gt_run *run)
{
    const char *format = run->args.value[GT_OPTION_format];
    return !format || strcmp(format, "table") == 0 || strcmp(format, "md") == 0 ||
           strcmp(format, "tsv") == 0;
}

static bool add_quote(struct gt_run *run, struct gt_sources *sources, const struct gt_value *row,
                      const size_t part[PARTS], struct gt_table *table, struct gt_error *err)
{
    struct gt_span span;
    const char *quote = NULL;
    if (read_span(run->graph, row, part, &span) &&
        !gt_sources_quote(sources, &span, &table->arena, &quote, err))
        return false;
    gt_table_text(table, quote);
    return true;
}

/* The title of a column: null when it is for data formats alone. */
static const char *column_title(const struct gt_question *question, const char *name,
                                enum gt_lang lang)
{
    for (size_t i = 0; question && i < question->n_columns; i++)
        if (strcmp(question->column[i].name, name) == 0)
            return question->column[i].hidden ? NULL : question->column[i].title.in[lang];
    return name;
}

bool gt_query_table(struct gt_run *run, const struct gt_answer *answer,
                    const struct gt_question *question, struct gt_table *table,
                    struct gt_error *err)
{
    const char *folder = run->args.value[GT_OPTION_sources];
    size_t part[PARTS];
    struct gt_source source = {0};
    bool quotes = folder && find_evidence(answer, part), done = true;
    if (folder && !quotes)
        return gt_fail(err, GT_USAGE,
                       "--sources: the answer has no evidence: columns document, start, end",
                       "--sources：结果中没有出处列 document、start、end");
    if (folder && !gt_source_open(&source, folder, run->graph, err))
        return false;
    for (size_t i = 0; i < answer->n_columns; i++)
        gt_table_head(table, answer->column[i].name,
                      column_title(question, answer->column[i].name, run->lang));
    if (quotes)
        gt_table_head(table, "quote", gt_say(run->lang, "words", "引文"));
    for (size_t r = 0; r < answer->n_rows && done; r++) {
        const struct gt_value *row = answer->value + r * answer->n_columns;
        for (size_t i = 0; i < answer->n_columns; i++)
            add_cell(table, &row[i], is_for_people(run));
        done = !quotes || add_quote(run, &source.sources, row, part, table, err);
    }
    if (folder)
        gt_source_close(&source);
    return done;
}
