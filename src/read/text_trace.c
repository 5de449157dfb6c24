/* text_trace.c: lines about lines. */
#include "read/text_trace.h"

static const struct gt_text kinds[] = {
    [GT_LINE_BODY] = GT_TEXT("body", "正文"),
    [GT_LINE_HEADING] = GT_TEXT("heading", "标题"),
    [GT_LINE_ITEM] = GT_TEXT("item", "列表项"),
    [GT_LINE_ROW] = GT_TEXT("row", "表格行"),
};

/* The part of the document that a line belongs to. */
static const char *part_of(const struct gt_line *line, const struct gt_metadata *metadata,
                           enum gt_lang lang)
{
    if (line->dropped)
        return gt_say(lang, "dropped", "舍去");
    if (line->end <= metadata->body_start)
        return gt_say(lang, "head", "文头");
    return line->start < metadata->body_end ? gt_say(lang, "text", "内容")
                                            : gt_say(lang, "foot", "文尾");
}

/* The words of a line, with the gaps that it had. */
static void write_words(const struct gt_folded *folded, const struct gt_line *line,
                        struct gt_buffer *out)
{
    for (uint32_t at = line->start; at < line->end; at++) {
        if (at > line->start && gt_folded_gap(folded, at))
            gt_buffer_text(out, " ");
        gt_buffer_add(out, folded->text + folded->offset[at],
                      folded->offset[at + 1] - folded->offset[at]);
    }
}

void gt_text_trace(const struct gt_folded *folded, const struct gt_metadata *metadata,
                   enum gt_lang lang, struct gt_buffer *out)
{
    gt_buffer_format(out,
                     gt_say(lang, "%s, pages: %u, characters: %u, SHA-256: %s\n",
                            "%s，页数：%u，字符数：%u，SHA-256：%s\n"),
                     gt_form_name(folded->form, lang), folded->n_pages, folded->length,
                     folded->sha256);
    for (uint32_t i = 0; i < folded->n_lines; i++) {
        const struct gt_line *line = &folded->lines[i];
        bool first = !line->dropped && folded->paragraphs[line->paragraph].first == i;
        gt_buffer_format(out, "%s%u:%u\t%u-%u\t%s\t%s\t",
                         line->dropped ? "-"
                         : first       ? "+"
                                       : " ",
                         line->page, line->line, line->start, line->end,
                         part_of(line, metadata, lang), kinds[line->kind].in[lang]);
        write_words(folded, line, out);
        gt_buffer_format(out, "%s\n", line->dropped ? line->dropped : "");
    }
}

void gt_metadata_trace(const struct gt_metadata *metadata, enum gt_lang lang, struct gt_buffer *out)
{
#define METADATA_FIELD(field, en, zh)                                                              \
    gt_buffer_format(out, "%s\t%s\n", gt_say(lang, en, zh),                                        \
                     metadata->field ? metadata->field : "-");
#include "read/metadata_field.def"
#undef METADATA_FIELD
    gt_buffer_format(out, "%s\t%u-%u\n", gt_say(lang, "text", "内容"), metadata->body_start,
                     metadata->body_end);
}
