import Icon from '@cloudscape-design/components/icon';
import { CommandItem } from 'cmdk';
import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { sponsoredAdsOnlyText } from '../../../shared/domain/account/instanceText';
import { ConnectionName } from '../../components/ConnectionName';
import { refOf } from '../../queries/accounts';
import { useConnection } from '../../queries/connections';
import { pathOf, type Route } from '../../../shared/navigation/routes';
import { goTo } from '../../navigation/useRoute';
import type { Choose } from './choose';
import { paletteText } from './paletteText';

interface AccountItemProps {
  readonly account: Account;
  readonly choose: Choose;
}

/** An account to switch to: name and ID together, and the connection. */
export function AccountItem({ account, choose }: AccountItemProps): ReactElement {
  const connection = useConnection(account.connectionId);
  const invitations: Route = { screen: 'invitations', account: refOf(account) };
  return (
    <CommandItem value={pathOf(invitations)} onSelect={() => choose(() => goTo(invitations))}>
      <span>
        {account.name}{' '}
        {account.favourite ? (
          <Icon name="star-filled" size="small" ariaLabel={paletteText.favourite} />
        ) : null}
        <span className="palette-second">
          {[
            account.accountId,
            ...(account.group === null ? [] : [account.group.name]),
            ...account.tags,
            ...(account.sponsoredAdsOnly ? [sponsoredAdsOnlyText] : []),
          ].join(' · ')}
        </span>
      </span>
      <ConnectionName connection={connection} />
    </CommandItem>
  );
}
