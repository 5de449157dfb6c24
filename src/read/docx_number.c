/* docx_number.c: lists of Word, their levels and counters.
 *
 * Limits: MOST_LISTS definitions and lists, LEVELS levels; what is over them has no numbers. */
#include "read/docx_number.h"

#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LEVELS = 9, MOST_LISTS = 2000, VALUE = 64, MOST = 9999 };

enum digits { BULLET, ARABIC, CHINESE, STEMS, CIRCLED, LETTERS, CAPITALS };

struct level {
    enum digits digits;
    char text[VALUE]; /* "（%1）" */
    uint32_t start, count;
};

/* A definition: its number in the file, and its levels, which count for all lists of it. */
struct definition {
    uint64_t id;
    struct level level[LEVELS];
};

struct list {
    uint64_t id, definition;
};

struct gt_docx_numbers {
    struct definition *definition;
    struct list *list;
    size_t n_definitions, room_definitions, n_lists, room_lists;
    struct level *level; /* that is being defined; null: none */
};

struct gt_docx_numbers *gt_docx_numbers_new(void)
{
    return gt_xcalloc(1, sizeof(struct gt_docx_numbers));
}

void gt_docx_numbers_free(struct gt_docx_numbers *numbers)
{
    if (!numbers)
        return;
    free(numbers->definition);
    free(numbers->list);
    free(numbers);
}

/* --- definitions -------------------------------------------------------------------------------
 */

/* The value of an attribute by its local name, cut at a character; "" without one. */
static const char *value_of(const xmlChar **attributes, int n, const char *name, char to[VALUE])
{
    to[0] = '\0';
    for (int i = 0; i < n; i++) {
        const xmlChar **one = attributes + 5 * (size_t)i;
        size_t length = (size_t)(one[4] - one[3]), bad;
        if (strcmp((const char *)one[0], name) != 0 || length >= VALUE)
            continue;
        memcpy(to, one[3], length);
        to[length] = '\0';
        if (!gt_utf8_check(to, length, &bad))
            to[0] = '\0';
    }
    return to;
}

static uint64_t id_of(const xmlChar **attributes, int n, const char *name)
{
    char value[VALUE];
    uint64_t id;
    return gt_number_read_uint(value_of(attributes, n, name, value), &id) ? id : UINT64_MAX;
}

static enum digits digits_of(const char *format)
{
    static const struct {
        const char *name;
        enum digits digits;
    } formats[] = {
#define NUMBER_FORMAT(name, digits) {#name, digits},
#include "read/number_format.def"
#undef NUMBER_FORMAT
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, format) == 0)
            return formats[i].digits;
    return BULLET;
}

static void define(struct gt_docx_numbers *numbers, uint64_t id)
{
    numbers->level = NULL;
    if (numbers->n_definitions == MOST_LISTS)
        return;
    numbers->definition = gt_xgrow(numbers->definition, numbers->n_definitions,
                                   &numbers->room_definitions, sizeof *numbers->definition);
    numbers->definition[numbers->n_definitions++] = (struct definition){.id = id};
}

static void add_list(struct gt_docx_numbers *numbers, uint64_t id)
{
    numbers->level = NULL;
    if (numbers->n_lists == MOST_LISTS)
        return;
    numbers->list =
        gt_xgrow(numbers->list, numbers->n_lists, &numbers->room_lists, sizeof *numbers->list);
    numbers->list[numbers->n_lists++] = (struct list){.id = id, .definition = UINT64_MAX};
}

static void begin_level(struct gt_docx_numbers *numbers, uint64_t level)
{
    numbers->level = NULL;
    if (level >= LEVELS || numbers->n_definitions == 0 || numbers->n_lists > 0)
        return; /* behind the first list stand exceptions to definitions */
    numbers->level = &numbers->definition[numbers->n_definitions - 1].level[level];
    numbers->level->start = 1;
}

