/* evidence.c: statements in words. */
#include "cli/evidence.h"

#include "base/number.h"

#include <string.h>

const char *gt_document_label(const struct gt_document *document)
{
    return document->number ? document->number : document->id;
}

void gt_evidence_locator(const struct gt_graph *graph, uint32_t statement, struct gt_buffer *out)
{
    const struct gt_span *span = &graph->statements[statement].evidence;
    gt_buffer_format(out, "%s [%u-%u]", gt_document_label(&graph->documents[span->document]),
                     span->start, span->end);
}

void gt_evidence_locators(const struct gt_graph *graph, uint32_t edge, struct gt_buffer *out)
{
    const struct gt_edge *this = &graph->edges[edge];
    for (uint32_t i = this->first; i < this->first + this->n; i++) {
        if (i > this->first)
            gt_buffer_text(out, "; ");
        gt_evidence_locator(graph, i, out);
    }
}

/* Adds a sum with a comma between each three digits of its whole part. */
static void add_grouped(double value, struct gt_buffer *out)
{
    char number[GT_NUMBER_TEXT];
    gt_number_write(value, number);
    size_t whole = strspn(number, "0123456789");
    for (size_t i = 0; number[i]; i++) {
        if (i && i < whole && (whole - i) % 3 == 0)
            gt_buffer_text(out, ",");
        gt_buffer_add(out, number + i, 1);
    }
}

void gt_amount_words(const struct gt_amount *amount, enum gt_lang lang, struct gt_buffer *out)
{
    char number[GT_NUMBER_TEXT];
    if (!amount->present)
        return;
    const char *kind = gt_amount_kinds[amount->kind].title.in[lang];
    if (lang == GT_EN) {
        gt_buffer_text(out, "CNY ");
        add_grouped(amount->value, out);
        if (*kind || amount->joint)
            gt_buffer_format(out, " (%s%s%s)", kind, *kind && amount->joint ? ", " : "",
                             amount->joint ? "joint" : "");
        return;
    }
    bool yi = amount->value >= 1e8;
    gt_buffer_format(out, "%s%s", gt_number_show(amount->value / (yi ? 1e8 : 1e4), 9, number),
                     yi ? "亿元" : "万元");
    if (*kind || amount->joint)
        gt_buffer_format(out, "（%s%s%s）", kind, *kind && amount->joint ? "，" : "",
                         amount->joint ? "合计" : "");
}

const char *gt_edge_arrow(const struct gt_edge *edge, uint32_t from)
{
    if (gt_edge_types[edge->type].mutual)
        return "↔";
    return edge->source == from ? "→" : "←";
}
