import type { ReactElement } from 'react';
import type { Agreement } from '../../../shared/domain/outbox/agreement';
import { formatNumber } from '../../../shared/text/formats';
import { countsText, type Changed } from '../consent/agreementText';
import { componentsText } from '../componentsText';
import { accountRefKey } from '../../../shared/util/accountKey';

/** Max number of accounts a dialog can show without scrolling. */
const maxNamed = 6;

/** How many changes there are per account and role; nothing if there is one account. */
export function AccountCounts({
  agreement,
  what = 'invitation',
}: {
  readonly agreement: Agreement;
  readonly what?: Changed;
}): ReactElement | null {
  const { accounts } = agreement;
  if (accounts.length < 2) return null;
  const sorted = accounts.toSorted((one, other) => other.total - one.total);
  const unnamed = accounts.length - maxNamed;
  return (
    <ul className="plain-list" aria-label={componentsText.accountCounts}>
      {sorted.slice(0, maxNamed).map(({ account, accountName, ...counts }) => (
        <li key={accountRefKey(account)}>
          {accountName}: {countsText(counts, what)}
        </li>
      ))}
      {unnamed > 0 ? <li>{componentsText.moreAccounts(formatNumber(unnamed))}</li> : null}
    </ul>
  );
}
