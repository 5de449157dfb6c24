/* pdf_writer.h: small PDFs for tests: lines of text at places of pages, in a Chinese font that is
 * named and not embedded, so that no font is needed to write it. */
#ifndef GT_TESTS_PDF_WRITER_H
#define GT_TESTS_PDF_WRITER_H

#include "unit/unit.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

enum { PDF_OBJECTS = 2000, PDF_WIDTH = 595, PDF_HEIGHT = 842 };

struct pdf {
    struct gt_buffer bytes, page;
    size_t offset[PDF_OBJECTS]; /* of object number i + 1 */
    uint32_t n_objects, n_pages, kids[PDF_OBJECTS];
    bool picture; /* pages show one */
    bool private; /* the font says that its characters are private ones: U+E000 … */
};

/* The objects that are the same in each file: catalogue, pages, font (two parts),
 * picture, table of characters. */
enum { PDF_CATALOG = 1, PDF_PAGES, PDF_FONT, PDF_CID_FONT, PDF_PICTURE, PDF_UNICODE, PDF_FIRST };

static inline void pdf_begin_object(struct pdf *pdf, uint32_t number)
{
    pdf->offset[number - 1] = pdf->bytes.n;
    if (number > pdf->n_objects)
        pdf->n_objects = number;
    gt_buffer_format(&pdf->bytes, "%u 0 obj\n", number);
}

static inline void pdf_init(struct pdf *pdf)
{
    *pdf = (struct pdf){.n_objects = PDF_FIRST - 1};
    gt_buffer_text(&pdf->bytes, "%PDF-1.4\n");
}

/* A line of text whose base line is `from_top` points below the upper edge. */
static inline void pdf_text(struct pdf *pdf, int x, int from_top, int size, const char *text)
{
    gt_buffer_format(&pdf->page, "BT /F %d Tf %d %d Td <", size, x, PDF_HEIGHT - from_top);
    while (*text) {
        uint32_t code = gt_utf8_next(&text);
        gt_buffer_format(&pdf->page, "%04X", code);
    }
    gt_buffer_text(&pdf->page, "> Tj ET\n");
}

static inline void pdf_end_page(struct pdf *pdf)
{
    uint32_t content = pdf->n_objects + 1, page = content + 1;
    if (pdf->picture)
        gt_buffer_text(&pdf->page, "q 400 0 0 400 50 50 cm /P Do Q\n");
    pdf_begin_object(pdf, content);
    gt_buffer_format(&pdf->bytes, "<</Length %zu>>\nstream\n%s\nendstream\nendobj\n", pdf->page.n,
                     gt_buffer_string(&pdf->page));
    pdf_begin_object(pdf, page);
    gt_buffer_format(&pdf->bytes,
                     "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]/Contents %u 0 R/Resources"
                     "<</Font<</F %d 0 R>>/XObject<</P %d 0 R>>>>>>\nendobj\n",
                     PDF_PAGES, PDF_WIDTH, PDF_HEIGHT, content, PDF_FONT, PDF_PICTURE);
    pdf->kids[pdf->n_pages++] = page;
    gt_buffer_clear(&pdf->page);
}

/* Ends the file; `extra` goes into the trailer (encryption). */
static inline void pdf_end(struct pdf *pdf, const char *extra)
{
    pdf_begin_object(pdf, PDF_CATALOG);
    gt_buffer_format(&pdf->bytes, "<</Type/Catalog/Pages %d 0 R>>\nendobj\n", PDF_PAGES);
    pdf_begin_object(pdf, PDF_PAGES);
    gt_buffer_format(&pdf->bytes, "<</Type/Pages/Count %u/Kids[", pdf->n_pages);
    for (uint32_t i = 0; i < pdf->n_pages; i++)
        gt_buffer_format(&pdf->bytes, "%u 0 R ", pdf->kids[i]);
    gt_buffer_text(&pdf->bytes, "]>>\nendobj\n");
    pdf_begin_object(pdf, PDF_FONT);
    gt_buffer_format(&pdf->bytes,
                     "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H"
                     "/DescendantFonts[%d 0 R]%s>>\nendobj\n",
                     PDF_CID_FONT, pdf->private ? "/ToUnicode 6 0 R" : "");
    pdf_begin_object(pdf, PDF_CID_FONT);
    gt_buffer_text(&pdf->bytes,
                   "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
                   "<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1[500] 814 939 500]"
                   "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6"
                   "/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700"
                   "/StemV 80>>>>\nendobj\n");
    pdf_begin_object(pdf, PDF_PICTURE);
    gt_buffer_text(&pdf->bytes, "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace"
                                "/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream\n"
                                "endobj\n");
    static const char map[] = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                              "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                              "1 beginbfrange <4E00> <4EFF> <E000> endbfrange\nendcmap end end";
    pdf_begin_object(pdf, PDF_UNICODE);
    gt_buffer_format(&pdf->bytes, "<</Length %zu>>\nstream\n%s\nendstream\nendobj\n",
                     sizeof map - 1, map);
    size_t table = pdf->bytes.n;
    gt_buffer_format(&pdf->bytes, "xref\n0 %u\n0000000000 65535 f \n", pdf->n_objects + 1);
    for (uint32_t i = 0; i < pdf->n_objects; i++)
        gt_buffer_format(&pdf->bytes, "%010zu 00000 n \n", pdf->offset[i]);
    gt_buffer_format(&pdf->bytes, "trailer\n<</Size %u/Root %d 0 R%s>>\nstartxref\n%zu\n%%%%EOF\n",
                     pdf->n_objects + 1, PDF_CATALOG, extra, table);
    gt_buffer_fini(&pdf->page);
}

#endif
