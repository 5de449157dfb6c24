-- title: All statements of a document
-- title.zh: 一份答复中的全部陈述
-- about: Every tie that a reply states, in the order of the text, with status, date, amount and
-- about: place.
-- about.zh: 一份答复陈述的每条关系，按原文顺序，附状态、日期、金额与位置。
-- param document document = putuo-science-2025-22: which document | 哪份文件
-- column edge: -
-- column source: -
-- column target: -
-- column one: from | 起点
-- column relation: relation | 关系
-- column other: to | 终点
-- column state: status | 状态
-- column date: date | 日期
-- column role: role | 角色
-- column amount: amount, CNY | 金额（元）
-- column document: -
-- column start: -
-- column end: -
-- column evidence: evidence | 出处
-- example: --document changning-commerce-2024-5
SELECT s.edge, s.source, s.target, a.title AS one, term(s.type) AS relation, b.title AS other,
       term(s.status) AS state, s.date, s.role, s.amount, s.document, s.start, s.end,
       locator(s.document, s.start, s.end) AS evidence
FROM statement AS s JOIN node AS a ON a.id = s.source JOIN node AS b ON b.id = s.target
WHERE s.document = :document
ORDER BY s.start, s.end, s.edge
