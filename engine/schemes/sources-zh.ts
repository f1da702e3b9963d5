/** In Chinese, by the English note: where the numbers of the practices come from. */
export const SCHEME_SOURCES_ZH: Readonly<Record<string, string>> = {
  'formal sales process surveys (62 firms, self-ratings); role clarity meta-analysis β = .25':
    '规范销售流程调查（62 家企业，自评）；角色清晰度元分析 β = 0.25',
  'anchored on role-clarity and management-practice studies': '参照角色清晰度与管理实践研究',
  'formal processes are reviewed 1–3 times a year': '规范流程每年修订 1–3 次',
  'revisions a year 6/8/12 at a monthly to fortnightly rhythm':
    '按每月至每两周一次的节奏，每年修订 6/8/12 次',
  'stand-ups shorten the queue for answers by 15/30/50 %': '站会使等待内部答复的时间缩短 15/30/50%',
  'no causal study of agile selling; adaptiveness meta-analysis β = .27; peer meetings +15 %':
    '敏捷销售尚无因果研究；销售适应性元分析 β = 0.27；同事交流会 +15%',
  'Homburg, Droll & Totzek 2008, 310 firms; territory studies: allocation is 71 % of +4.5 % contribution':
    'Homburg, Droll & Totzek 2008，310 家企业；区域研究：毛利贡献 +4.5%，其中 71% 来自时间分配',
  'design assumption around the same studies': '参照同样研究的设计假定',
  'what customers buy tells their worth better than a first impression: correlation +0/.1/.25':
    '购买记录比第一印象更能看出客户价值：相关系数 +0/0.1/0.25',
  'win prediction: reps 66.8 % against models 69.3 %; model AUC .62/.70/.76 once ~120 wins are on record':
    '赢单预测正确率：销售 66.8%，模型 69.3%；积累约 120 单赢单记录后模型 AUC 为 0.62/0.70/0.76',
  'a manager who sees stalls sooner cuts our own waiting by 5/15/30 %':
    '管理者更早看到停滞，我方造成的等待减少 5/15/30%',
  'several contacts per deal: causal lift ×1.05/1.15/1.35 after shrinking; team-scaling lab study for hours':
    '每个商机有多位联系人：收缩后的因果提升 ×1.05/1.15/1.35；工时参照团队规模的实验室研究',
  'hand-off loss 2/5/12 % of deals, +1/3/7 days, at one boundary between roles':
    '每一道岗位交接损失 2/5/12% 的商机，并多花 1/3/7 天',
  'goal-setting meta-analyses: d = .34 over 141 papers; Wood, Mento & Locke 1987, .42 in complex to .76 in simple work, 125 studies; Asmus et al. 2015, +12–15 % in line work':
    '目标设置元分析：141 篇论文 d = 0.34；Wood, Mento & Locke 1987，125 项研究，复杂工作 0.42 至简单工作 0.76；Asmus et al. 2015，流水线作业 +12–15%',
  'pressure of being measured: size a design assumption': '被考核的压力：大小为设计假定',
  'activity-based incentives +6–9 % of sales, pharmaceutical reps, JMR 2021; Pierce, Snow & McAfee: monitoring +7 % of revenue, 392 restaurants':
    '按活动量激励使销售额 +6–9%，医药代表，JMR 2021；Pierce, Snow & McAfee：监控使收入 +7%，392 家餐厅',
  'Sabnis et al. 2013: monitoring of lead follow-up helps novices and backfires on old hands, 461 reps in 4 firms':
    'Sabnis et al. 2013：监控线索跟进对新人有益，对老手适得其反，4 家企业 461 名销售',
  '10/25/40 % of churn preventable; Ascarza, Iyengar & Schleicher 2016: contacting customers at risk raised churn from 6 to 10 % in a trial':
    '10/25/40% 的流失可以预防；Ascarza, Iyengar & Schleicher 2016：实验中联系有流失风险的客户，流失率由 6% 升至 10%',
  'KeyBanc 2016, software firms: upselling costs $.28 per $1 of yearly value, new business $1.13–1.18; +10/+20/+40 % assumed':
    'KeyBanc 2016，软件企业：每 1 美元年值，增购成本 0.28 美元，新签 1.13–1.18 美元；+10/+20/+40% 为假定',
  'route planning in consumer goods: coverage +13–25 %, productive calls +21 %; travel −10/−20/−35 % after shrinking':
    '快消品路线规划：覆盖 +13–25%，有效拜访 +21%；收缩后路途时间 −10/−20/−35%',
  'Zoltners & Sinha: sales +2–7 % from alignment, 1,500 projects without controls; Sinha & Zoltners 2001: 55 % of territories too large or small':
    'Zoltners & Sinha：重划区域使销售额 +2–7%，1,500 个项目，无对照；Sinha & Zoltners 2001：55% 的区域过大或过小',
  'knowledge of a trade: +3/+8/+15 % on win chances of complex deals':
    '行业知识：复杂商机的赢单概率 +3/+8/+15%',
  'skill +5/+12/+25 %; Zoltners, Sinha & Lorimer 2006: specialists need more heads and travel; no causal study':
    '技能 +5/+12/+25%；Zoltners, Sinha & Lorimer 2006：专业分工需要更多人手和差旅；无因果研究',
  'Misra, Pinker & Shumsky 2004, experience-based sales-force design: more hours per product; +10/+25/+50 % assumed':
    'Misra, Pinker & Shumsky 2004，基于经验积累的销售队伍设计：每个产品投入的工时更多；+10/+25/+50% 为假定',
  'lost cross-selling 10/20/40 % and doubled visits where customers need several lines':
    '客户需要多条产品线时，交叉销售损失 10/20/40%，拜访重复',
  'contacts per deal (Gong): win ×1.1/1.25/1.5 against alone after shrinking; proposals won 38–44 % in building trades (SMPS 2015)':
    '每个商机的联系人数（Gong）：收缩后赢率为单人的 ×1.1/1.25/1.5；建筑业方案中标率 38–44%（SMPS 2015）',
  'a bid or no-bid decision drops a quarter of the weakest; gates are followed .7/1/1.2 times as meant':
    '是否投标的决策放弃最弱的四分之一；关卡执行程度为设想的 0.7/1/1.2 倍',
  'Workman, Homburg & Jensen 2003, 385 firms: activity and resources help, form does not; Patatoukas 2012, 45,442 relationships; no causal study':
    'Workman, Homburg & Jensen 2003，385 家企业：活动与资源有用，形式无用；Patatoukas 2012，45,442 对供销关系；无因果研究',
  'attention to large accounts and care in choosing them, around the same studies':
    '对大客户的关注与慎重挑选，参照同样的研究',
  'Kalwani & Narayandas 1995: long relationships, lower margins; 1/3/6 points assumed':
    'Kalwani & Narayandas 1995：关系长期，毛利较低；1/3/6 个百分点为假定',
  'reach ×1.3/1.9/3 at a 20 % margin, in proportion to partners’ effort, which follows the margin':
    '让利 20% 时触达 ×1.3/1.9/3，与伙伴投入成正比，而投入随让利变化',
  'Sa Vinhas & Anderson 2005: conflict falls with rules of engagement and with paying both; overlap on 5/15/30 % of deals assumed':
    'Sa Vinhas & Anderson 2005：有协作规则、双方都计酬时冲突减少；5/15/30% 的商机重叠为假定',
  'margins of consumer-goods distributors 5–15 %, of software resellers 20–40 %; the firm sets it':
    '快消品经销商毛利 5–15%，软件代理商 20–40%；由企业自定',
  'admin −15/−30/−50 %, leakage −30/−60/−80 %; Moutot & Bascoul 2008: effects of sales automation are mixed':
    '行政工时 −15/−30/−50%，漏跟 −30/−60/−80%；Moutot & Bascoul 2008：销售自动化的效果有正有负',
  'Oldroyd et al. 2011: firms answer leads after 42 hours (mean of an audit); automatic routing within minutes to an hour':
    'Oldroyd et al. 2011：企业平均 42 小时后才响应线索（暗访均值）；自动分派为几分钟至一小时',
  'generic touches −5/−15/−30 %; Luo et al. 2019: a bot that says so before the call sells 79.7 % less, 6,200 customers':
    '千篇一律的接触 −5/−15/−30%；Luo et al. 2019：通话前表明是机器人，成交减少 79.7%，6,200 名客户',
  'Implisit, ~500 US firms: social leads close 1.47 %, website ones 1.55 %; leads +10/+30/+80 % after some months assumed':
    'Implisit，约 500 家美国企业：社交媒体线索成交 1.47%，官网线索 1.55%；数月后线索 +10/+30/+80% 为假定',
  '6,000 monitored cold calls, 1–2 % success; China: 10–45 % reached, 1–8 % of them agree to meet':
    '6,000 通受监测的陌生电话，成功率 1–2%；中国：接通 10–45%，其中 1–8% 同意见面',
  'design assumption around surveys of inside sales': '参照内勤销售调查的设计假定',
  'trade bodies’ exhibition surveys; an event adds 1–6 weeks’ worth of leads':
    '行业协会的展会调查；一场活动带来相当于 1–6 周的线索',
  'van Heerde, Leeflang & Wittink 2004: about a third of a promotion’s bump is sales moved in time':
    'van Heerde, Leeflang & Wittink 2004：促销增量中约三分之一只是销售在时间上的前移',
  'a day or two per rep of preparing and attending each event': '每场活动的筹备与到场占每人一两天',
  'vendors’ partner surveys, shrunk; four in five partnerships bring no revenue':
    '厂商的伙伴调查，已收缩；五分之四的合作不带来收入',
  '2/5/10 hours a joint deal of agreeing': '每个联合商机的协商 2/5/10 小时',
  'Sandvik, Saouma, Seegert & Stanton 2020, US call-centre reps: knowledge meetings +15 % for 20 weeks':
    'Sandvik, Saouma, Seegert & Stanton 2020，美国呼叫中心销售：经验交流会 +15%，持续 20 周',
  'Lim, Ahearne & Ham 2009: several winners beat one, ranks among prizes add nothing; Casas-Arce & Martínez-Jerez 2009: leaders coast, large fields spur less':
    'Lim, Ahearne & Ham 2009：多人获奖胜过一人独得，奖金按名次拉开并无作用；Casas-Arce & Martínez-Jerez 2009：领先者松懈，参赛人数多则激励减弱',
  'De Grip & Sauermann 2012, call-centre experiment: a week of training lifts output some 10 %':
    'De Grip & Sauermann 2012，呼叫中心实验：一周培训使产出提高约 10%',
  'coached skill lasts a year, uncoached weeks; hours as planned':
    '有辅导的技能可保持一年，无辅导的只有数周；工时按计划',
  'Sandvik, Saouma, Seegert & Stanton 2020: advice between peers +15 % for 20 weeks; structured help for half':
    'Sandvik, Saouma, Seegert & Stanton 2020：同事互相指点 +15%，持续 20 周；半数人获得有安排的帮助',
  'Mittal et al. 2023: satisfaction and retention over 535 correlations, 245 articles; shrunk':
    'Mittal et al. 2023：满意度与留存，245 篇文章的 535 个相关系数；已收缩',
  'design assumption: 3/6/12 % more time for customers, softer closing':
    '设计假定：用于老客户的时间多 3/6/12%，成交攻势放缓',
  'practitioner cases of lean selling, no trial found; shrunk': '精益销售的实务案例，未见实验；已收缩',
  'Bloom et al. 2013, Indian textile plants +17 % by management practices: a ceiling, shrunk; 9 years on half of the practices were gone':
    'Bloom et al. 2013，印度纺织厂采用管理实践后 +17%：作为上限，已收缩；9 年后半数做法已不存在',
  'Sandvik et al. 2020: incentives that taught nothing were transitory; Chung & Narayandas 2017: performance dips later; 40 % of the pull is taken to be novelty, half of it gone in six months':
    'Sandvik et al. 2020：不带来新知识的激励是暂时的；Chung & Narayandas 2017：业绩随后回落；假定 40% 的拉力来自新鲜感，六个月消退一半',
  'Shi, Sridhar, Grewal & Lilien 2017: accounts that change hands lose 13–18 % of sales for a year; here part of them do':
    'Shi, Sridhar, Grewal & Lilien 2017：更换对接人的客户一年内销售下降 13–18%；此处只有部分客户换人',
  'design assumption: trimming also removes useful checks': '设计假定：精简也会去掉有用的把关',
  'Sabnis, Chatterjee, Grewal & Lilien 2013, 461 reps in 4 firms: 70 % of marketing leads not pursued; shrunk':
    'Sabnis, Chatterjee, Grewal & Lilien 2013，4 家企业 461 名销售：70% 的市场线索未被跟进；已收缩',
  'Ernst, Hoyer & Rübsaamen 2010, 106 projects: cooperation helps, differently by stage; shrunk by half':
    'Ernst, Hoyer & Rübsaamen 2010，106 个项目：协作有益，因阶段而异；收缩一半',
  'joint meetings take 2/4/8 % of the week of those concerned': '联席会议占相关人员工时 2/4/8%',
  'no study of the whole; Ahearne et al. 2010, CRM for 400 pharma reps: a dip, then recovery':
    '尚无整体研究；Ahearne et al. 2010，400 名医药代表使用 CRM：先降后升',
  'Brynjolfsson, Jin & McElheran 2020: +2–4 %, only with skilled staff and process':
    'Brynjolfsson, Jin & McElheran 2020：+2–4%，仅在人员与流程具备条件时',
  'stage records take 2/4/7 % of the week; the other effects are stated without them':
    '环节记录占每周工时 2/4/7%；其余效果不含这部分时间',
  'stand-ups and retrospectives take 2/4/6 % of the week; the other effects are stated without them':
    '站会与复盘占每周工时 2/4/6%；其余效果不含这部分时间',
  'sorting customers anew each quarter takes .5–1 % of the week; the effects are stated without it':
    '每季度重新分级占每周工时 0.5–1%；其余效果不含这部分时间',
  'entering data takes 1/3/6 % of the week until a system does it; the other effects are stated without it':
    '在系统代劳之前，录入占每周工时 1/3/6%；其余效果不含这部分时间',
  'coordination c·(n−1)^0.7 hours a week; what colleagues do for a deal is in the hours of its touches':
    '每周协调工时 c·(n−1)^0.7；同事为商机所做的工作计入接触工时',
  'weekly reviews take 1–2 % of the week; the pull of goals is stated without them':
    '每周复盘占工时 1–2%；目标的激励效果不含这部分时间',
  'leakage −15/−30/−50 %, logging 2/5/8 % of the week: design assumptions; more effort is stated without the logging':
    '漏跟进 −15/−30/−50%，填报占每周工时 2/5/8%：设计假定；增加的努力不含填报时间',
  'content takes 5/10/15 % of the week, leads are stated without it; quality ×.5/.8/1; Guenzi & Nijssen 2020 survey without a dark side':
    '做内容占每周工时 5/10/15%，线索量不含这部分时间；质量 ×0.5/0.8/1；Guenzi & Nijssen 2020 调查未见负面作用',
  'a quarter of an hour a contact; priority of service beside it: 10–20 % of rep time together':
    '每次联系约一刻钟，另加服务优先：合计占销售工时 10–20%',
  'looking for waste takes 1–3 % of the week; what it saves is stated without it':
    '查找浪费占每周工时 1–3%；节省量不含这部分时间',
  'entry takes 2/5/8 % of the week; after half a year the system writes reports, and paperwork, entry included, is 3/8/15 % less than before':
    '录入占每周工时 2/5/8%；半年后系统自动出报表，连同录入的文书工时比之前少 3/8/15%',
  'coordination c·n^.7 hours a week on complex deals, c .3/.5/.9; the first hour of meetings is in the effect, which the trial found net of it':
    '复杂商机每周协调工时 c·n^0.7，c 为 0.3/0.5/0.9；首小时会议已含在试验所测的净效果里',
};
