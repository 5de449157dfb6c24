/* property_writer.c: one case for each kind of property. */
#include "format/property_writer.h"

#include <math.h>
#include <string.h>

static bool is_written(const struct gt_property_writer *writer, uint32_t document)
{
    return !writer->documents || writer->documents[document];
}

/* True for a set that holds every document written: our reader takes its absence as that. */
static bool is_whole(const struct gt_property_writer *writer, const struct gt_numbers *documents)
{
    uint32_t held = 0;
    for (uint32_t i = 0; i < documents->n; i++)
        held += is_written(writer, documents->item[i]);
    return writer->n_written && held == writer->n_written;
}

static bool is_absent(const struct gt_property_writer *writer, const struct gt_property *row,
                      const void *field)
{
    switch (row->kind) {
    case GT_KIND_SLUG:
    case GT_KIND_TEXT:
    case GT_KIND_DATE:
    case GT_KIND_HASH:
        return !*(const char *const *)field;
    case GT_KIND_LABEL:
        return writer->skip_label || !*(const char *const *)field;
    case GT_KIND_TEXTS:
        return ((const struct gt_texts *)field)->n == 0;
    case GT_KIND_LEVEL:
        return *(const enum gt_level *)field == GT_LEVEL_NONE;
    case GT_KIND_DISTRICTS:
        return *(const gt_districts *)field == 0;
    case GT_KIND_DOCUMENTS:
        return is_whole(writer, field);
    case GT_KIND_AMOUNT:
        return !((const struct gt_amount *)field)->present;
    case GT_KIND_NUMBER:
        return isnan(*(const double *)field);
    case GT_KIND_COUNT:
    case GT_KIND_NODE_TYPE:
    case GT_KIND_EDGE_TYPE:
    case GT_KIND_STATUS:
    case GT_KIND_DISTRICT:
    case GT_KIND_NODE:
    case GT_KIND_SPAN:
    case GT_PROPERTY_KINDS:
        break;
    }
    return false;
}

/* --- values of several parts -------------------------------------------------------------------
 */

static void write_texts(struct gt_json *json, const struct gt_texts *texts)
{
    gt_json_array_begin(json);
    for (uint32_t i = 0; i < texts->n; i++)
        gt_json_text(json, texts->item[i]);
    gt_json_array_end(json);
}

static void write_districts(struct gt_json *json, gt_districts districts)
{
    gt_json_array_begin(json);
    for (int i = 0; i < GT_DISTRICTS; i++)
        if (districts & 1u << i)
            gt_json_text(json, gt_district_words[i].name);
    gt_json_array_end(json);
}

static void write_document_ids(const struct gt_property_writer *writer,
                               const struct gt_numbers *documents)
{
    gt_json_array_begin(writer->json);
    for (uint32_t i = 0; i < documents->n; i++)
        if (is_written(writer, documents->item[i]))
            gt_json_text(writer->json, writer->graph->documents[documents->item[i]].id);
    gt_json_array_end(writer->json);
}

/* Sums are read below 1e15: a whole one is written digit by digit, not as 1e+09. */
static void write_sum(struct gt_json *json, double value)
{
    if (value < 1e15 && value <= floor(value))
        gt_json_uint(json, (uint64_t)value);
    else
        gt_json_number(json, value);
}

static void write_amount(struct gt_json *json, const struct gt_amount *amount)
{
    gt_json_object_begin(json);
    gt_json_key(json, "value");
    write_sum(json, amount->value);
    gt_json_key(json, "currency");
    gt_json_text(json, "CNY");
    if (amount->kind != GT_AMOUNT_NONE) {
        gt_json_key(json, "kind");
        gt_json_text(json, gt_amount_kinds[amount->kind].name);
    }
    if (amount->joint) {
        gt_json_key(json, "scope");
        gt_json_text(json, "joint");
    }
    gt_json_object_end(json);
}

static void write_span(const struct gt_property_writer *writer, const struct gt_span *span)
{
    struct gt_json *json = writer->json;
    gt_json_object_begin(json);
    gt_json_key(json, "document");
    gt_json_text(json, writer->graph->documents[span->document].id);
    gt_json_key(json, "start");
    gt_json_uint(json, span->start);
    gt_json_key(json, "end");
    gt_json_uint(json, span->end);
    gt_json_object_end(json);
}

/* --- properties --------------------------------------------------------------------------------
 */

