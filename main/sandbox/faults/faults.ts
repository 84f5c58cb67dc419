import { isSignIn, type OperationRoute } from '../operations';
import { createRandom } from '../state/random';
import type { Fault, FaultRule } from './fault';

/** The configured faults that haven't occurred yet. */
export interface Faults {
  readonly add: (rule: FaultRule) => void;
  /** From now on nothing goes wrong. */
  readonly clear: () => void;
  /** How many queued faults haven't occurred yet. Random rules don't count. */
  readonly waiting: () => number;
  /** The fault for this request, from the oldest rule that has one. A queued fault is used up. */
  readonly next: (request: Target) => Fault | undefined;
}

type Target = Pick<OperationRoute, 'operation' | 'accountId'>;

export function createFaults(): Faults {
  let sources: Source[] = [];
  return {
    add: (rule) => {
      sources.push(rule.random === undefined ? queueOf(rule) : drawFrom(rule, rule.random));
    },
    clear: () => {
      sources = [];
    },
    waiting: () => sources.reduce((sum, source) => sum + source.waiting(), 0),
    next: (request) => {
      for (const source of sources) {
        const fault = matches(source.rule, request) ? source.take() : undefined;
        if (fault !== undefined) return fault;
      }
      return undefined;
    },
  };
}

interface Source {
  readonly rule: FaultRule;
  readonly take: () => Fault | undefined;
  readonly waiting: () => number;
}

function queueOf(rule: FaultRule): Source {
  const queue = [...rule.faults];
  return { rule, take: () => queue.shift(), waiting: () => queue.length };
}

function drawFrom(rule: FaultRule, { rate, seed }: NonNullable<FaultRule['random']>): Source {
  const random = createRandom(seed);
  return {
    rule,
    take: () => (random.between(1, 1_000_000) <= rate * 1_000_000 ? random.pick(rule.faults) : undefined),
    waiting: () => 0,
  };
}

function matches(rule: FaultRule, { operation, accountId }: Target): boolean {
  const isMeant = rule.operation === undefined ? !isSignIn(operation) : rule.operation === operation;
  return isMeant && (rule.accountId === undefined || rule.accountId === accountId);
}
