import Icon from '@cloudscape-design/components/icon';
import { CommandItem } from 'cmdk';
import { Fragment, type ReactElement } from 'react';
import { sponsoredAdsOnlyText } from '../../../shared/domain/account/instanceText';
import { ConnectionName } from '../../components/names/ConnectionName';
import { refOf } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { pathOf, type Route } from '../../../shared/navigation/routes';
import type { Choose } from './choose';
import type { FoundAccount } from './finding';
import { paletteText } from './paletteText';

interface AccountItemProps {
  readonly found: FoundAccount;
  readonly choose: Choose;
}

/** An account to switch to: name and ID together, and its connections, first the one that it is opened through. */
export function AccountItem({ found: { account, access }, choose }: AccountItemProps): ReactElement {
  const connections = useConnections() ?? [];
  const invitations: Route = { screen: 'invitations', account: refOf(access) };
  const others = account.accesses.filter((each) => each !== access);
  const named = [access, ...others].flatMap(
    ({ connectionId }) => connections.find((each) => each.connectionId === connectionId) ?? [],
  );
  return (
    <CommandItem value={pathOf(invitations)} onSelect={() => choose.screen(invitations)}>
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
      <span>
        {named.map((connection, index) =>
          index === 0 ? (
            <ConnectionName key={connection.connectionId} connection={connection} />
          ) : (
            <Fragment key={connection.connectionId}>
              {' '}
              <span className="palette-second">{paletteText.alsoThrough(connection.label)}</span>
            </Fragment>
          ),
        )}
      </span>
    </CommandItem>
  );
}
