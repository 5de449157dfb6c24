/* reader.c: faults with their places, members of objects, records by id. */
#include "format/reader.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "format/quote.h"

#include <string.h>

enum { SUGGEST_AMONG = 20000 }; /* ids compared for "did you mean", so that it stays quick */

/* --- faults ------------------------------------------------------------------------------------
 */

const char *gt_read_place(struct gt_reader *reader, const cJSON *item)
{
    if (reader->faults->n >= GT_FAULTS_KEPT)
        return "";
    return gt_json_tree_place(&reader->tree, item, &reader->arena);
}

const char *gt_read_show(struct gt_reader *reader, const cJSON *item)
{
    if (reader->faults->n >= GT_FAULTS_KEPT)
        return "";
    return gt_json_show(item, reader->faults->lang, &reader->arena);
}

bool gt_read_refuse(struct gt_reader *reader, const cJSON *item, const char *expected_en,
                    const char *expected_zh)
{
    const char *expected = gt_say(reader->faults->lang, expected_en, expected_zh);
    gt_fault_add(reader->faults, gt_read_place(reader, item), "found %s, expected %s",
                 "发现：%s；应为：%s", gt_read_show(reader, item), expected);
    return false;
}

/* The word among n that is nearest to a text; null when none is near. */
static const char *suggest(const char *text, const struct gt_member *members, size_t n)
{
    const char *best = NULL;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < n; i++) {
        uint32_t distance = gt_text_distance(members[i].name, text);
        if (distance < least && distance <= 1 + strlen(members[i].name) / 3) {
            least = distance;
            best = members[i].name;
        }
    }
    return best;
}

/* --- objects -----------------------------------------------------------------------------------
 */

static bool refuse_member(struct gt_reader *reader, const cJSON *item,
                          const struct gt_member *members, size_t n)
{
    if (reader->faults->n >= GT_FAULTS_KEPT) {
        reader->faults->n++;
        return false;
    }
    struct gt_buffer known = {0};
    const char *near = suggest(item->string, members, n);
    for (size_t i = 0; i < n; i++)
        gt_buffer_format(&known, "%s%s", i ? ", " : "", members[i].name);
    const char *key = gt_quote(item->string, reader->faults->lang, &reader->arena);
    const char *place = gt_read_place(reader, item);
    if (near)
        gt_fault_add(reader->faults, place, "unknown key %s, did you mean \"%s\"?",
                     "未知的键%s，是否指“%s”？", key, near);
    else
        gt_fault_add(reader->faults, place, "unknown key %s, expected one of: %s",
                     "未知的键%s，应为以下之一：%s", key, known.bytes);
    gt_buffer_fini(&known);
    return false;
}

bool gt_read_members(struct gt_reader *reader, const cJSON *object, struct gt_member *members,
                     size_t n)
{
    bool done = true;
    if (!cJSON_IsObject(object))
        return gt_read_refuse(reader, object, "an object {}", "对象 {}");
    for (const cJSON *item = object->child; item; item = item->next) {
        size_t i = 0;
        while (i < n && strcmp(members[i].name, item->string) != 0)
            i++;
        if (i < n)
            members[i].item = item;
        else
            done = refuse_member(reader, item, members, n);
    }
    for (size_t i = 0; i < n; i++) {
        if (members[i].item || !members[i].required)
            continue;
        gt_fault_add(reader->faults, gt_read_place(reader, object), "missing key \"%s\"",
                     "缺少键“%s”", members[i].name);
        done = false;
    }
    return done;
}

/* --- texts -------------------------------------------------------------------------------------
 */

const char *gt_read_text(struct gt_reader *reader, const cJSON *item)
{
    if (cJSON_IsString(item))
        return item->valuestring;
    gt_read_refuse(reader, item, "a text in \"\"", "双引号中的文本");
    return NULL;
}

/* --- records by id -----------------------------------------------------------------------------
 */

void gt_entries_fini(struct gt_entries *entries)
{
    gt_strmap_fini(&entries->by_id);
    free(entries->entry);
    *entries = (struct gt_entries){0};
}

bool gt_entries_have(const struct gt_entries *entries, const cJSON *id)
{
    return gt_strmap_get(&entries->by_id, id->valuestring) != GT_NONE;
}

void gt_entries_put(struct gt_entries *entries, const char *key, const cJSON *item, uint32_t number)
{
    entries->entry = gt_xgrow(entries->entry, entries->n, &entries->room, sizeof *entries->entry);
    entries->entry[entries->n] = (struct gt_entry){.item = item, .number = number};
    gt_strmap_put(&entries->by_id, key, (uint32_t)entries->n++);
}

void gt_entries_add(struct gt_reader *reader, struct gt_entries *entries, const cJSON *item,
                    const cJSON *id, uint32_t number)
{
    uint32_t older = gt_strmap_get(&entries->by_id, id->valuestring);
    if (older == GT_NONE)
        gt_entries_put(entries, id->valuestring, item, number);
    else
        gt_fault_add(reader->faults, gt_read_place(reader, id),
                     "found %s again, expected each identifier once: it stands in line %d",
                     "标识%s重复，应唯一：已见于第 %d 行", gt_read_show(reader, id),
                     entries->entry[older].item->valueint);
}

/* The id in the file nearest to a text; null when none is near. */
static const char *suggest_id(const struct gt_entries *entries, const char *text)
{
    const char *best = NULL;
    uint32_t least = (uint32_t)(2 + strlen(text) / 5);
    for (size_t i = 0; i < entries->n && i < SUGGEST_AMONG; i++) {
        const cJSON *id = cJSON_GetObjectItemCaseSensitive(entries->entry[i].item, "id");
        uint32_t distance = gt_text_distance(id->valuestring, text);
        if (distance < least) {
            least = distance;
            best = id->valuestring;
        }
    }
    return best;
}

bool gt_read_reference(struct gt_reader *reader, const struct gt_entries *entries,
                       const cJSON *item, struct gt_text what, uint32_t *number)
{
    const char *text = gt_read_text(reader, item);
    if (!text)
        return false;
    uint32_t i = gt_strmap_get(&entries->by_id, text);
    *number = i == GT_NONE ? GT_NONE : entries->entry[i].number;
    if (i != GT_NONE)
        return true;
    if (reader->faults->n >= GT_FAULTS_KEPT) {
        reader->faults->n++;
        return false;
    }
    const char *near = suggest_id(entries, text), *place = gt_read_place(reader, item);
    const char *kind = what.in[reader->faults->lang], *found = gt_read_show(reader, item);
    if (near)
        gt_fault_add(reader->faults, place,
                     "found %s, which is no %s of this file; did you mean \"%s\"?",
                     "%s不是本数据文件中%s的标识；是否指“%s”？", found, kind, near);
    else
        gt_fault_add(reader->faults, place, "found %s, which is no %s of this file",
                     "%s不是本数据文件中%s的标识", found, kind);
    return false;
}
