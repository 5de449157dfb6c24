/* property_reader.c: the kinds of properties that have several parts, and the table of all kinds.
 */
#include "format/property_reader.h"

#include "format/quote.h"
#include "format/value_reader.h"
#include "graph/property.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { MEMBERS_MAX = 32 }; /* more than any owner has properties */

/* --- values of several parts -------------------------------------------------------------------
 */

/* One word that stands for itself. */
static bool read_constant(struct gt_reader *reader, const cJSON *item, const char *constant)
{
    if (cJSON_IsString(item) && strcmp(item->valuestring, constant) == 0)
        return true;
    const char *quoted = gt_quote(constant, reader->faults->lang, &reader->arena);
    return gt_read_refuse(reader, item, quoted, quoted);
}

static bool read_sum(struct gt_reader *reader, const cJSON *item, double *value)
{
    *value = cJSON_IsNumber(item) ? item->valuedouble : -1;
    return (*value >= 0 && *value < GT_AMOUNT_BELOW) ||
           gt_read_refuse(reader, item, "a sum in yuan, from 0 to below 1e15",
                          "以元计的金额，从 0 到 1e15（不含）");
}

/* A statement's amount says what kind of sum it is; a node's size has no kind. */
static bool read_amount(struct gt_reader *reader, const cJSON *item, bool kinds, void *field)
{
    enum { VALUE, CURRENCY, SCOPE, KIND, MEMBERS };
    struct gt_member members[MEMBERS] = {
        [VALUE] = {.name = "value", .required = true},
        [CURRENCY] = {.name = "currency", .required = true},
        [SCOPE] = {.name = "scope"},
        [KIND] = {.name = "kind", .required = true},
    };
    struct gt_amount *amount = field;
    if (!gt_read_members(reader, item, members, kinds ? MEMBERS : KIND))
        return false;
    int kind = GT_AMOUNT_NONE;
    bool done = read_sum(reader, members[VALUE].item, &amount->value);
    done = read_constant(reader, members[CURRENCY].item, "CNY") && done;
    if (members[SCOPE].item)
        done = read_constant(reader, members[SCOPE].item, "joint") && done;
    if (members[KIND].item)
        done = gt_value_word(reader, members[KIND].item, GT_VOCABULARY_AMOUNT_KIND, &kind) && done;
    amount->joint = members[SCOPE].item != NULL;
    amount->kind = done ? (enum gt_amount_kind)kind : GT_AMOUNT_NONE;
    amount->present = true;
    return done;
}

static bool read_statement_amount(struct gt_reader *reader, const cJSON *item, void *field)
{
    return read_amount(reader, item, true, field);
}

static const struct gt_text a_document = GT_TEXT("document", "文件");
static const struct gt_text a_node = GT_TEXT("node", "节点");

/* The span must be a real one, and lie within its document. */
static bool check_span(struct gt_reader *reader, const cJSON *item, const struct gt_span *span)
{
    uint32_t length = span->end - span->start;
    if (span->start >= span->end) {
        gt_fault_add(reader->faults, gt_read_place(reader, item),
                     "found start %u and end %u, expected start before end",
                     "发现 start %u、end %u，start 应小于 end", span->start, span->end);
        return false;
    }
    if (length > GT_EVIDENCE_CODES) {
        gt_fault_add(reader->faults, gt_read_place(reader, item),
                     "found evidence of %u characters, expected at most %d",
                     "出处长 %u 个字符，应不超过 %d 个", length, (int)GT_EVIDENCE_CODES);
        return false;
    }
    if (span->document == GT_NONE || span->end <= reader->graph->documents[span->document].length)
        return true;
    gt_fault_add(reader->faults, gt_read_place(reader, item),
                 "found end %u, expected at most %u, the length of the document",
                 "发现 end %u，应不超过文件长度 %u", span->end,
                 reader->graph->documents[span->document].length);
    return false;
}

