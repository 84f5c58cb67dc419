import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Difference } from '../../../shared/domain/outbox/agreement';
import { memberRefKey } from '../../../shared/domain/member/member';
import { accountRefKey } from '../../../shared/util/accountKey';
import { differenceText, shareText, type Changed } from './agreementText';
import { SponsoredAdsField } from './SponsoredAdsField';
import { TeamWaitNotice } from './TeamWaitNotice';
import { TypedNumberField } from './TypedNumberField';
import type { Consenting } from './consenting';
import { consentText } from './consentText';

interface ConsentFieldsProps {
  readonly consenting: Consenting;
  /** How what would be done now differs from what was agreed; null if it doesn't. */
  readonly difference: Difference | null;
  /** What is changed. */
  readonly what: Changed;
}

/** What has changed since the dialog opened, and the number that a large change requires typed. */
export function ConsentFields({ consenting, difference, what }: ConsentFieldsProps): ReactElement | null {
  const { number, typed, type, shares, sponsoredAds, yourself, teamWait } = consenting;
  const further = shares.length + sponsoredAds.accounts.length + yourself.length;
  if (number === null && difference === null && further === 0 && teamWait === null) return null;
  return (
    <SpaceBetween size="m">
      {teamWait === null ? null : <TeamWaitNotice {...teamWait} />}
      {difference === null ? null : (
        <Alert type="warning" header={consentText.differenceTitle}>
          {differenceText(difference, what)}
        </Alert>
      )}
      {sponsoredAds.accounts.length === 0 ? null : (
        <SponsoredAdsField
          accounts={sponsoredAds.accounts.map(({ accountName }) => accountName)}
          isConfirmed={sponsoredAds.isConfirmed}
          onChange={sponsoredAds.confirm}
        />
      )}
      {yourself.map(({ member, isConfirmed, confirm }) => (
        <Checkbox
          key={memberRefKey(member)}
          checked={isConfirmed}
          description={consentText.yourselfHint}
          onChange={({ detail }) => confirm(detail.checked)}
        >
          {consentText.yourself(member.maskedEmail || member.userId, member.accountName)}
        </Checkbox>
      ))}
      {shares.map(({ share, ...own }) => (
        <TypedNumberField
          key={accountRefKey(share.account)}
          number={share.total}
          typed={own.typed}
          about={shareText(share)}
          onChange={own.type}
        />
      ))}
      {number === null ? null : <TypedNumberField number={number} typed={typed} onChange={type} />}
    </SpaceBetween>
  );
}
