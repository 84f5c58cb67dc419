import type { Random } from '../../main/sandbox/state/random';

/** The moments at which a sender is killed, all equally likely. */
export const moments = [
  'while it starts',
  'as it accepts',
  'as it drafts a batch',
  'as it stages it',
  'as it writes it down',
  'as a call arrives',
  'call lost with it',
  'before the answer',
  'after the answer',
  'while it reads a list',
  'after it read a list',
  'with doubts open',
  'on a full disk',
  'at any time',
] as const satisfies readonly [string, ...string[]];
export type Moment = (typeof moments)[number];

/** Those that come only with a batch. */
export const ofBatches: readonly Moment[] = [
  'as it drafts a batch',
  'as it stages it',
  'as it writes it down',
];

/** When a sender is to be killed. */
export interface PlannedKill {
  readonly moment: Moment;
  /** How many times the moment comes before it is taken. */
  readonly skip: number;
  /** And then this many ms later. */
  readonly afterMs: number;
  /** For a call that continues without its caller: how much later it is carried out, in ms. */
  readonly lateMs: number;
  /** How wrong the clock of this sender is, in ms. */
  readonly clockOffMs: number;
}

const dayMs = 86_400_000;

export function planKill(random: Random): PlannedKill {
  const moment = random.pick(moments);
  return {
    moment,
    skip: random.between(0, ofBatches.includes(moment) ? 0 : 3),
    afterMs: afterMs[moment](random),
    lateMs: random.between(0, 300),
    clockOffMs: random.pick([0, 0, 0, 0, 0, 0, 0, 0, dayMs, -dayMs]),
  };
}

const atOnce = (): number => 0;

const afterMs: Record<Moment, (random: Random) => number> = {
  'while it starts': (random) => random.between(0, 500),
  'as it accepts': (random) => random.between(0, 12),
  'as it drafts a batch': (random) => random.between(0, 60),
  'as it stages it': (random) => random.between(0, 12),
  'as it writes it down': (random) => random.between(0, 6),
  'as a call arrives': atOnce,
  'call lost with it': atOnce,
  'before the answer': atOnce,
  'after the answer': (random) => random.between(0, 8),
  'while it reads a list': atOnce,
  'after it read a list': (random) => random.between(0, 8),
  'with doubts open': (random) => random.between(0, 1200),
  'on a full disk': (random) => random.between(0, 1200),
  'at any time': (random) => random.between(0, 1500),
};
