import type { ReactElement } from 'react';
import type { AccountRef } from '../../../shared/domain/account/account';
import { ViewLinks } from '../../navigation/ViewLinks';
import { refOf } from '../../queries/accounts';
import { accountsText } from './accountsText';

const views = ['invitations', 'members'] as const;

interface AccountViewsProps {
  readonly account: AccountRef;
  /** The one on screen. */
  readonly shown: (typeof views)[number];
}

/** Switches between an account's invitations and its members. */
export const AccountViews = ({ account, shown }: AccountViewsProps): ReactElement => (
  <ViewLinks
    label={accountsText.views}
    views={views.map((screen) => ({
      text: accountsText.view[screen],
      route: { screen, account: refOf(account) },
    }))}
    shown={shown}
  />
);
