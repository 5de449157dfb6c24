/* pattern.h: property-graph patterns, compiled to SQL on the same tables: the pattern part of GQL
 * (ISO/IEC 39075:2024) and SQL/PGQ (ISO/IEC 9075-16:2023).
 *
 *     [MATCH [DIFFERENT EDGES | REPEATABLE ELEMENTS]] pattern, ... [WHERE condition]
 *     RETURN [DISTINCT] item [AS name], ... [ORDER BY item [ASC|DESC], ...] [OFFSET n] [LIMIT n]
 *
 *     node     (a)  (a:fund)  (:company|park)  (a {id: 'cas'})  (a:fund WHERE a.ties > 3)
 *     tie      -[e:type]->  <-[e]-  -[e]-  ~[e]~ (mutual only)  ->  <-  -
 *     several  -[:type*1..3]->  -[:type]->{1,3}  *2  *..3  *
 *
 * Words of types may be in Chinese (基金, 投资). Mutual ties carry no order: any arrow fits them.
 * By default no tie is used twice in a match (DIFFERENT EDGES); a tie of variable length without
 * upper bound wants that. A node's district is any whose ecosystem it is in. Conditions: = <> < <=
 * > >= AND OR NOT IN [..], IS [NOT] NULL, LIKE, CONTAINS, STARTS WITH, ENDS WITH, + - * / % ||,
 * functions (pattern_function.def), EXISTS { pattern }, $name for parameters. */
#ifndef GT_QUERY_PATTERN_H
#define GT_QUERY_PATTERN_H

#include "query/query.h"

/* Adds the SQL of a pattern (text->sql) to `sql`. Fails with text->blame: line, column, a caret,
 * and what was expected. */
GT_MUST_USE bool gt_pattern_compile(const struct gt_query_text *text, struct gt_buffer *sql,
                                    struct gt_error *err);

#endif
