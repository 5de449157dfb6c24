/* json_scan.c: a strict recursive-descent reading of RFC 8259; the depth limit bounds the stack.
 *
 * Keys of open objects lie on one stack; when an object closes, its keys are sorted and neighbours
 * compared, so that an object with a million keys costs no quadratic time. */
#include "format/json_scan.h"

#include "base/memory.h"
#include "format/json_lex.h"
#include "format/quote.h"

#include <string.h>

/* A key of an open object: its bytes after escapes, and where it stands. */
struct key {
    const char *text, *at;
    size_t n;
};

struct scanner {
    struct gt_json_lex lex;
    int depth;
    struct key *keys;
    size_t n_keys, room_keys;
    struct gt_arena arena; /* keys that have escapes */
    struct gt_json_scan *scan;
};

void gt_json_scan_fini(struct gt_json_scan *scan)
{
    free(scan->line);
    *scan = (struct gt_json_scan){0};
}

static int compare_keys(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    int order = memcmp(x->text, y->text, x->n < y->n ? x->n : y->n);
    if (order == 0 && x->n != y->n)
        order = x->n < y->n ? -1 : 1;
    return order != 0 ? order : (x->at > y->at) - (x->at < y->at);
}

static bool same_key(const struct key *x, const struct key *y)
{
    return x->n == y->n && memcmp(x->text, y->text, x->n) == 0;
}

/* Takes the keys from number `first` on off the stack; the first repeated one is a fault. */
static bool close_keys(struct scanner *s, size_t first)
{
    struct key *keys = s->keys + first;
    const struct key *again = NULL;
    size_t n = s->n_keys - first;
    s->n_keys = first;
    if (n > 1)
        qsort(keys, n, sizeof *keys, compare_keys);
    for (size_t i = 1; i < n; i++)
        if (same_key(&keys[i], &keys[i - 1]) && (!again || keys[i].at < again->at))
            again = &keys[i];
    if (!again)
        return true;
    struct gt_faults *faults = s->lex.faults;
    gt_fault_add(faults, gt_json_lex_place(&s->lex, again->at),
                 "found the key %s twice in an object", "对象中的键%s出现了两次",
                 gt_quote_bytes(again->text, again->n, faults->lang, &s->arena));
    return false;
}

static void push_key(struct scanner *s, const char *at)
{
    const struct gt_buffer *decoded = &s->lex.decoded;
    bool plain = decoded->n == (size_t)(s->lex.p - at) - 2; /* no escape: borrow the file's bytes */
    s->keys = gt_xgrow(s->keys, s->n_keys, &s->room_keys, sizeof *s->keys);
    s->keys[s->n_keys++] = (struct key){
        .text = plain ? at + 1 : gt_arena_text(&s->arena, decoded->bytes, decoded->n),
        .at = at,
        .n = decoded->n,
    };
}

static bool scan_key(struct scanner *s)
{
    struct gt_json_lex *lex = &s->lex;
    const char *at = lex->p;
    if (!gt_json_lex_at(lex, '"'))
        return gt_json_lex_refuse(lex, at, "a key in \"\"", "双引号中的键");
    if (!gt_json_lex_text(lex))
        return false;
    push_key(s, at);
    gt_json_lex_blanks(lex);
    return gt_json_lex_take(lex, ':') ||
           gt_json_lex_refuse(lex, lex->p, "':' behind the key", "键之后的 ':'");
}

static bool scan_value(struct scanner *s);

static bool scan_object(struct scanner *s)
{
    struct gt_json_lex *lex = &s->lex;
    size_t first = s->n_keys;
    gt_json_lex_blanks(lex);
    if (gt_json_lex_take(lex, '}'))
        return true;
    do {
        gt_json_lex_blanks(lex);
        if (!scan_key(s) || !scan_value(s))
            return false;
        gt_json_lex_blanks(lex);
    } while (gt_json_lex_take(lex, ','));
    if (!gt_json_lex_take(lex, '}'))
        return gt_json_lex_refuse(lex, lex->p, "',' or '}'", "',' 或 '}'");
    return close_keys(s, first);
}

static bool scan_list(struct scanner *s)
{
    struct gt_json_lex *lex = &s->lex;
    gt_json_lex_blanks(lex);
    if (gt_json_lex_take(lex, ']'))
        return true;
    do {
        if (!scan_value(s))
            return false;
        gt_json_lex_blanks(lex);
    } while (gt_json_lex_take(lex, ','));
    return gt_json_lex_take(lex, ']') ||
           gt_json_lex_refuse(lex, lex->p, "',' or ']'", "',' 或 ']'");
}

/* Notes the line of the value that begins here. */
static bool note_value(struct scanner *s)
{
    struct gt_json_scan *scan = s->scan;
    if (scan->n >= GT_JSON_SCAN_VALUES) {
        gt_fault_add(s->lex.faults, gt_json_lex_place(&s->lex, s->lex.p),
                     "found more than %d values: split the file", "值超过 %d 个：请拆分文件",
                     (int)GT_JSON_SCAN_VALUES);
        return false;
    }
    scan->line = gt_xgrow(scan->line, scan->n, &scan->room, sizeof *scan->line);
    scan->line[scan->n++] = s->lex.line;
    return true;
}

static bool scan_nested(struct scanner *s, bool (*scan_content)(struct scanner *))
{
    if (s->depth >= GT_JSON_SCAN_DEPTH) {
        gt_fault_add(s->lex.faults, gt_json_lex_place(&s->lex, s->lex.p - 1),
                     "found nesting deeper than %d levels", "嵌套超过 %d 层",
                     (int)GT_JSON_SCAN_DEPTH);
        return false;
    }
    s->depth++;
    bool done = scan_content(s);
    s->depth--;
    return done;
}

static bool scan_value(struct scanner *s)
{
    struct gt_json_lex *lex = &s->lex;
    gt_json_lex_blanks(lex);
    if (!note_value(s))
        return false;
    if (gt_json_lex_take(lex, '{'))
        return scan_nested(s, scan_object);
    if (gt_json_lex_take(lex, '['))
        return scan_nested(s, scan_list);
    if (gt_json_lex_at(lex, '"'))
        return gt_json_lex_text(lex);
    bool number = lex->p < lex->end && (*lex->p == '-' || (*lex->p >= '0' && *lex->p <= '9'));
    return number ? gt_json_lex_number(lex) : gt_json_lex_word(lex);
}

static bool scan_end(struct scanner *s)
{
    struct gt_json_lex *lex = &s->lex;
    gt_json_lex_blanks(lex);
    return lex->p == lex->end ||
           gt_json_lex_refuse(lex, lex->p, "the end of the file behind its one value",
                              "文件结尾：一个数据文件只有一个值");
}

bool gt_json_scan(const char *file, const char *bytes, size_t n, struct gt_json_scan *scan,
                  struct gt_faults *faults)
{
    struct scanner s = {.lex = {.file = file,
                                .start = bytes,
                                .p = bytes,
                                .end = bytes + n,
                                .line = 1,
                                .faults = faults},
                        .scan = scan};
    bool done = gt_json_lex_begin(&s.lex);
    scan->start = (size_t)(s.lex.start - bytes);
    done = done && scan_value(&s) && scan_end(&s);
    free(s.keys);
    gt_arena_fini(&s.arena);
    gt_json_lex_fini(&s.lex);
    return done;
}
