/* metadata.c: what a reply says of itself in its head and foot.
 *
 * How it works: the salutation (杨欢委员：) ends the head; the signature (an agency's name alone,
 * and a date below it), or the first line of contacts, begins the foot. The number, the title and
 * the letter-head are looked for in the head alone, so that what the body cites is not taken for
 * them; the date in the foot. What no line says is taken from the number, as far as the text bears
 * it out. */
#include "read/metadata.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/reply.h"

#include <string.h>

enum {
    HEAD_LINES = 40,      /* in which a head ends that has no salutation */
    SALUTATION_MOST = 80, /* code points */
    GREETING_MOST = 6,    /* 您好！ */
    TITLE_LINES = 5,      /* that a title may take */
    TITLE_MOST = 150,     /* code points */
    LABEL_MOST = 12,      /* of a label with its colon */
    AGENCY_MOST = 40,
    DATE_MOST = 30,  /* letter-spaced */
    DATE_WITHIN = 4, /* lines below a signature in which its date stands */
    SLUG_MOST = 60   /* bytes of an identifier that a file's name gives */
};

struct reading {
    const struct gt_folded *folded;
    struct gt_arena *arena;
    struct gt_metadata *out;
    uint32_t head_end;  /* number of the first line that is not of the head */
    uint32_t signature; /* number of the line of the signature, GT_NONE without one */
    struct gt_reply_number number;
    struct gt_agency issuer;
    uint32_t year; /* of the date or number; 0: unknown */
};

static struct gt_range line_range(const struct reading *reading, uint32_t line)
{
    return (struct gt_range){reading->folded->lines[line].start, reading->folded->lines[line].end};
}

static uint32_t n_lines(const struct reading *reading)
{
    return reading->folded->n_lines;
}

static const char *copy(const struct reading *reading, struct gt_range range)
{
    return gt_folded_copy(reading->folded, range.start, range.end, reading->arena);
}

/* True when a range begins with one of the labels of contact.def, and a colon follows soon; the
 * lines of a body may begin with such words too. A label in brackets needs none: （此件公开发布）.
 */
static bool is_contact(const struct reading *reading, struct gt_range range)
{
    static const char *const labels[] = {
#define CONTACT(label) label,
#include "read/contact.def"
#undef CONTACT
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (!gt_range_starts(reading->folded, range, labels[i]))
            continue;
        struct gt_range label = {range.start, range.start + LABEL_MOST};
        label.end = label.end < range.end ? label.end : range.end;
        return strncmp(labels[i], "（", 3) == 0 || labels[i][0] == '(' ||
               gt_range_find(reading->folded, label, "：") != GT_NONE ||
               gt_range_find(reading->folded, label, ":") != GT_NONE;
    }
    return false;
}

/* --- head --------------------------------------------------------------------------------------
 */

/* True when a line holds what no salutation does. */
static bool is_other_head_line(const struct reading *reading, struct gt_range line)
{
    static const char *const others[] = {"。", "；", "，", "《", "如下", "办理结果", "签发"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (gt_range_find(reading->folded, line, others[i]) != GT_NONE)
            return true;
    return is_contact(reading, line);
}

/* Where the salutation of a line ends, GT_NONE when it is none: 李某委员、赵某委员： and 区发改委：
 * end in a colon; a greeting may follow: 李某代表：您好！ */
static uint32_t salutation_end(const struct reading *reading, struct gt_range line)
{
    static const char *const addressed[] = {"委员：", "代表：", "委员:", "代表:"};
    const struct gt_folded *folded = reading->folded;
    uint32_t n = gt_range_length(line);
    if (n < 3 || n > SALUTATION_MOST || is_other_head_line(reading, line))
        return GT_NONE;
    if (gt_range_ends(folded, line, "：") || gt_range_ends(folded, line, ":"))
        return line.end;
    for (size_t i = 0; i < sizeof addressed / sizeof *addressed; i++) {
        uint32_t at = gt_range_find(folded, line, addressed[i]);
        if (at != GT_NONE && line.end - (at + 3) <= GREETING_MOST)
            return at + 3;
    }
    return GT_NONE;
}

/* Finds where the head ends, and the body begins. */
static void find_head(struct reading *reading)
{
    uint32_t n = n_lines(reading) < HEAD_LINES ? n_lines(reading) : HEAD_LINES;
    reading->head_end = n;
    reading->out->body_start = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t end = salutation_end(reading, line_range(reading, i));
        if (end == GT_NONE)
            continue;
        reading->head_end = i;
        reading->out->body_start = end;
        return;
    }
}

