import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { WorkAccount } from '../../../../shared/domain/account/instanceAccess';
import type { InstanceAccessState } from '../../../../shared/domain/account/instanceAccessState';
import { instanceAccessNames, instanceNames } from '../../../../shared/domain/account/instanceText';
import type { PlannedInstance } from '../../../../shared/domain/account/plannedInstances';
import { formatDate } from '../../../../shared/text/formats';
import { CopyableId } from '../../../components/names/CopyableId';
import type { ListColumn } from '../../../components/table/listColumns';
import { linkTo } from '../../../navigation/useRoute';
import { Copyable } from '../Copyable';
import { InstanceLines } from '../InstanceLines';
import { instancesText } from '../instancesText';
import { nameOf, type PersonRow, type WorkRow } from './workRows';

/** What a person can do in a row. */
export interface WorkActions {
  /** @param instances omitted: all that are missing */
  readonly tickOff: (row: PersonRow, instances?: PlannedInstance[]) => void;
  /** @param instances omitted: all that were ticked off */
  readonly takeBack: (row: PersonRow, instances?: PlannedInstance[]) => void;
  readonly choose: (row: PersonRow) => void;
  readonly track: (row: WorkRow) => void;
  readonly tickOffAccount: (row: WorkRow) => void;
  readonly openConsole: (account: WorkAccount) => void;
}

/** The columns, in the order in which Amazon's console asks for what they hold. */
export const workColumns = (actions: WorkActions): readonly ListColumn<WorkRow>[] => [
  {
    id: 'person',
    header: instancesText.person,
    width: 200,
    minWidth: 165,
    isRowHeader: true,
    cell: (row) => (row.kind === 'account' ? <AccountName row={row} /> : <PersonName row={row} />),
  },
  {
    id: 'email',
    header: instancesText.email,
    width: 250,
    minWidth: 215,
    cell: (row) =>
      row.kind === 'account' ? (
        <span className="unbroken">
          <CopyableId id={row.account.account.accountId} name="account ID" />
        </span>
      ) : (
        <Copyable text={row.work.emailAddress} what={instancesText.copyEmail} isAddress />
      ),
  },
  {
    id: 'instances',
    header: instancesText.instances,
    width: 240,
    minWidth: 170,
    cell: (row) =>
      row.kind === 'account' ? (
        <Box variant="small">{accountInstances(row.account)}</Box>
      ) : (
        <InstanceLines
          work={row.work}
          onTick={(instance) => actions.tickOff(row, [plainOf(instance)])}
          onTakeBack={(instance) => actions.takeBack(row, [plainOf(instance)])}
        />
      ),
  },
  {
    id: 'state',
    header: instancesText.state,
    width: 170,
    minWidth: 135,
    cell: (row) =>
      row.kind === 'account' ? (
        <Box variant="small">
          {row.account.counts.waiting === 0
            ? instancesText.nobodyWaiting
            : instancesText.waitingInAccount(row.account.counts.waiting)}
        </Box>
      ) : (
        <>
          <AccessState state={row.work.state} />
          <Box variant="small" display="block">
            {instancesText.acceptedOn(formatDate(row.work.acceptedAt))}
          </Box>
        </>
      ),
  },
  {
    id: 'actions',
    header: <span className="visually-hidden">{instancesText.actions}</span>,
    width: 205,
    minWidth: 200,
    cell: (row) =>
      row.kind === 'account' ? (
        <AccountActions row={row} actions={actions} />
      ) : (
        <PersonActions row={row} actions={actions} />
      ),
  },
];

/** Without who ticked it off and when. */
const plainOf = ({ instanceId, name }: PlannedInstance): PlannedInstance => ({ instanceId, name });

type AccountRow = Extract<WorkRow, { readonly kind: 'account' }>;

const AccountName = ({ row: { account, name } }: { readonly row: AccountRow }): ReactElement => (
  <Box fontWeight="bold">
    <span className="breaks-anywhere">
      <Link {...linkTo({ screen: 'invitations', account: account.account })}>{name}</Link>
    </span>
  </Box>
);

const PersonName = ({ row: { work } }: { readonly row: PersonRow }): ReactElement =>
  work.userName === '' ? (
    <Box color="text-body-secondary">{instancesText.noName}</Box>
  ) : (
    <Copyable text={work.userName} what={instancesText.copyName} />
  );

function accountInstances({ instances }: WorkAccount): string {
  if (instances === null) return instancesText.instancesNeverRead;
  if (instances.length === 0) return instancesText.noInstances;
  return instancesText.accountInstances(
    instanceNames(instances.map(({ instanceId, name }) => ({ instanceId: instanceId ?? '', name }))),
  );
}

const types: Record<InstanceAccessState, StatusIndicatorProps.Type> = {
  waiting: 'pending',
  has: 'success',
  notTracked: 'info',
};

const AccessState = ({ state }: { readonly state: InstanceAccessState }): ReactElement => (
  <StatusIndicator type={types[state]}>{instanceAccessNames[state]}</StatusIndicator>
);

interface ActionsProps<Row> {
  readonly row: Row;
  readonly actions: WorkActions;
}

function PersonActions({ row, actions }: ActionsProps<PersonRow>): ReactElement | null {
  const { state, missing, planned } = row.work;
  const name = nameOf(row.work);
  if (state === 'notTracked') {
    return (
      <Button ariaLabel={instancesText.trackPerson(name)} onClick={() => actions.track(row)}>
        {instancesText.track}
      </Button>
    );
  }
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      {missing.length === 0 ? null : (
        <Button ariaLabel={instancesText.tickOffPerson(name)} onClick={() => actions.tickOff(row)}>
          {instancesText.tickOff}
        </Button>
      )}
      <Button
        variant={planned === null && state === 'waiting' ? 'normal' : 'inline-link'}
        ariaLabel={instancesText.chooseFor(name)}
        onClick={() => actions.choose(row)}
      >
        {instancesText.choose}
      </Button>
    </SpaceBetween>
  );
}

function AccountActions({ row, actions }: ActionsProps<AccountRow>): ReactElement {
  const { account, name } = row;
  return (
    <SpaceBetween size="xxs">
      <Button
        variant="inline-link"
        iconName="external"
        iconAlign="right"
        ariaLabel={instancesText.openConsoleOf(name)}
        onClick={() => actions.openConsole(account)}
      >
        {instancesText.openConsole}
      </Button>
      {account.counts.waiting === 0 ? null : (
        <Button
          variant="inline-link"
          ariaLabel={instancesText.tickOffAccountOf(name)}
          onClick={() => actions.tickOffAccount(row)}
        >
          {instancesText.tickOffAccount}
        </Button>
      )}
      {account.counts.notTracked === 0 ? null : (
        <Button
          variant="inline-link"
          ariaLabel={instancesText.trackAccountOf(name)}
          onClick={() => actions.track(row)}
        >
          {instancesText.trackAccount}
        </Button>
      )}
    </SpaceBetween>
  );
}
