import Alert from '@cloudscape-design/components/alert';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import type { ReactElement } from 'react';
import type { UnreadAccount } from '../../../../shared/domain/leaver/leaver';
import { unreadText } from '../../../../shared/domain/leaver/unreadText';
import { accountKey } from '../../../../shared/util/accountKey';
import { planText } from './planText';

interface UnreadAccountsProps {
  readonly unread: readonly UnreadAccount[];
  readonly accounts: number;
}

/** The accounts of which not everything is known, with what is missing and why; null if there are none. */
export function UnreadAccounts({ unread, accounts }: UnreadAccountsProps): ReactElement | null {
  if (unread.length === 0) return null;
  return (
    <Alert type="warning" header={planText.unreadTitle(unread.length, accounts)}>
      {planText.unreadBody}
      <ExpandableSection headerText={planText.unreadAccounts(unread.length)} variant="inline">
        <ul className="plain-list">
          {unread.map((account) => (
            <li key={accountKey(account)} className="breaks-anywhere">
              <strong>{account.accountName}</strong> {account.accountId}
              <div>{unreadText(account)}</div>
            </li>
          ))}
        </ul>
      </ExpandableSection>
    </Alert>
  );
}
