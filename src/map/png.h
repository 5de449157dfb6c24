/* png.h: what cairo leaves out of a PNG file. */
#ifndef GT_MAP_PNG_H
#define GT_MAP_PNG_H

#include "base/buffer.h"

/* Copies a PNG file with a pHYs chunk behind its header (PNG specification, 11.3.5.3), so that
 * programs place the picture in its true size. */
void gt_png_add_resolution(const struct gt_buffer *png, double dpi, struct gt_buffer *out);

#endif
