/* file.h: reading a whole file, listing a folder, and writing without ever leaving half a file. */
#ifndef GT_BASE_FILE_H
#define GT_BASE_FILE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* Makes sure that descriptors 0 to 2 are open, so that no data file becomes "standard output". */
void gt_file_guard_standard(void);

/* Adds the whole of a file ("-": standard input) to `out`. Fails with GT_FILE when it cannot be
 * read (a folder, no permission, missing) and with GT_DATA when it has more than `limit` bytes. */
GT_MUST_USE bool gt_file_read(const char *path, size_t limit, struct gt_buffer *out,
                              struct gt_error *err);

bool gt_file_is_folder(const char *path);
bool gt_file_exists(const char *path);

/* True for a folder, a pipe, a socket, a device: reading one may never end. False for what cannot
 * be looked at, so that reading it says why. */
bool gt_file_is_special(const char *path);

/* The files of a folder whose names end in `suffix`, sorted by bytes; hidden ones, folders,
 * pipes and devices are left out. Without a suffix (NULL) these are there too, folders with a slash
 * at their end; hidden ones not. Paths are copied to the arena; *n is their number. */
GT_MUST_USE bool gt_folder_list(const char *path, const char *suffix, struct gt_arena *arena,
                                const char *const **files, size_t *n, struct gt_error *err);

/* Writes a file whole: to a temporary file beside the target, synced, then renamed; on failure the
 * target is as it was and no temporary file stays; a signal that ends the program (SIGINT, SIGTERM,
 * SIGHUP) waits until then. "-" writes to standard output. What is no ordinary file (/dev/null, a
 * pipe) is written in place. */
GT_MUST_USE bool gt_file_write(const char *path, const void *bytes, size_t n, struct gt_error *err);

/* The same, but only after gt_folder_sync is it safe from a power cut: for many small files, where
 * a sync each takes longer than to make them. */
GT_MUST_USE bool gt_file_write_unsynced(const char *path, const void *bytes, size_t n,
                                        struct gt_error *err);

/* Waits until all that was written to the file system of a folder is on the disk. */
GT_MUST_USE bool gt_folder_sync(const char *path, struct gt_error *err);

/* Writes to standard output; a closed pipe or a full disk is GT_FILE. */
GT_MUST_USE bool gt_file_print(const void *bytes, size_t n, struct gt_error *err);

/* Creates a folder and its parents; one that is there already is fine. */
GT_MUST_USE bool gt_folder_make(const char *path, struct gt_error *err);

#endif
