/* cite.c: documents as source lines and tooltips name them. */
#include "map/cite.h"

#include "base/utf8.h"

#include <string.h>

enum { MOST_TITLE = 18 }; /* code points of a title that stands for a number */

/* From "第" in front of a number with "号" behind it, null when there is none: "第085号提案的答复".
 */
static const char *find_number(const char *title)
{
    static const char first[] = "第", last[] = "号";
    for (const char *p = strstr(title, first); p; p = strstr(p + 1, first)) {
        const char *digits = p + sizeof first - 1;
        size_t n = strspn(digits, "0123456789");
        if (n && strncmp(digits + n, last, sizeof last - 1) == 0)
            return p;
    }
    return NULL;
}

const char *gt_cite_document(const struct gt_document *document, struct gt_arena *arena)
{
    static const char particle[] = "的";
    if (document->number)
        return document->number;
    const char *number = find_number(document->title);
    const char *text = number ? number : document->title;
    if (gt_utf8_count(text) > MOST_TITLE) {
        char *cut = gt_arena_text(arena, text, gt_utf8_offset(text, MOST_TITLE));
        return gt_arena_format(arena, "%s…", cut);
    }
    const char *found = number ? strstr(text, particle) : NULL;
    if (!found)
        return text;
    return gt_arena_format(arena, "%.*s%s", (int)(found - text), text, found + sizeof particle - 1);
}
