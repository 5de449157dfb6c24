/* graph_reader.c: from the tree of a file to documents, nodes and statements.
 *
 * Documents come before nodes, which list them, and nodes before edges. The issuer of a document is
 * a node, so it is looked up when all nodes are known. */
#include "format/graph_reader.h"

#include "format/differing.h"
#include "format/property_reader.h"

#include <string.h>

/* "FILE:LINE: /nodes/3": where a record was read, which stays with it. */
static const char *record_place(struct gt_reader *reader, const cJSON *item, const char *list,
                                size_t i)
{
    return gt_arena_format(&reader->arena, "%s:%d: /%s/%zu", reader->tree.file, item->valueint,
                           list, i);
}

/* The id of a record; null when it has none that can be one. */
static const cJSON *id_of(const cJSON *item)
{
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(item, "id");
    return cJSON_IsString(id) ? id : NULL;
}

/* --- documents and nodes -----------------------------------------------------------------------
 */

static void read_document(struct gt_reader *reader, const cJSON *item, size_t i)
{
    struct gt_document document = {.place = record_place(reader, item, "documents", i)};
    uint32_t number = GT_NONE;
    const cJSON *id = id_of(item);
    bool done = gt_read_properties(reader, item, GT_OWNER_DOCUMENT, &document, NULL, 0);
    bool first = !id || !gt_entries_have(&reader->documents, id);
    if (done && first) {
        gt_differing_document(reader->graph, &document, reader->notes);
        number = gt_graph_put_document(reader->graph, &document, reader->faults);
    }
    if (id)
        gt_entries_add(reader, &reader->documents, item, id, number);
}

/* A node that lists no documents is named by all of the file. */
static void add_documents(struct gt_reader *reader, const cJSON *item, struct gt_node *node)
{
    if (cJSON_GetObjectItemCaseSensitive(item, "documents"))
        return;
    for (size_t i = 0; i < reader->documents.n; i++)
        if (reader->documents.entry[i].number != GT_NONE)
            gt_numbers_add(&node->documents, reader->documents.entry[i].number, &reader->arena);
}

static void read_node(struct gt_reader *reader, const cJSON *item, size_t i)
{
    struct gt_node node = {.place = record_place(reader, item, "nodes", i)};
    uint32_t number = GT_NONE;
    const cJSON *id = id_of(item);
    bool done = gt_read_properties(reader, item, GT_OWNER_NODE, &node, NULL, 0);
    bool first = !id || !gt_entries_have(&reader->nodes, id);
    if (done && first) {
        add_documents(reader, item, &node);
        gt_differing_node(reader->graph, &node, reader->notes);
        number = gt_graph_put_node(reader->graph, &node, reader->faults);
    }
    if (id)
        gt_entries_add(reader, &reader->nodes, item, id, number);
}

static void check_issuers(struct gt_reader *reader)
{
    static const struct gt_text a_node = GT_TEXT("node", "节点");
    for (size_t i = 0; i < reader->documents.n; i++) {
        const cJSON *item = reader->documents.entry[i].item;
        const cJSON *issuer = cJSON_GetObjectItemCaseSensitive(item, "issuer");
        uint32_t number;
        if (reader->documents.entry[i].number != GT_NONE)
            gt_read_reference(reader, &reader->nodes, issuer, a_node, &number);
    }
}

/* --- edges -------------------------------------------------------------------------------------
 */

/* The same tie twice in a file is a fault; ends of mutual types count in either order. */
static bool check_new_tie(struct gt_reader *reader, struct gt_entries *ties, const cJSON *item,
                          const struct gt_edge *edge)
{
    uint32_t a = edge->source, b = edge->target;
    if (gt_edge_types[edge->type].mutual && a > b) {
        a = edge->target;
        b = edge->source;
    }
    const char *key = gt_arena_format(&reader->arena, "%u %d %u", a, (int)edge->type, b);
    uint32_t older = gt_strmap_get(&ties->by_id, key);
    if (older == GT_NONE) {
        gt_entries_put(ties, key, item, 0);
        return true;
    }
    gt_fault_add(
        reader->faults, gt_read_place(reader, item),
        "found the tie \"%s\" %s \"%s\" again, expected each tie once: it stands in line %d",
        "关系“%s” %s “%s”重复，每个关系应只出现一次：已见于第 %d 行",
        reader->graph->nodes[edge->source].id, gt_edge_types[edge->type].name,
        reader->graph->nodes[edge->target].id, ties->entry[older].item->valueint);
    return false;
}

/* Reads the statements of an edge by its number in the file; without `edge`, which has faults, only
 * for theirs. */
static void read_statements(struct gt_reader *reader, const cJSON *list, size_t number,
                            const struct gt_edge *edge)
{
    size_t i = 0;
    for (const cJSON *item = list->child; item; item = item->next, i++) {
        struct gt_statement statement = {0};
        statement.place = gt_arena_format(&reader->arena, "%s:%d: /edges/%zu/statements/%zu",
                                          reader->tree.file, item->valueint, number, i);
        bool done = gt_read_properties(reader, item, GT_OWNER_STATEMENT, &statement, NULL, 0);
        if (done && edge && statement.evidence.document != GT_NONE)
            gt_graph_put_statement(reader->graph, edge->source, edge->type, edge->target,
                                   &statement);
    }
}

