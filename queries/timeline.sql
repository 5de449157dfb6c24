-- title: Dated facts in order
-- title.zh: 按时间排列的事实
-- about: Facts for which the replies give a date, in order, with evidence.
-- about.zh: 答复给出日期的事实，按时间排列，附出处。
-- param since date =: from | 自
-- param until date =: until | 至
-- param district district =: only this district's replies | 只看该区答复
-- column edge: -
-- column source: -
-- column target: -
-- column date: date | 日期
-- column one: who | 谁
-- column relation: relation | 关系
-- column other: what | 何事
-- column state: status | 状态
-- column document: -
-- column start: -
-- column end: -
-- column evidence: evidence | 出处
-- example: --since 2024
SELECT s.edge, s.source, s.target, s.date, a.title AS one, term(s.type) AS relation,
       b.title AS other, term(s.status) AS state, s.document, s.start, s.end,
       locator(s.document, s.start, s.end) AS evidence
FROM statement AS s JOIN document AS d ON d.id = s.document
     JOIN node AS a ON a.id = s.source JOIN node AS b ON b.id = s.target
WHERE s.date IS NOT NULL AND (:since IS NULL OR s.date >= :since)
  AND (:until IS NULL OR substr(s.date, 1, length(:until)) <= :until)
  AND (:district IS NULL OR d.district = :district)
ORDER BY s.date, s.document, s.start, s.edge
