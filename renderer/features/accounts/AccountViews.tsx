import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { AccountRef } from '../../../shared/domain/account/account';
import { linkTo } from '../../navigation/useRoute';
import { refOf } from '../../queries/accounts';
import { accountsText } from './accountsText';

const views = ['invitations', 'members'] as const;

interface AccountViewsProps {
  readonly account: AccountRef;
  /** The one on screen. */
  readonly shown: (typeof views)[number];
}

/** Switches between an account's invitations and its members. */
export function AccountViews({ account, shown }: AccountViewsProps): ReactElement {
  return (
    <span className="account-views" role="group" aria-label={accountsText.views}>
      {views.map((screen) =>
        screen === shown ? (
          <strong key={screen} aria-current="page">
            {accountsText.view[screen]}
          </strong>
        ) : (
          <Link key={screen} {...linkTo({ screen, account: refOf(account) })}>
            {accountsText.view[screen]}
          </Link>
        ),
      )}
    </span>
  );
}
