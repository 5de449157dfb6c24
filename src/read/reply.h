/* reply.h: what the parts of metadata share: ranges of a folded text, and what reads numbers, dates
 * and names of agencies in them. */
#ifndef GT_READ_REPLY_H
#define GT_READ_REPLY_H

#include "base/strmap.h"
#include "read/text.h"

/* Code points [start, end) of a folded text. */
struct gt_range {
    uint32_t start, end;
};

static inline uint32_t gt_range_length(struct gt_range range)
{
    return range.end - range.start;
}

bool gt_range_starts(const struct gt_folded *folded, struct gt_range range, const char *text);
bool gt_range_ends(const struct gt_folded *folded, struct gt_range range, const char *text);

/* The position of the first occurrence of a text in a range, GT_NONE without one. */
uint32_t gt_range_find(const struct gt_folded *folded, struct gt_range range, const char *text);

/* True for a Chinese character (the blocks of unified ideographs), 〇 included. */
bool gt_code_is_ideograph(uint32_t code);

/* The value of an Arabic digit, full-width ones too; of a Chinese one (〇 零 ○ 一 … 九). -1: none.
 */
int gt_digit_arabic(uint32_t code);
int gt_digit_chinese(uint32_t code);

/* Reads four digits of a year, 1949 to 2100, at *at, all Arabic or all Chinese; moves *at. */
bool gt_year_read(const struct gt_folded *folded, uint32_t end, uint32_t *at, uint32_t *year);

/* A document number, in parts. */
struct gt_reply_number {
    const char *text;   /* 长商务发〔2024〕5号 */
    const char *prefix; /* 长商务发 */
    const char *serial; /* 5 */
    uint32_t year;
    struct gt_range at;
};

/* The first document number in a range. Texts are copied to the arena. */
bool gt_reply_number_find(const struct gt_folded *folded, struct gt_range range,
                          struct gt_arena *arena, struct gt_reply_number *number);

/* A date. day, then month, may be 0: not said. */
struct gt_reply_date {
    uint32_t year, month, day;
    struct gt_range at;
};

/* The first date in a range: 2024年4月19日, 二〇二四年四月十九日, 2024-04-19, 2024.4.19. */
bool gt_reply_date_find(const struct gt_folded *folded, struct gt_range range,
                        struct gt_reply_date *date);

/* The date in ISO 8601, copied to the arena. */
const char *gt_reply_date_text(const struct gt_reply_date *date, struct gt_arena *arena);

/* The name of an agency, in parts; texts are static or the arena's, null where unknown. */
struct gt_agency {
    const char *name;
    const char *place;    /* the place's slug: changning, hangzhou */
    const char *district; /* the slug of a district of Shanghai */
    const char *area;     /* the last part of the place: 长宁区, 西湖区, 苏州市 */
    const char *field;    /* science */
    const char *kind;     /* commission */
};

/* Reads a name: 上海市长宁区商务委员会, 普陀区科委. False when it is no agency's. */
bool gt_agency_read(const char *name, struct gt_arena *arena, struct gt_agency *agency);

/* Derives the agency from the number of one of its documents (普商务〔2021〕8号), as far as the
 * text bears it out: it has to name the district (普陀区), and the kind as in 区商务委. */
bool gt_agency_of_number(const struct gt_folded *folded, const struct gt_reply_number *number,
                         struct gt_arena *arena, struct gt_agency *agency);

/* The slug of an agency: changning-commerce-commission; null when a part is unknown. */
const char *gt_agency_slug(const struct gt_agency *agency, struct gt_arena *arena);

#endif
