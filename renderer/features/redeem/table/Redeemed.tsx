import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { instanceNames } from '../../../../shared/domain/account/instanceText';
import type { ReachedInstances } from '../../../../shared/domain/account/instance';
import type { WaitingLink } from '../../../../shared/domain/redeem/redeem';
import { CopyText } from '../../../components/CopyText';
import { AsOf } from '../../../components/Times';
import { useAccount } from '../../../queries/accounts';
import { useInstancesOf, useReadInstances } from '../../../queries/instances';
import { accountRefOf } from '../nextStep';
import { redeemText } from '../redeemText';
import { identityText, titleOf } from '../redeemWords';

/** That the person joined, and what of the account can be opened so far. */
export function Redeemed({ link }: { readonly link: WaitingLink }): ReactElement {
  const account = useAccount(accountRefOf(link));
  const reached = useInstancesOf(accountRefOf(link));
  const { identity, outcome } = link;
  const text =
    outcome === 'already' ? redeemText.alreadyRedeemed : redeemText.joined(account?.name ?? titleOf(link));
  return (
    <LiveRegion>
      <StatusIndicator type="success">
        <span className="breaks-anywhere">
          {identity === null ? `${text}.` : `${text} ${redeemText.asRedeemer(identityText(identity))}.`}
        </span>
      </StatusIndicator>
      {account === undefined ? (
        <Box variant="small" display="block">
          {redeemText.accountHint}
        </Box>
      ) : null}
      {reached === undefined ? null : <Openable reached={reached} link={link} />}
    </LiveRegion>
  );
}

/** Which instances can be opened; without any, whom to ask. */
function Openable({
  reached,
  link,
}: {
  readonly reached: ReachedInstances;
  readonly link: WaitingLink;
}): ReactElement {
  const { read, isRunning } = useReadInstances();
  const { account, accountName, instances, asOf, error } = reached;
  // What was known stays, with its age, beside why it couldn't be read again.
  const age = (
    <>
      <Box variant="small" display="block">
        {asOf === null ? null : (
          <>
            <AsOf at={asOf} />
            {' · '}
          </>
        )}
        <Button variant="inline-link" loading={isRunning} onClick={() => read([account])}>
          {redeemText.checkInstances}
        </Button>
      </Box>
      {error === null ? null : <Box variant="small">{error.message}</Box>}
    </>
  );
  if (instances.length > 0) {
    return (
      <SpaceBetween size="xxs">
        <Box variant="small" display="block">
          {redeemText.canOpen(instanceNames(instances))}
        </Box>
        {age}
      </SpaceBetween>
    );
  }
  const { preview, identity } = link;
  const inviter = preview?.createdBy ?? null;
  return (
    <SpaceBetween size="xxs">
      <Box variant="small" display="block">
        {asOf === null ? redeemText.instancesUnknown : redeemText.noInstance(inviter)}
      </Box>
      {age}
      {asOf === null ? null : (
        <CopyText
          label={redeemText.copyRequest}
          text={redeemText.request({
            inviter,
            account: `${accountName} (${account.accountId})`,
            who: identity === null ? (preview?.emailAddress ?? null) : identityText(identity),
          })}
        />
      )}
    </SpaceBetween>
  );
}
