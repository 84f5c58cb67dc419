import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Popover from '@cloudscape-design/components/popover';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import type { KnownInstance, KnownInstances } from '../../../../shared/domain/account/instance';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { AsOf } from '../../../components/Times';
import { refOf } from '../../../queries/accounts';
import { useKnownInstances, useReadInstances } from '../../../queries/instances';
import { instancesText } from './instancesText';

/** The instances of an account, behind their number; nothing where only an admin could list them. */
export function AccountInstances({ account }: { readonly account: Account }): ReactElement | null {
  const known = useKnownInstances(refOf(account));
  if (known === undefined || (account.canInvite !== true && known.instances === null)) return null;
  return (
    <Popover
      triggerType="text"
      size="large"
      header={instancesText.header}
      dismissAriaLabel={instancesText.close}
      content={<InstanceList account={account} known={known} />}
    >
      {instancesText.count(known.instances)}
    </Popover>
  );
}

interface InstanceListProps {
  readonly account: Account;
  readonly known: KnownInstances;
}

function InstanceList({ account, known: { instances, asOf, error } }: InstanceListProps): ReactElement {
  const { read, isRunning } = useReadInstances();
  return (
    <SpaceBetween size="s">
      {instances === null ? (
        <Box>{instancesText.neverRead}</Box>
      ) : instances.length === 0 ? (
        <Box>{instancesText.none}</Box>
      ) : (
        <ul className="plain-list">
          {instances.map((instance) => (
            <InstanceItem key={instance.instanceId} instance={instance} />
          ))}
        </ul>
      )}
      {asOf === null ? null : (
        <Box variant="small">
          <AsOf at={asOf} />
        </Box>
      )}
      {error === null ? null : <ErrorNotice header={instancesText.failed(asOf !== null)} error={error} />}
      {account.canInvite === true ? (
        <Button
          loading={isRunning}
          loadingText={instancesText.reading}
          onClick={() => read([refOf(account)])}
        >
          {asOf === null ? instancesText.read : instancesText.readAgain}
        </Button>
      ) : null}
    </SpaceBetween>
  );
}

const InstanceItem = ({ instance }: { readonly instance: KnownInstance }): ReactElement => (
  <li className="breaks-anywhere">
    {instance.name}
    <Box variant="small" display="block">
      {instancesText.facts(instance)}
    </Box>
  </li>
);
