-- title: Members in several alliances
-- title.zh: 加入多个联盟的成员
-- about: Who belongs to how many alliances, associations and committees, as member, founder or
-- about: head.
-- about.zh: 以成员、发起方或负责人身份参加联盟、协会、委员会的机构及其数目。
-- param least integer = 2: at least so many | 至少几个
-- column id: -
-- column name: member | 成员
-- column kind: type | 类型
-- column alliances: alliances | 联盟数
-- column which: which | 名称
-- example: --least 2
SELECT n.id, n.title AS name, term(n.type) AS kind, count(DISTINCT a.id) AS alliances,
       group_concat(DISTINCT a.title) AS which
FROM node AS a JOIN edge AS e ON e.target = a.id JOIN node AS n ON n.id = e.source
WHERE a.type IN ('alliance', 'association')
  AND e.type IN ('member_of', 'founds', 'leads', 'operates', 'cooperates_with')
GROUP BY n.id
HAVING alliances >= :least
ORDER BY alliances DESC, n.id
