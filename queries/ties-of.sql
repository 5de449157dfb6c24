-- title: All ties of an entity
-- title.zh: 一个实体的全部关系
-- about: Who an entity is tied to, how, since when, and where it is said.
-- about.zh: 一个实体与谁、以何种关系相连，始于何时，出处何在。
-- param entity entity: which entity | 哪个实体
-- param status status =: only this status | 只看此状态
-- column edge: -
-- column id: -
-- column relation: relation | 关系
-- column name: with | 对方
-- column kind: type | 类型
-- column state: status | 状态
-- column since: since | 始于
-- column evidence: evidence | 出处
-- example: --entity 新微集团
SELECT t.id AS edge, o.id,
       CASE WHEN t.mutual THEN '↔ ' WHEN t.outgoing THEN '→ ' ELSE '← ' END || term(t.type) AS relation,
       o.title AS name, term(o.type) AS kind, term(t.status) AS state, t.since,
       evidence(t.id) AS evidence
FROM tie AS t JOIN node AS o ON o.id = t.other
WHERE t.node = :entity AND (:status IS NULL OR t.status = :status)
ORDER BY t.family, t.type, o.id
