/** In Chinese, by the English note: where the published ranges of the industries' targets come from. */
export const TARGET_SOURCES_ZH: Readonly<Record<string, string>> = {
  assumed: '假定',
  'from memory': '凭记忆',
  'Chally 52 %, CSO about 60 %, Ebsta 81 % of revenue from the best fifth':
    '前五分之一占收入：Chally 52%，CSO 约 60%，Ebsta 81%',
  'Pace 22 %, HubSpot 34 %, IPG 38 %, CSO Insights 41–46 %':
    'Pace 22%，HubSpot 34%，IPG 38%，CSO Insights 41–46%',
  'meta-analysis of sales-effort elasticities: .34 raw, .31 bias-corrected':
    '销售投入弹性的元分析：原始值 0.34，校正偏差后 0.31',
  'created opportunities won, all industries': '所建商机的赢单占比，各行业合计',
  'assumed: loaded field rep in China': '假定：中国外勤销售的全部人工成本',
  'assumed: loaded inside rep in China': '假定：中国内勤销售的全部人工成本',
  'product of the stages; ±35 %': '各阶段通过率之积；±35%',

  'lead to policy': '线索到保单',
  'referrals close three to five times as often; 25 % against 5 % of effective leads':
    '转介绍的成交率是三至五倍；有效线索成交 25%，对比 5%',
  'computed from the modes: about ten policies; ±35 %': '由众数推算：约十张保单；±35%',
  'supervisory targets from 85 %; large listed insurers mid-90s': '监管目标 85% 起；大型上市险企约 95%',
  'supervisory targets from 80 %': '监管目标 80% 起',
  'complement of 13-month persistency; an older book loses less': '13 个月继续率的补数；老业务流失较少',
  'share of agents at quota, from memory': '达标代理人占比，凭记忆',
  'add-on policies, from memory': '加保，凭记忆',
  '2, 4, 9 months': '2、4、9 个月',
  'agent survival 70, 30, 60, 70 % by year of service': '代理人按年资的留存 70、30、60、70%',

  'assumed, inbound-heavy': '假定，以入站线索为主',
  '70 % of marketing leads not pursued, 461 reps in 4 firms': '70% 的市场线索未被跟进，4 家企业 461 名销售',
  'Implisit: website 31 %, self-generated 14 %': 'Implisit：官网 31%，自拓 14%',
  'created opportunities won: Implisit 30 %, trade surveys 15–30 %':
    '所建商机的赢单占比：Implisit 30%，行业调查 15–30%',
  'median 60 days, SaaS': 'SaaS 中位数 60 天',
  'computed from the modes: 600 leads × .13 × .18; ±35 %': '由众数推算：600 条线索 × 0.13 × 0.18；±35%',
  'Ebsta 31 %, Xactly 54 %, CSO 53–60 %': 'Ebsta 31%，Xactly 54%，CSO 53–60%',
  'SaaS Capital: 90–93 %, ±2 points': 'SaaS Capital：90–93%，±2 个百分点',
  'SaaS Capital: 100–110 %, ±2 points': 'SaaS Capital：100–110%，±2 个百分点',
  'KeyBanc: logo churn 10 %, ±2 points': 'KeyBanc：客户数流失 10%，±2 个百分点',
  'SaaS Capital, KeyBanc': 'SaaS Capital、KeyBanc',
  'KeyBanc: cost per unit of new yearly contract value, marketing included':
    'KeyBanc：每单位新增年合同额的成本，含市场费用',
  'Ebsta; DePaul survey': 'Ebsta；DePaul 调查',
  'half of on-target earnings': '达标收入的一半',

  'procurement takes 6–12 months': '采购需 6–12 个月',
  'computed from the modes: 18 × .11; ±35 %': '由众数推算：18 × 0.11；±35%',
  '55 % at quota, vendor survey': '55% 达标，厂商调查',
  'account churn, from memory': '客户流失，凭记忆',
  '16.4 % of revenue in the US, management and expenses included; ±35 %':
    '美国为收入的 16.4%，含管理与费用；±35%',
  '6, 10, 15 months': '6、10、15 个月',

  'norm of 40 outlets a day, 15–25 typical': '标准为每日 40 家网点，通常 15–25 家',
  '70 % at the best firms, 30 % at a weak one': '最好的企业 70%，较弱的 30%',
  'per productive call, from memory': '每次有效拜访，凭记忆',
  'weekly to fortnightly orders, assumed': '每周至每两周一单，假定',
  'prospect to first order': '潜在网点到首单',
  'first order after about 7 days; within a factor of 2': '约 7 天后首单；上下 2 倍以内',
  'computed from the modes: about ¥1.5 m; ±35 %': '由众数推算：约 150 万元；±35%',
  'outlet churn, assumed': '网点流失，假定',
  'monthly, from memory': '按月，凭记忆',
  'all industries: Xactly 54 %, CSO 53–60 %': '各行业合计：Xactly 54%，CSO 53–60%',
  '.5, 1, 2 months': '0.5、1、2 个月',

  'assumed: online 80 %, walk-in 15 %, own circle 5 %': '假定：线上 80%，进店 15%，人脉 5%',
  'online leads: .4–1.2 %': '线上线索：0.4–1.2%',
  'referrals and own circle: 30 % and more in the US': '转介绍与人脉：美国为 30% 以上',
  'repeat purchases a year, from memory': '每年再次购买，凭记忆',
  '2, 4, 8 months': '2、4、8 个月',

  'assumed: requests for quotation': '假定：询价数',
  'product of the last stages .36; hit rates of proposals in building 38–44 %':
    '最后几个阶段之积 0.36；建筑业方案中标率 38–44%',
  'computed from the modes: 36 × .13; ±35 %': '由众数推算：36 × 0.13；±35%',
  'norm of 3–5 times the quota still to fill; here against the whole year’s':
    '惯例为尚待完成目标的 3–5 倍；此处与全年目标相比',
  '9, 12, 18 months': '9、12、18 个月',
};
