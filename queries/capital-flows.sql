-- title: Capital flows, joint sums counted once
-- title.zh: 资金流向：合计额只计一次
-- about: Who gives money to whom: each statement with an amount, and its share where several ties
-- about: state one sum together. The last row adds the shares up.
-- about.zh: 谁向谁出资：每条有金额的陈述，多条关系合计的金额按份分摊；末行为合计。
-- param district district =: only this district's replies | 只看该区答复
-- column edge: -
-- column source: -
-- column target: -
-- column giver: giver | 出资方
-- column relation: relation | 关系
-- column receiver: receiver | 受资方
-- column kind: kind | 性质
-- column state: status | 状态
-- column amount: stated, CNY | 所述金额（元）
-- column joint: shared by several | 合计
-- column share: counted, CNY | 计入（元）
-- column evidence: evidence | 出处
-- example: 
WITH flow AS (
       SELECT s.edge, s.source, s.target, a.title AS giver, term(s.type) AS relation,
              b.title AS receiver, term(s.amount_kind) AS kind, term(s.status) AS state, s.amount,
              CASE WHEN s.amount_joint THEN '✓' END AS joint, s.share,
              locator(s.document, s.start, s.end) AS evidence
       FROM statement AS s JOIN document AS d ON d.id = s.document
            JOIN node AS a ON a.id = s.source JOIN node AS b ON b.id = s.target
       WHERE s.amount IS NOT NULL AND (:district IS NULL OR d.district = :district))
SELECT * FROM (SELECT * FROM flow ORDER BY share DESC, source, target)
UNION ALL
SELECT NULL, NULL, NULL, 'Σ', NULL, NULL, NULL, NULL, NULL, NULL, sum(share), NULL FROM flow
HAVING count(*) > 0
