/* test_extract_rules.c: every row of the tables of rules does what its own example says. */
#include "unit/extract_support.h"

#include "extract/confidence.h"

#include <math.h>

/* --- triggers: each row alone -------------------------------------------------------------------
 */

/* True for phrases that a row is tried with: its own; where its sides are told by the build of the
 * clause, the verbs that state other ties as well, since they are part of that build. */
static bool is_kept(const struct gt_triggers *triggers, const struct gt_phrase *phrase,
                    uint32_t row)
{
    const struct gt_trigger *own = &triggers->item[row], *other = &triggers->item[phrase->trigger];
    return own == other || (gt_trigger_is_of_frame(own) && gt_trigger_is_of_frame(other) &&
                            own->edge != other->edge);
}

/* An extractor with all lexicons but one trigger. */
static void init_alone(struct gt_extractor *extractor, uint32_t row)
{
    struct gt_error err = {.lang = GT_EN};
    uint32_t kept = 0;
    *extractor = (struct gt_extractor){0};
    gt_lexicon_init(&extractor->lexicon, NULL);
    assert_true(gt_triggers_ship(&extractor->triggers, &err));
    struct gt_triggers *triggers = &extractor->triggers;
    for (uint32_t i = 0; i < triggers->n_phrases; i++)
        if (is_kept(triggers, &triggers->phrase[i], row))
            triggers->phrase[kept++] = triggers->phrase[i];
    triggers->n_phrases = kept;
    gt_triggers_add_words(triggers, &extractor->lexicon);
    gt_lexicon_build(&extractor->lexicon);
}

/* Takes "A > B" off the list at *p; false at its end. */
static bool next_pair(const char **p, char *source, char *target, size_t room)
{
    const char *arrow = strstr(*p, " > ");
    if (!arrow)
        return false;
    size_t n = strcspn(arrow + 3, ";");
    assert_true((size_t)(arrow - *p) < room && n < room);
    memcpy(source, *p, (size_t)(arrow - *p));
    source[arrow - *p] = '\0';
    memcpy(target, arrow + 3, n);
    target[n] = '\0';
    *p = arrow + 3 + n;
    *p += strspn(*p, "; ");
    return true;
}

static uint32_t count_rule(const struct sentence *s, const char *rule)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->all.relations.n; i++)
        n += strcmp(s->all.relations.item[i].rule, rule) == 0;
    return n;
}

static bool check_trigger(uint32_t row)
{
    struct gt_extractor extractor;
    struct sentence s;
    char source[256], target[256];
    uint32_t expected = 0;
    bool fine = true;
    init_alone(&extractor, row);
    const struct gt_trigger *trigger = &extractor.triggers.item[row];
    read_sentence(&extractor, trigger->example, strlen(trigger->example), &s);
    for (const char *p = trigger->expected; next_pair(&p, source, target, sizeof source);
         expected++)
        if (!relation_of(&s, source, trigger->edge, target)) {
            print_message("%s: no edge %s > %s in %s\n", trigger->id, source, target,
                          trigger->example);
            fine = false;
        }
    if (expected == 0 || count_rule(&s, trigger->id) != expected) {
        print_message("%s: %u edges expected, %u made\n", trigger->id, expected,
                      count_rule(&s, trigger->id));
        fine = false;
    }
    if (!fine)
        print_sentence(&s);
    end_sentence(&s);
    gt_triggers_fini(&extractor.triggers);
    gt_lexicon_fini(&extractor.lexicon);
    return fine;
}

static void test_triggers(void **state)
{
    struct gt_triggers triggers = {0};
    struct gt_error err = {.lang = GT_EN};
    uint32_t wrong = 0;
    (void)state;
    assert_true(gt_triggers_ship(&triggers, &err));
    assert_true(triggers.n > 80);
    for (uint32_t i = 0; i < triggers.n; i++)
        wrong += !check_trigger(i);
    gt_triggers_fini(&triggers);
    assert_int_equal(wrong, 0);
}

/* The id of a row is what a draft and reliability.def name. */
static void test_trigger_ids(void **state)
{
    struct gt_triggers triggers = {0};
    struct gt_strmap ids = {0};
    struct gt_error err = {.lang = GT_EN};
    (void)state;
    assert_true(gt_triggers_ship(&triggers, &err));
    for (uint32_t i = 0; i < triggers.n; i++) {
        assert_int_equal(gt_strmap_get(&ids, triggers.item[i].id), GT_NONE);
        gt_strmap_put(&ids, triggers.item[i].id, i);
    }
    gt_strmap_fini(&ids);
    gt_triggers_fini(&triggers);
}

/* --- endings ------------------------------------------------------------------------------------
 */

static bool check_ending(const struct gt_extractor *extractor, const struct gt_suffix *suffix)
{
    struct sentence s;
    bool fine = false;
    read_sentence(extractor, suffix->example, strlen(suffix->example), &s);
    for (uint32_t i = 0; i < s.all.mentions.n; i++) {
        const struct gt_mention *m = &s.all.mentions.item[i];
        const char *text = gt_codes_text(&s.all.scan.codes, m->start, m->end, s.all.scan.arena);
        const char *name =
            gt_codes_text(&s.all.scan.codes, m->name_start, m->name_end, s.all.scan.arena);
        fine = fine || (m->outer == GT_NONE && m->type == suffix->type &&
                        (strcmp(text, suffix->name) == 0 || strcmp(name, suffix->name) == 0));
    }
    if (!fine) {
        print_message("%s: no %s %s in %s\n", suffix->text, gt_node_types[suffix->type].name,
                      suffix->name, suffix->example);
        print_sentence(&s);
    }
    end_sentence(&s);
    return fine;
}

static void test_endings(void **state)
{
    struct gt_extractor extractor;
    struct gt_error err = {.lang = GT_EN};
    uint32_t wrong = 0;
    (void)state;
    assert_true(gt_extractor_init(&extractor, NULL, NULL, &err));
    for (uint32_t i = 0; i < gt_n_suffixes; i++)
        wrong += !check_ending(&extractor, &gt_suffixes[i]);
    gt_extractor_fini(&extractor);
    assert_int_equal(wrong, 0);
}

/* The counts are searched by halves. */
static void counts_of_rules_are_in_order(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        int right, fired;
    } counts[] = {
#define RELIABILITY(rule_, right_, fired_) {rule_, right_, fired_},
#include "extract/reliability.def"
#undef RELIABILITY
    };
    for (size_t i = 0; i < UNIT_COUNT(counts); i++) {
        double share = (counts[i].right + 8 * 0.7) / (counts[i].fired + 8);
        assert_true(i == 0 || strcmp(counts[i - 1].rule, counts[i].rule) < 0);
        assert_true(counts[i].right <= counts[i].fired);
        assert_true(fabs(gt_confidence(counts[i].rule) - share) < 0.006);
    }
    assert_true(fabs(gt_confidence("no such rule") - 0.7) < 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_of_rules_are_in_order),
        cmocka_unit_test(test_triggers),
        cmocka_unit_test(test_trigger_ids),
        cmocka_unit_test(test_endings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
