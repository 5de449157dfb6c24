/* replies.c: the files that `graphtool extract` is to read, out of what the user names. */
#include "cli/replies.h"

#include "base/file.h"

#include <string.h>

/* What may be a reply by its name. The second row is of forms that are not read: each fails with
 * what to do about it, so that no reply is missed in silence. */
static const char *const endings[] = {
    ".txt", ".md",  ".markdown", ".html", ".htm", ".xhtml", ".pdf",   ".docx", /* read */
    ".doc", ".wps", ".rtf",      ".odt",  ".ofd", ".mht",   ".mhtml",
};

static bool is_reply(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i]) == 0)
            return true;
    return false;
}

static void add(const char ***list, size_t *n, const char *path, struct gt_arena *arena)
{
    if ((*n & (*n - 1)) == 0) { /* room is the next power of two, so that it need not be kept */
        const char **more = gt_arena_array(arena, *n ? *n * 2 : 1, sizeof *more);
        if (*n)
            memcpy(more, *list, *n * sizeof *more);
        *list = more;
    }
    (*list)[(*n)++] = path;
}

static bool list_folder(struct gt_run *run, const char *path, struct gt_replies *replies,
                        struct gt_error *err)
{
    const char *const *names;
    size_t n, before = replies->n;
    if (!gt_folder_list(path, NULL, &run->arena, &names, &n, err))
        return false;
    replies->folders = true;
    for (size_t i = 0; i < n; i++) {
        bool ordinary = !gt_file_is_special(names[i]);
        if (ordinary && is_reply(names[i]))
            add(&replies->file, &replies->n, names[i], &run->arena);
        else
            add(&replies->other, &replies->n_others, names[i], &run->arena);
    }
    return replies->n > before ||
           gt_fail(err, GT_DATA, "%s: no reply in this folder (.txt .md .html .pdf .docx)",
                   "%s：文件夹中没有答复（.txt .md .html .pdf .docx）", path);
}

bool gt_replies_list(struct gt_run *run, struct gt_replies *replies, struct gt_error *err)
{
    for (int i = 0; i < run->args.n_operands; i++) {
        const char *path = run->args.operand[i];
        if (!gt_file_is_folder(path))
            add(&replies->file, &replies->n, path, &run->arena);
        else if (!list_folder(run, path, replies, err))
            return false;
    }
    return true;
}
