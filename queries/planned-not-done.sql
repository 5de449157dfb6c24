-- title: What was planned in one year and not done by another
-- title.zh: 当年计划、至某年仍未完成
-- about: Ties that replies of one year state as planned and that no reply up to another year
-- about: states as ongoing or done; 'seen' says whether the later replies name both ends at all.
-- about.zh: 某年答复列为计划、至另一年答复仍未列为进行或完成的关系；“再提”表示后来的答复是否仍提到双方。
-- param planned date = 2021: year of the plan | 计划年份
-- param done date = 2025: until this year | 至此年
-- column edge: -
-- column source: -
-- column target: -
-- column who: who | 谁
-- column relation: relation | 关系
-- column what: what | 事项
-- column again: named again | 再提
-- column document: -
-- column start: -
-- column end: -
-- column evidence: evidence | 出处
-- example: --planned 2021 --done 2025
WITH later(id) AS (
       SELECT id FROM document
       WHERE substr(date, 1, length(:planned)) > :planned
         AND substr(date, 1, length(:done)) <= :done)
SELECT s.edge, s.source, s.target, a.title AS who, term(s.type) AS relation, b.title AS what,
       CASE WHEN EXISTS (SELECT 1 FROM json_each(a.documents) WHERE value IN (SELECT id FROM later))
             AND EXISTS (SELECT 1 FROM json_each(b.documents) WHERE value IN (SELECT id FROM later))
            THEN '✓' END AS again,
       s.document, s.start, s.end, locator(s.document, s.start, s.end) AS evidence
FROM statement AS s JOIN document AS d ON d.id = s.document
     JOIN node AS a ON a.id = s.source JOIN node AS b ON b.id = s.target
WHERE s.status = 'planned' AND substr(d.date, 1, length(:planned)) = :planned
  AND b.type <> 'industry'
  AND NOT EXISTS (SELECT 1 FROM statement AS l
                  WHERE l.edge = s.edge AND l.status <> 'planned'
                    AND l.document IN (SELECT id FROM later))
ORDER BY s.document, s.start, s.edge
