/* source.c: documents of all forms as sources of quotes. */
#include "cli/source.h"

#include "base/memory.h"

#include <stdlib.h>

static bool read_document(void *context, uint32_t document, const char *path, struct gt_buffer *out,
                          struct gt_error *err)
{
    struct gt_source *source = context;
    struct gt_folded *folded;
    if (!gt_folded_read(path, &folded, err))
        return false;
    gt_folded_free(source->folded[document]);
    source->folded[document] = folded;
    gt_buffer_add(out, folded->text, folded->bytes);
    return true;
}

bool gt_source_open(struct gt_source *source, const char *folder, const struct gt_graph *graph,
                    struct gt_error *err)
{
    *source = (struct gt_source){0};
    if (!gt_sources_open(&source->sources, folder, graph, err))
        return false;
    source->sources.read = read_document;
    source->sources.context = source;
    source->n = graph->n_documents;
    source->folded = gt_xcalloc(source->n, sizeof *source->folded);
    return true;
}

void gt_source_close(struct gt_source *source)
{
    for (uint32_t i = 0; i < source->n; i++)
        gt_folded_free(source->folded[i]);
    free(source->folded);
    gt_sources_close(&source->sources);
    *source = (struct gt_source){0};
}

void gt_source_place(const struct gt_source *source, const struct gt_span *span, enum gt_lang lang,
                     struct gt_buffer *out)
{
    const struct gt_folded *folded =
        span->document < source->n ? source->folded[span->document] : NULL;
    uint32_t page, line;
    if (!folded || span->start >= folded->length)
        return;
    gt_folded_place(folded, span->start, &page, &line);
    if (folded->n_pages > 1)
        gt_buffer_format(out, gt_say(lang, "page %u, ", "第 %u 页，"), page);
    if (folded->form == GT_FORM_docx)
        gt_buffer_format(out, gt_say(lang, "paragraph %u", "第 %u 段"), line);
    else
        gt_buffer_format(out, gt_say(lang, "line %u", "第 %u 行"), line);
}
