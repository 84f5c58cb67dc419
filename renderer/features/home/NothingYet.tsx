import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { linkTo } from '../../navigation/useRoute';
import { homeText } from './homeText';

interface NothingYetProps {
  /** How many accounts are known. */
  readonly accounts: number;
  readonly refreshing: boolean;
  readonly signedIn: boolean;
}

/** Why there are no figures yet, and what to do next. */
export function NothingYet({ accounts, refreshing, signedIn }: NothingYetProps): ReactElement {
  if (refreshing) {
    return (
      <Alert type="info" header={homeText.readingTitle}>
        {homeText.readingBody}
      </Alert>
    );
  }
  if (!signedIn) {
    return (
      <Alert
        type="info"
        header={homeText.notSignedInTitle}
        action={<Button {...linkTo({ screen: 'settings' })}>{homeText.openSettings}</Button>}
      >
        {homeText.notSignedInBody}
      </Alert>
    );
  }
  return accounts === 0 ? (
    <Alert
      type="info"
      header={homeText.noAccountsTitle}
      action={<Button {...linkTo({ screen: 'redeem' })}>{homeText.noAccountsRedeem}</Button>}
    >
      {homeText.noAccountsBody}
    </Alert>
  ) : (
    <Alert
      type="info"
      header={homeText.notReadTitle}
      action={<Button {...linkTo({ screen: 'accounts' })}>{homeText.openAccounts}</Button>}
    >
      {homeText.notReadBody}
    </Alert>
  );
}
