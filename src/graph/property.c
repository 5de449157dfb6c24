/* property.c: the table of properties. */
#include "graph/property.h"

#include "graph/graph.h"

enum { OPTIONAL = false, REQUIRED = true };

#define ROW(owner, name_, kind_, need, en, zh)                                                     \
    {.name = #name_,                                                                               \
     .kind = GT_KIND_##kind_,                                                                      \
     .required = (need),                                                                           \
     .offset = offsetof(struct owner, name_),                                                      \
     .title = GT_TEXT(en, zh)},

static const struct gt_property documents[] = {
#define DOCUMENT_PROPERTY(...) ROW(gt_document, __VA_ARGS__)
#include "graph/property.def"
#undef DOCUMENT_PROPERTY
};

static const struct gt_property nodes[] = {
#define NODE_PROPERTY(...) ROW(gt_node, __VA_ARGS__)
#include "graph/property.def"
#undef NODE_PROPERTY
};

static const struct gt_property edges[] = {
#define EDGE_PROPERTY(...) ROW(gt_edge, __VA_ARGS__)
#include "graph/property.def"
#undef EDGE_PROPERTY
};

static const struct gt_property statements[] = {
#define STATEMENT_PROPERTY(...) ROW(gt_statement, __VA_ARGS__)
#include "graph/property.def"
#undef STATEMENT_PROPERTY
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

const struct gt_property *gt_properties(enum gt_owner owner, size_t *n)
{
    static const struct {
        const struct gt_property *rows;
        size_t n;
    } tables[GT_OWNERS] = {
        [GT_OWNER_DOCUMENT] = {documents, COUNT(documents)},
        [GT_OWNER_NODE] = {nodes, COUNT(nodes)},
        [GT_OWNER_EDGE] = {edges, COUNT(edges)},
        [GT_OWNER_STATEMENT] = {statements, COUNT(statements)},
    };
    *n = tables[owner].n;
    return tables[owner].rows;
}
