-- title: What changed between two years
-- title.zh: 两年之间的变化
-- about: Ties that the replies of both years state with another status (~), and organisations (+)
-- about: that only the later replies name.
-- about.zh: 两年答复都陈述而状态不同的关系（~），以及只有后来的答复才提到的机构（+）。
-- param old date = 2021: earlier year | 较早年份
-- param new date = 2025: later year | 较晚年份
-- param district district =: only this district's replies | 只看该区答复
-- column change: change | 变化
-- column id: -
-- column edge: -
-- column what: what | 内容
-- column before: before | 之前
-- column after: after | 之后
-- example: --old 2024 --new 2025 --district changning
WITH old(id) AS (SELECT id FROM document WHERE substr(date, 1, length(:old)) = :old
                 AND (:district IS NULL OR district = :district)),
     new(id) AS (SELECT id FROM document WHERE substr(date, 1, length(:new)) = :new
                 AND (:district IS NULL OR district = :district))
SELECT '~' AS change, NULL AS id, e.id AS edge,
       a.title || ' ' || term(e.type) || ' ' || b.title AS what,
       term(x.status) AS before, term(y.status) AS after
FROM statement AS x JOIN statement AS y ON y.edge = x.edge JOIN edge AS e ON e.id = x.edge
     JOIN node AS a ON a.id = e.source JOIN node AS b ON b.id = e.target
WHERE x.document IN (SELECT id FROM old) AND y.document IN (SELECT id FROM new)
  AND x.status <> y.status
UNION
SELECT '+', n.id, NULL, n.title, NULL, term(n.type)
FROM node AS n
WHERE n.type IN ('university', 'institute', 'hospital', 'company', 'park', 'fund', 'alliance',
                 'association', 'platform')
  AND EXISTS (SELECT 1 FROM json_each(n.documents) WHERE value IN (SELECT id FROM new))
  AND NOT EXISTS (SELECT 1 FROM json_each(n.documents) WHERE value IN (SELECT id FROM old))
ORDER BY change DESC, edge, id
