/* sources.c: quoting the documents themselves, from a folder of their texts. */
#include "format/sources.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

bool gt_sources_open(struct gt_sources *sources, const char *folder, const struct gt_graph *graph,
                     struct gt_error *err)
{
    *sources = (struct gt_sources){.folder = folder, .graph = graph};
    if (!gt_file_is_folder(folder))
        return gt_fail(err, GT_FILE, "the folder of sources %s is not a folder",
                       "原文文件夹 %s 不是文件夹", folder);
    sources->folded = gt_arena_array(&sources->arena, graph->n_documents, sizeof *sources->folded);
    return true;
}

void gt_sources_close(struct gt_sources *sources)
{
    gt_arena_fini(&sources->arena);
    *sources = (struct gt_sources){0};
}

/* A plain name: nothing that leads out of the folder, or to a hidden file. */
static bool is_plain_name(const char *file)
{
    return file[0] != '.' && !strchr(file, '/') && !strchr(file, '\\');
}

/* Reads a file of UTF-8 text and folds it. */
static bool fold(const char *path, struct gt_buffer *bytes, struct gt_error *err)
{
    size_t bad;
    if (!gt_file_read(path, GT_SOURCE_LIMIT, bytes, err))
        return false;
    gt_buffer_text(bytes, ""); /* an empty file has bytes too */
    if (!gt_utf8_check(bytes->bytes, bytes->n, &bad))
        return gt_fail(err, GT_DATA, "%s: byte %zu is not UTF-8", "%s：第 %zu 个字节不是 UTF-8",
                       path, bad + 1);
    bytes->n = gt_utf8_fold(bytes->bytes, bytes->n);
    return true;
}

/* Compares length and hash with what the data say of the text. */
static bool is_annotated(const struct gt_document *document, const char *path,
                         struct gt_buffer *bytes, struct gt_error *err)
{
    char hash[GT_SHA256_TEXT];
    gt_buffer_text(bytes, "");
    size_t length = gt_utf8_count(bytes->bytes);
    if (length != document->length)
        return gt_fail(err, GT_DATA,
                       "%s: the text has %zu characters without white space, the annotated one has "
                       "%u: it is not the text that was annotated",
                       "%s：去除空白后有 %zu 个字符，标注所用的文本有 %u 个：并非标注时的文本",
                       path, length, document->length);
    if (strcmp(gt_sha256(bytes->bytes, bytes->n, hash), document->sha256) != 0)
        return gt_fail(err, GT_DATA,
                       "%s: the text is not the one that was annotated (SHA-256 %.12s…, expected "
                       "%.12s…)",
                       "%s：并非标注时的文本（SHA-256 为 %.12s…，应为 %.12s…）", path, hash,
                       document->sha256);
    return true;
}

static bool read_text(struct gt_sources *sources, uint32_t number, struct gt_error *err)
{
    const struct gt_document *document = &sources->graph->documents[number];
    struct gt_buffer bytes = {0};
    if (!document->file)
        return gt_fail(err, GT_DATA, "document \"%s\" names no source file",
                       "文件“%s”没有注明原文文件名", document->id);
    if (!is_plain_name(document->file))
        return gt_fail(err, GT_DATA, "document \"%s\": \"%s\" is not a plain file name",
                       "文件“%s”：“%s”不是单纯的文件名", document->id, document->file);
    const char *path = gt_arena_format(&sources->arena, "%s/%s", sources->folder, document->file);
    bool done = sources->read ? sources->read(sources->context, number, path, &bytes, err)
                              : fold(path, &bytes, err);
    done = done && is_annotated(document, path, &bytes, err);
    if (done)
        sources->folded[number] = gt_arena_text(&sources->arena, bytes.bytes, bytes.n);
    gt_buffer_fini(&bytes);
    return done;
}

bool gt_sources_text(struct gt_sources *sources, uint32_t document, const char **text,
                     struct gt_error *err)
{
    if (!sources->folded[document] && !read_text(sources, document, err))
        return false;
    *text = sources->folded[document];
    return true;
}

bool gt_sources_quote(struct gt_sources *sources, const struct gt_span *span,
                      struct gt_arena *arena, const char **quote, struct gt_error *err)
{
    const char *text;
    if (!gt_sources_text(sources, span->document, &text, err))
        return false;
    size_t start = gt_utf8_offset(text, span->start);
    size_t n = gt_utf8_offset(text + start, span->end - span->start);
    *quote = gt_arena_text(arena, text + start, n);
    return true;
}
