-- title: Planned, and overdue
-- title.zh: 计划已久而未见进展
-- about: Ties that were last stated as planned on or before a date: the plan, its age, and where
-- about: it stands. A tie that a later reply shows as ongoing or done is not listed.
-- about.zh: 最近一次陈述仍为计划、且早于某日的关系：计划内容与出处。后来答复已显示进行或完成者不列。
-- param before date = 2024-12-31: planned until | 计划于此日及之前
-- param district district =: only this district's replies | 只看该区答复
-- column edge: -
-- column source: -
-- column target: -
-- column who: who | 谁
-- column relation: relation | 关系
-- column what: what | 事项
-- column stated: planned | 计划于
-- column document: -
-- column start: -
-- column end: -
-- column evidence: evidence | 出处
-- example: --before 2022 --district putuo
SELECT s.edge, s.source, s.target, a.title AS who, term(s.type) AS relation, b.title AS what,
       s.stated, s.document, s.start, s.end, locator(s.document, s.start, s.end) AS evidence
FROM edge AS e JOIN statement AS s ON s.edge = e.id JOIN document AS d ON d.id = s.document
     JOIN node AS a ON a.id = e.source JOIN node AS b ON b.id = e.target
WHERE e.status = 'planned' AND s.status = 'planned' AND b.type <> 'industry'
  AND substr(e.until, 1, length(:before)) <= :before
  AND (:district IS NULL OR d.district = :district)
ORDER BY s.stated, s.document, s.start, s.edge
