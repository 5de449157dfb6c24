/* metadata.h: what a reply says of itself in its head and foot: number, title, issuer, date.
 *
 * Delegates, signers, contact persons, telephone numbers and addresses are never taken over: what
 * stands outside [body_start, body_end) is for this file alone. */
#ifndef GT_READ_METADATA_H
#define GT_READ_METADATA_H

#include "read/text.h"

/* Texts belong to the arena given; null where the document does not say. */
struct gt_metadata {
    const char *id;     /* a slug: changning-commerce-2024-5; else made of the file's name */
    const char *number; /* 长商务发〔2024〕5号, without blanks, in the brackets 〔〕 */
    const char *title;  /* 对云岭区政协第六届二次会议第017号提案的答复 */
    const char *issuer; /* a slug: changning-commerce-commission; null for unknown places */
    const char *issuer_name; /* as the text has it at its fullest: 上海市长宁区商务委员会 */
    const char *date;        /* ISO: 2024-04-19; less where less is said */
    const char *district;    /* a slug of district.def, null for places elsewhere */
    const char *district_name; /* 长宁区, 西湖区; the issuer's area */
    const char *proposal;      /* 017 */
    const char *session;       /* 云岭区政协第六届二次会议 */
    const char *kind;          /* 答复, 函复, 会办意见 */
    bool congress;             /* the proposal is a 建议 of the people's congress, no 提案 */
    uint32_t body_start, body_end; /* code points between the salutation and the signature */
};

/* Reads the head and foot; never fails: what is not there stays null. `file` is the path or name
 * the text came from, for the id (null: none). */
void gt_metadata_read(const struct gt_folded *folded, const char *file, struct gt_arena *arena,
                      struct gt_metadata *metadata);

#endif
