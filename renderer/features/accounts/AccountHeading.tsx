import type { ReactElement } from 'react';
import { marketplaceName, type Account } from '../../../shared/domain/account/account';
import { ConnectionName } from '../../components/names/ConnectionName';
import { CopyableId } from '../../components/names/CopyableId';
import { useConnection } from '../../queries/connections';
import { TextWith } from '../../components/text/TextWith';
import { SponsoredAdsMark } from '../../components/SponsoredAdsMark';
import { AccountInstances } from './instances/AccountInstances';
import { AccountLabels } from './labels/AccountLabels';
import { accountsText } from './accountsText';

/** The account of a screen: name and ID together, so that it can't be mistaken for another one. */
export function AccountHeading({ account }: { readonly account: Account }): ReactElement {
  const connection = useConnection(account.connectionId);
  return (
    <span className="inline-row wide">
      <strong>{account.name}</strong>
      <CopyableId id={account.accountId} name="account ID" />
      <span>{marketplaceName(account.marketplaceId)}</span>
      <span className="inline-row">
        <TextWith
          text={accountsText.through}
          places={{ connection: <ConnectionName connection={connection} /> }}
        />
      </span>
      <SponsoredAdsMark account={account} />
      <AccountInstances account={account} />
      <AccountLabels account={account} />
    </span>
  );
}
