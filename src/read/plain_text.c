/* plain_text.c: plain text: every line as it is; a form feed starts a page.
 *
 * Limits: GT_DOCUMENT_TEXT bytes. NUL bytes mean that the file is no text. */
#include "read/plain.h"

#include <string.h>

bool gt_plain_decode(const struct gt_bytes *file, const char *hint, struct gt_buffer *out,
                     struct gt_error *err)
{
    if (file->n > GT_DOCUMENT_TEXT)
        return gt_fail(err, GT_DATA, "more than the limit of %d MiB of text", "文字超过上限 %d MiB",
                       GT_DOCUMENT_TEXT >> 20);
    if (!gt_encoding_read(file, hint, out, err))
        return false;
    const char *nul = out->n ? memchr(out->bytes, '\0', out->n) : NULL;
    if (nul)
        return gt_fail(err, GT_DATA, "no text: a NUL character after %zu bytes",
                       "不是文本：%zu 个字节之后有空字符（NUL）", (size_t)(nul - out->bytes));
    gt_buffer_text(out, "");
    return true;
}

bool gt_plain_next(struct gt_plain *plain, const char **text, size_t *n)
{
    if (plain->fed)
        plain->page++;
    if (plain->ended)
        plain->line++;
    plain->fed = plain->ended = false;
    if (*plain->p == '\0')
        return false;
    *text = plain->p;
    *n = strcspn(plain->p, "\r\n\f");
    plain->p += *n;
    if (*plain->p == '\f') {
        plain->fed = true;
        plain->p++;
    } else if (*plain->p) {
        plain->ended = true;
        plain->p += plain->p[0] == '\r' && plain->p[1] == '\n' ? 2 : 1;
    }
    return true;
}

bool gt_form_read_text(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err)
{
    struct gt_buffer text = {0};
    bool done = gt_plain_decode(file, NULL, &text, err);
    struct gt_plain plain = {.p = gt_buffer_string(&text), .page = 1, .line = 1};
    const char *start;
    size_t n;
    while (done && gt_plain_next(&plain, &start, &n)) {
        struct gt_raw_line *line = gt_raw_add(raw, start, n);
        if (!line)
            continue;
        line->page = raw->n_pages = plain.page;
        line->line = plain.line;
        gt_raw_measure(line);
    }
    gt_buffer_fini(&text);
    return done;
}
