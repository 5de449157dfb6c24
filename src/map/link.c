/* link.c: links of nodes and lines, and what may stand at their beginning. */
#include "map/link.h"

#include <string.h>
#include <strings.h>

/* RFC 3986's characters, and those beyond ASCII (RFC 3987), which are text here already. */
static bool is_of_address(unsigned char c)
{
    static const char marks[] = "-._~:/?#[]@!$&'()*+,;=%";
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || (c && strchr(marks, c));
}

/* The scheme of an address, "" for a relative one: what stands before a ':' that no '/', '?' or '#'
 * precedes. */
static size_t scheme_length(const char *base)
{
    size_t n = strcspn(base, ":/?#");
    return base[n] == ':' ? n : 0;
}

bool gt_link_check(const char *base, struct gt_error *err)
{
    size_t scheme = scheme_length(base);
    bool web = (scheme == 4 && strncasecmp(base, "http", 4) == 0) ||
               (scheme == 5 && strncasecmp(base, "https", 5) == 0);
    bool known =
        web ? strncmp(base + scheme, "://", 3) == 0 && (unsigned char)base[scheme + 3] > ' '
            : scheme == 0 && base[0] != ':' && strncmp(base, "//", 2) != 0;
    if (!known)
        return gt_fail(err, GT_USAGE,
                       "--link-base: \"%s\" is neither an http(s) address nor a relative one",
                       "--link-base：“%s”既不是 http(s) 地址，也不是相对地址", base);
    for (const char *p = base; *p; p++)
        if (!is_of_address((unsigned char)*p))
            return gt_fail(
                err, GT_USAGE, "--link-base: character %d of \"%s\" cannot stand in an address",
                "--link-base：第 %d 个字符不能出现在地址中：“%s”", (int)(p - base + 1), base);
    return true;
}

void gt_link_of_box(const struct gt_scene *scene, const struct gt_scene_box *box,
                    struct gt_buffer *out)
{
    gt_buffer_format(out, "%s%s", scene->options->link_base, scene->graph->nodes[box->node].id);
}

void gt_link_of_line(const struct gt_scene *scene, const struct gt_scene_line *line,
                     struct gt_buffer *out)
{
    const struct gt_graph *graph = scene->graph;
    const char *base = scene->options->link_base;
    const struct gt_edge *edge = &graph->edges[scene->ties[line->first]];
    const struct gt_span *span = &graph->statements[edge->first].evidence;
    gt_buffer_format(out, "%s%s%s%u-%u", base, graph->documents[span->document].id,
                     strchr(base, '#') ? ":" : "#", span->start, span->end);
}