/* The kind that a title's end tells, null when it is no end of a title. A class may follow:
 * （A类）. */
static const char *title_kind(const struct reading *reading, struct gt_range title)
{
    static const struct {
        const char *end, *kind;
    } ends[] = {
#define TITLE_END(end, kind) {end, kind},
#include "read/title_end.def"
#undef TITLE_END
    };
    const struct gt_folded *folded = reading->folded;
    if (gt_range_ends(folded, title, "）") || gt_range_ends(folded, title, ")")) {
        uint32_t open = title.end - 1;
        while (open > title.start && title.end - open < 8 &&
               gt_folded_code(folded, open) != 0xFF08 && gt_folded_code(folded, open) != '(')
            open--;
        title.end = open;
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (gt_range_ends(folded, title, ends[i].end))
            return ends[i].kind;
    return NULL;
}

/* True for a line at which a title may begin: it says what it answers to. */
static bool may_begin_title(const struct reading *reading, struct gt_range line)
{
    const struct gt_folded *folded = reading->folded;
    return gt_range_starts(folded, line, "对") || gt_range_find(folded, line, "关于") != GT_NONE ||
           (gt_range_find(folded, line, "会议") != GT_NONE &&
            gt_range_find(folded, line, "第") != GT_NONE);
}

/* True when a text tells what is answered: a proposal. */
static bool names_proposal(const struct reading *reading, struct gt_range title)
{
    static const char *const words[] = {"提案", "建议", "议案", "政协", "人大"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_range_find(reading->folded, title, words[i]) != GT_NONE)
            return true;
    return false;
}

/* The title is the first run of lines of the head that begins and ends as one does. */
static bool find_title(struct reading *reading, struct gt_range *title)
{
    for (uint32_t first = 0; first < reading->head_end; first++) {
        struct gt_range start = line_range(reading, first);
        if (start.start == start.end || !may_begin_title(reading, start))
            continue;
        for (uint32_t last = first; last < reading->head_end && last < first + TITLE_LINES;
             last++) {
            *title = (struct gt_range){start.start, line_range(reading, last).end};
            const char *kind = title_kind(reading, *title);
            if (gt_range_length(*title) > TITLE_MOST)
                break;
            if (kind && names_proposal(reading, *title)) {
                reading->out->kind = kind;
                return true;
            }
        }
    }
    return false;
}

/* Reads the proposal's number at 第: 第098号, 第〇九八号; in Arabic digits. Null when it is none.
 */
static const char *read_proposal(const struct reading *reading, struct gt_range range)
{
    struct gt_buffer digits = {0};
    const struct gt_folded *folded = reading->folded;
    uint32_t at = range.start + 1;
    for (; at < range.end && digits.n < 12; at++) {
        uint32_t code = gt_folded_code(folded, at);
        int digit = gt_digit_arabic(code);
        if (digit < 0)
            digit = gt_digit_chinese(code);
        if (digit < 0 && !(code >= 'A' && code <= 'Z') && code != '-')
            break;
        gt_buffer_format(&digits, "%c", digit >= 0 ? '0' + digit : (char)code);
    }
    bool done = digits.n > 0 && at < range.end && gt_folded_code(folded, at) == 0x53F7;
    const char *text = done ? gt_arena_text(reading->arena, digits.bytes, digits.n) : NULL;
    gt_buffer_fini(&digits);
    return text;
}

static void find_proposal(struct reading *reading, struct gt_range range)
{
    uint32_t at;
    while (!reading->out->proposal &&
           (at = gt_range_find(reading->folded, range, "第")) != GT_NONE) {
        range.start = at;
        reading->out->proposal = read_proposal(reading, range);
        range.start = at + 1;
    }
}

/* The session: between 对 or 关于 and the first 会议: 云岭区政协第六届二次会议. */
static void find_session(struct reading *reading, struct gt_range title)
{
    const struct gt_folded *folded = reading->folded;
    struct gt_range range = title;
    uint32_t about = gt_range_find(folded, range, "关于");
    uint32_t end = gt_range_find(folded, range, "会议");
    if (about != GT_NONE && end != GT_NONE && about < end)
        range.start = about + 2;
    if (gt_range_starts(folded, range, "对"))
        range.start++;
    if (end == GT_NONE || end <= range.start)
        return;
    range.end = end + 2;
    if (gt_range_find(folded, range, "届") != GT_NONE ||
        gt_range_find(folded, range, "次") != GT_NONE)
        reading->out->session = copy(reading, range);
}

/* A line without what stands behind an agency's name: 文件 of a letter-head, the place of a seal.
 */
static struct gt_range without_mark(const struct reading *reading, struct gt_range range)
{
    static const char *const marks[] = {"文件",     "（函）", "(函)",     "便函",  "函",
                                        "（盖章）", "(盖章)", "（公章）", "（章）"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (gt_range_ends(reading->folded, range, marks[i])) {
            range.end -= (uint32_t)gt_utf8_count(marks[i]);
            break;
        }
    return range;
}

/* An agency's name at the top: 上海市长宁区商务委员会文件, or in front of the title (…局关于…). */
static void consider_issuer(struct reading *reading, struct gt_range range)
{
    struct gt_agency agency;
    range = without_mark(reading, range);
    if (gt_range_ends(reading->folded, range, "委员会办公室") ||
        gt_range_ends(reading->folded, range, "局办公室")) /* of the print run */
        range.end -= (uint32_t)gt_utf8_count("办公室");
    if (range.end <= range.start || gt_range_length(range) > AGENCY_MOST ||
        !gt_agency_read(copy(reading, range), reading->arena, &agency))
        return;
    const char *before = reading->issuer.name;
    bool fuller = before && strlen(agency.name) > strlen(before) &&
                  strcmp(agency.name + strlen(agency.name) - strlen(before), before) == 0;
    if (!before || fuller)
        reading->issuer = agency;
}

static void read_head(struct reading *reading)
{
    const struct gt_folded *folded = reading->folded;
    struct gt_metadata *out = reading->out;
    struct gt_range title, head = {0, 0};
    if (reading->head_end > 0)
        head.end = line_range(reading, reading->head_end - 1).end;
    for (uint32_t i = 0; i < reading->head_end; i++)
        consider_issuer(reading, line_range(reading, i));
    if (find_title(reading, &title)) {
        uint32_t about = gt_range_find(folded, title, "关于");
        out->title = copy(reading, title);
        out->congress = gt_range_find(folded, title, "人大") != GT_NONE ||
                        gt_range_find(folded, title, "代表") != GT_NONE ||
                        gt_range_find(folded, title, "议案") != GT_NONE;
        find_proposal(reading, title);
        find_session(reading, title);
        if (about != GT_NONE && about > title.start)
            consider_issuer(reading, (struct gt_range){title.start, about});
        if (out->body_start == 0) { /* no salutation: the head ends with the title */
            out->body_start = title.end;
            reading->head_end = gt_folded_line(folded, title.end - 1) + 1;
            head.end = title.end;
        }
    }
    if (gt_reply_number_find(folded, head, reading->arena, &reading->number)) {
        out->number = reading->number.text;
        reading->year = reading->number.year;
    }
    if (!out->proposal)
        find_proposal(reading, head);
}

/* --- foot --------------------------------------------------------------------------------------
 */

/* True when a line is a date and nothing else. */
static bool is_date(const struct reading *reading, struct gt_range line, struct gt_reply_date *date)
{
    return gt_reply_date_find(reading->folded, line, date) && date->at.start == line.start &&
           date->at.end == line.end;
}

/* True when a line is an agency's name, with nothing but a date behind it. */
static bool is_signature(const struct reading *reading, struct gt_range line, bool *dated)
{
    struct gt_reply_date date;
    struct gt_agency agency;
    if (gt_range_length(line) > AGENCY_MOST + DATE_MOST)
        return false;
    *dated = gt_reply_date_find(reading->folded, line, &date) && date.at.end == line.end;
    if (*dated)
        line.end = date.at.start;
    line = without_mark(reading, line);
    return line.end > line.start && gt_range_length(line) <= AGENCY_MOST &&
           gt_agency_read(copy(reading, line), reading->arena, &agency);
}

/* True when a date stands within the lines below. */
static bool is_dated_below(const struct reading *reading, uint32_t line)
{
    struct gt_reply_date date;
    for (uint32_t i = line + 1; i < n_lines(reading) && i <= line + DATE_WITHIN; i++)
        if (is_date(reading, line_range(reading, i), &date))
            return true;
    return false;
}

/* The first line behind the head that signs; the first of several agencies. */
static void find_signature(struct reading *reading)
{
    bool dated;
    reading->signature = GT_NONE;
    for (uint32_t i = reading->head_end; i < n_lines(reading); i++) {
        struct gt_range line = line_range(reading, i);
        if (line.start < reading->out->body_start || !is_signature(reading, line, &dated) ||
            !(dated || is_dated_below(reading, i)))
            continue;
        reading->signature = i;
        consider_issuer(reading, line);
        return;
    }
}

static bool is_foot_line(const struct reading *reading, uint32_t line)
{
    struct gt_reply_date date;
    bool dated;
    struct gt_range range = line_range(reading, line);
    return range.start == range.end || is_contact(reading, range) ||
           is_date(reading, range, &date) || is_signature(reading, range, &dated) ||
           gt_range_ends(reading->folded, range, "印发");
}

/* True for a paragraph of the second half that gives a contact. */
static bool begins_contacts(const struct reading *reading, uint32_t line)
{
    const struct gt_line *one = &reading->folded->lines[line];
    return one->paragraph != GT_NONE && one->start > reading->folded->length / 2 &&
           reading->folded->paragraphs[one->paragraph].first == line &&
           is_contact(reading, line_range(reading, line));
}

/* The body ends at the signature, or where the lines of the foot begin. */
static void find_body_end(struct reading *reading)
{
    struct gt_metadata *out = reading->out;
    uint32_t end = n_lines(reading);
    while (end > reading->head_end && is_foot_line(reading, end - 1))
        end--;
    if (reading->signature != GT_NONE && reading->signature < end)
        end = reading->signature;
    for (uint32_t i = end; i > reading->head_end; i--) /* contacts above an attachment */
        if (begins_contacts(reading, i - 1))
            end = i - 1;
    out->body_end =
        end < n_lines(reading) ? line_range(reading, end).start : reading->folded->length;
    if (out->body_end < out->body_start)
        out->body_end = out->body_start;
}

/* The date of the signature; else the last line that is a date; else that of the print run; else
 * one that the head gives. */
static bool find_date(const struct reading *reading, struct gt_reply_date *date)
{
    const struct gt_folded *folded = reading->folded;
    struct gt_reply_date found;
    uint32_t from = reading->signature, n = n_lines(reading);
    for (uint32_t i = from; i < n && i <= from + DATE_WITHIN; i++)
        if (gt_reply_date_find(folded, line_range(reading, i), date))
            return true;
    for (uint32_t i = n; i > reading->head_end; i--)
        if (is_date(reading, line_range(reading, i - 1), date))
            return true;
    for (uint32_t i = n; i > reading->head_end; i--) {
        struct gt_range line = line_range(reading, i - 1);
        if (gt_range_ends(folded, line, "印发") && gt_reply_date_find(folded, line, date))
            return true;
    }
    for (uint32_t i = 0; i < reading->head_end; i++) {
        struct gt_range line = line_range(reading, i);
        bool labelled = gt_range_find(folded, line, "日期") != GT_NONE ||
                        gt_range_find(folded, line, "时间") != GT_NONE;
        if (gt_reply_date_find(folded, line, &found) && found.month &&
            (labelled || is_date(reading, line, &found))) {
            *date = found;
            return true;
        }
    }
    return false;
}

/* A line without the date that ends it: of 长宁区商务委员会办公室 2024年4月19日印发, the name. */
static struct gt_range undated(const struct reading *reading, struct gt_range line)
{
    struct gt_reply_date date;
    if (gt_reply_date_find(reading->folded, line, &date))
        line.end = date.at.start;
    return line;
}

static void read_foot(struct reading *reading)
{
    struct gt_reply_date date;
    find_signature(reading);
    find_body_end(reading);
    for (uint32_t i = n_lines(reading); i > reading->head_end && !reading->issuer.name; i--)
        if (is_foot_line(reading, i - 1))
            consider_issuer(reading, undated(reading, line_range(reading, i - 1)));
    if (find_date(reading, &date)) {
        reading->out->date = gt_reply_date_text(&date, reading->arena);
        reading->year = date.year;
    } else if (reading->out->number) {
        reading->out->date = gt_arena_format(reading->arena, "%04u", reading->number.year);
    }
}

/* --- identifier --------------------------------------------------------------------------------
 */

/* The file's name as a slug: its ASCII letters and digits; null when it has no letter. */
static const char *slug_of_file(const char *file, struct gt_arena *arena)
{
    const char *base = strrchr(file, '/') ? strrchr(file, '/') + 1 : file;
    const char *dot = strrchr(base, '.');
    size_t n = dot && dot > base ? (size_t)(dot - base) : strlen(base);
    char slug[SLUG_MOST + 1];
    size_t used = 0;
    bool letters = false;
    for (size_t i = 0; i < n && used < SLUG_MOST; i++) {
        char c = base[i];
        bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
        if (upper || lower || (c >= '0' && c <= '9'))
            slug[used++] = (char)(upper ? c + ('a' - 'A') : c);
        else if (used && slug[used - 1] != '-')
            slug[used++] = '-';
        letters |= upper || lower;
    }
    while (used && slug[used - 1] == '-')
        used--;
    return letters ? gt_arena_text(arena, slug, used) : NULL;
}

/* A serial or proposal number in lower case, fit for a slug. */
static const char *slug_of_serial(const char *serial, struct gt_arena *arena)
{
    char *slug = gt_arena_text(arena, serial, strlen(serial));
    for (char *p = slug; *p; p++)
        *p = (char)(*p >= 'A' && *p <= 'Z' ? *p + ('a' - 'A') : *p);
    return strstr(slug, "--") || slug[0] == '-' || slug[strlen(slug) - 1] == '-' ? NULL : slug;
}

static void make_id(struct reading *reading, const char *file)
{
    struct gt_metadata *out = reading->out;
    const struct gt_agency *issuer = &reading->issuer;
    const char *number = out->number ? reading->number.serial : out->proposal, *serial = NULL;
    uint32_t year = out->number ? reading->number.year : reading->year;
    const char *what = issuer->field                            ? issuer->field
                       : gt_agency_slug(issuer, reading->arena) ? issuer->kind
                                                                : NULL;
    if (number && year && issuer->place && what)
        serial = slug_of_serial(number, reading->arena);
    if (serial)
        out->id = gt_arena_format(reading->arena, "%s-%s-%u-%s", issuer->place, what, year, serial);
    else if (file && slug_of_file(file, reading->arena))
        out->id = slug_of_file(file, reading->arena);
    else
        out->id = gt_arena_format(reading->arena, "document-%.12s", reading->folded->sha256);
}

void gt_metadata_read(const struct gt_folded *folded, const char *file, struct gt_arena *arena,
                      struct gt_metadata *metadata)
{
    struct reading reading = {.folded = folded, .arena = arena, .out = metadata};
    *metadata = (struct gt_metadata){0};
    find_head(&reading);
    read_head(&reading);
    read_foot(&reading);
    if (!reading.issuer.name && metadata->number)
        (void)gt_agency_of_number(folded, &reading.number, arena, &reading.issuer);
    metadata->issuer_name = reading.issuer.name;
    metadata->issuer = gt_agency_slug(&reading.issuer, arena);
    metadata->district = reading.issuer.district;
    metadata->district_name = reading.issuer.area;
    make_id(&reading, file);
}
