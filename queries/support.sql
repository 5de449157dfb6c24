-- title: Who is supported by whom
-- title.zh: 谁支持谁
-- about: Support that a district's replies state: policy, money, approval or service, with the
-- about: receiver's type, status and evidence.
-- about.zh: 该区答复陈述的支持：政策、资金、批准或服务，附受支持者类型、状态与出处。
-- param district district = putuo: whose replies | 哪个区的答复
-- param type node_type =: only receivers of this type | 只看此类受支持者
-- column edge: -
-- column source: -
-- column target: -
-- column giver: by | 支持方
-- column receiver: supported | 受支持者
-- column kind: type | 类型
-- column state: status | 状态
-- column amount: amount, CNY | 金额（元）
-- column document: -
-- column start: -
-- column end: -
-- column evidence: evidence | 出处
-- example: --district putuo --type park
SELECT s.edge, s.source, s.target, a.title AS giver, b.title AS receiver, term(b.type) AS kind,
       term(s.status) AS state, s.amount, s.document, s.start, s.end,
       locator(s.document, s.start, s.end) AS evidence
FROM document AS d JOIN statement AS s ON s.document = d.id
     JOIN node AS a ON a.id = s.source JOIN node AS b ON b.id = s.target
WHERE d.district = :district AND s.type = 'supports' AND (:type IS NULL OR b.type = :type)
ORDER BY s.document, s.start, s.edge