static bool check_statements(struct gt_reader *reader, const cJSON *list)
{
    int n = cJSON_GetArraySize(list);
    if (!cJSON_IsArray(list) || n == 0)
        return gt_read_refuse(reader, list, "a list [] of at least one statement",
                              "至少有一条陈述的列表 []");
    if (n <= GT_EDGE_STATEMENTS)
        return true;
    gt_fault_add(reader->faults, gt_read_place(reader, list),
                 "found %d statements, expected at most %d", "发现 %d 条陈述，应不超过 %d 条", n,
                 (int)GT_EDGE_STATEMENTS);
    return false;
}

static bool check_ends(struct gt_reader *reader, const cJSON *item, const struct gt_edge *edge)
{
    if (edge->source == GT_NONE || edge->target == GT_NONE)
        return false; /* its fault was told where the node stands */
    if (edge->source != edge->target)
        return true;
    gt_fault_add(reader->faults, gt_read_place(reader, item),
                 "found \"%s\" tied to itself, expected two nodes",
                 "“%s”与自身相连，应为两个不同的节点", reader->graph->nodes[edge->source].id);
    return false;
}

static void read_edge(struct gt_reader *reader, struct gt_entries *ties, const cJSON *item,
                      size_t i)
{
    struct gt_edge edge = {0};
    struct gt_member statements = {.name = "statements", .required = true};
    bool done = gt_read_properties(reader, item, GT_OWNER_EDGE, &edge, &statements, 1);
    done = done && check_ends(reader, item, &edge) && check_new_tie(reader, ties, item, &edge);
    if (statements.item && check_statements(reader, statements.item))
        read_statements(reader, statements.item, i, done ? &edge : NULL);
}

/* --- the file ----------------------------------------------------------------------------------
 */

enum { DOCUMENTS, NODES, EDGES, SCHEMA, STAMP, MEMBERS };

static bool check_lists(struct gt_reader *reader, const struct gt_member *members)
{
    bool done = true;
    for (int i = DOCUMENTS; i <= EDGES; i++)
        if (members[i].item && !cJSON_IsArray(members[i].item))
            done = gt_read_refuse(reader, members[i].item, "a list []", "列表 []");
    return done;
}

/* A node that lists no documents counts for each document of the file: many of both are too much.
 */
static bool check_mentions(struct gt_reader *reader, const struct gt_member *members)
{
    double unlisted = 0;
    for (const cJSON *item = members[NODES].item->child; item; item = item->next)
        unlisted += !cJSON_GetObjectItemCaseSensitive(item, "documents");
    if (unlisted * cJSON_GetArraySize(members[DOCUMENTS].item) <= GT_FILE_MENTIONS)
        return true;
    gt_fault_add(reader->faults, gt_read_place(reader, members[NODES].item),
                 "found %.0f nodes without \"documents\" in a file of many documents: list the "
                 "documents of each node",
                 "多份文件的数据中有 %.0f 个节点未列出“documents”：请为每个节点列出所在文件",
                 unlisted);
    return false;
}

static void read_lists(struct gt_reader *reader, const struct gt_member *members)
{
    struct gt_entries ties = {0};
    size_t i = 0;
    for (const cJSON *item = members[DOCUMENTS].item->child; item; item = item->next)
        read_document(reader, item, i++);
    i = 0;
    for (const cJSON *item = members[NODES].item->child; item; item = item->next)
        read_node(reader, item, i++);
    check_issuers(reader);
    i = 0;
    for (const cJSON *item = members[EDGES].item->child; item; item = item->next)
        read_edge(reader, &ties, item, i++);
    gt_entries_fini(&ties);
}

static void read_file(struct gt_reader *reader)
{
    struct gt_member members[MEMBERS] = {
        [DOCUMENTS] = {.name = "documents", .required = true},
        [NODES] = {.name = "nodes", .required = true},
        [EDGES] = {.name = "edges", .required = true},
        [SCHEMA] = {.name = "$schema"},
        [STAMP] = {.name = "stamp"},
    };
    gt_read_members(reader, reader->tree.root, members, MEMBERS);
    bool whole = members[DOCUMENTS].item && members[NODES].item && members[EDGES].item;
    if (whole && check_lists(reader, members) && check_mentions(reader, members))
        read_lists(reader, members);
}

void gt_graph_read(struct gt_graph *graph, const char *file, const char *bytes, size_t n,
                   struct gt_faults *faults, struct gt_faults *notes)
{
    struct gt_reader reader = {.graph = graph, .faults = faults, .notes = notes};
    if (gt_json_tree_read(file, bytes, n, &reader.tree, faults))
        read_file(&reader);
    gt_entries_fini(&reader.documents);
    gt_entries_fini(&reader.nodes);
    gt_arena_fini(&reader.arena);
    gt_json_tree_fini(&reader.tree);
}

const char *gt_graph_read_schema(const char *bytes, size_t n, struct gt_arena *arena)
{
    struct gt_faults faults = {0};
    struct gt_json_tree tree = {0};
    const char *schema = NULL;
    if (gt_json_tree_read("", bytes, n, &tree, &faults)) {
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(tree.root, "$schema");
        if (cJSON_IsString(item))
            schema = gt_arena_text(arena, item->valuestring, strlen(item->valuestring));
    }
    gt_json_tree_fini(&tree);
    gt_faults_fini(&faults);
    return schema;
}
