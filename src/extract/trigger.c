/* trigger.c: from rows of text to phrases and sides. */
#include "extract/trigger.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 8, RULES_BYTES = 4 << 20, PHRASE_BYTES = 4000 };
enum { ID, PHRASE, EDGE, SOURCE, TARGET, STATUS, EXAMPLE, EXPECTED };

static const char *const side_names[GT_SIDE_KINDS] = {
#define SIDE_KIND(name, ...) [GT_SIDE_##name] = #name,
#include "extract/side_kind.def"
#undef SIDE_KIND
};

static const char *const shipped[][COLUMNS] = {
#define TRIGGER(id, phrase, edge, source, target, status, example, expected)                       \
    {id, phrase, #edge, source, target, #status, example, expected},
#include "extract/frame.def"
#include "extract/trigger.def"
#undef TRIGGER
};

void gt_triggers_fini(struct gt_triggers *triggers)
{
    free(triggers->item);
    free(triggers->phrase);
    gt_arena_fini(&triggers->arena);
    *triggers = (struct gt_triggers){0};
}

static bool is_of_frame(enum gt_side_kind kind)
{
    static const bool of_frame[GT_SIDE_KINDS] = {
#define SIDE_KIND(name, ...) [GT_SIDE_##name] = true,
#include "extract/frame_side.def"
#undef SIDE_KIND
    };
    return of_frame[kind];
}

bool gt_trigger_is_of_frame(const struct gt_trigger *trigger)
{
    return is_of_frame(trigger->source.kind) || is_of_frame(trigger->target.kind);
}

/* --- sides -------------------------------------------------------------------------------------
 */

static bool read_kind(const char *text, size_t n, enum gt_side_kind *kind)
{
    for (int i = 0; i < GT_SIDE_KINDS; i++)
        if (strlen(side_names[i]) == n && strncmp(side_names[i], text, n) == 0) {
            *kind = (enum gt_side_kind)i;
            return true;
        }
    return false;
}

static bool read_types(const char *text, struct gt_side *side, struct gt_error *err)
{
    char word[32];
    while (*text) {
        size_t n = strcspn(text, "|");
        int type = -1;
        if (n < sizeof word) {
            memcpy(word, text, n);
            word[n] = '\0';
            type = gt_vocabulary_find(GT_VOCABULARY_NODE_TYPE, word, false);
        }
        if (type < 0)
            return gt_fail(err, GT_DATA, "\"%.*s\" is no node type", "“%.*s”不是节点类型", (int)n,
                           text);
        if (!side->types)
            side->first = (enum gt_node_type)type;
        side->types |= 1u << type;
        text += n + (text[n] == '|');
    }
    return true;
}

/* Names all kinds, as side_kind.def lists them. */
static bool fail_kind(const char *text, size_t n, struct gt_error *err)
{
    struct gt_buffer names = {0};
    for (int i = 0; i < GT_SIDE_KINDS; i++)
        gt_buffer_format(&names, "%s%s", i ? ", " : "", side_names[i]);
    gt_fail(err, GT_DATA, "\"%.*s\" is no side; one of: %s", "“%.*s”不是位置，应为以下之一：%s",
            (int)n, text, names.bytes);
    gt_buffer_fini(&names);
    return false;
}

static bool read_side(const char *text, struct gt_side *side, struct gt_error *err)
{
    size_t n = strcspn(text, "+:");
    *side = (struct gt_side){0};
    if (!read_kind(text, n, &side->kind))
        return fail_kind(text, n, err);
    side->open = text[n] == '+';
    n += side->open;
    if (text[n] == ':' && !read_types(text + n + 1, side, err))
        return false;
    if (text[n] != ':' && text[n] != '\0')
        return gt_fail(err, GT_DATA, "\"%s\": expected NAME[+][:TYPE|TYPE]",
                       "“%s”：应为 名称[+][:类型|类型]", text);
    if (side->open && !side->types)
        return gt_fail(err, GT_DATA, "\"%s\": + wants a type", "“%s”：+ 之后需要类型", text);
    return true;
}

/* --- phrases -----------------------------------------------------------------------------------
 */

/* Cuts one alternative at its gaps. */
static bool add_phrase(struct gt_triggers *triggers, const char *text, size_t n,
                       struct gt_error *err)
{
    static const char far_gap[] = "…";
    struct gt_phrase phrase = {.trigger = triggers->n};
    const char *at = text, *end = text + n;
    while (at < end) {
        const char *stop = at;
        while (stop < end && *stop != '*' && strncmp(stop, far_gap, 3) != 0)
            stop++;
        if (stop == at || phrase.n == GT_PIECES)
            return gt_fail(err, GT_DATA, "phrase \"%.*s\": expected one to %d pieces, none empty",
                           "短语“%.*s”：应有 1 至 %d 段，且不为空", (int)n, text, (int)GT_PIECES);
        const char *piece = gt_arena_text(&triggers->arena, at, (size_t)(stop - at));
        phrase.piece[phrase.n++] = gt_codes_of(piece, &triggers->arena);
        if (stop < end && phrase.n < GT_PIECES)
            phrase.far[phrase.n] = *stop != '*';
        at = stop < end ? stop + (*stop == '*' ? 1 : 3) : end;
    }
    triggers->phrase = gt_xgrow(triggers->phrase, triggers->n_phrases, &triggers->room_phrases,
                                sizeof *triggers->phrase);
    triggers->phrase[triggers->n_phrases++] = phrase;
    return true;
}

static bool add_phrases(struct gt_triggers *triggers, const char *text, struct gt_error *err)
{
    if (strlen(text) > PHRASE_BYTES)
        return gt_fail(err, GT_DATA, "the phrase has more than %d bytes", "短语超过 %d 字节",
                       (int)PHRASE_BYTES);
    do {
        size_t n = strcspn(text, "|");
        if (!add_phrase(triggers, text, n, err))
            return false;
        text += n + (text[n] == '|');
    } while (*text);
    return true;
}

/* --- rows --------------------------------------------------------------------------------------
 */

static bool read_status(const char *text, int *status, struct gt_error *err)
{
    *status = gt_vocabulary_find(GT_VOCABULARY_STATUS, text, false);
    if (*status >= 0 || strcmp(text, "tense") == 0)
        return true;
    return gt_fail(err, GT_DATA, "status \"%s\": expected past, ongoing, planned or tense",
                   "状态“%s”：应为 past、ongoing、planned 或 tense", text);
}

static bool has_inner_gaps(const struct gt_triggers *triggers, const struct gt_side *side)
{
    uint32_t wanted = side->kind == GT_SIDE_inside ? 2 : side->kind == GT_SIDE_inner ? 3 : 1;
    for (uint32_t i = 0; i < triggers->n_phrases; i++)
        if (triggers->phrase[i].trigger == triggers->n && triggers->phrase[i].n < wanted)
            return false;
    return true;
}

static bool add_row(struct gt_triggers *triggers, const char *const *column, bool is_shipped,
                    struct gt_error *err)
{
    struct gt_trigger row = {.id = column[ID],
                             .phrase = column[PHRASE],
                             .example = column[EXAMPLE],
                             .expected = column[EXPECTED],
                             .shipped = is_shipped};
    int edge = gt_vocabulary_find(GT_VOCABULARY_EDGE_TYPE, column[EDGE], false);
    if (!*row.id || !*row.phrase)
        return gt_fail(err, GT_DATA, "a row wants an id and a phrase", "每行都需要标识与短语");
    if (edge < 0)
        return gt_fail(err, GT_DATA, "\"%s\" is no edge type", "“%s”不是关系类型", column[EDGE]);
    row.edge = (enum gt_edge_type)edge;
    if (!add_phrases(triggers, row.phrase, err) || !read_side(column[SOURCE], &row.source, err) ||
        !read_side(column[TARGET], &row.target, err) ||
        !read_status(column[STATUS], &row.status, err))
        return false;
    if (!has_inner_gaps(triggers, &row.source) || !has_inner_gaps(triggers, &row.target))
        return gt_fail(err, GT_DATA, "%s: inside and inner want a phrase with gaps (*)",
                       "%s：inside 与 inner 需要带间隔（*）的短语", row.id);
    triggers->item = gt_xgrow(triggers->item, triggers->n, &triggers->room, sizeof *triggers->item);
    triggers->item[triggers->n++] = row;
    return true;
}

bool gt_triggers_ship(struct gt_triggers *triggers, struct gt_error *err)
{
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        if (!add_row(triggers, shipped[i], true, err))
            return gt_error_prefix(err, "trigger.def: %s: ", shipped[i][ID]);
    return true;
}

/* Cuts a line at its tabs; false when it has not COLUMNS columns. */
static bool cut_line(char *line, const char **column)
{
    int n = 0;
    for (char *at = line; at; n++) {
        char *tab = strchr(at, '\t');
        if (tab)
            *tab++ = '\0';
        if (n == COLUMNS)
            return false;
        column[n] = at;
        at = tab;
    }
    return n == COLUMNS;
}

static bool read_line(struct gt_triggers *triggers, char *line, struct gt_error *err)
{
    const char *column[COLUMNS];
    size_t n = strlen(line);
    if (n && line[n - 1] == '\r')
        line[n - 1] = '\0';
    if (!*line || *line == '#')
        return true;
    if (!cut_line(line, column))
        return gt_fail(
            err, GT_DATA,
            "expected %d columns parted by tabs: id, phrase, edge type, source, target, "
            "status, example, expected",
            "应有 %d 列，以制表符分隔：标识、短语、关系类型、起点、终点、状态、例句、预期",
            (int)COLUMNS);
    return add_row(triggers, column, false, err);
}

bool gt_triggers_read(struct gt_triggers *triggers, const char *path, struct gt_error *err)
{
    struct gt_buffer bytes = {0};
    size_t bad, number = 0;
    bool done = gt_file_read(path, RULES_BYTES, &bytes, err);
    if (done && !gt_utf8_check(gt_buffer_string(&bytes), bytes.n, &bad))
        done = gt_fail(err, GT_DATA, "%s: byte %zu is not UTF-8", "%s：第 %zu 个字节不是 UTF-8",
                       path, bad + 1);
    char *text = done ? gt_arena_text(&triggers->arena, gt_buffer_string(&bytes), bytes.n) : NULL;
    if (text && strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    while (done && text) {
        char *next = strchr(text, '\n');
        if (next)
            *next++ = '\0';
        number++;
        done = read_line(triggers, text, err) || gt_error_prefix(err, "%s:%zu: ", path, number);
        text = next;
    }
    gt_buffer_fini(&bytes);
    return done;
}

void gt_triggers_add_words(const struct gt_triggers *triggers, struct gt_lexicon *lexicon)
{
    for (uint32_t i = 0; i < triggers->n_phrases; i++) {
        const struct gt_codes *piece = &triggers->phrase[i].piece[0];
        const char *word = gt_codes_text(piece, 0, piece->n, &lexicon->arena);
        gt_lexicon_add_word(lexicon, GT_WORD_TRIGGER, i, word);
        if (!triggers->item[triggers->phrase[i].trigger].shipped && piece->n > 1)
            gt_lexicon_add_word(lexicon, GT_WORD_STRONG, 0, word); /* no name goes over it */
    }
}
