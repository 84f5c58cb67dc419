import { useState } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import type { Member } from '../../../../shared/domain/member/member';
import { accountRefKey } from '../../../../shared/util/accountKey';

const none: readonly Member[] = [];

/** The selected members of an account, across pages and filters, with the page's latest data. */
export function useMemberSelection(
  account: AccountRef,
  items: readonly Member[],
): readonly [readonly Member[], (members: readonly Member[]) => void] {
  const of = accountRefKey(account);
  const [selection, setSelection] = useState({ of, members: none });
  const current = new Map(items.map((member) => [member.userId, member]));
  const members = selection.of === of ? selection.members : none;
  return [
    members.map((member) => current.get(member.userId) ?? member),
    (now) => setSelection({ of, members: now }),
  ];
}
