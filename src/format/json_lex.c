/* json_lex.c: the tokens of JSON (RFC 8259). */
#include "format/json_lex.h"

#include "base/number.h"
#include "base/utf8.h"
#include "format/quote.h"

#include <string.h>

void gt_json_lex_fini(struct gt_json_lex *lex)
{
    gt_buffer_fini(&lex->decoded);
    gt_arena_fini(&lex->arena);
}

/* --- faults ------------------------------------------------------------------------------------
 */

const char *gt_json_lex_place(struct gt_json_lex *lex, const char *at)
{
    uint32_t line = 1, column = 1;
    for (const char *p = lex->start; p < at; p++) {
        if (*p == '\n') {
            line++;
            column = 1;
        } else {
            column += ((unsigned char)*p & 0xC0) != 0x80;
        }
    }
    return gt_arena_format(&lex->arena, "%s:%u:%u", lex->file, line, column);
}

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

/* What stands at a place, for a message: a word, a character, or the end of the file. */
static const char *show_found(struct gt_json_lex *lex, const char *at)
{
    if (at >= lex->end)
        return gt_say(lex->faults->lang, "the end of the file", "文件结尾");
    unsigned char byte = (unsigned char)*at;
    if (byte < 0x20 || byte == 0x7F)
        return gt_arena_format(&lex->arena, "U+%04X", (unsigned)byte);
    const char *next = at;
    gt_utf8_next(&next);
    if (is_word_byte(*at))
        while (next < lex->end && is_word_byte(*next))
            next++;
    return gt_quote_bytes(at, (size_t)(next - at), lex->faults->lang, &lex->arena);
}

bool gt_json_lex_refuse(struct gt_json_lex *lex, const char *at, const char *expected_en,
                        const char *expected_zh)
{
    const char *expected = gt_say(lex->faults->lang, expected_en, expected_zh);
    gt_fault_add(lex->faults, gt_json_lex_place(lex, at), "found %s, expected %s",
                 "发现：%s；应为：%s", show_found(lex, at), expected);
    return false;
}

bool gt_json_lex_complain(struct gt_json_lex *lex, const char *at, const char *en, const char *zh)
{
    const char *text = gt_say(lex->faults->lang, en, zh);
    gt_fault_add(lex->faults, gt_json_lex_place(lex, at), "%s", "%s", text);
    return false;
}

/* --- encoding ----------------------------------------------------------------------------------
 */

static bool starts_with(const struct gt_json_lex *lex, const char *bytes, size_t n)
{
    return (size_t)(lex->end - lex->p) >= n && memcmp(lex->p, bytes, n) == 0;
}

/* UTF-16 and UTF-32 show by their byte-order mark, or by the zero bytes around the first brace. */
static bool is_wide(const struct gt_json_lex *lex)
{
    if (starts_with(lex, "\xFE\xFF", 2) || starts_with(lex, "\xFF\xFE", 2))
        return true;
    return lex->end - lex->p >= 2 && (!lex->p[0] || !lex->p[1]);
}

bool gt_json_lex_begin(struct gt_json_lex *lex)
{
    size_t bad;
    if (is_wide(lex))
        return gt_json_lex_complain(
            lex, lex->p, "found UTF-16 or UTF-32, expected UTF-8: save the file as UTF-8",
            "发现 UTF-16 或 UTF-32 编码，应为 UTF-8：请将文件另存为 UTF-8");
    if (starts_with(lex, "\xEF\xBB\xBF", 3))
        lex->p += 3;
    lex->start = lex->p;
    if (gt_utf8_check(lex->p, (size_t)(lex->end - lex->p), &bad))
        return true;
    unsigned byte = (unsigned char)lex->p[bad];
    gt_fault_add(lex->faults, gt_json_lex_place(lex, lex->p + bad),
                 "found byte 0x%02X, expected UTF-8: save a file in GBK or GB 18030 as UTF-8",
                 "发现字节 0x%02X，应为 UTF-8：GBK 或 GB 18030 编码的文件请另存为 UTF-8", byte);
    return false;
}

/* --- small tokens ------------------------------------------------------------------------------
 */

void gt_json_lex_blanks(struct gt_json_lex *lex)
{
    for (; lex->p < lex->end; lex->p++) {
        if (*lex->p == '\n')
            lex->line++;
        else if (*lex->p != ' ' && *lex->p != '\t' && *lex->p != '\r')
            return;
    }
}

bool gt_json_lex_at(const struct gt_json_lex *lex, char byte)
{
    return lex->p < lex->end && *lex->p == byte;
}

bool gt_json_lex_take(struct gt_json_lex *lex, char byte)
{
    if (!gt_json_lex_at(lex, byte))
        return false;
    lex->p++;
    return true;
}

bool gt_json_lex_word(struct gt_json_lex *lex)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        const char *behind = lex->p + n;
        if (starts_with(lex, words[i], n) && (behind == lex->end || !is_word_byte(*behind))) {
            lex->p = behind;
            return true;
        }
    }
    return gt_json_lex_refuse(lex, lex->p,
                              "a value: an object {}, a list [], a text in \"\", a number, true, "
                              "false or null",
                              "值：对象 {}、列表 []、双引号中的文本、数字、true、false 或 null");
}

/* --- numbers -----------------------------------------------------------------------------------
 */

