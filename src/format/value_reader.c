/* value_reader.c: one function for each kind of property that is one text, number, word or list. */
#include "format/value_reader.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "format/quote.h"
#include "graph/property.h"

#include <math.h>
#include <string.h>

static bool is_slug(const char *text)
{
    size_t n = strlen(text);
    if (n == 0 || n > GT_SLUG_BYTES || text[0] == '-' || text[n - 1] == '-')
        return false;
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == n && !strstr(text, "--");
}

bool gt_value_slug(struct gt_reader *reader, const cJSON *item, void *field)
{
    const char *text = gt_read_text(reader, item);
    if (!text)
        return false;
    if (!is_slug(text))
        return gt_read_refuse(reader, item,
                              "lower-case ASCII letters and digits, words joined by '-', at most "
                              "80: \"donghua-university\"",
                              "小写英文字母和数字，词间用 '-' 连接，不超过 80 个："
                              "“donghua-university”");
    *(const char **)field = text;
    return true;
}

/* A text as people see it: not empty, no blanks around it, nothing that a terminal obeys. */
static bool check_text(struct gt_reader *reader, const cJSON *item, const char *text)
{
    uint32_t code = 0;
    size_t codes = 0;
    for (const char *p = text; *p; codes++) {
        code = gt_utf8_next(&p);
        if (gt_code_is_unfit(code)) {
            gt_fault_add(reader->faults, gt_read_place(reader, item),
                         "found the character U+%04X in %s, expected only visible ones",
                         "发现字符 U+%04X，见于%s，应只有可见字符", (unsigned)code,
                         gt_read_show(reader, item));
            return false;
        }
        if (codes == 0 && gt_code_is_space(code))
            break;
    }
    if (codes == 0 || gt_code_is_space(code))
        return gt_read_refuse(reader, item, "a text, without blanks at its ends",
                              "非空文本，首尾无空白");
    if (codes > GT_TEXT_CODES) {
        gt_fault_add(reader->faults, gt_read_place(reader, item),
                     "found a text of %zu characters, expected at most %d",
                     "文本长 %zu 个字符，应不超过 %d 个", codes, (int)GT_TEXT_CODES);
        return false;
    }
    return true;
}

bool gt_value_text(struct gt_reader *reader, const cJSON *item, void *field)
{
    const char *text = gt_read_text(reader, item);
    if (!text || !check_text(reader, item, text))
        return false;
    *(const char **)field = text;
    return true;
}

bool gt_value_label(struct gt_reader *reader, const cJSON *item, void *field)
{
    if (!gt_value_text(reader, item, field))
        return false;
    size_t codes = gt_utf8_count(*(const char **)field);
    if (codes <= GT_LABEL_CODES)
        return true;
    gt_fault_add(reader->faults, gt_read_place(reader, item),
                 "found %s of %zu characters, expected at most %d",
                 "%s共 %zu 个字符，应不超过 %d 个", gt_read_show(reader, item), codes,
                 (int)GT_LABEL_CODES);
    return false;
}

bool gt_value_list(struct gt_reader *reader, const cJSON *item)
{
    if (!cJSON_IsArray(item))
        return gt_read_refuse(reader, item, "a list []", "列表 []");
    int n = cJSON_GetArraySize(item);
    if (n <= GT_LIST_ITEMS)
        return true;
    gt_fault_add(reader->faults, gt_read_place(reader, item),
                 "found a list of %d items, expected at most %d", "列表有 %d 项，应不超过 %d 项", n,
                 (int)GT_LIST_ITEMS);
    return false;
}

bool gt_value_refuse_repeated(struct gt_reader *reader, const cJSON *item)
{
    gt_fault_add(reader->faults, gt_read_place(reader, item), "found %s twice in the list",
                 "%s在列表中出现两次", gt_read_show(reader, item));
    return false;
}

bool gt_value_texts(struct gt_reader *reader, const cJSON *item, void *field)
{
    struct gt_texts *texts = field;
    if (!gt_value_list(reader, item))
        return false;
    bool done = true;
    for (const cJSON *one = item->child; one; one = one->next) {
        const char *text;
        if (!gt_value_text(reader, one, &text))
            done = false;
        else if (gt_texts_have(texts, text))
            done = gt_value_refuse_repeated(reader, one);
        else
            gt_texts_add(texts, text, &reader->arena);
    }
    return done;
}

