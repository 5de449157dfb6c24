/* annotation_reader.c: from the tree of a file to annotated documents. */
#include "format/annotation_reader.h"

#include "format/reader.h"
#include "format/value_reader.h"

#include <string.h>

/* One file, and the first of its documents among the annotations. */
struct file {
    struct gt_reader reader;
    struct gt_annotations *annotations;
    size_t first, n;
};

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static const char *text_of(const cJSON *item)
{
    return cJSON_IsString(item) ? item->valuestring : NULL;
}

static const char *keep(struct file *file, const char *text)
{
    return text ? gt_arena_text(&file->annotations->arena, text, strlen(text)) : NULL;
}

/* A text that a record must have; null and a fault without it. */
static const char *require(struct file *file, const cJSON *object, const char *name)
{
    const cJSON *item = member(object, name);
    if (item)
        return keep(file, gt_read_text(&file->reader, item));
    gt_fault_add(file->reader.faults, gt_read_place(&file->reader, object), "\"%s\" is missing",
                 "缺少“%s”", name);
    return NULL;
}

/* --- documents ---------------------------------------------------------------------------------
 */

static const char *stem_of(struct file *file)
{
    const char *slash = strrchr(file->reader.tree.file, '/');
    const char *name = slash ? slash + 1 : file->reader.tree.file;
    const char *dot = strrchr(name, '.');
    return gt_arena_text(&file->annotations->arena, name,
                         dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

static bool add_document(struct file *file, const char *id, const cJSON *item)
{
    const struct gt_annotation *older = gt_annotations_find(file->annotations, id);
    if (older) {
        gt_fault_add(file->reader.faults, gt_read_place(&file->reader, item),
                     "document \"%s\" again: it is in %s already", "文件“%s”重复：%s 中已有", id,
                     older->file);
        return false;
    }
    gt_annotations_add(file->annotations, id, keep(file, file->reader.tree.file));
    file->n++;
    return true;
}

static bool read_documents(struct file *file)
{
    const cJSON *root = file->reader.tree.root;
    const cJSON *one = member(root, "document"), *list = member(root, "documents");
    bool done = true;
    file->first = file->annotations->n;
    if (cJSON_IsObject(one) && text_of(member(one, "id")))
        return add_document(file, require(file, one, "id"), one);
    if (!cJSON_IsArray(list) || !list->child)
        return add_document(file, stem_of(file), root);
    for (const cJSON *item = list->child; item; item = item->next) {
        const char *id = require(file, item, "id");
        done = id && add_document(file, id, item) && done;
    }
    return done;
}

/* The file's annotation of a document; null when it has none. */
static struct gt_annotation *find_document(struct file *file, const char *id)
{
    struct gt_annotation *found = id ? gt_annotations_find(file->annotations, id) : NULL;
    return found >= file->annotations->item + file->first ? found : NULL;
}

/* --- entities ----------------------------------------------------------------------------------
 */

static void add_form(struct file *file, struct gt_texts *forms, const cJSON *item)
{
    const char *text = text_of(item);
    if (text && *text)
        gt_texts_add(forms, gt_text_form(text, &file->annotations->arena),
                     &file->annotations->arena);
}

static struct gt_texts read_forms(struct file *file, const cJSON *item)
{
    static const char *const lists[] = {"aliases", "mentions"};
    struct gt_texts forms = {0};
    add_form(file, &forms, member(item, "name"));
    add_form(file, &forms, member(item, "label"));
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const cJSON *list = member(item, lists[i]);
        if (!list || cJSON_IsNull(list) || !gt_value_list(&file->reader, list))
            continue;
        for (const cJSON *one = list->child; one; one = one->next)
            add_form(file, &forms, one);
    }
    return forms;
}

static void read_entity(struct file *file, const cJSON *item)
{
    const char *id = require(file, item, "id"), *type = keep(file, text_of(member(item, "type")));
    const cJSON *listed = member(item, "documents");
    struct gt_texts forms = read_forms(file, item);
    if (!id)
        return;
    if (!cJSON_IsArray(listed) || file->n == 1) {
        for (size_t i = 0; i < file->n; i++)
            gt_annotation_add_entity(&file->annotations->item[file->first + i], id, type)->forms =
                forms;
        return;
    }
    for (const cJSON *one = listed->child; one; one = one->next) {
        struct gt_annotation *annotation = find_document(file, text_of(one));
        if (annotation)
            gt_annotation_add_entity(annotation, id, type)->forms = forms;
    }
}

/* --- relations ---------------------------------------------------------------------------------
 */

static uint32_t number_of(const cJSON *item)
{
    bool fits = cJSON_IsNumber(item) && item->valuedouble >= 0 && item->valuedouble < UINT32_MAX;
    return fits ? (uint32_t)item->valuedouble : 0;
}

/* The place that a statement gives, or a relation of the gold, which has it on itself. What is not
 * as it should be is left out: places only help to find a difference. */
static struct gt_annotated_place read_place(struct file *file, const cJSON *item)
{
    const cJSON *evidence = member(item, "evidence");
    struct gt_annotated_place place = {.start = number_of(member(evidence, "start")),
                                       .end = number_of(member(evidence, "end")),
                                       .quote = keep(file, text_of(member(item, "quote"))),
                                       .rule = keep(file, text_of(member(item, "rule")))};
    if (place.end <= place.start)
        place.start = place.end = 0;
    return place;
}

static void read_relation(struct file *file, const cJSON *item)
{
    struct gt_annotated_relation relation = {.source = require(file, item, "source"),
                                             .type = require(file, item, "type"),
                                             .target = require(file, item, "target")};
    if (!relation.source || !relation.type || !relation.target)
        return;
    const cJSON *statements = member(item, "statements");
    if (file->n == 1) {
        relation.place =
            read_place(file, statements && statements->child ? statements->child : item);
        gt_annotation_add_relation(&file->annotations->item[file->first], &relation);
        return;
    }
    for (const cJSON *one = statements ? statements->child : NULL; one; one = one->next) {
        const cJSON *evidence = member(one, "evidence");
        struct gt_annotation *annotation =
            find_document(file, text_of(member(evidence, "document")));
        if (!annotation)
            continue;
        relation.place = read_place(file, one);
        gt_annotation_add_relation(annotation, &relation);
    }
}

/* --- the file ----------------------------------------------------------------------------------
 */

static const cJSON *find_list(struct file *file, const char *ours, const char *gold)
{
    const cJSON *root = file->reader.tree.root, *list = member(root, ours);
    list = list ? list : member(root, gold);
    if (!list)
        gt_fault_add(file->reader.faults, gt_read_place(&file->reader, root),
                     "found neither \"%s\" nor \"%s\"", "既没有“%s”也没有“%s”", ours, gold);
    else if (!cJSON_IsArray(list))
        gt_read_refuse(&file->reader, list, "a list []", "列表 []");
    return cJSON_IsArray(list) ? list : NULL;
}

static void read_file(struct file *file)
{
    const cJSON *entities = find_list(file, "nodes", "entities");
    const cJSON *relations = find_list(file, "edges", "relations");
    if (!entities || !relations || !read_documents(file))
        return;
    for (const cJSON *item = entities->child; item; item = item->next)
        read_entity(file, item);
    for (const cJSON *item = relations->child; item; item = item->next)
        read_relation(file, item);
}

static bool take_file(void *context, const char *name, const struct gt_buffer *bytes,
                      struct gt_error *err)
{
    struct gt_faults faults = {.lang = err->lang};
    struct file file = {.reader = {.faults = &faults}, .annotations = context};
    if (gt_json_tree_read(name, gt_buffer_string(bytes), bytes->n, &file.reader.tree, &faults))
        read_file(&file);
    bool done = gt_faults_none(&faults, err);
    gt_arena_fini(&file.reader.arena);
    gt_json_tree_fini(&file.reader.tree);
    gt_faults_fini(&faults);
    return done;
}

bool gt_annotations_read(const char *const *paths, size_t n, struct gt_annotations *annotations,
                         struct gt_load *load, struct gt_error *err)
{
    return gt_load_each(paths, n, load, take_file, annotations, err);
}
