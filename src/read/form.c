/* form.c: what a file is, by its first bytes; a suffix tells Markdown from plain text, and HTML
 * without a head from text that speaks of it. */
#include "base/utf8.h"
#include "read/reader.h"

#include <string.h>

/* How far in a PDF its mark may stand (PDF 1.7 annex H, note 13), and a page its first tag. */
enum { PDF_MARK_WITHIN = 1024, HTML_MARK_WITHIN = 4096 };

static bool starts_with(const struct gt_bytes *file, const char *mark, size_t n)
{
    return file->n >= n && memcmp(file->bytes, mark, n) == 0;
}

static bool holds(const struct gt_bytes *file, size_t within, const char *mark, size_t n)
{
    return memmem(file->bytes, file->n < within ? file->n : within, mark, n) != NULL;
}

/* True when a name ends in a suffix, of whatever case. */
static bool has_suffix(const char *name, const char *suffix)
{
    size_t n = strlen(name), m = strlen(suffix);
    return n > m && strcasecmp(name + n - m, suffix) == 0;
}

/* Forms that people send and that are not read, by their first bytes. */
static const struct refused {
    const char *mark;
    size_t n;
    struct gt_text why;
} refused[] = {
    {"{\\rtf", 5,
     GT_TEXT("an RTF document, which is not read: save it as docx or PDF",
             "RTF 文件，无法读取：请另存为 docx 或 PDF")},
    {"\x89PNG", 4,
     GT_TEXT("a picture: run a text recognition (OCR) on it and give its text",
             "图片文件：请先做文字识别（OCR），再使用识别出的文字")},
    {"\xFF\xD8\xFF", 3,
     GT_TEXT("a picture: run a text recognition (OCR) on it and give its text",
             "图片文件：请先做文字识别（OCR），再使用识别出的文字")},
    {"II*\0", 4,
     GT_TEXT("a picture: run a text recognition (OCR) on it and give its text",
             "图片文件：请先做文字识别（OCR），再使用识别出的文字")},
    {"MM\0*", 4,
     GT_TEXT("a picture: run a text recognition (OCR) on it and give its text",
             "图片文件：请先做文字识别（OCR），再使用识别出的文字")},
    {"MIME-Version:", 13,
     GT_TEXT("a web archive (MHTML), which is not read: save the page as HTML",
             "网页归档文件（MHTML），无法读取：请将网页另存为 HTML")},
    {"%!PS", 4,
     GT_TEXT("PostScript, which is not read: turn it into PDF (ps2pdf)",
             "PostScript 文件，无法读取：请转换为 PDF（ps2pdf）")},
    {"\x1F\x8B", 2, GT_TEXT("a compressed file: unpack it first", "压缩文件：请先解压")},
    {"Rar!", 4, GT_TEXT("a compressed file: unpack it first", "压缩文件：请先解压")},
    {"7z\xBC\xAF", 4, GT_TEXT("a compressed file: unpack it first", "压缩文件：请先解压")},
    {"\x7F"
     "ELF",
     4, GT_TEXT("a program, no document", "程序文件，不是文档")},
};

/* An OLE compound file: Word up to 2003, or a docx with a password, which is packed into one. */
static bool fail_ole(const struct gt_bytes *file, struct gt_error *err)
{
    static const char package[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    if (memmem(file->bytes, file->n, package, sizeof package - 1))
        return gt_fail(err, GT_DATA,
                       "an Office document that is protected by a password: save it without",
                       "受密码保护的 Office 文件：请取消密码后另存");
    return gt_fail(
        err, GT_DATA,
        "a Word document of the old binary form (.doc), which is not read: save it as "
        "docx or PDF (in batch: soffice --headless --convert-to docx FILE)",
        "旧版 Word 二进制文件（.doc），无法读取：请另存为 docx 或 PDF（批量转换：soffice "
        "--headless --convert-to docx 文件）");
}

/* The first tag of a page, after a mark, blanks, an XML declaration and comments. */
static bool looks_like_html(const struct gt_bytes *file)
{
    static const char *const tags[] = {"<!doctype html", "<html", "<head",
                                       "<body",          "<meta", "<title"};
    const char *p = file->bytes, *end = p + file->n;
    if (starts_with(file, "\xEF\xBB\xBF", 3))
        p += 3;
    while (p < end) {
        const char *close = NULL;
        p += strspn(p, " \t\r\n\f");
        for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
            if (strncasecmp(p, tags[i], strlen(tags[i])) == 0)
                return true;
        if (strncmp(p, "<!--", 4) == 0)
            close = strstr(p, "-->");
        else if (strncmp(p, "<?xml", 5) == 0)
            close = strchr(p, '>');
        if (!close)
            return false;
        p = strchr(close, '>') + 1;
    }
    return false;
}

/* A page saved as a fragment: it has a tag that ends, and the suffix says what it is. */
static bool is_html_fragment(const struct gt_bytes *file)
{
    return (has_suffix(file->name, ".html") || has_suffix(file->name, ".htm")) &&
           holds(file, HTML_MARK_WITHIN, "<", 1) && memmem(file->bytes, file->n, "</", 2);
}

bool gt_form_detect(const struct gt_bytes *file, enum gt_form *form, struct gt_error *err)
{
    if (file->n == 0)
        return gt_fail(err, GT_DATA, "an empty file", "空文件");
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (starts_with(file, refused[i].mark, refused[i].n))
            return gt_fail(err, GT_DATA, "%s", "%s", refused[i].why.in[err->lang]);
    if (starts_with(file, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
        return fail_ole(file, err);
    if (starts_with(file, "PK\x03\x04", 4) || starts_with(file, "PK\x05\x06", 4))
        *form = GT_FORM_docx;
    else if (holds(file, PDF_MARK_WITHIN, "%PDF-", 5))
        *form = GT_FORM_pdf;
    else if (looks_like_html(file) || is_html_fragment(file))
        *form = GT_FORM_html;
    else if (has_suffix(file->name, ".md") || has_suffix(file->name, ".markdown"))
        *form = GT_FORM_markdown;
    else
        *form = GT_FORM_text;
    return true;
}
