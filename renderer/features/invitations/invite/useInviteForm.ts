import { useCallback, useState } from 'react';
import type { Account, AccountRef } from '../../../../shared/domain/account/account';
import { isTyped, numberToType, type Confirmations } from '../../../../shared/domain/outbox/agreement';
import type { CodedError } from '../../../../shared/errors';
import { accountRefKey } from '../../../../shared/util/accountKey';
import { refOf, useAccounts } from '../../../queries/accounts';
import { usePlannedInstances, type PlannedInAccounts } from '../../../queries/instances';
import { useSettings } from '../../../queries/settings';
import { checkRows, type CheckedRows, type InviteDraft, type InviteStart } from './inviteDraft';
import { useInviteDraft, type ChangeDraft } from './inviteDraftsContext';
import type { ChangeRows } from './people/InviteeRows';
import { areInstancesFaulty, plansOf } from './instances/inviteInstances';
import { useInviting } from './useInviting';

export interface FilledForm extends PlannedInAccounts {
  readonly draft: InviteDraft;
  readonly change: ChangeDraft;
  /** Keeps its identity, so that typing in one row draws only that row. */
  readonly changeRows: ChangeRows;
  /** As selected, or as with the invitations before. */
  readonly notify: boolean | null;
  /** The number that has to be typed; null when none has to be. */
  readonly number: number | null;
  readonly typed: string;
  readonly type: (text: string) => void;
  /** The selected accounts for sponsored ads that have to be confirmed. */
  readonly sponsoredAds: readonly Account[];
  readonly confirmsSponsoredAds: boolean;
  readonly confirmSponsoredAds: (isConfirmed: boolean) => void;
  readonly errors: CheckedRows['errors'];
  /** The fields that have to be corrected. */
  readonly faults: readonly string[];
  /** Nobody is scolded while still typing: complaints come with the first attempt to send, and then follow the typing. */
  readonly complains: boolean;
  readonly isFaulty: (field: 'accounts' | 'notify' | 'number' | 'sponsoredAds' | 'instances') => boolean;
  /** How often sending was tried while something had to be corrected. */
  readonly attempts: number;
  readonly submit: () => void;
  readonly pending: boolean;
  readonly error: CodedError | null;
}

/** What the invite form holds, what is wrong with it, and sending it. */
export function useInviteForm(start: InviteStart): FilledForm {
  const [draft, change] = useInviteDraft(start);
  const [attempts, setAttempts] = useState(0);
  const [typed, setTyped] = useState('');
  const { sponsoredAds, isConfirmed, confirm } = useSponsoredAds(draft.accounts);
  const settings = useSettings();
  const { invite, pending, error } = useInviting(start, draft, change);
  const changeRows: ChangeRows = useCallback(
    (changed) => change((now) => ({ ...now, rows: changed(now.rows) })),
    [change],
  );
  const { invitees, errors } = checkRows(draft.rows);
  const viewers = invitees.flatMap(({ role, emailAddress }) => (role === 'admin' ? [] : [emailAddress]));
  const planning = usePlannedInstances(draft.accounts, viewers, draft.instances);
  const instances = { draft, ...planning };
  const notify = draft.notify ?? settings?.notifiedLast ?? null;
  const accounts = draft.accounts.length;
  const admins = invitees.filter(({ role }) => role === 'admin').length * accounts;
  const number =
    settings === undefined ? null : numberToType({ total: invitees.length * accounts, admins }, settings);
  const faults = [
    ...[...errors.values()].flatMap((fields) => Object.keys(fields)),
    ...(accounts === 0 ? ['accounts'] : []),
    ...(notify === null ? ['notify'] : []),
    ...(number !== null && !isTyped(number, typed) ? ['number'] : []),
    ...(isConfirmed ? [] : ['sponsoredAds']),
    ...(areInstancesFaulty(instances) ? ['instances'] : []),
  ];
  const submit = (): void => {
    if (faults.length > 0 || notify === null) {
      setAttempts((before) => before + 1);
      return;
    }
    const confirmations: Confirmations = {
      ...(number === null ? {} : { typedNumber: typed }),
      ...(sponsoredAds.length === 0 ? {} : { confirmedSponsoredAds: sponsoredAds.map(refOf) }),
    };
    invite({ invitees, notify, plans: plansOf(instances) }, confirmations, () => {
      setAttempts(0);
      setTyped('');
    });
  };
  return {
    ...{ draft, change, changeRows, notify, number, typed, type: setTyped, errors, faults },
    ...planning,
    ...{ sponsoredAds, confirmsSponsoredAds: isConfirmed, confirmSponsoredAds: confirm },
    ...{ complains: attempts > 0, isFaulty: (field) => attempts > 0 && faults.includes(field) },
    ...{ attempts, submit, pending, error },
  };
}

/** The selected accounts for sponsored ads that nobody has confirmed, and whether the person does. */
function useSponsoredAds(selected: readonly AccountRef[]): {
  readonly sponsoredAds: readonly Account[];
  readonly isConfirmed: boolean;
  readonly confirm: (isConfirmed: boolean) => void;
} {
  const { accounts = [] } = useAccounts();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const keys = new Set(selected.map(accountRefKey));
  const sponsoredAds = accounts.filter(
    (account) => account.sponsoredAdsOnly && !account.sponsoredAdsAgreed && keys.has(accountRefKey(account)),
  );
  return {
    sponsoredAds,
    isConfirmed: sponsoredAds.every((account) => confirmed.includes(accountRefKey(account))),
    confirm: (isConfirmed) => setConfirmed(isConfirmed ? sponsoredAds.map(accountRefKey) : []),
  };
}
