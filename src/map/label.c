/* label.c: breaking labels into lines.
 *
 * Chinese writes without blanks; a break inside a word (技术转移示 / 范机构) is legal but reads
 * badly. So the words that names of this genre are made of are listed, and breaks inside them, and
 * inside short brackets and quotation marks, are the last resort.
 *
 * How it works: the text is cut into pieces that must not be broken; greedy filling gives the
 * fewest lines; then the narrowest width that still needs no more lines is searched by halving, so
 * that the lines come out even: 长三角国家技术 / 创新中心, not 长三角国家技术创 / 新中心 with one
 * character left over. */
#include "map/label.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct piece {
    const char *text;
    size_t n;
    uint32_t width; /* without a blank at its end */
    uint32_t blank; /* width of the blank behind it */
};

struct pieces {
    struct piece *item;
    size_t n, room;
};

/* Never the first of a line. */
static bool closes(uint32_t code)
{
    static const uint32_t marks[] = {')',    ']',    '}',    ',',    '.',    ':',    ';',    '!',
                                     '?',    '%',    '/',    '-',    0x2019, 0x201D, 0x3001, 0x3002,
                                     0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF0C,
                                     0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0x00B7, 0x2014, 0x2026};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == code)
            return true;
    return false;
}

/* Never the last of a line. */
static bool opens(uint32_t code)
{
    static const uint32_t marks[] = {'(',    '[',    '{',    0x2018, 0x201C, 0x3008,
                                     0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == code)
            return true;
    return false;
}

/* Part of a word or number: letters of scripts that write with blanks, digits, and what joins them.
 */
static bool is_word(uint32_t code)
{
    return (code > 0x20 && code < 0x1100 && !opens(code)) || code == 0x2019;
}

/* Words that names are made of; see the file. */
static const char *const words[] = {
#define LABEL_WORD(word) word,
#include "map/label_word.def"
#undef LABEL_WORD
};

/* Bytes of the longest listed word that a text starts with, 0 for none. */
static size_t match_word(const char *text)
{
    size_t longest = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (n > longest && strncmp(words[i], text, n) == 0)
            longest = n;
    }
    return longest;
}

/* Bytes of a short bracketed or quoted run that a text starts with, 0 for none: （上海）, “十五五”.
 */
static size_t match_bracket(const char *text)
{
    enum { INSIDE_AT_MOST = 6 };
    const char *p = text;
    if (!*p || !opens(gt_utf8_next(&p)))
        return 0;
    for (int i = 0; i <= INSIDE_AT_MOST && *p; i++)
        if (closes(gt_utf8_next(&p)))
            return (size_t)(p - text);
    return 0;
}

static bool may_break(uint32_t before, uint32_t after)
{
    if (opens(before) || closes(after))
        return false;
    return !(is_word(before) && is_word(after));
}

enum { WEIGHTS = 2, LATIN = 95 };

/* U+0020 to U+007E of Noto Sans CJK SC, which has them from Source Sans: regular, then bold. */
static const uint16_t latin_length[WEIGHTS][LATIN] = {
    {
        224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392,
        555, 555, 555, 555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474,
        946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742,
        633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559,
        606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606,
        620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
    },
    {
        227,  370, 577, 590, 590, 963, 740, 326, 378, 378, 507, 590, 325, 370, 325, 387,
        590,  590, 590, 590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514,
        1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853, 749, 770,
        667,  770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567,
        626,  591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626,
        644,  644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
    }};

/* The same of signs beyond that which are not full-width there. */
static const struct {
    uint32_t code;
    uint16_t length[WEIGHTS];
} narrow[] = {{0xB0, {370, 404}}, {0x2013, {536, 544}}, {0x2014, {894, 908}}};

static uint32_t width_of(uint32_t code)
{
    enum { MIDDLE_DOT = 0xB7, EM = 1000 };
    if (code == MIDDLE_DOT)
        return EM;
    uint32_t width = gt_code_width(code);
    if (code >= 0x1100)
        return width;
    width = width * 11 / 10;
    for (int bold = 0; bold < WEIGHTS && code >= 0x20 && code < 0x20 + LATIN; bold++)
        if (latin_length[bold][code - 0x20] > width)
            width = latin_length[bold][code - 0x20];
    return width;
}

