/* reader.h: what the readers share: the lines that each hands over, in the order of the
 * text, before furniture is dropped and white space is folded away. */
#ifndef GT_READ_READER_H
#define GT_READ_READER_H

#include "base/buffer.h"
#include "read/text.h"

/* A line as a reader found it. Its text is valid UTF-8 and holds no line break. */
struct gt_raw_line {
    const char *text;
    size_t n;
    uint32_t page, line; /* as in struct gt_line */
    enum gt_line_kind kind;
    bool starts;       /* the source says that a paragraph starts here */
    bool furniture;    /* to be dropped */
    uint32_t indent;   /* cells (half an em) between the left margin and the text */
    uint32_t extent;   /* cells from the left margin to the end of the text */
    uint32_t top;      /* PDF: its upper edge, thousandths of the page's height from above */
    uint32_t typeface; /* PDF: height of its type in tenths of a point */
};

/* Zeroed is valid and empty. */
struct gt_raw {
    struct gt_raw_line *lines;
    uint32_t n;
    size_t room;
    size_t bytes; /* of all texts */
    bool flowing; /* the source marks its paragraphs; else they are guessed from the lines' shape */
    uint32_t n_pages, n_blank_pages;
    struct gt_arena arena; /* of the texts */
};

void gt_raw_fini(struct gt_raw *raw);

/* Adds a copy of a line without the white space at its end; blank ones are left out. Returns it for
 * the other fields to be set (valid until the next call), null when it was left out. */
struct gt_raw_line *gt_raw_add(struct gt_raw *raw, const char *text, size_t n);

/* Takes out of a line what a reader of the page does not see: zero-width blanks, soft hyphens,
 * marks of direction. Not for plain text, which is kept as it is. */
void gt_raw_strip(struct gt_buffer *line);

/* Measures indent and extent from the white space and the widths of the characters. */
void gt_raw_measure(struct gt_raw_line *line);

/* True while the text is within GT_DOCUMENT_TEXT; else fails with GT_DATA. */
GT_MUST_USE bool gt_raw_fits(const struct gt_raw *raw, struct gt_error *err);

/* The lines as bytes, to cross from a child process, and back. Reading checks everything, since a
 * hostile file may have taken the child over; fails with GT_BUG. */
void gt_raw_write(const struct gt_raw *raw, struct gt_buffer *out);
GT_MUST_USE bool gt_raw_read(struct gt_raw *raw, const char *bytes, size_t n, struct gt_error *err);

/* The bytes of a file, and what it is called. */
struct gt_bytes {
    const char *name;  /* for its suffix */
    const char *bytes; /* a NUL follows */
    size_t n;
};

/* What a file is, by its content. Fails with GT_DATA for what is not read, saying what to do. */
GT_MUST_USE bool gt_form_detect(const struct gt_bytes *file, enum gt_form *form,
                                struct gt_error *err);

/* Turns bytes into UTF-8: by byte-order mark, else UTF-8, else GB18030, strictly. `hint` (null:
 * none) names the encoding that the file claims. Fails with GT_DATA and the offset. */
GT_MUST_USE bool gt_encoding_read(const struct gt_bytes *file, const char *hint,
                                  struct gt_buffer *out, struct gt_error *err);

/* A reader fills `raw` from the bytes of a file; those of PDF, docx and HTML work in a child. */
#define FORM(id, en, zh)                                                                           \
    GT_MUST_USE bool gt_form_read_##id(const struct gt_bytes *file, struct gt_raw *raw,            \
                                       struct gt_error *err);
#include "read/form.def"
#undef FORM

/* Runs a reader's work in a child with limits; what it answers is read into `raw`. A crash or a
 * limit is the file's fault: GT_DATA. */
typedef bool gt_reader_work(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err);
GT_MUST_USE bool gt_read_jailed(const struct gt_bytes *file, enum gt_form form,
                                gt_reader_work *work, struct gt_raw *raw, struct gt_error *err);

/* Marks page numbers and running headers and footers of a PDF as furniture. */
void gt_furniture_mark(struct gt_raw *raw);

/* Measures the lines of a PDF's columns as if there were one column. */
void gt_columns_align(struct gt_raw *raw);

/* Sets `starts` of every line that begins a paragraph, where the source does not say. */
void gt_paragraphs_guess(struct gt_raw *raw);

#endif
