/* annotation_reader.h: reading what is to be scored, in the gold's shape or in ours.
 *
 *     {"document": {"id"}, "entities": [...], "relations": [...]}       one document
 *     {"documents": [{"id"}, ...], "nodes": [...], "edges": [...]}      one or more
 *
 * Only what scoring compares is read: ids, types, names, labels, aliases, mentions; ends and types
 * of relations. A file of several documents is split: a node counts for the documents that it lists
 * (all when it lists none), an edge for those that its statements quote. A file that names no
 * document is one of the file's own name. */
#ifndef GT_FORMAT_ANNOTATION_READER_H
#define GT_FORMAT_ANNOTATION_READER_H

#include "format/load.h"
#include "graph/annotation.h"

/* Reads n paths as gt_load_each() does and adds their documents. Fails with GT_DATA and the faults
 * when a file is no JSON, is of neither shape, or has a document that was read already. The files
 * are added to load->inputs. */
GT_MUST_USE bool gt_annotations_read(const char *const *paths, size_t n,
                                     struct gt_annotations *annotations, struct gt_load *load,
                                     struct gt_error *err);

#endif
