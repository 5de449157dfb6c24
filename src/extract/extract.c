/* extract.c: the stages of extraction in their order. */
#include "extract/extract.h"

#include "extract/coin.h"
#include "extract/draft.h"
#include "extract/figure.h"
#include "extract/home.h"
#include "extract/honour.h"
#include "extract/item.h"
#include "extract/phrase.h"
#include "extract/tense.h"
#include "extract/track_row.h"

bool gt_extractor_init(struct gt_extractor *extractor, const struct gt_graph *known,
                       const char *rules, struct gt_error *err)
{
    *extractor = (struct gt_extractor){0};
    gt_lexicon_init(&extractor->lexicon, known);
    if (!gt_triggers_ship(&extractor->triggers, err) ||
        (rules && !gt_triggers_read(&extractor->triggers, rules, err)))
        return false;
    gt_triggers_add_words(&extractor->triggers, &extractor->lexicon);
    gt_lexicon_build(&extractor->lexicon);
    return true;
}

void gt_extractor_fini(struct gt_extractor *extractor)
{
    gt_triggers_fini(&extractor->triggers);
    gt_lexicon_fini(&extractor->lexicon);
    *extractor = (struct gt_extractor){0};
}

/* Names, then what only lists and triggers make known, then what all of these mean elsewhere. */
static void find_entities(const struct gt_extractor *extractor, const struct gt_scan *scan,
                          struct gt_mentions *mentions, struct gt_entities *entities)
{
    struct gt_matches matches = {0};
    uint32_t n = scan->codes.n;
    gt_find_facts(scan, mentions);
    gt_find_names(scan, mentions);
    gt_find_quoted(scan, mentions);
    gt_find_honours(scan, mentions);
    gt_find_persons(scan, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_find_coined(scan, mentions);
    gt_find_shared(scan, mentions);
    gt_find_lines(scan, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_find_matches(scan, &extractor->triggers, mentions, &matches);
    gt_find_unquoted(scan, &matches, mentions);
    gt_mentions_settle(mentions, n);
    gt_find_items(scan, &matches, true, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_find_items(scan, &matches, false, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_find_listed(scan, mentions);
    gt_find_works(scan, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_find_neighbours(scan, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_find_track_rows(scan, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_find_techniques(scan, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_find_industries(scan, mentions);
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, n);
    gt_entities_resolve(scan, mentions, entities);
    gt_entities_refer(scan, mentions, entities);
    gt_matches_fini(&matches);
}

void gt_read_document(const struct gt_extractor *extractor, const struct gt_folded *folded,
                      const struct gt_metadata *metadata, struct gt_arena *arena,
                      struct gt_reading_all *all)
{
    *all = (struct gt_reading_all){0};
    gt_scan_init(&all->scan, folded, metadata, &extractor->lexicon, arena);
    all->scan.metadata = gt_home_fill(&all->scan);
    find_entities(extractor, &all->scan, &all->mentions, &all->entities);
    gt_find_matches(&all->scan, &extractor->triggers, &all->mentions, &all->matches);
    gt_clauses_find(&all->scan, &all->mentions, &all->matches, &all->clauses);
    struct gt_reading reading = {&all->scan,    &all->mentions, &all->entities,
                                 &all->matches, &all->clauses,  &all->topics};
    all->reading = reading;
    gt_topics_find(&all->reading, &all->topics);
    gt_find_structure(&all->reading, &all->relations);
    gt_find_short_parts(&all->reading, &all->relations);
    gt_find_point_lists(&all->reading, &all->relations);
    gt_find_relations(&all->reading, &all->relations);
    gt_figures_assign(&all->reading, &all->relations);
    gt_relations_settle(&all->reading, &all->relations);
}

void gt_reading_fini(struct gt_reading_all *all)
{
    gt_relations_fini(&all->relations);
    gt_topics_fini(&all->topics);
    gt_clauses_fini(&all->clauses);
    gt_matches_fini(&all->matches);
    gt_entities_fini(&all->entities);
    gt_mentions_fini(&all->mentions);
}

bool gt_extract(const struct gt_extractor *extractor, const struct gt_folded *folded,
                const struct gt_metadata *metadata, const char *file, struct gt_graph *graph,
                struct gt_error *err)
{
    struct gt_arena arena = {0};
    struct gt_reading_all all;
    struct gt_faults faults = {.lang = err->lang};
    gt_read_document(extractor, folded, metadata, &arena, &all);
    gt_draft_put(&all.reading, &all.relations, file, graph, &faults);
    gt_graph_finish(graph);
    bool done = gt_faults_none(&faults, err);
    gt_reading_fini(&all);
    gt_faults_fini(&faults);
    gt_arena_fini(&arena);
    return done;
}
