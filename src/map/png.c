/* png.c: a chunk with the resolution. */
#include "map/png.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* Bytes of the signature and of the header chunk, behind which pHYs may stand. */
enum { HEADER_END = 8 + 12 + 13 };
static const double metres_per_inch = 0.0254;

/* CRC-32 of ISO 3309, as PNG's annex D has it, bit by bit: a chunk has few bytes. */
static uint32_t checksum(const unsigned char *bytes, size_t n)
{
    uint32_t crc = 0xffffffff;
    for (size_t i = 0; i < n; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
    return ~crc;
}

static void put_word(unsigned char *at, uint32_t word)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(word >> (24 - 8 * i));
}

void gt_png_add_resolution(const struct gt_buffer *png, double dpi, struct gt_buffer *out)
{
    enum { NAME = 4, DATA = 9, CHUNK = 4 + NAME + DATA + 4 };
    unsigned char chunk[CHUNK] = {0};
    uint32_t per_metre = (uint32_t)lround(dpi / metres_per_inch);
    put_word(chunk, DATA);
    memcpy(chunk + 4, "pHYs", NAME);
    put_word(chunk + 8, per_metre);
    put_word(chunk + 12, per_metre);
    chunk[16] = 1; /* the unit is the metre */
    put_word(chunk + CHUNK - 4, checksum(chunk + 4, NAME + DATA));
    if (png->n < HEADER_END)
        return;
    gt_buffer_add(out, png->bytes, HEADER_END);
    gt_buffer_add(out, chunk, CHUNK);
    gt_buffer_add(out, png->bytes + HEADER_END, png->n - HEADER_END);
}
