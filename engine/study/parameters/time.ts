import { A, type Parameter, p } from './entry.ts';

/** How people fit new work into their week. */
export const TIME: readonly Parameter[] = [
  p(
    'people.displaced-work',
    'share',
    [0, 1],
    { low: 0.3, mode: 0.5, high: 0.7 },
    ['New work that takes another’s place', '新事务的替代占比'],
    [
      'Share of added meetings and paperwork, of reps and of managers, that takes the place of other meetings and paperwork',
      '新增会议与填报（销售与管理者皆然）中，取代原有会议与文书的部分',
    ],
    A('.3–.7; a calendar fills up whatever is asked, and what mattered least is dropped first'),
  ),
  p(
    'people.shared-meetings',
    'share',
    [0, 1],
    { low: 0, mode: 0.3, high: 0.6 },
    ['Meetings held in one', '会议合并占比'],
    [
      'Where several practices bring meetings: share of the shorter ones that is settled in the longest',
      '多个方案各带会议时，较短会议中并入最长会议的部分',
    ],
    A('0–.6; a pipeline review, a goal review and a stand-up cover the same deals'),
  ),
  p(
    'people.overtime-share',
    'share',
    [0, 1],
    { low: 0, mode: 0.25, high: 0.5 },
    ['Overtime share', '加班占比'],
    [
      'Share of added work, beyond what it displaces, that is done on top of the usual hours, up to a fifth of them',
      '新增工作在替代之外靠加班完成的部分，最多为常规工时的五分之一',
    ],
    A('design assumption'),
  ),
  p(
    'people.overtime-strain',
    'ratio',
    [0, 20],
    { low: 1, mode: 2, high: 4 },
    ['Strain of overtime', '加班压力'],
    [
      'Log quit hazard per hour of overtime as a share of usual hours: 2 makes a tenth more hours a fifth more exits',
      '加班占常规工时比例对离职风险对数的影响：2 表示工时多一成，离职多约五分之一',
    ],
    A('design assumption'),
  ),
  p(
    'people.change-dip',
    'share',
    [0, 0.9],
    { low: 0.05, mode: 0.1, high: 0.2 },
    ['Dip of a change programme', '变革低谷深度'],
    [
      'Share of selling time that a whole programme of change takes at its start; smaller changes take less, and nothing takes more',
      '一整套变革开始时占用的销售工时比例；较小的变革占用较少，任何变革都不会更多',
    ],
    A(
      'dips of .05/.1/.2 of output while a CRM was taken up; shape from a study of 400 pharmaceutical reps, size assumed',
    ),
  ),
  p(
    'people.change-months',
    'months',
    [0.1, 36],
    { low: 2, mode: 4, high: 6 },
    ['Length of a change programme', '变革低谷时长'],
    [
      'Months until a whole programme of change takes no selling time any more; smaller changes are over sooner',
      '一整套变革不再占用销售工时所需的月数；较小的变革更快结束',
    ],
    A('2/4/6 months, with the same studies'),
  ),
  p(
    'people.managed-share',
    'share',
    [0.01, 1],
    { low: 0.2, mode: 0.3, high: 0.5 },
    ['Managers’ time for practices', '管理者可用于推行做法的工时'],
    [
      'Share of a manager’s hours that practices can take; where they ask for more, each is lived only as far as it is followed up',
      '管理者可投入各项做法的工时占比；所需超出时，各项做法只能按跟进程度落实',
    ],
    A('.2–.5; every practice asks for 8–40 manager hours a month, and a manager has other work'),
  ),
];