static bool at_digit(const struct gt_json_lex *lex)
{
    return lex->p < lex->end && *lex->p >= '0' && *lex->p <= '9';
}

static bool take_digits(struct gt_json_lex *lex)
{
    if (!at_digit(lex))
        return gt_json_lex_refuse(lex, lex->p, "a digit", "数字 0 至 9");
    while (at_digit(lex))
        lex->p++;
    return true;
}

/* A number of good form must also be one that a double holds and the parser reads whole. */
static bool check_range(struct gt_json_lex *lex, const char *from)
{
    char text[GT_JSON_LEX_DIGITS + 1] = "";
    double value;
    size_t n = (size_t)(lex->p - from);
    if (n > GT_JSON_LEX_DIGITS) {
        gt_fault_add(lex->faults, gt_json_lex_place(lex, from),
                     "found a number of %zu characters, expected at most %d",
                     "发现 %zu 个字符的数字，应不超过 %d 个", n, (int)GT_JSON_LEX_DIGITS);
        return false;
    }
    memcpy(text, from, n);
    if (gt_number_read(text, &value))
        return true;
    return gt_json_lex_refuse(lex, from, "a number below 1.8e308", "小于 1.8e308 的数字");
}

bool gt_json_lex_number(struct gt_json_lex *lex)
{
    const char *from = lex->p;
    gt_json_lex_take(lex, '-');
    if (gt_json_lex_take(lex, '0')) {
        if (at_digit(lex))
            return gt_json_lex_refuse(lex, from, "a number without leading zero",
                                      "不以 0 开头的数字");
    } else if (!take_digits(lex)) {
        return false;
    }
    if (gt_json_lex_take(lex, '.') && !take_digits(lex))
        return false;
    if (gt_json_lex_take(lex, 'e') || gt_json_lex_take(lex, 'E')) {
        if (!gt_json_lex_take(lex, '+'))
            gt_json_lex_take(lex, '-');
        if (!take_digits(lex))
            return false;
    }
    return check_range(lex, from);
}

/* --- texts -------------------------------------------------------------------------------------
 */

/* The four digits behind \u. */
static bool take_hex(struct gt_json_lex *lex, uint32_t *code)
{
    *code = 0;
    for (int i = 0; i < 4; i++, lex->p++) {
        char byte = lex->p < lex->end ? *lex->p : 0, lower = (char)(byte | 0x20);
        if (byte >= '0' && byte <= '9')
            *code = *code << 4 | (uint32_t)(byte - '0');
        else if (lower >= 'a' && lower <= 'f')
            *code = *code << 4 | (uint32_t)(lower - 'a' + 10);
        else
            return gt_json_lex_refuse(lex, lex->p, "four hexadecimal digits behind \\u",
                                      "\\u 之后的四位十六进制数字");
    }
    return true;
}

/* What follows \u: one code point, which takes a second escape above U+FFFF. */
static bool take_unicode(struct gt_json_lex *lex, uint32_t *code)
{
    const char *from = lex->p - 2;
    uint32_t low = 0;
    if (!take_hex(lex, code))
        return false;
    if (*code == 0)
        return gt_json_lex_complain(lex, from, "found \\u0000, which no text may hold",
                                    "发现 \\u0000，文本中不允许");
    if (*code < 0xD800 || *code > 0xDFFF)
        return true;
    if (*code < 0xDC00 && starts_with(lex, "\\u", 2)) {
        lex->p += 2;
        if (!take_hex(lex, &low))
            return false;
    }
    if (low < 0xDC00 || low > 0xDFFF)
        return gt_json_lex_complain(lex, from, "found half of a surrogate pair, expected both",
                                    "发现半个代理对，应成对出现");
    *code = 0x10000 + ((*code - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

/* What follows a backslash. */
static bool take_escape(struct gt_json_lex *lex)
{
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    char utf8[4];
    uint32_t code;
    const char *name = lex->p < lex->end && *lex->p ? strchr(names, *lex->p) : NULL;
    if (name) {
        lex->p++;
        gt_buffer_add(&lex->decoded, &values[name - names], 1);
        return true;
    }
    if (!gt_json_lex_take(lex, 'u'))
        return gt_json_lex_refuse(lex, lex->p, "one of \" \\ / b f n r t u behind the backslash",
                                  "反斜杠之后的 \" \\ / b f n r t u 之一");
    if (!take_unicode(lex, &code))
        return false;
    gt_buffer_add(&lex->decoded, utf8, gt_utf8_put(code, utf8));
    return true;
}

bool gt_json_lex_text(struct gt_json_lex *lex)
{
    const char *opening = lex->p++, *run = lex->p;
    gt_buffer_clear(&lex->decoded);
    for (; lex->p < lex->end; lex->p++) {
        char byte = *lex->p;
        if ((unsigned char)byte < 0x20)
            return gt_json_lex_refuse(lex, lex->p,
                                      "no control character or line break in a text: write \\n",
                                      "文本中没有控制字符或换行：换行请写作 \\n");
        if (byte != '"' && byte != '\\')
            continue;
        gt_buffer_add(&lex->decoded, run, (size_t)(lex->p - run));
        lex->p++;
        if (byte == '"')
            return true;
        if (!take_escape(lex))
            return false;
        run = lex->p--; /* the loop steps on */
    }
    return gt_json_lex_complain(lex, opening, "found a text without closing quotation mark",
                                "文本缺少结尾的引号");
}
