import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { linkTo } from '../../navigation/useRoute';
import { outOfReachText } from './radarText';
import { homeText } from './homeText';

/** Shows that accounts with pending invitations can no longer be read; null if there are none. */
export function OutOfReach({ accounts }: { readonly accounts: readonly Account[] }): ReactElement | null {
  const text = outOfReachText(accounts);
  if (text === null) return null;
  return (
    <Alert
      type="info"
      header={homeText.outOfReachTitle}
      action={<Button {...linkTo({ screen: 'accounts' })}>{homeText.openAccounts}</Button>}
    >
      {text}
    </Alert>
  );
}
