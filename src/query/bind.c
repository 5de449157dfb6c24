/* bind.c: the values of a question's parameters: checked by kind, completed by defaults. */
#include "base/number.h"
#include "graph/find.h"
#include "query/question.h"

#include <string.h>

static bool fail_kind(const struct gt_parameter *parameter, const char *value, struct gt_error *err)
{
    return gt_fail(err, GT_USAGE, "--%s wants %s, not \"%s\"", "--%s 需要%s，而不是“%s”",
                   parameter->name, gt_parameter_kind_title(parameter->kind).in[err->lang], value);
}

static bool bind_word(const struct gt_parameter *parameter, enum gt_vocabulary vocabulary,
                      const char **value, struct gt_error *err)
{
    int found = gt_vocabulary_find(vocabulary, *value, true);
    if (found >= 0) {
        *value = gt_vocabulary_word(vocabulary, found).name;
        return true;
    }
    const char *near = gt_vocabulary_suggest(vocabulary, *value);
    if (near)
        return gt_fail(err, GT_USAGE, "--%s: unknown \"%s\"; did you mean %s?",
                       "--%s：未知的“%s”；是否为 %s？", parameter->name, *value, near);
    return fail_kind(parameter, *value, err);
}

static bool bind_document(const struct gt_parameter *parameter, const struct gt_graph *graph,
                          const char **value, struct gt_error *err)
{
    const char *near = NULL;
    uint32_t least = (uint32_t)strlen(*value) / 2 + 1;
    for (uint32_t i = 0; i < graph->n_documents; i++) {
        const struct gt_document *document = &graph->documents[i];
        uint32_t distance = gt_text_distance(document->id, *value);
        if (strcmp(document->id, *value) == 0 ||
            (document->number && strcmp(document->number, *value) == 0)) {
            *value = document->id;
            return true;
        }
        if (distance < least) {
            least = distance;
            near = document->id;
        }
    }
    if (near)
        return gt_fail(err, GT_USAGE, "--%s: no document \"%s\"; did you mean %s?",
                       "--%s：没有文件“%s”；是否为 %s？", parameter->name, *value, near);
    return fail_kind(parameter, *value, err);
}

static bool is_date(const char *text)
{
    static const char form[] = "0000-00-00";
    size_t n = strlen(text);
    if (n != 4 && n != 7 && n != 10)
        return false;
    for (size_t i = 0; i < n; i++)
        if (form[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

/* Turns a value into what the question's SQL expects. */
static bool bind_value(const struct gt_parameter *parameter, const struct gt_graph *graph,
                       struct gt_binding *binding, struct gt_error *err)
{
    uint64_t number;
    uint32_t node;
    switch (parameter->kind) {
    case GT_PARAMETER_entity:
        if (!gt_find_node(graph, binding->text, &node, err))
            return gt_error_prefix(err, "--%s: ", parameter->name);
        binding->text = graph->nodes[node].id;
        return true;
    case GT_PARAMETER_district:
        return bind_word(parameter, GT_VOCABULARY_DISTRICT, &binding->text, err);
    case GT_PARAMETER_node_type:
        return bind_word(parameter, GT_VOCABULARY_NODE_TYPE, &binding->text, err);
    case GT_PARAMETER_edge_type:
        return bind_word(parameter, GT_VOCABULARY_EDGE_TYPE, &binding->text, err);
    case GT_PARAMETER_status:
        return bind_word(parameter, GT_VOCABULARY_STATUS, &binding->text, err);
    case GT_PARAMETER_document:
        return bind_document(parameter, graph, &binding->text, err);
    case GT_PARAMETER_date:
        return is_date(binding->text) || fail_kind(parameter, binding->text, err);
    case GT_PARAMETER_integer:
        binding->number = true;
        return gt_number_read_uint(binding->text, &number) ||
               fail_kind(parameter, binding->text, err);
    case GT_PARAMETER_measure: /* centrality() knows them, and suggests */
    case GT_PARAMETER_text:
    case GT_PARAMETER_KINDS:
        break;
    }
    return true;
}

static bool fail_unknown(const struct gt_question *question, const char *name, struct gt_error *err)
{
    struct gt_buffer known = {0};
    const char *near = NULL;
    uint32_t least = 4;
    for (size_t i = 0; i < question->n_parameters; i++) {
        uint32_t distance = gt_text_distance(question->parameter[i].name, name);
        gt_buffer_format(&known, "%s--%s", i ? ", " : "", question->parameter[i].name);
        if (distance < least) {
            least = distance;
            near = question->parameter[i].name;
        }
    }
    if (near)
        gt_fail(err, GT_USAGE, "%s has no parameter --%s; did you mean --%s?",
                "%s 没有参数 --%s；是否为 --%s？", question->name, name, near);
    else
        gt_fail(err, GT_USAGE, "%s has no parameter --%s; it has: %s",
                "%s 没有参数 --%s；参数有：%s", question->name, name,
                known.n ? known.bytes : gt_say(err->lang, "none", "无"));
    gt_buffer_fini(&known);
    return false;
}

static bool check_names(const struct gt_question *question, const struct gt_argument *given,
                        size_t n_given, struct gt_error *err)
{
    for (size_t i = 0; i < n_given; i++) {
        size_t p = 0;
        while (p < question->n_parameters &&
               strcmp(question->parameter[p].name, given[i].name) != 0)
            p++;
        if (p == question->n_parameters)
            return fail_unknown(question, given[i].name, err);
    }
    return true;
}

bool gt_question_bind(const struct gt_question *question, const struct gt_graph *graph,
                      const struct gt_argument *given, size_t n_given, struct gt_binding *bindings,
                      struct gt_error *err)
{
    if (!check_names(question, given, n_given, err))
        return false;
    for (size_t p = 0; p < question->n_parameters; p++) {
        const struct gt_parameter *parameter = &question->parameter[p];
        bindings[p] = (struct gt_binding){.name = parameter->name, .text = parameter->otherwise};
        bool any = parameter->optional;
        for (size_t i = 0; i < n_given; i++)
            if (strcmp(given[i].name, parameter->name) == 0) {
                bindings[p].text = *given[i].value ? given[i].value : NULL;
                any = true;
            }
        if (!any)
            return gt_fail(err, GT_USAGE, "%s wants --%s: %s (%s)", "%s 需要 --%s：%s（%s）",
                           question->name, parameter->name, parameter->title.in[err->lang],
                           gt_parameter_kind_title(parameter->kind).in[err->lang]);
        if (bindings[p].text && !bind_value(parameter, graph, &bindings[p], err))
            return false;
    }
    return true;
}