static void write_value(const struct gt_property_writer *writer, enum gt_property_kind kind,
                        const void *field)
{
    struct gt_json *json = writer->json;
    switch (kind) {
    case GT_KIND_SLUG:
    case GT_KIND_TEXT:
    case GT_KIND_LABEL:
    case GT_KIND_DATE:
    case GT_KIND_HASH:
        gt_json_text(json, *(const char *const *)field);
        break;
    case GT_KIND_TEXTS:
        write_texts(json, field);
        break;
    case GT_KIND_COUNT:
        gt_json_uint(json, *(const uint32_t *)field);
        break;
    case GT_KIND_NUMBER:
        gt_json_number(json, *(const double *)field);
        break;
    case GT_KIND_NODE_TYPE:
        gt_json_text(json, gt_node_types[*(const enum gt_node_type *)field].name);
        break;
    case GT_KIND_EDGE_TYPE:
        gt_json_text(json, gt_edge_types[*(const enum gt_edge_type *)field].name);
        break;
    case GT_KIND_STATUS:
        gt_json_text(json, gt_statuses[*(const enum gt_edge_status *)field].name);
        break;
    case GT_KIND_LEVEL:
        gt_json_text(json, gt_levels[*(const enum gt_level *)field].name);
        break;
    case GT_KIND_DISTRICT:
        gt_json_text(json, gt_district_words[*(const enum gt_district *)field].name);
        break;
    case GT_KIND_DISTRICTS:
        write_districts(json, *(const gt_districts *)field);
        break;
    case GT_KIND_DOCUMENTS:
        write_document_ids(writer, field);
        break;
    case GT_KIND_AMOUNT:
        write_amount(json, field);
        break;
    case GT_KIND_NODE:
        gt_json_text(json, writer->graph->nodes[*(const uint32_t *)field].id);
        break;
    case GT_KIND_SPAN:
        write_span(writer, field);
        break;
    case GT_PROPERTY_KINDS:
        break;
    }
}

void gt_write_properties(const struct gt_property_writer *writer, enum gt_owner owner,
                         const void *record)
{
    size_t n;
    const struct gt_property *rows = gt_properties(owner, &n);
    for (size_t i = 0; i < n; i++) {
        const void *field = (const char *)record + rows[i].offset;
        if (is_absent(writer, &rows[i], field))
            continue;
        gt_json_key(writer->json, rows[i].name);
        write_value(writer, rows[i].kind, field);
    }
}

void gt_write_statements(const struct gt_property_writer *writer, const struct gt_edge *edge)
{
    gt_json_array_begin(writer->json);
    for (uint32_t i = 0; i < edge->n; i++) {
        gt_json_object_begin(writer->json);
        gt_write_properties(writer, GT_OWNER_STATEMENT,
                            &writer->graph->statements[edge->first + i]);
        gt_json_object_end(writer->json);
    }
    gt_json_array_end(writer->json);
}

void gt_write_documents(const struct gt_property_writer *writer)
{
    gt_json_array_begin(writer->json);
    for (uint32_t i = 0; i < writer->graph->n_documents; i++) {
        if (!is_written(writer, i))
            continue;
        gt_json_object_begin(writer->json);
        gt_write_properties(writer, GT_OWNER_DOCUMENT, &writer->graph->documents[i]);
        gt_json_object_end(writer->json);
    }
    gt_json_array_end(writer->json);
}

void gt_write_edge_facts(const struct gt_property_writer *writer, const struct gt_edge *edge)
{
    gt_json_key(writer->json, "mutual");
    gt_json_bool(writer->json, gt_edge_types[edge->type].mutual);
    gt_json_key(writer->json, "status");
    gt_json_text(writer->json, gt_statuses[edge->status].name);
    gt_json_key(writer->json, "statements");
    gt_write_statements(writer, edge);
}

void gt_write_graph_facts(const struct gt_property_writer *writer, const struct gt_stamp *stamp)
{
    if (stamp) {
        gt_json_key(writer->json, "stamp");
        gt_stamp_write(stamp, writer->json);
    }
    gt_json_key(writer->json, "documents");
    gt_write_documents(writer);
}

void gt_write_columns(const struct gt_property_writer *writer, uint32_t node)
{
    for (uint32_t i = 0; i < writer->graph->n_columns; i++) {
        const struct gt_column *column = &writer->graph->columns[i];
        if (!isfinite(column->value[node]))
            continue;
        gt_json_key(writer->json, column->name);
        gt_json_number(writer->json, column->value[node]);
    }
}
