/* trace.c: lines about words, mentions, entities, triggers and ties. */
#include "extract/trace.h"

#include "read/text_trace.h"

#include <string.h>

static const struct {
    const char *name;
    struct gt_text title;
} stages[GT_TRACES] = {
#define TRACE_STAGE(name_, en, zh) [GT_TRACE_##name_] = {.name = #name_, .title = GT_TEXT(en, zh)},
#include "extract/trace_stage.def"
#undef TRACE_STAGE
};

enum gt_trace gt_trace_find(const char *name)
{
    for (int i = GT_TRACE_NONE + 1; i < GT_TRACES; i++)
        if (strcmp(stages[i].name, name) == 0)
            return (enum gt_trace)i;
    return GT_TRACES;
}

void gt_trace_list(enum gt_lang lang, struct gt_buffer *out)
{
    for (int i = GT_TRACE_NONE + 1; i < GT_TRACES; i++)
        gt_buffer_format(out, gt_say(lang, "\n  %s: %s", "\n  %s：%s"), stages[i].name,
                         stages[i].title.in[lang]);
}

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

static void write_entities(const struct gt_reading_all *all, struct gt_buffer *out)
{
    for (uint32_t i = 0; i < all->entities.n; i++) {
        const struct gt_entity *entity = &all->entities.item[i];
        gt_buffer_format(out, "%u\t%s\t%u\t%s%s\t%s", entity->first,
                         gt_node_types[entity->type].name, entity->named,
                         entity->home     ? "home "
                         : entity->issuer ? "issuer "
                                          : "",
                         entity->fact != GT_NONE ? all->scan.lexicon->fact[entity->fact].id : "-",
                         entity->name);
        for (uint32_t k = 0; k < entity->aliases.n; k++)
            gt_buffer_format(out, "\t= %s", entity->aliases.item[k]);
        gt_buffer_text(out, "\n");
    }
}

static void write_triggers(const struct gt_reading_all *all, struct gt_buffer *out)
{
    for (uint32_t i = 0; i < all->matches.n; i++) {
        const struct gt_match *match = &all->matches.item[i];
        gt_buffer_format(out, "%u-%u\t%s\t%s\t%s\t%s\n", match->start, match->end,
                         match->trigger->id, gt_edge_types[match->trigger->edge].name,
                         match->trigger->phrase, copy(&all->scan, match->start, match->end));
    }
}

/* A line a clause: [names], {word}, <verb>; * for an attribute. */
static void write_clauses(const struct gt_reading_all *all, struct gt_buffer *out)
{
    static const char *const open[] = {"[", "{", "<"}, *const close[] = {"]", "}", ">"};
    for (uint32_t i = 0; i < all->clauses.n; i++) {
        const struct gt_part *part = &all->clauses.part[i];
        if (i == 0 || part->clause != part[-1].clause)
            gt_buffer_format(out, "%s%u %u\t", i ? "\n" : "", part->start, part->period);
        gt_buffer_format(out, "%s%s%s%s ", open[part->kind],
                         copy(&all->scan, part->start, part->end),
                         part->owns || part->of ? "*" : "", close[part->kind]);
    }
    gt_buffer_text(out, "\n");
}

/* Where who speaks, or what a point is about, changes. */
static void write_topics(const struct gt_reading_all *all, struct gt_buffer *out)
{
    for (uint32_t i = 0; i < all->topics.n; i++) {
        const struct gt_topic *topic = &all->topics.item[i];
        const struct gt_mention *title =
            topic->title == GT_NONE ? NULL : &all->mentions.item[topic->title];
        gt_buffer_format(out, "%u\t%s\t%s\n", topic->start,
                         topic->voice == GT_NONE ? "-" : all->entities.item[topic->voice].name,
                         title ? copy(&all->scan, title->name_start, title->name_end) : "-");
    }
}

static void write_read(const struct gt_reading_all *all, enum gt_trace stage, enum gt_lang lang,
                       struct gt_buffer *out)
{
    switch (stage) {
    case GT_TRACE_NONE:
    case GT_TRACE_text:
    case GT_TRACE_metadata:
    case GT_TRACES:
        break;
    case GT_TRACE_tokens:
        write_tokens(&all->scan, out);
        break;
    case GT_TRACE_entities:
        write_mentions(all, lang, out);
        break;
    case GT_TRACE_resolution:
        write_entities(all, out);
        break;
    case GT_TRACE_triggers:
        write_triggers(all, out);
        break;
    case GT_TRACE_clauses:
        write_clauses(all, out);
        break;
    case GT_TRACE_topics:
        write_topics(all, out);
        break;
    case GT_TRACE_relations:
        write_relations(all, out);
        break;
    }
}

void gt_trace_write(const struct gt_extractor *extractor, const struct gt_folded *folded,
                    const struct gt_metadata *metadata, enum gt_trace stage, enum gt_lang lang,
                    struct gt_buffer *out)
{
    struct gt_arena arena = {0};
    struct gt_reading_all all;
    if (stage == GT_TRACE_text) {
        gt_text_trace(folded, metadata, lang, out);
        return;
    }
    if (stage == GT_TRACE_metadata) {
        gt_metadata_trace(metadata, lang, out);
        return;
    }
    gt_read_document(extractor, folded, metadata, &arena, &all);
    write_read(&all, stage, lang, out);
    gt_reading_fini(&all);
    gt_arena_fini(&arena);
}
