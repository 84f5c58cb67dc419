import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { formatNumber } from '../../../../shared/text/formats';
import { AsOfBeside } from '../../../components/Times';
import { oldestPicture } from '../../../queries/refresh/copyAge';
import { accountsText } from '../accountsText';
import type { EditedLabels } from '../labels/EditLabelsDialog';
import type { AccountRow } from '../../../queries/accountRows';

interface AccountsHeaderProps {
  /** Undefined until they are read. */
  readonly accounts: readonly AccountRow[] | undefined;
  readonly selected: readonly AccountRow[];
  /** Edits what the selected accounts are labeled with. */
  readonly onEdit: (edited: EditedLabels) => void;
  readonly onManage: () => void;
  readonly refreshing: boolean;
  /** Null if nobody is signed in. */
  readonly refresh: (() => void) | null;
}

/** How many accounts there are, the age of the oldest, and actions. */
export function AccountsHeader(props: AccountsHeaderProps): ReactElement {
  const { accounts, selected, onEdit, onManage, refreshing, refresh } = props;
  const oldest = oldestPicture(accounts ?? []);
  const isNothingSelected = selected.length === 0;
  return (
    <Header
      variant="awsui-h1-sticky"
      counter={accounts === undefined ? '' : `(${formatNumber(accounts.length)})`}
      description={accountsText.accountsIntro}
      info={oldest === null ? undefined : <AsOfBeside at={oldest} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button disabled={isNothingSelected} onClick={() => onEdit('group')}>
            {accountsText.setGroup}
          </Button>
          <Button disabled={isNothingSelected} onClick={() => onEdit('tags')}>
            {accountsText.editTags}
          </Button>
          <Button onClick={onManage}>{accountsText.manageGroups}</Button>
          <Button
            iconName="refresh"
            ariaLabel={accountsText.refresh}
            loading={refreshing}
            disabled={refresh === null}
            onClick={() => refresh?.()}
          />
        </SpaceBetween>
      }
    >
      {accountsText.accounts}
    </Header>
  );
}
