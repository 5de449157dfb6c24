/* command.h: the commands, and what a command is given when it runs. */
#ifndef GT_CLI_COMMAND_H
#define GT_CLI_COMMAND_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "cli/args.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "format/load.h"
#include "graph/view.h"

enum { GT_EXAMPLES = 3 };

struct gt_run;

/* A file that a command writes besides, or instead of, its result. */
struct gt_output {
    const char *path;
    struct gt_buffer bytes;
};

/* Does the work and fills run->out; prints nothing. run->status may become GT_NO. */
typedef bool gt_command_run(struct gt_run *run, struct gt_error *err);

struct gt_command {
    const char *name, *operands;
    int n_operands; /* before the graphs */
    gt_option_set options;
    struct gt_text title, about;
    const char *example[GT_EXAMPLES];
    gt_command_run *run;
};

extern const struct gt_command gt_commands[];
extern const size_t gt_n_commands;

const struct gt_command *gt_command_find(const char *name);

/* What a command works on. Owned by the caller of the command. */
struct gt_run {
    const struct gt_command *command;
    struct gt_args args;
    enum gt_lang lang;
    bool both; /* --lang both: maps in two languages, lang first */
    struct gt_arena arena;
    struct gt_load load;
    struct gt_graph *graph;        /* load.graph, after gt_run_load() */
    struct gt_selection selection; /* what the options selected, for stamps */
    uint64_t seed;                 /* for stamps; 1 unless --seed says otherwise */
    struct gt_buffer out;          /* goes to -o or standard output */
    struct gt_output
        *outputs;          /* when a command makes several files of one result: what -o names; */
    uint32_t n_outputs;    /* `out`, unless empty, then goes to standard output */
    enum gt_status status; /* GT_OK or GT_NO */
    struct gt_progress progress;
};

/* Reads the graphs named behind the command's own operands (default: graphs/ here, else the
 * installed ones) into run->graph. Any fault is GT_DATA. */
GT_MUST_USE bool gt_run_load(struct gt_run *run, struct gt_error *err);

/* The paths that gt_run_load() reads; *n of them. */
const char *const *gt_run_paths(struct gt_run *run, size_t *n);

/* The selection and the policies that the options ask for. */
GT_MUST_USE bool gt_run_selection(struct gt_run *run, struct gt_selection *selection,
                                  struct gt_error *err);
GT_MUST_USE bool gt_run_view_options(struct gt_run *run, struct gt_view_options *options,
                                     struct gt_error *err);

/* One district by name. */
GT_MUST_USE bool gt_run_district(const char *text, enum gt_district *district,
                                 struct gt_error *err);

/* Leaves the districts' own places out of a selection, except those in keep[0 .. n). */
void gt_run_without_places(struct gt_run *run, struct gt_selection *selection, const uint32_t *keep,
                           size_t n);

/* What was read, for the stamp of an artefact; borrows from run. */
struct gt_stamp gt_run_stamp(const struct gt_run *run);

/* Writes the table to run->out in the format that -f names; `view` (may be null) is described in
 * JSON. */
GT_MUST_USE bool gt_run_table(struct gt_run *run, struct gt_table *table,
                              const struct gt_view *view, struct gt_error *err);

/* The whole program: argv as main() has it; returns the exit status. */
int gt_cli_main(int argc, char **argv);

#endif
