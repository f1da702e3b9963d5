import { type Lever, lever } from './lever.ts';

/** Levers of learning, goals and motivation. */
export const PEOPLE: readonly Lever[] = [
  // learning
  lever('learning', 'rep', 'log', 1.5, 1, 'multiple', 'Speed of learning while ramping', '成长期学习速度'),
  lever('forgetting', 'rep', 'log', 2, 'people.forgetting', 'per year', 'Fading of skill', '技能遗忘速度'),
  lever('coaching', 'rep', 'log', 1.5, 1, 'multiple', 'Coaching hours per rep', '人均辅导时间'),
  lever(
    'peer-learning',
    'rep',
    'level',
    1,
    0,
    'per year',
    'Rate at which reps learn from better colleagues',
    '向优秀同事学习的速率',
  ),
  // goals and motivation
  lever(
    'goal-salience',
    'rep',
    'level',
    1,
    0,
    'drive',
    'Drive from a goal within reach',
    '可达成目标带来的动力',
  ),
  lever(
    'monitoring',
    'rep',
    'level',
    1,
    0,
    'drive',
    'Effort floor from being observed',
    '被观察带来的努力下限',
  ),
  lever(
    'quota-error',
    'company',
    'log',
    2,
    'people.quota-error',
    'share',
    'Error of individual quotas',
    '个人目标误差',
  ),
  lever(
    'strain',
    'rep',
    'level',
    1.5,
    0,
    'log hazard',
    'Loss of autonomy, load and pressure felt',
    '自主性损失与压力',
  ),
];