/* The number that n digits make, -1 when they are none. */
static int read_digits(const char *text, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* A year, month or day that the calendar has (ISO 8601). */
static bool is_date(const char *text)
{
    size_t n = strlen(text);
    if ((n != 4 && n != 7 && n != 10) || (n > 4 && text[4] != '-') || (n > 7 && text[7] != '-'))
        return false;
    int year = read_digits(text, 4);
    int month = n > 4 ? read_digits(text + 5, 2) : 1;
    int day = n > 7 ? read_digits(text + 8, 2) : 1;
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

bool gt_value_date(struct gt_reader *reader, const cJSON *item, void *field)
{
    const char *text = gt_read_text(reader, item);
    if (!text)
        return false;
    if (!is_date(text))
        return gt_read_refuse(reader, item, "a date: YYYY, YYYY-MM or YYYY-MM-DD",
                              "日期（YYYY、YYYY-MM 或 YYYY-MM-DD）");
    *(const char **)field = text;
    return true;
}

bool gt_value_hash(struct gt_reader *reader, const cJSON *item, void *field)
{
    const char *text = gt_read_text(reader, item);
    if (!text)
        return false;
    if (strlen(text) != 64 || strspn(text, "0123456789abcdef") != 64)
        return gt_read_refuse(reader, item, "64 lower-case hexadecimal digits",
                              "64 位小写十六进制数字");
    *(const char **)field = text;
    return true;
}

/* --- numbers -----------------------------------------------------------------------------------
 */

bool gt_value_count(struct gt_reader *reader, const cJSON *item, void *field)
{
    double value = cJSON_IsNumber(item) ? item->valuedouble : -1;
    /* UINT32_MAX itself is GT_NONE */
    if (!(value >= 0) || value >= UINT32_MAX || value > floor(value))
        return gt_read_refuse(reader, item, "a whole number from 0 to 4294967294",
                              "0 至 4294967294 的整数");
    *(uint32_t *)field = (uint32_t)value;
    return true;
}

bool gt_value_share(struct gt_reader *reader, const cJSON *item, void *field)
{
    double value = cJSON_IsNumber(item) ? item->valuedouble : -1;
    if (!(value >= 0 && value <= 1))
        return gt_read_refuse(reader, item, "a number from 0 to 1", "0 至 1 的数");
    *(double *)field = value;
    return true;
}

/* --- words of a vocabulary ---------------------------------------------------------------------
 */

static bool refuse_word(struct gt_reader *reader, const cJSON *item, enum gt_vocabulary vocabulary)
{
    if (reader->faults->n >= GT_FAULTS_KEPT) {
        reader->faults->n++;
        return false;
    }
    struct gt_buffer words = {0};
    int loose = gt_vocabulary_find(vocabulary, item->valuestring, true);
    const char *near = loose >= 0 ? gt_vocabulary_word(vocabulary, loose).name
                                  : gt_vocabulary_suggest(vocabulary, item->valuestring);
    for (int i = 0; i < gt_vocabulary_size(vocabulary); i++) {
        const char *name = gt_vocabulary_word(vocabulary, i).name;
        if (name)
            gt_buffer_format(&words, "%s%s", words.n ? ", " : "", name);
    }
    const char *place = gt_read_place(reader, item);
    if (near)
        gt_fault_add(reader->faults, place, "found %s, did you mean \"%s\"?",
                     "发现%s，是否指“%s”？", gt_read_show(reader, item), near);
    else
        gt_fault_add(reader->faults, place, "found %s, expected one of: %s",
                     "发现：%s；应为以下之一：%s", gt_read_show(reader, item), words.bytes);
    gt_buffer_fini(&words);
    return false;
}

bool gt_value_word(struct gt_reader *reader, const cJSON *item, enum gt_vocabulary vocabulary,
                   int *word)
{
    const char *text = gt_read_text(reader, item);
    if (!text)
        return false;
    *word = gt_vocabulary_find(vocabulary, text, false);
    return *word >= 0 || refuse_word(reader, item, vocabulary);
}

#define READ_WORD(name, enumeration, vocabulary)                                                   \
    bool name(struct gt_reader *reader, const cJSON *item, void *field)                            \
    {                                                                                              \
        int word;                                                                                  \
        if (!gt_value_word(reader, item, vocabulary, &word))                                       \
            return false;                                                                          \
        *(enum enumeration *)field = (enum enumeration)word;                                       \
        return true;                                                                               \
    }

READ_WORD(gt_value_node_type, gt_node_type, GT_VOCABULARY_NODE_TYPE)
READ_WORD(gt_value_edge_type, gt_edge_type, GT_VOCABULARY_EDGE_TYPE)
READ_WORD(gt_value_status, gt_edge_status, GT_VOCABULARY_STATUS)
READ_WORD(gt_value_level, gt_level, GT_VOCABULARY_LEVEL)
READ_WORD(gt_value_district, gt_district, GT_VOCABULARY_DISTRICT)

bool gt_value_districts(struct gt_reader *reader, const cJSON *item, void *field)
{
    gt_districts *districts = field;
    if (!gt_value_list(reader, item))
        return false;
    bool done = true;
    for (const cJSON *one = item->child; one; one = one->next) {
        int word;
        if (!gt_value_word(reader, one, GT_VOCABULARY_DISTRICT, &word))
            done = false;
        else if (*districts & 1u << word)
            done = gt_value_refuse_repeated(reader, one);
        else
            *districts |= 1u << word;
    }
    return done;
}
