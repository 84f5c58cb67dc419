import type { ReactElement } from 'react';
import type { CodedError } from '../../../../shared/errors';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { accountsText } from '../accountsText';

interface AccountsEmptyProps {
  /** Whether there are accounts, but none matches. */
  readonly filtered: boolean;
  readonly problemsOnly: boolean;
  readonly error: CodedError | null;
  readonly signedIn: boolean;
  readonly refreshing: boolean;
}

/** What the list shows instead of accounts, and what to do next. */
export function AccountsEmpty(props: AccountsEmptyProps): ReactElement {
  const { filtered, problemsOnly, error, signedIn, refreshing } = props;
  if (filtered) return <EmptyState title={accountsText.noMatchTitle}>{accountsText.noMatchBody}</EmptyState>;
  if (problemsOnly)
    return <EmptyState title={accountsText.noProblemsTitle}>{accountsText.noProblemsBody}</EmptyState>;
  if (error !== null) return <ErrorNotice header={accountsText.readFailed} error={error.toBody()} />;
  if (refreshing)
    return <EmptyState title={accountsText.readingTitle}>{accountsText.readingBody}</EmptyState>;
  if (!signedIn)
    return <EmptyState title={accountsText.notSignedInTitle}>{accountsText.notSignedInBody}</EmptyState>;
  return <EmptyState title={accountsText.noAccountsTitle}>{accountsText.noAccountsBody}</EmptyState>;
}
