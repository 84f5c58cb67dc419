import { useState } from 'react';
import { useTakeBack, useTickOff, type PeopleToTick, type Ticked } from '../../../queries/instanceWork';

/** What was done last, to be said and undone. */
export type TickOutcome =
  | { readonly kind: 'ticked'; readonly people: PeopleToTick }
  | { readonly kind: 'undone'; readonly count: number }
  | { readonly kind: 'changed'; readonly count: number }
  | { readonly kind: 'withoutPlan'; readonly count: number };

interface Ticking {
  readonly outcome: TickOutcome | null;
  readonly say: (outcome: TickOutcome | null) => void;
  readonly tickOff: (people: PeopleToTick, onDone?: () => void) => void;
  readonly takeBack: (people: PeopleToTick) => void;
  readonly isRunning: boolean;
}

/** Ticking people off, and back, with what became of it. */
export function useTicking(): Ticking {
  const [outcome, say] = useState<TickOutcome | null>(null);
  const ticking = useTickOff();
  const undoing = useTakeBack();
  const report = (result: Ticked, done: (people: PeopleToTick) => TickOutcome): void => {
    say(result.done ? done(result.people) : { kind: 'changed', count: result.changed });
  };
  return {
    outcome,
    say,
    tickOff: (people, onDone) => {
      ticking.mutate(people, {
        onSuccess: (result) => {
          report(result, (written) => ({ kind: 'ticked', people: written }));
          onDone?.();
        },
      });
    },
    takeBack: (people) => {
      undoing.mutate(people, {
        onSuccess: (result) => report(result, (written) => ({ kind: 'undone', count: written.length })),
      });
    },
    isRunning: ticking.isPending || undoing.isPending,
  };
}
