/* trace.c: lines about words, mentions and ties. */
#include "extract/trace.h"

static const char *const kind_names[GT_WORD_KINDS] = {
#define WORD_KIND(name, ...) [GT_WORD_##name] = #name,
#include "extract/word_kind.def"
#undef WORD_KIND
};

static const char *copy(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    return gt_codes_text(&scan->codes, start, end, scan->arena);
}

static void write_tokens(const struct gt_scan *scan, struct gt_buffer *out)
{
    for (uint32_t s = 0; s < scan->n_sentences; s++) {
        const struct gt_sentence *sentence = &scan->sentence[s];
        if (sentence->end <= scan->metadata->body_start ||
            sentence->start >= scan->metadata->body_end)
            continue;
        gt_buffer_format(out, "%u-%u%s%s\t%s\n", sentence->start, sentence->end,
                         sentence->heading ? " heading" : "", sentence->planned ? " planned" : "",
                         copy(scan, sentence->start, sentence->end));
        for (uint32_t i = scan->first[sentence->start]; i < scan->first[sentence->end]; i++)
            gt_buffer_format(out, "  %u-%u\t%s\t%s\n", scan->hit[i].start, scan->hit[i].end,
                             kind_names[gt_scan_lexeme(scan, &scan->hit[i])->kind],
                             copy(scan, scan->hit[i].start, scan->hit[i].end));
    }
}

static void write_mentions(const struct gt_reading_all *all, enum gt_lang lang,
                           struct gt_buffer *out)
{
    for (uint32_t i = 0; i < all->mentions.n; i++) {
        const struct gt_mention *m = &all->mentions.item[i];
        gt_buffer_format(out, "%s%u-%u\t%s\t%s\t%s\t%s\n", m->outer == GT_NONE ? "" : "  ",
                         m->start, m->end, gt_mention_kind_name(m->kind, lang),
                         gt_node_types[m->type].name, copy(&all->scan, m->start, m->end),
                         m->node == GT_NONE ? "-" : all->entities.item[m->node].name);
    }
}

static void write_relations(const struct gt_reading_all *all, struct gt_buffer *out)
{
    for (uint32_t i = 0; i < all->relations.n; i++) {
        const struct gt_relation *r = &all->relations.item[i];
        gt_buffer_format(out, "%u-%u\t%s\t%.2f\t%s\t%s %s %s\t%s\n", r->start, r->end, r->rule,
                         r->confidence, gt_statuses[r->status].name,
                         all->entities.item[r->source].name, gt_edge_types[r->type].name,
                         all->entities.item[r->target].name, copy(&all->scan, r->start, r->end));
    }
}

void gt_trace_write(const struct gt_reading_all *all, enum gt_trace stage, enum gt_lang lang,
                    struct gt_buffer *out)
{
    switch (stage) {
    case GT_TRACE_NONE:
        break;
    case GT_TRACE_TOKENS:
        write_tokens(&all->scan, out);
        break;
    case GT_TRACE_ENTITIES:
        write_mentions(all, lang, out);
        break;
    case GT_TRACE_RELATIONS:
        write_relations(all, out);
        break;
    }
}
