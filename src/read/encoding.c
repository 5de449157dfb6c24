/* encoding.c: the bytes of a text file as UTF-8.
 *
 * How it works: a byte-order mark decides; else what is valid UTF-8 is UTF-8; else it must be
 * GB18030 (GB 18030-2005, which holds GBK and GB 2312) from the first byte to the last. Chinese
 * text in UTF-8 with one wrong byte may pass as GB18030 with other characters, so what is UTF-8
 * nearly everywhere is called damaged instead. */
#include "base/utf8.h"
#include "read/reader.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

/* Fewest good sequences of several bytes, and how many of them a bad byte weighs, to call a file
 * damaged UTF-8. In GB18030 the bad ones are as frequent as the good ones. */
enum { DAMAGED_FEWEST = 4, DAMAGED_RATIO = 4 };

/* An encoding by its byte-order mark. */
static const struct mark {
    const char *bytes;
    size_t n;
    const char *encoding;
} marks[] = {
    {"\xFF\xFE\x00\x00", 4, "UTF-32LE"}, {"\x00\x00\xFE\xFF", 4, "UTF-32BE"},
    {"\xFF\xFE", 2, "UTF-16LE"},         {"\xFE\xFF", 2, "UTF-16BE"},
    {"\x84\x31\x95\x33", 4, "GB18030"},
};

static const char *marked_encoding(const struct gt_bytes *file)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (file->n >= marks[i].n && memcmp(file->bytes, marks[i].bytes, marks[i].n) == 0)
            return marks[i].encoding;
    return NULL;
}

/* Turns all bytes into UTF-8; false with the offset of the first that does not belong to the
 * encoding. */
static bool convert(const struct gt_bytes *file, const char *encoding, struct gt_buffer *out,
                    size_t *bad)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    char *in = (char *)(uintptr_t)file->bytes, chunk[1 << 14]; /* iconv does not write to it */
    size_t left = file->n;
    bool done = true;
    *bad = 0;
    if (converter == (iconv_t)-1)
        return false;
    while (done && left > 0) {
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t irreversible = iconv(converter, &in, &left, &to, &room);
        done = irreversible != (size_t)-1 || errno == E2BIG;
        gt_buffer_add(out, chunk, sizeof chunk - room);
    }
    *bad = file->n - left;
    iconv_close(converter);
    return done;
}

/* True when a text that is no UTF-8 was meant to be. */
static bool is_damaged_utf8(const struct gt_bytes *file)
{
    const char *p = file->bytes, *end = p + file->n;
    size_t good = 0, wrong = 0;
    while (p < end) {
        const char *start = p;
        if (*p == '\0') {
            p++;
            continue;
        }
        uint32_t code = gt_utf8_next(&p);
        if (code == GT_REPLACEMENT && p - start == 1)
            wrong++;
        else if (code >= 0x80)
            good++;
    }
    return good >= DAMAGED_FEWEST && good >= wrong * DAMAGED_RATIO;
}

static bool read_claimed(const struct gt_bytes *file, const char *encoding, struct gt_buffer *out,
                         struct gt_error *err)
{
    size_t bad;
    if (convert(file, encoding, out, &bad))
        return true;
    return gt_fail(err, GT_DATA, "byte %zu is not %s, which the file says it is",
                   "第 %zu 个字节不是 %s，与文件的声明不符", bad + 1, encoding);
}

/* What pages of Hong Kong and Taiwan claim; other claims are left alone, as they are often wrong.
 */
static bool claims_big5(const char *hint)
{
    return hint && strncasecmp(hint, "big5", 4) == 0;
}

/* True for the names under which pages and files claim GB18030 or a part of it. */
static bool claims_gb(const char *hint)
{
    return hint && (strncasecmp(hint, "gb", 2) == 0 || strcasecmp(hint, "x-gbk") == 0 ||
                    strcasecmp(hint, "cp936") == 0 || strcasecmp(hint, "windows-936") == 0);
}

bool gt_encoding_read(const struct gt_bytes *file, const char *hint, struct gt_buffer *out,
                      struct gt_error *err)
{
    size_t bad_utf8, bad_gb, before = out->n;
    const char *encoding = marked_encoding(file);
    if (encoding)
        return read_claimed(file, encoding, out, err);
    if (gt_utf8_check(file->bytes, file->n, &bad_utf8)) {
        gt_buffer_add(out, file->bytes, file->n);
        return true;
    }
    if (claims_big5(hint))
        return read_claimed(file, "BIG5-HKSCS", out, err);
    if (!claims_gb(hint) && is_damaged_utf8(file))
        return gt_fail(err, GT_DATA, "damaged text: byte %zu is not UTF-8, as the rest is",
                       "文字已损坏：第 %zu 个字节不是 UTF-8，而其余部分是", bad_utf8 + 1);
    if (convert(file, "GB18030", out, &bad_gb))
        return true;
    out->n = before;
    return gt_fail(err, GT_DATA,
                   "neither UTF-8 (byte %zu is wrong) nor GB18030 (byte %zu is wrong): no text, or "
                   "one in another encoding",
                   "既不是 UTF-8（第 %zu 个字节有误）也不是 GB18030（第 %zu "
                   "个字节有误）：不是文本，或为其他编码",
                   bad_utf8 + 1, bad_gb + 1);
}
