/* json_lex.h: the tokens of JSON (RFC 8259), and where in the file they stand. */
#ifndef GT_FORMAT_JSON_LEX_H
#define GT_FORMAT_JSON_LEX_H

#include "base/buffer.h"
#include "base/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GT_JSON_LEX_DIGITS = 60 }; /* longest number: the parser reads 63 characters of one */

struct gt_json_lex {
    const char *file, *start, *p, *end; /* borrowed; start is behind a byte-order mark */
    uint32_t line;                      /* of p */
    struct gt_buffer decoded;           /* the text read last, without its escapes */
    struct gt_arena arena;              /* pieces of messages */
    struct gt_faults *faults;
};

void gt_json_lex_fini(struct gt_json_lex *lex);

/* Checks the encoding and passes a byte-order mark over. Call first. */
GT_MUST_USE bool gt_json_lex_begin(struct gt_json_lex *lex);

void gt_json_lex_blanks(struct gt_json_lex *lex);

/* True when `byte` comes next; take also passes it over. */
bool gt_json_lex_at(const struct gt_json_lex *lex, char byte);
bool gt_json_lex_take(struct gt_json_lex *lex, char byte);

/* Pass over a text (from its opening quotation mark, which comes next), a number, or one of true,
 * false and null; on a fault they add it and return false. */
GT_MUST_USE bool gt_json_lex_text(struct gt_json_lex *lex);
GT_MUST_USE bool gt_json_lex_number(struct gt_json_lex *lex);
GT_MUST_USE bool gt_json_lex_word(struct gt_json_lex *lex);

/* Add the fault "found X, expected ..." or one told in full, at a place in the file; false. */
bool gt_json_lex_refuse(struct gt_json_lex *lex, const char *at, const char *expected_en,
                        const char *expected_zh);
bool gt_json_lex_complain(struct gt_json_lex *lex, const char *at, const char *en, const char *zh);

/* "FILE:LINE:COLUMN" of a byte: lines by line feeds, columns in code points; both start at 1. */
const char *gt_json_lex_place(struct gt_json_lex *lex, const char *at);

#endif
