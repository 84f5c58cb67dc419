import type { Random } from '../../../main/sandbox/state/random';
import type { StatementName } from './storeWire';

/** The moments at which a desktop of a team is killed in any of its lives, all equally likely. */
const moments = [
  'while it starts',
  'as it asks for its turn',
  'as its turn begins',
  'after its turn began',
  'as it claims',
  'as its claims are made',
  'between claim and mark',
  'between mark and confirmation',
  'as it is confirmed',
  'between confirmation and call',
  'as a call arrives',
  'call lost with it',
  'before the answer',
  'after the answer',
  'before it reports',
  'as the store gets the report',
  'after it reported',
  'as it leaves its turn',
  'while it reads a list',
  'with doubts open',
  'at any time',
] as const satisfies readonly [string, ...string[]];

/** Those after which nobody knows what became of a call. */
export const openMoments = [
  'as it is confirmed',
  'as a call arrives',
  'call lost with it',
  'before the answer',
] as const satisfies readonly (typeof moments)[number][];

/** It sleeps until a colleague did the same meanwhile, and is killed a while after it woke up. */
const sleepingMoments = ['asleep as it claims', 'asleep as it is confirmed'] as const;
export type SleepingMoment = (typeof sleepingMoments)[number];

export const teamMoments = [...moments, ...sleepingMoments, 'beside its copy'] as const;
export type TeamMoment = (typeof teamMoments)[number];

/** The moments that are points on the way of a statement to the store. */
export const statementMoments: readonly {
  readonly moment: TeamMoment;
  readonly statement: StatementName;
  readonly at: 'arrived' | 'answered' | 'passedOn';
}[] = [
  { moment: 'as it asks for its turn', statement: 'turn', at: 'arrived' },
  { moment: 'as its turn begins', statement: 'turn', at: 'answered' },
  { moment: 'after its turn began', statement: 'turn', at: 'passedOn' },
  { moment: 'as it claims', statement: 'claim', at: 'arrived' },
  { moment: 'as its claims are made', statement: 'claim', at: 'answered' },
  { moment: 'between claim and mark', statement: 'claim', at: 'passedOn' },
  { moment: 'between mark and confirmation', statement: 'confirm', at: 'arrived' },
  { moment: 'as it is confirmed', statement: 'confirm', at: 'answered' },
  { moment: 'between confirmation and call', statement: 'confirm', at: 'passedOn' },
  { moment: 'before it reports', statement: 'report', at: 'arrived' },
  { moment: 'as the store gets the report', statement: 'report', at: 'answered' },
  { moment: 'after it reported', statement: 'report', at: 'passedOn' },
  { moment: 'as it leaves its turn', statement: 'leave', at: 'arrived' },
];

/** When a desktop is to be killed. */
export interface PlannedTeamKill {
  readonly moment: TeamMoment;
  /** How many times the moment comes before it is taken. */
  readonly skip: number;
  /** And then this many ms later. */
  readonly afterMs: number;
  /** For a call or a statement that continues without its caller: how much later it is carried out, in ms. */
  readonly lateMs: number;
  /** For how long it stands still at that moment before it is killed later, in ms; 0: it is killed at once. */
  readonly freezeMs: number;
  /** Whether a statement that was on its way is carried out. */
  readonly isCarriedOut: boolean;
}

/** @param freezeMs how long a desktop stands still at most, in ms; 0: none does */
export function planTeamKill(random: Random, freezeMs: number): PlannedTeamKill {
  const moment = random.pick(moments);
  return {
    moment,
    skip: random.pick([0, 0, 1]),
    afterMs: afterMs(random, moment),
    lateMs: random.between(0, 300),
    freezeMs: random.between(1, 5) === 1 ? freezeMs : 0,
    isCarriedOut: random.pick([true, false]),
  };
}

/** A kill at a moment that a season plans for one life. */
export const planKillAt = (moment: TeamMoment, afterMs: number): PlannedTeamKill => ({
  ...{ moment, skip: 0, afterMs, lateMs: 0, freezeMs: 0, isCarriedOut: true },
});

function afterMs(random: Random, moment: TeamMoment): number {
  switch (moment) {
    case 'while it starts':
      return random.between(0, 500);
    case 'with doubts open':
    case 'at any time':
      return random.between(0, 1500);
    case 'after its turn began':
    case 'between claim and mark':
    case 'between confirmation and call':
    case 'after the answer':
    case 'after it reported':
      return random.between(0, 5);
    default:
      return 0;
  }
}
