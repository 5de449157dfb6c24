-- title: Cooperation of a district, past, ongoing and planned
-- title.zh: 一区的合作清单：已完成、进行中与计划
-- about: Who works with whom in a district: cooperation, membership, transfer of results and
-- about: founding between organisations, each statement with its status and evidence.
-- about.zh: 该区机构之间的合作、成员、成果转化与共同发起关系，逐条列出状态与出处。
-- param district district = putuo: whose cooperation | 哪个区
-- param status status =: only this status | 只看此状态
-- column edge: -
-- column source: -
-- column target: -
-- column type: -
-- column state: status | 状态
-- column one: one side | 一方
-- column relation: relation | 关系
-- column other: other side | 另一方
-- column stated: since | 时间
-- column document: -
-- column start: -
-- column end: -
-- column evidence: evidence | 出处
-- example: --district putuo
SELECT s.edge, s.source, s.target, s.type, term(s.status) AS state, a.title AS one,
       term(s.type) AS relation, b.title AS other, s.stated, s.document, s.start, s.end,
       locator(s.document, s.start, s.end) AS evidence
FROM document AS d JOIN statement AS s ON s.document = d.id
     JOIN node AS a ON a.id = s.source JOIN node AS b ON b.id = s.target
WHERE d.district = :district
  AND s.type IN ('cooperates_with', 'member_of', 'transfers_to', 'founds')
  AND (:status IS NULL OR s.status = :status)
  AND b.type NOT IN ('programme', 'event')
ORDER BY CASE s.status WHEN 'past' THEN 1 WHEN 'ongoing' THEN 2 ELSE 3 END,
         s.stated, s.document, s.start, s.edge
