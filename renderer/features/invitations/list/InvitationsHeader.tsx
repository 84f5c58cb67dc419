import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import { formatNumber } from '../../../../shared/text/formats';
import { AsOfBeside } from '../../../components/Times';
import { refOf, useAccounts } from '../../../queries/accounts';
import type { ListQuery } from '../../../queries/invitations';
import { oldestReading } from '../../../queries/refresh/copyAge';
import { useRefreshScreen } from '../../../queries/refresh/useRefreshScreen';
import { goTo } from '../../../navigation/useRoute';
import { AccountHeading } from '../../accounts/AccountHeading';
import { AccountViews } from '../../accounts/AccountViews';
import type { SelectedInvitations } from '../changes/selectedInvitations';
import { ExportButton } from './ExportButton';
import type { Change } from '../changes/ChangeDialogs';
import { isPossible, offeredChanges, type OfferedChange } from './offeredChanges';
import { listText } from './listText';

interface InvitationsHeaderProps {
  readonly account: Account | null;
  /** The filter and the order of the list. */
  readonly query: ListQuery;
  readonly total: number | undefined;
  readonly selected: SelectedInvitations;
  readonly onChange: (change: Change) => void;
}

/** The list's title, its age, and its actions. A viewer has no actions. */
export function InvitationsHeader(props: InvitationsHeaderProps): ReactElement {
  const { account, query, total, selected, onChange } = props;
  const { accounts = [] } = useAccounts();
  const { refreshing, refresh } = useRefreshScreen({
    screen: 'invitations',
    account: account === null ? null : refOf(account),
  });
  const viewer = account?.canInvite === false;
  const unknown = viewer && account.invitationsAsOf === null;
  const asOf = account === null ? oldestReading(accounts) : account.invitationsAsOf;
  return (
    <Header
      variant="awsui-h1-sticky"
      {...(total === undefined || unknown ? {} : { counter: `(${formatNumber(total)})` })}
      description={
        account === null ? (
          listText.allAccountsDescription
        ) : (
          <span className="inline-row wide">
            <AccountViews account={account} shown="invitations" />
            <AccountHeading account={account} />
          </span>
        )
      }
      info={asOf === null ? undefined : <AsOfBeside at={asOf} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            iconName="refresh"
            ariaLabel={listText.refresh}
            loading={refreshing}
            disabled={refresh === null}
            onClick={() => refresh?.()}
          />
          {viewer ? null : <ExportButton query={query} total={total} />}
          {viewer ? null : (
            <Changes offered={offeredChanges(query)} selected={selected} onChange={onChange} />
          )}
          {viewer ? null : (
            <Button
              variant="primary"
              onClick={() => {
                goTo({ screen: 'invite', account: account === null ? null : refOf(account) });
              }}
            >
              {listText.invitePeople}
            </Button>
          )}
        </SpaceBetween>
      }
    >
      {listText.invitations}
    </Header>
  );
}

interface ChangesProps {
  readonly offered: readonly OfferedChange[];
  readonly selected: SelectedInvitations;
  readonly onChange: (change: Change) => void;
}

/** Max number of buttons that fit beside the others on a small screen. */
const maxButtons = 3;

/** A button each; if there are too many, all but the first in a menu. */
function Changes({ offered, selected, onChange }: ChangesProps): ReactElement {
  const inButtons = offered.length > maxButtons ? offered.slice(0, 1) : offered;
  const inMenu = offered.slice(inButtons.length);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {inButtons.map(({ change, text }) => (
        <Button
          key={change}
          disabled={!isPossible(change, selected)}
          wrapText={false}
          onClick={() => onChange(change)}
        >
          {text}
        </Button>
      ))}
      {inMenu.length === 0 ? null : (
        <ButtonDropdown
          items={inMenu.map(({ change, text }) => ({
            id: change,
            text,
            disabled: !isPossible(change, selected),
          }))}
          onItemClick={({ detail }) => {
            const clicked = inMenu.find(({ change }) => change === detail.id);
            if (clicked !== undefined) onChange(clicked.change);
          }}
        >
          {listText.more}
        </ButtonDropdown>
      )}
    </SpaceBetween>
  );
}
