/* html_part.c: the document among the lines of a web page.
 *
 * How it works: pages of governments wrap a document in menus, ways (当前位置：首页 > …) and lines
 * on copyright; title and number often stand in a box of their own above the marked part. */
#include "read/html_part.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    MAIN_BYTES = 300, /* fewest bytes of a main part, */
    MAIN_SHARE = 3,   /* and at least one of so many of the whole */
    SHORT_CODES = 60, /* code points of a line of the site, */
    TITLE_CODES = 90, /* of a title at most, */
    LINK_CODES = 24,  /* and of an entry of a menu, */
    MENU_LINES = 3    /* which has so many of them at least */
};

enum place { START, ANYWHERE };

static size_t count_codes(const struct gt_raw_line *line)
{
    size_t n = 0;
    for (size_t i = 0; i < line->n; i++)
        n += ((unsigned char)line->text[i] & 0xC0) != 0x80;
    return n;
}

static bool holds(const struct gt_raw_line *line, const char *words)
{
    return memmem(line->text, line->n, words, strlen(words)) != NULL;
}

static bool is_site_line(const struct gt_raw_line *line)
{
    static const struct {
        const char *words;
        enum place place;
    } rows[] = {
#define SITE_LINE(words, place) {words, place},
#include "read/html_site.def"
#undef SITE_LINE
    };
    if (count_codes(line) > SHORT_CODES || holds(line, "。"))
        return false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = strlen(rows[i].words);
        if (rows[i].place == START ? line->n >= n && strncasecmp(line->text, rows[i].words, n) == 0
                                   : holds(line, rows[i].words))
            return true;
    }
    return false;
}

/* True for 〔2024〕18号 and the like: the number of a document, and little else. */
static bool has_number(const struct gt_raw_line *line)
{
    static const char *const opening[] = {"〔", "﹝", "[", "［", "（", "("};
    static const char *const closing[] = {"〕", "﹞", "]", "］", "）", ")"};
    if (count_codes(line) > SHORT_CODES || holds(line, "。"))
        return false;
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        size_t open = strlen(opening[i]), close = strlen(closing[i]);
        const char *end = line->text + line->n;
        const char *p = memmem(line->text, line->n, opening[i], open);
        if (!p || end - p < (ptrdiff_t)(open + 4 + close))
            continue;
        p += open;
        size_t digits = strspn(p, "0123456789");
        if (digits != 4 || strncmp(p + 4, closing[i], close) != 0)
            continue;
        p += 4 + close;
        p += strncmp(p, "第", strlen("第")) == 0 ? strlen("第") : 0;
        digits = strspn(p, "0123456789 ");
        if (digits && strncmp(p + digits, "号", strlen("号")) == 0)
            return true;
    }
    return false;
}

/* True for what the title of a reply ends with. */
static bool is_title(const struct gt_raw_line *line)
{
    static const char *const ends[] = {"答复",     "答复意见", "答复的函", "回复",
                                       "回复的函", "复函",     "办理情况", "答复函"};
    if (count_codes(line) > TITLE_CODES || holds(line, "。") || !holds(line, "关于"))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        if (line->n > n && memcmp(line->text + line->n - n, ends[i], n) == 0)
            return true;
    }
    return false;
}

/* --- what is kept ------------------------------------------------------------------------------
 */

/* The marked part, and what belongs to it of the lines in front. */
static void choose_main(const struct gt_raw *raw, const struct gt_html_line *line, bool *keep)
{
    bool before = true;
    for (uint32_t i = 0; i < raw->n; i++) {
        const struct gt_raw_line *text = &raw->lines[i];
        before = before && !line[i].main;
        keep[i] =
            line[i].main || (before && !line[i].links &&
                             (text->kind == GT_LINE_HEADING || has_number(text) || is_title(text)));
    }
}

/* All but runs of short lines that are nothing but links. */
static void choose_without_menus(const struct gt_raw *raw, const struct gt_html_line *line,
                                 bool *keep)
{
    for (uint32_t first = 0, end; first < raw->n; first = end) {
        bool menu = false;
        for (end = first; end < raw->n; end++)
            if (!line[end].links || count_codes(&raw->lines[end]) > LINK_CODES)
                break;
        menu = end - first >= MENU_LINES;
        end += end == first;
        for (uint32_t i = first; i < end; i++)
            keep[i] = !menu;
    }
}

void gt_html_keep_document(struct gt_raw *raw, const struct gt_html_line *line)
{
    bool *keep = gt_xcalloc((size_t)raw->n + 1, sizeof *keep);
    size_t main_bytes = 0;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < raw->n; i++)
        main_bytes += line[i].main ? raw->lines[i].n : 0;
    if (main_bytes >= MAIN_BYTES && main_bytes >= raw->bytes / MAIN_SHARE)
        choose_main(raw, line, keep);
    else
        choose_without_menus(raw, line, keep);
    for (uint32_t i = 0; i < raw->n; i++)
        if (keep[i] && !is_site_line(&raw->lines[i]))
            raw->lines[kept++] = raw->lines[i];
    raw->n = kept;
    free(keep);
}