static bool read_span(struct gt_reader *reader, const cJSON *item, void *field)
{
    enum { DOCUMENT, START, END, MEMBERS };
    struct gt_member members[MEMBERS] = {
        [DOCUMENT] = {.name = "document", .required = true},
        [START] = {.name = "start", .required = true},
        [END] = {.name = "end", .required = true},
    };
    struct gt_span *span = field;
    if (!gt_read_members(reader, item, members, MEMBERS))
        return false;
    bool done = gt_read_reference(reader, &reader->documents, members[DOCUMENT].item, a_document,
                                  &span->document);
    done = gt_value_count(reader, members[START].item, &span->start) && done;
    done = gt_value_count(reader, members[END].item, &span->end) && done;
    return done && check_span(reader, item, span);
}

static bool read_node(struct gt_reader *reader, const cJSON *item, void *field)
{
    return gt_read_reference(reader, &reader->nodes, item, a_node, field);
}

static bool read_documents(struct gt_reader *reader, const cJSON *item, void *field)
{
    struct gt_numbers *numbers = field;
    bool done = true;
    if (!cJSON_IsArray(item))
        return gt_read_refuse(reader, item, "a list []", "列表 []");
    for (const cJSON *one = item->child; one; one = one->next) {
        uint32_t number, n = numbers->n;
        if (!gt_read_reference(reader, &reader->documents, one, a_document, &number)) {
            done = false;
            continue;
        }
        if (number == GT_NONE)
            continue;
        gt_numbers_add(numbers, number, &reader->arena);
        if (numbers->n == n)
            done = gt_value_refuse_repeated(reader, one);
    }
    return done;
}

/* --- properties --------------------------------------------------------------------------------
 */

static gt_value_read *const readers[GT_PROPERTY_KINDS] = {
    [GT_KIND_SLUG] = gt_value_slug,
    [GT_KIND_TEXT] = gt_value_text,
    [GT_KIND_LABEL] = gt_value_label,
    [GT_KIND_TEXTS] = gt_value_texts,
    [GT_KIND_DATE] = gt_value_date,
    [GT_KIND_HASH] = gt_value_hash,
    [GT_KIND_COUNT] = gt_value_count,
    [GT_KIND_NUMBER] = gt_value_share,
    [GT_KIND_NODE_TYPE] = gt_value_node_type,
    [GT_KIND_EDGE_TYPE] = gt_value_edge_type,
    [GT_KIND_STATUS] = gt_value_status,
    [GT_KIND_LEVEL] = gt_value_level,
    [GT_KIND_DISTRICT] = gt_value_district,
    [GT_KIND_DISTRICTS] = gt_value_districts,
    [GT_KIND_DOCUMENTS] = read_documents,
    [GT_KIND_AMOUNT] = read_statement_amount,
    [GT_KIND_NODE] = read_node,
    [GT_KIND_SPAN] = read_span,
};

bool gt_read_properties(struct gt_reader *reader, const cJSON *object, enum gt_owner owner,
                        void *record, struct gt_member *more, size_t n_more)
{
    struct gt_member members[MEMBERS_MAX] = {0};
    size_t n;
    const struct gt_property *rows = gt_properties(owner, &n);
    assert(n + n_more <= MEMBERS_MAX);
    for (size_t i = 0; i < n; i++)
        members[i] = (struct gt_member){.name = rows[i].name, .required = rows[i].required};
    if (n_more)
        memcpy(members + n, more, n_more * sizeof *more);
    bool done = gt_read_members(reader, object, members, n + n_more);
    for (size_t i = 0; i < n; i++) {
        void *field = (char *)record + rows[i].offset;
        bool sized = rows[i].kind == GT_KIND_AMOUNT && owner == GT_OWNER_NODE;
        if (!members[i].item) {
            if (rows[i].kind == GT_KIND_NUMBER)
                *(double *)field = NAN;
            continue;
        }
        done = (sized ? read_amount(reader, members[i].item, false, field)
                      : readers[rows[i].kind](reader, members[i].item, field)) &&
               done;
    }
    if (n_more)
        memcpy(more, members + n, n_more * sizeof *more);
    return done;
}
