/* text.h: a document as it was read: its folded text, and the way back to the source.
 *
 * The folded text is the document's text without any white space or byte-order mark, and nothing
 * else changed; spans of evidence count its code points, and its SHA-256 is its identity. It has no
 * line breaks left, so lines and paragraphs are kept beside it as ranges of code points. Of plain
 * text nothing is dropped. Of the other forms the text is what a reader sees: without mark-up,
 * navigation and scripts, and without the page numbers and the running headers and footers of a
 * PDF. */
#ifndef GT_READ_TEXT_H
#define GT_READ_TEXT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/strmap.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Most bytes of a file, and of the text in it. */
enum { GT_DOCUMENT_BYTES = 128 << 20, GT_DOCUMENT_TEXT = 16 << 20 };

enum gt_form {
#define FORM(id, en, zh) GT_FORM_##id,
#include "read/form.def"
#undef FORM
    GT_FORMS
};

/* "plain text", "PDF": for messages. */
const char *gt_form_name(enum gt_form form, enum gt_lang lang);

enum gt_line_kind {
    GT_LINE_BODY,
    GT_LINE_HEADING, /* marked as one: # of Markdown, <h2>, a heading style, larger type of a PDF */
    GT_LINE_ITEM,    /* of a marked list */
    GT_LINE_ROW      /* of a table; its cells are parted by gaps */
};

/* A line of the source that holds text. Blank ones are left out. */
struct gt_line {
    uint32_t start, end; /* code points [start, end) of the folded text; equal: dropped */
    uint32_t page;       /* from 1; where the form has no pages, 1 */
    uint32_t line;       /* from 1: in the file (text, Markdown, HTML), on the page (PDF), the
                            paragraph's number (docx) */
    uint32_t paragraph;  /* its number in paragraphs[], GT_NONE when dropped */
    enum gt_line_kind kind;
    const char *dropped; /* the text of a page number or running header; null for text that stays */
};

/* Lines that belong together: a heading, or the lines of a paragraph that the source broke. A
 * sentence never crosses its end. */
struct gt_paragraph {
    uint32_t start, end; /* code points [start, end) */
    uint32_t first, n;   /* lines[first .. first + n), dropped ones in between included */
    enum gt_line_kind kind;
};

/* Read only, once it is there. All texts are NUL-terminated and belong to it. */
struct gt_folded {
    const char *text;       /* UTF-8 */
    uint32_t length, bytes; /* in code points; in bytes */
    const uint32_t *offset; /* [length + 1] the byte at which a code point starts */
    char sha256[GT_SHA256_TEXT];
    enum gt_form form;
    const struct gt_line *lines; /* in the order of the text */
    const struct gt_paragraph *paragraphs;
    uint32_t n_lines, n_paragraphs;
    uint32_t n_pages;       /* 1 where the form has none */
    uint32_t n_blank_pages; /* pages of a PDF that show something but have no text: scans */
    const uint8_t *gaps;    /* bits, see gt_folded_gap() */
    struct gt_arena arena;
};

/* Reads a file ("-": standard input). Fails with GT_FILE when it cannot be read; with GT_DATA, and
 * the path in front, when it is over a limit, damaged, protected, hostile, of a form that is not
 * read, or has no text (a scan). The caller frees. Safe in several threads at once. */
GT_MUST_USE bool gt_folded_read(const char *path, struct gt_folded **out, struct gt_error *err);

/* The same of bytes at hand; `name` (borrowed for the call) stands for the path. */
GT_MUST_USE bool gt_folded_make(const char *name, const void *bytes, size_t n,
                                struct gt_folded **out, struct gt_error *err);

void gt_folded_free(struct gt_folded *folded);

/* The line that holds a code point (number in lines[]); O(log lines). `at` below length. */
uint32_t gt_folded_line(const struct gt_folded *folded, uint32_t at);

/* Where a code point stands in the source. */
void gt_folded_place(const struct gt_folded *folded, uint32_t at, uint32_t *page, uint32_t *line);

/* The paragraph that holds a code point (number in paragraphs[]); O(log paragraphs). */
uint32_t gt_folded_paragraph(const struct gt_folded *folded, uint32_t at);

/* True when white space, or the end of a line, stood in front of a code point: between the words of
 * a Latin name, the fields of a line, the cells of a row. */
bool gt_folded_gap(const struct gt_folded *folded, uint32_t at);

/* The code point at a position. */
uint32_t gt_folded_code(const struct gt_folded *folded, uint32_t at);

/* Copies the code points [start, end) to an arena, without what no text of a graph may hold
 * (gt_code_is_unfit()): a zero-width blank in a name of a web page is no part of it. */
const char *gt_folded_copy(const struct gt_folded *folded, uint32_t start, uint32_t end,
                           struct gt_arena *arena);

#endif
