import type { InstanceWork, WorkAccount } from '../../../../shared/domain/account/instanceAccess';
import type { InvitationRef } from '../../../../shared/domain/invitation/invitation';
import { accountKey } from '../../../../shared/util/accountKey';
import type { PeopleToTick, WorkPage } from '../../../queries/instanceWork';

/** A row of the list: an account, and below it its people. */
export type WorkRow =
  | { readonly kind: 'account'; readonly key: string; readonly account: WorkAccount; readonly name: string }
  | {
      readonly kind: 'person';
      readonly key: string;
      /** That of the row of the account. */
      readonly accountRow: string;
      readonly account: WorkAccount;
      readonly work: InstanceWork;
    };

export type PersonRow = Extract<WorkRow, { readonly kind: 'person' }>;

/** The people of a page, who come by account, with a row for each account before its own. */
export function workRows({ people, accounts }: WorkPage): readonly WorkRow[] {
  const byKey = new Map(
    accounts.map((each) => [accountKey({ realm: each.realm, accountId: each.account.accountId }), each]),
  );
  const rows: WorkRow[] = [];
  let current = '';
  for (const work of people) {
    const key = accountKey({ realm: work.realm, accountId: work.account.accountId });
    const account = byKey.get(key);
    if (account === undefined) continue;
    if (key !== current) rows.push({ kind: 'account', key, account, name: work.accountName });
    current = key;
    rows.push({
      ...{ kind: 'person', accountRow: key, account, work },
      key: JSON.stringify([key, work.invitationId]),
    });
  }
  return rows;
}

/**
 * What is selected once a person selected some rows: a row of an account stands for all its people on the page.
 * @param before the keys of the selected people
 * @param drawn the rows that were drawn as selected
 * @param now the rows that are selected
 */
export function selectedPeople(
  rows: readonly WorkRow[],
  before: ReadonlySet<string>,
  now: readonly WorkRow[],
): ReadonlySet<string> {
  const drawn = new Set(drawnSelection(rows, before).map(({ key }) => key));
  const nowKeys = new Set(now.map(({ key }) => key));
  const selected = new Set(
    rows.flatMap((row) => (row.kind === 'person' && nowKeys.has(row.key) ? [row.key] : [])),
  );
  for (const row of rows) {
    if (row.kind !== 'account' || drawn.has(row.key) === nowKeys.has(row.key)) continue;
    for (const each of rows) {
      if (each.kind !== 'person' || each.accountRow !== row.key) continue;
      if (nowKeys.has(row.key)) selected.add(each.key);
      else if (drawn.has(each.key) && isOnlyAccountChanged(rows, drawn, nowKeys, row.key))
        selected.delete(each.key);
    }
  }
  return selected;
}

/** Whether the people of an account stayed as they were, so that it was the account's own box that changed. */
const isOnlyAccountChanged = (
  rows: readonly WorkRow[],
  drawn: ReadonlySet<string>,
  now: ReadonlySet<string>,
  account: string,
): boolean =>
  rows.every(
    (row) => row.kind !== 'person' || row.accountRow !== account || drawn.has(row.key) === now.has(row.key),
  );

/** The rows drawn as selected: people, and each account all of whose people on the page are. */
export const drawnSelection = (rows: readonly WorkRow[], selected: ReadonlySet<string>): readonly WorkRow[] =>
  rows.filter((row) =>
    row.kind === 'person'
      ? selected.has(row.key)
      : rows.every((each) => each.kind !== 'person' || each.accountRow !== row.key || selected.has(each.key)),
  );

export const invitationOf = ({ account, invitationId }: InstanceWork): InvitationRef => ({
  ...account,
  invitationId,
});

/** A person as commands name them, with what is shown of them. */
export const asSeen = (work: InstanceWork): PeopleToTick[number] => ({
  invitation: invitationOf(work),
  saw: work.saw,
});

export const nameOf = ({ userName, emailAddress }: InstanceWork): string => userName || emailAddress;
