/* fault.c: gathering what is wrong with the data. */
#include "base/fault.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    IN_MESSAGE = 8,                   /* faults that an error message spells out, */
    MESSAGE_ROOM = GT_ERROR_TEXT - 32 /* as far as they leave room for the number of the others */
};

void gt_faults_fini(struct gt_faults *faults)
{
    gt_arena_fini(&faults->arena);
}

void gt_fault_add(struct gt_faults *faults, const char *place, const char *en, const char *zh, ...)
{
    if (faults->n++ >= GT_FAULTS_KEPT)
        return;
    char text[GT_ERROR_TEXT];
    va_list ap;
    va_start(ap, zh);
    vsnprintf(text, sizeof text, faults->lang == GT_ZH ? zh : en, ap);
    va_end(ap);
    gt_utf8_trim(text);
    struct gt_fault *fault = &faults->kept[faults->n - 1];
    fault->place = gt_arena_text(&faults->arena, place, strlen(place));
    fault->text = gt_arena_text(&faults->arena, text, strlen(text));
}

bool gt_faults_none(const struct gt_faults *faults, struct gt_error *err)
{
    if (faults->n == 0)
        return true;
    struct gt_buffer text = {0};
    uint64_t shown = 0;
    for (; shown < faults->n && shown < IN_MESSAGE; shown++) {
        const struct gt_fault *fault = &faults->kept[shown];
        if (shown > 0 && text.n + strlen(fault->place) + strlen(fault->text) + 3 > MESSAGE_ROOM)
            break;
        gt_buffer_format(&text, "%s%s: %s", shown ? "\n" : "", fault->place, fault->text);
    }
    if (faults->n > shown)
        gt_buffer_format(&text, "\n… +%llu", (unsigned long long)(faults->n - shown));
    gt_fail(err, GT_DATA, "%s", "%s", text.bytes);
    gt_buffer_fini(&text);
    return false;
}
