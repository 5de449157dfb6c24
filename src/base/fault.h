/* fault.h: what is wrong with the data: every fault with its place, not only the first. */
#ifndef GT_BASE_FAULT_H
#define GT_BASE_FAULT_H

#include "base/arena.h"
#include "base/error.h"

#include <stdint.h>

enum { GT_FAULTS_KEPT = 50 };

struct gt_fault {
    const char *place; /* file and JSON pointer: "graphs/a.json: /nodes/3/type" */
    const char *text;  /* what was found, what was expected */
};

/* Zeroed is valid and empty; texts are in English until lang is set. */
struct gt_faults {
    enum gt_lang lang;
    uint64_t n; /* all, of which the first GT_FAULTS_KEPT are kept */
    struct gt_fault kept[GT_FAULTS_KEPT];
    struct gt_arena arena;
};

void gt_faults_fini(struct gt_faults *faults);

/* Adds a fault; place and text are copied. */
void gt_fault_add(struct gt_faults *faults, const char *place, const char *en, const char *zh, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* True without faults; otherwise fails with GT_DATA and the list as the message. */
GT_MUST_USE bool gt_faults_none(const struct gt_faults *faults, struct gt_error *err);

#endif
