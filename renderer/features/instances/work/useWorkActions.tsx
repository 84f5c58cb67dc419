import { useMemo, useState, type ComponentProps, type ReactElement } from 'react';
import { useOpenConsole, useTrackInstances } from '../../../queries/instanceWork';
import { ChooseInstances } from '../ChooseInstances';
import { TickAccountDialog } from '../ticking/TickAccountDialog';
import type { TickNotice } from '../ticking/TickNotice';
import { useTicking } from '../ticking/useTicking';
import type { WorkActions } from './workColumns';
import { asSeen, invitationOf, type PersonRow, type WorkRow } from './workRows';

interface WorkActionsOfList {
  /** Of the rows. */
  readonly actions: WorkActions;
  /** Ticks off everything missing of these people. */
  readonly tickOffSelected: (people: readonly PersonRow[], onDone: () => void) => void;
  readonly isRunning: boolean;
  readonly notice: ComponentProps<typeof TickNotice>;
  /** The dialog that asks; null if none does. */
  readonly dialogs: ReactElement | null;
}

/** What can be done in the list, and the dialogs that ask first. */
export function useWorkActions(): WorkActionsOfList {
  const [choosing, setChoosing] = useState<PersonRow | null>(null);
  const [account, setAccount] = useState<Extract<WorkRow, { readonly kind: 'account' }> | null>(null);
  const { outcome, say, tickOff, takeBack, isRunning } = useTicking();
  const track = useTrackInstances();
  const openConsole = useOpenConsole();
  const actions = useMemo(
    (): WorkActions => ({
      tickOff: ({ work }, instances) =>
        tickOff([{ ...asSeen(work), ...(instances === undefined ? {} : { instances }) }]),
      takeBack: ({ work }, instances) =>
        takeBack([{ ...asSeen(work), ...(instances === undefined ? {} : { instances }) }]),
      choose: setChoosing,
      track: (row) =>
        track(
          row.kind === 'account' ? { account: row.account.account } : { invitation: invitationOf(row.work) },
        ),
      tickOffAccount: (row) => {
        if (row.kind === 'account') setAccount(row);
      },
      openConsole: ({ account: ref }) => openConsole(ref),
    }),
    [tickOff, takeBack, track, openConsole],
  );
  return {
    actions,
    tickOffSelected(people, onDone) {
      const planned = people.filter(({ work }) => work.missing.length > 0);
      if (planned.length < people.length) say({ kind: 'withoutPlan', count: people.length - planned.length });
      else
        tickOff(
          planned.map(({ work }) => asSeen(work)),
          onDone,
        );
    },
    isRunning,
    notice: { outcome, onUndo: takeBack, onDismiss: () => say(null) },
    dialogs:
      choosing !== null ? (
        <ChooseInstances row={choosing} onClose={() => setChoosing(null)} />
      ) : account !== null ? (
        <TickAccountDialog
          row={account}
          isRunning={isRunning}
          onTickOff={(people) => tickOff(people, () => setAccount(null))}
          onClose={() => setAccount(null)}
        />
      ) : null,
  };
}
