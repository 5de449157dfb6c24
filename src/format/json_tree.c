/* json_tree.c: scanning, parsing, and finding an item's place.
 *
 * The scan notes the line of each value in the order in which they begin; a walk of the tree in the
 * same order hands them out. Recursion is as deep as the scan allows. */
#include "format/json_tree.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/number.h"
#include "format/json_scan.h"
#include "format/quote.h"

#include <stdint.h>
#include <string.h>

void gt_json_tree_fini(struct gt_json_tree *tree)
{
    cJSON_Delete(tree->root);
    *tree = (struct gt_json_tree){0};
}

static size_t number_lines(cJSON *item, const struct gt_json_scan *scan, size_t i)
{
    item->valueint = (int)scan->line[i++];
    for (cJSON *child = item->child; child; child = child->next)
        i = number_lines(child, scan, i);
    return i;
}

bool gt_json_tree_read(const char *file, const char *bytes, size_t n, struct gt_json_tree *tree,
                       struct gt_faults *faults)
{
    struct gt_json_scan scan = {0};
    bool done = gt_json_scan(file, bytes, n, &scan, faults);
    if (done) {
        tree->file = file;
        tree->root = cJSON_ParseWithLength(bytes + scan.start, n - scan.start);
        if (!tree->root) /* what the scan passed parses, unless memory is out */
            (void)gt_xcalloc(SIZE_MAX / 2, 1);
        number_lines(tree->root, &scan, 0);
    }
    gt_json_scan_fini(&scan);
    return done;
}

/* Adds a step of a JSON pointer; "~" and "/" are escaped, what acts on a terminal is not shown. */
static void add_step(struct gt_buffer *path, const char *key)
{
    gt_buffer_text(path, "/");
    for (const char *p = key; *p; p++) {
        if (*p == '~' || *p == '/')
            gt_buffer_text(path, *p == '~' ? "~0" : "~1");
        else
            gt_buffer_add(path, (unsigned char)*p < 0x20 || *p == 0x7F ? "?" : p, 1);
    }
}

/* Makes `path` the pointer from `at` to the item; false when it is not below. */
static bool find_path(const cJSON *at, const cJSON *item, struct gt_buffer *path)
{
    if (at == item)
        return true;
    size_t i = 0, n = path->n;
    for (const cJSON *child = at->child; child; child = child->next, i++) {
        if (child != item && !child->child)
            continue;
        if (cJSON_IsObject(at))
            add_step(path, child->string);
        else
            gt_buffer_format(path, "/%zu", i);
        if (find_path(child, item, path))
            return true;
        path->n = n;
    }
    return false;
}

const char *gt_json_tree_place(const struct gt_json_tree *tree, const cJSON *item,
                               struct gt_arena *arena)
{
    struct gt_buffer path = {0};
    gt_buffer_text(&path, "");
    find_path(tree->root, item, &path);
    const char *place = gt_arena_format(arena, "%s:%d%s%s", tree->file, item->valueint,
                                        path.n ? ": " : "", gt_buffer_string(&path));
    gt_buffer_fini(&path);
    return place;
}

const char *gt_json_show(const cJSON *item, enum gt_lang lang, struct gt_arena *arena)
{
    char number[GT_NUMBER_TEXT];
    if (cJSON_IsString(item))
        return gt_quote(item->valuestring, lang, arena);
    if (cJSON_IsNumber(item))
        return gt_arena_format(arena, "%s %s", gt_say(lang, "the number", "数字"),
                               gt_number_show(item->valuedouble, 17, number));
    if (cJSON_IsObject(item))
        return gt_say(lang, "an object", "对象");
    if (cJSON_IsArray(item))
        return gt_say(lang, "a list", "列表");
    if (cJSON_IsBool(item))
        return cJSON_IsTrue(item) ? "true" : "false";
    return "null";
}