void gt_docx_numbers_take(struct gt_docx_numbers *numbers, const char *element,
                          const xmlChar **attributes, int n)
{
    char value[VALUE];
    if (strcmp(element, "abstractNum") == 0)
        define(numbers, id_of(attributes, n, "abstractNumId"));
    else if (strcmp(element, "num") == 0)
        add_list(numbers, id_of(attributes, n, "numId"));
    else if (strcmp(element, "abstractNumId") == 0 && numbers->n_lists)
        numbers->list[numbers->n_lists - 1].definition = id_of(attributes, n, "val");
    else if (strcmp(element, "lvl") == 0)
        begin_level(numbers, id_of(attributes, n, "ilvl"));
    else if (numbers->level && strcmp(element, "numFmt") == 0)
        numbers->level->digits = digits_of(value_of(attributes, n, "val", value));
    else if (numbers->level && strcmp(element, "lvlText") == 0)
        value_of(attributes, n, "val", numbers->level->text);
    else if (numbers->level && strcmp(element, "start") == 0 && id_of(attributes, n, "val") <= MOST)
        numbers->level->start = (uint32_t)id_of(attributes, n, "val");
}

/* --- numbers -----------------------------------------------------------------------------------
 */

static void add_chinese(uint32_t number, struct gt_buffer *out)
{
    static const char *const digit[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number >= 100) {
        gt_buffer_format(out, "%u", number);
        return;
    }
    if (number >= 20)
        gt_buffer_text(out, digit[number / 10]);
    if (number >= 10)
        gt_buffer_text(out, "十");
    if (number % 10 || number == 0)
        gt_buffer_text(out, digit[number % 10]);
}

static void add_count(enum digits digits, uint32_t number, struct gt_buffer *out)
{
    static const char stems[] = "甲乙丙丁戊己庚辛壬癸";
    char bytes[4];
    bool letters = digits == LETTERS || digits == CAPITALS;
    if (digits == CHINESE) {
        add_chinese(number, out);
    } else if (digits == STEMS && number >= 1 && number <= 10) {
        gt_buffer_add(out, stems + (size_t)(number - 1) * 3, 3);
    } else if (digits == CIRCLED && number >= 1 && number <= 20) {
        gt_buffer_add(out, bytes, gt_utf8_put(0x245F + number, bytes));
    } else if (letters && number >= 1 && number <= 26) {
        bytes[0] = (char)((digits == LETTERS ? 'a' : 'A') + (int)number - 1);
        gt_buffer_add(out, bytes, 1);
    } else {
        gt_buffer_format(out, "%u", number);
    }
}

static struct definition *find_definition(struct gt_docx_numbers *numbers, uint64_t list)
{
    uint64_t id = UINT64_MAX;
    for (size_t i = 0; i < numbers->n_lists; i++)
        if (numbers->list[i].id == list)
            id = numbers->list[i].definition;
    for (size_t i = 0; id != UINT64_MAX && i < numbers->n_definitions; i++)
        if (numbers->definition[i].id == id)
            return &numbers->definition[i];
    return NULL;
}

static void count_up(struct definition *definition, unsigned level)
{
    struct level *this = &definition->level[level];
    for (unsigned i = 0; i < level; i++) /* levels above that no paragraph had */
        if (definition->level[i].count == 0)
            definition->level[i].count = definition->level[i].start;
    this->count = this->count == 0 ? this->start : this->count + (this->count < MOST);
    for (unsigned i = level + 1; i < LEVELS; i++)
        definition->level[i].count = 0;
}

void gt_docx_number(struct gt_docx_numbers *numbers, unsigned id, unsigned level,
                    struct gt_buffer *out)
{
    struct definition *definition = find_definition(numbers, id);
    if (!definition || level >= LEVELS)
        return;
    count_up(definition, level);
    const struct level *this = &definition->level[level];
    for (const char *p = this->text; this->digits != BULLET && *p; p++) {
        if (p[0] != '%' || p[1] < '1' || p[1] > '9') {
            gt_buffer_add(out, p, 1);
            continue;
        }
        const struct level *of = &definition->level[*++p - '1'];
        add_count(of->digits == BULLET ? ARABIC : of->digits, of->count, out);
    }
}
