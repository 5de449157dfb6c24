/* differing.c: a walk along the table of properties with two records of the same id. */
#include "format/differing.h"

#include "base/number.h"
#include "format/quote.h"
#include "graph/property.h"

#include <string.h>

/* A value as a text to compare and to show; null when it is absent, or merges without loss. */
static const char *value_text(const struct gt_property *row, const void *record,
                              struct gt_arena *arena)
{
    const void *field = (const char *)record + row->offset;
    char number[GT_NUMBER_TEXT];
    switch (row->kind) {
    case GT_KIND_SLUG:
    case GT_KIND_TEXT:
    case GT_KIND_LABEL:
        return *(const char *const *)field;
    case GT_KIND_LEVEL:
        return gt_levels[*(const enum gt_level *)field].name;
    case GT_KIND_AMOUNT: {
        const struct gt_amount *amount = field;
        return amount->present
                   ? gt_arena_format(arena, "%s%s", gt_number_write(amount->value, number),
                                     amount->joint ? " joint" : "")
                   : NULL;
    }
    case GT_KIND_TEXTS:
    case GT_KIND_DISTRICTS:
    case GT_KIND_DOCUMENTS:
        return NULL; /* united */
    case GT_KIND_DATE:
    case GT_KIND_HASH:
    case GT_KIND_COUNT:
    case GT_KIND_NUMBER:
    case GT_KIND_NODE_TYPE:
    case GT_KIND_EDGE_TYPE:
    case GT_KIND_STATUS:
    case GT_KIND_DISTRICT:
    case GT_KIND_NODE:
    case GT_KIND_SPAN:
    case GT_PROPERTY_KINDS:
        break; /* a contradiction, which gt_graph_put_*() tells */
    }
    return NULL;
}

/* Of names the fullest wins and the others stay as aliases: nothing is lost. */
static bool merges(enum gt_owner owner, const struct gt_property *row)
{
    return owner == GT_OWNER_NODE && row->offset == offsetof(struct gt_node, name);
}

static void compare(enum gt_owner owner, const void *old, const void *new, const char *old_place,
                    const char *place, struct gt_faults *notes)
{
    size_t n;
    const struct gt_property *rows = gt_properties(owner, &n);
    struct gt_arena arena = {0};
    for (size_t i = 0; i < n; i++) {
        const char *was = value_text(&rows[i], old, &arena);
        const char *is = value_text(&rows[i], new, &arena);
        if (!was || !is || merges(owner, &rows[i]) || strcmp(was, is) == 0)
            continue;
        gt_fault_add(notes, place, "%s is %s here, but %s at %s, which stays",
                     "%s 在此处是 %s，而先读到的是 %s：%s", rows[i].name,
                     gt_quote(is, notes->lang, &arena), gt_quote(was, notes->lang, &arena),
                     old_place);
    }
    gt_arena_fini(&arena);
}

void gt_differing_document(const struct gt_graph *graph, const struct gt_document *document,
                           struct gt_faults *notes)
{
    uint32_t number = notes ? gt_graph_document(graph, document->id) : GT_NONE;
    if (number != GT_NONE)
        compare(GT_OWNER_DOCUMENT, &graph->documents[number], document,
                graph->documents[number].place, document->place, notes);
}

void gt_differing_node(const struct gt_graph *graph, const struct gt_node *node,
                       struct gt_faults *notes)
{
    uint32_t number = notes ? gt_graph_node(graph, node->id) : GT_NONE;
    if (number != GT_NONE)
        compare(GT_OWNER_NODE, &graph->nodes[number], node, graph->nodes[number].place, node->place,
                notes);
}
