/** In Chinese, by the English note: where the parameters' own defaults come from. */
export const PARAMETER_SOURCES_ZH: Readonly<Record<string, string>> = {
  'design assumption': '设计假定',
  'reproduces the lift table of ranked leads; σ_z ≈ 1.2': '再现线索按得分排序的提升表；σ_z ≈ 1.2',
  'audit of 2,241 firms: mean 42 h': '对 2,241 家企业的暗访：平均 42 小时',
  'lead-response studies, shrunk for selection: k .1/.2/.3 of web enquiries, here six leads in ten':
    '线索响应研究，因选择偏差收缩：网络询价的 k 为 0.1/0.2/0.3，此处占线索的六成',
  '5 % where few large deals are known by name, 10 % at some thirty open deals a seller, more beyond; .02–.25':
    '单少而大、每单都叫得出名字时为 5%，人均约三十个在途商机时为 10%，再多则更高；0.02–0.25',
  'field studies of piece rates: .2–.5': '计件工资的实地研究：0.2–0.5',
  'working harder and working smarter go together in surveys of sellers; half and half, .25–.75':
    '销售调查中“更勤”与“更巧”相伴；各占一半，0.25–0.75',
  '.2–.8; with hours it makes sales answer to effort by .2–.5':
    '0.2–0.8；与工时合计使销售对努力的弹性为 0.2–0.5',
  'effort beyond the usual cannot be kept up: sales fall below where they were after a push; 0–3':
    '超出常态的努力难以持久：冲刺之后销售会低于此前水平；0–3',
  'vendor’s count of some millions of deals: eleven times as many losses a day on a month’s last two days':
    '厂商对数百万笔商机的统计：每月最后两天的日均输单是其余日子的十一倍',
  'multitask theory: what is counted is done more, what is not less; 0–1':
    '多任务理论：计数的多做，不计数的少做；0–1',
  'Sandvik et al. 2020: sales of those who met to exchange advice stay up by 15 % and more for at least 20 weeks after':
    'Sandvik 等 2020：参加经验交流者的销售额在其后至少 20 周内仍高出 15% 以上',
  'Ascarza, Iyengar & Schleicher 2016: 10 % of those approached left within three months, 6 % of the others; 0/.1/.5':
    'Ascarza、Iyengar、Schleicher 2016：被主动联系的客户三个月内流失 10%，其余为 6%；0/0.1/0.5',
  'Sandvik et al. 2020: advice in pairs raised sales by some 24 % within four weeks, most of all those of the weaker; shrunk for a team that meets':
    'Sandvik 等 2020：结对交流四周内使销售额提高约 24%，弱者提高最多；对团队会议作收缩',
  'some weeks: 10–60': '数周：10–60',
  '.25/.4/.55 where the seller sets the pace; .05–.3 where committees do':
    '由销售掌握节奏时为 0.25/0.4/0.55；由委员会决定时为 0.05–0.3',
  '40–85 % of marketing leads are never worked; part of it for lack of hours':
    '40–85% 的市场线索从未跟进；部分是因为工时不够',
  'what ability (σ .5) and luck (σ .3) leave of output σ .9–1.1 (top fifth 52–60 % of sales), of which a territory’s potential brings about .9':
    '产出的 σ 为 0.9–1.1（前五分之一占销售额 52–60%），除去能力（σ 0.5）与运气（σ 0.3）所余部分，其中区域潜力约占 0.9',
  'word of mouth .02–.2 per customer-year': '口碑推荐，每客户每年 0.02–0.2 次',
  'none where the seller is alone with the customer': '客户只由销售一人服务时为零',
  'customer satisfaction scores commonly differ by 10–25 points between customers of one firm; 14 of 0–25':
    '同一企业的客户之间满意度得分通常相差 10–25 分；在 0–25 中取 14',
  'retention meta-analysis, shrunk by half: .07/.12/.2; the upper end, at which customers in the best and the worst tenth of satisfaction differ by .4–.6 in log-odds of staying, .5–1.3 being published':
    '留存元分析，收缩一半：0.07/0.12/0.2；取上端，此时满意度最高与最低十分之一的客户留存对数几率相差 0.4–0.6，公开值为 0.5–1.3',
  '16–31 % in time studies': '工时研究为 16–31%',
  'top-fifth share of .52–.62 implies .4–.6 beside luck and territory':
    '前五分之一占 0.52–0.62，除去运气与区域意味着 0.4–0.6',
  'skill is stated in output: a rep 10 % more able wins 10 % more of the same deals':
    '技能以产出计：能力高 10% 的销售，同样的商机多赢 10%',
  '26–36 % a year': '每年 26–36%',
  'what the same work usually earns in the trade': '同类工作在本行业的常见收入',
  'pay follows results less closely elsewhere than under commission: .3/.5/.7':
    '别处的薪酬不像提成制那样紧随业绩：0.3/0.5/0.7',
  'turnover against pay: 3–4.5 among staff of a large retailer, 1 over all US firms; 1/2.5/4':
    '离职对薪酬的弹性：某大型零售商员工为 3–4.5，全美企业约为 1；取 1/2.5/4',
  'recruitment against pay: .4 of applications to a posted wage, 1.4–2.2 in Germany, 3–4.5 at a large retailer; .5/1.5/3.5':
    '招聘对薪酬的弹性：招聘启事的申请数为 0.4，德国为 1.4–2.2，某大型零售商为 3–4.5；取 0.5/1.5/3.5',
  'minimum wages are 17–33 % of average pay in Chinese provinces (2010); .15/.25/.4':
    '中国各省最低工资为平均工资的 17–33%（2010 年）；取 0.15/0.25/0.4',
  'a third off the promised wage cost a fifth of output in a field experiment, a third more gained none: 1.4; shrunk, 0/1/1.4':
    '实地实验中，工资比约定减三分之一，产出减五分之一，加三分之一则无增益：1.4；收缩后取 0/1/1.4',
  'labour supply: about 1 over 33 studies, none above 2 (Chetty 2006); less here, as a household lives on more than one pay; 0/.5/.9':
    '劳动供给：33 项研究平均约 1，无一高于 2（Chetty 2006）；家庭不只靠一份薪酬生活，故取较小；0/.5/.9',
  'multitask theory: time follows (reward)^(1/ε), ε .5–1, so 1–2':
    '多任务理论：时间分配随（报酬）^(1/ε)，ε 为 0.5–1，故取 1–2',
  'quasi-hyperbolic discounting, β .6/.8/1': '准双曲贴现，β 为 0.6/0.8/1',
  'monthly discount factor .96–.995': '月贴现因子 0.96–0.995',
  '.3–.8': '0.3–0.8',
  'meta-analysis of loss-framed incentives: .02 standard deviations in the field':
    '损失框架激励的元分析：实地实验中为 0.02 个标准差',
  'AUC .55/.62/.68 of human triage': '人工挑选线索的 AUC 为 0.55/0.62/0.68',
  'sign from practice: a standard is what training teaches; size a design assumption':
    '方向取自实务：培训教的就是标准；大小为设计假定',
  'Chan, Li & Pierce 2014: who is paid alone shares less, who shares pay helps; size a design assumption':
    'Chan, Li & Pierce 2014：个人计酬者少分享，共同计酬者愿协助；大小为设计假定',
  '.15/.3/.5': '0.15/0.3/0.5',
  'mean 8.5, range 2–38': '平均 8.5，范围 2–38',
  '16 %, best practice 28 %': '16%，最佳做法 28%',
  '.3–.7; a calendar fills up whatever is asked, and what mattered least is dropped first':
    '0.3–0.7；日程总会排满，最不重要的先被挤掉',
  '0–.6; a pipeline review, a goal review and a stand-up cover the same deals':
    '0–0.6；商机评审、目标复盘与站会谈的是同一批订单',
  'dips of .05/.1/.2 of output while a CRM was taken up; shape from a study of 400 pharmaceutical reps, size assumed':
    '上线 CRM 期间产出下降 0.05/0.1/0.2；形状取自对 400 名医药代表的研究，大小为假定',
  '.2–.5; every practice asks for 8–40 manager hours a month, and a manager has other work':
    '0.2–0.5；每项做法每月需管理者投入 8–40 小时，而管理者另有工作',
  '2/4/6 months, with the same studies': '2/4/6 个月，出自同类研究',
};