uint32_t gt_label_width(const char *text)
{
    uint32_t width = 0;
    while (*text)
        width += width_of(gt_utf8_next(&text));
    return width;
}

static uint32_t length_of(uint32_t code, bool bold)
{
    if (code >= 0x20 && code < 0x20 + LATIN)
        return latin_length[bold][code - 0x20];
    for (size_t i = 0; i < sizeof narrow / sizeof *narrow; i++)
        if (narrow[i].code == code)
            return narrow[i].length[bold];
    return width_of(code);
}

uint32_t gt_label_length(const char *text, bool bold)
{
    uint32_t length = 0;
    while (*text)
        length += length_of(gt_utf8_next(&text), bold);
    return length;
}

static void end_piece(struct pieces *pieces, const char *from, const char *to)
{
    struct piece piece = {.text = from};
    while (to > from && to[-1] == ' ')
        to--, piece.blank = width_of(' ');
    piece.n = (size_t)(to - from);
    for (const char *p = from; p < to;)
        piece.width += width_of(gt_utf8_next(&p));
    if (!piece.n)
        return;
    pieces->item = gt_xgrow(pieces->item, pieces->n, &pieces->room, sizeof piece);
    pieces->item[pieces->n++] = piece;
}

static void cut(const char *text, struct pieces *pieces)
{
    const char *from = text, *kept = text; /* no break before `kept` */
    uint32_t before = 0;
    while (*text) {
        const char *here = text;
        uint32_t code = gt_utf8_next(&text);
        bool after_blank = before == ' ' && code != ' ';
        if (before && code != ' ' && here >= kept && (after_blank || may_break(before, code))) {
            end_piece(pieces, from, here);
            from = here;
        }
        if (here >= kept) {
            size_t word = match_word(here), bracket = match_bracket(here);
            kept = here + (word > bracket ? word : bracket);
        }
        before = code;
    }
    end_piece(pieces, from, text);
}

/* Fills lines greedily; writes them when `out` is there. Returns the number of lines. */
static uint32_t fill(const struct pieces *pieces, uint32_t limit, struct gt_buffer *out,
                     uint32_t *widest)
{
    uint32_t lines = 0, width = 0, blank = 0;
    *widest = 0;
    for (size_t i = 0; i < pieces->n; i++) {
        const struct piece *piece = &pieces->item[i];
        bool fresh = lines == 0 || width + blank + piece->width > limit;
        if (out && fresh && lines)
            gt_buffer_text(out, "\n");
        if (out && !fresh && blank)
            gt_buffer_text(out, " ");
        if (out)
            gt_buffer_add(out, piece->text, piece->n);
        lines += fresh;
        width = fresh ? piece->width : width + blank + piece->width;
        blank = piece->blank;
        *widest = width > *widest ? width : *widest;
    }
    return lines;
}

const char *gt_label_clean(const char *text, bool keep_lines, struct gt_arena *arena)
{
    struct gt_buffer out = {0};
    while (*text) {
        const char *here = text;
        uint32_t code = gt_utf8_next(&text);
        bool bad = code < 0x20 || (code >= 0x7F && code < 0xA0) || (code & 0xFFFE) == 0xFFFE;
        if (bad && !(keep_lines && code == '\n'))
            gt_buffer_text(&out, " ");
        else
            gt_buffer_add(&out, here, (size_t)(text - here));
    }
    const char *clean = gt_arena_text(arena, gt_buffer_string(&out), out.n);
    gt_buffer_fini(&out);
    return clean;
}

struct gt_label gt_label_wrap(const char *text, uint32_t limit, struct gt_arena *arena)
{
    struct gt_label label = {.text = "", .n_lines = 1};
    struct pieces pieces = {0};
    struct gt_buffer out = {0};
    cut(gt_label_clean(text, false, arena), &pieces);
    uint32_t widest, low = 0, high = limit;
    uint32_t fewest = fill(&pieces, limit, NULL, &widest);
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (fill(&pieces, middle, NULL, &widest) > fewest)
            low = middle;
        else
            high = middle;
    }
    if (pieces.n) {
        label.n_lines = fill(&pieces, high, &out, &label.width);
        label.text = gt_arena_text(arena, gt_buffer_string(&out), out.n);
    }
    free(pieces.item);
    gt_buffer_fini(&out);
    return label;
}
