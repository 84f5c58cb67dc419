import type { ReactElement } from 'react';
import { SponsoredAdsField } from '../../../components/consent/SponsoredAdsField';
import { TeamWaitNotice } from '../../../components/consent/TeamWaitNotice';
import { TypedNumberField } from '../../../components/consent/TypedNumberField';
import { consentText } from '../../../components/consent/consentText';
import { useTeamWait } from '../../../queries/teamWait';
import { faultyIf } from './firstFault';
import type { FilledForm } from './useInviteForm';

interface InviteConfirmationsProps {
  readonly filled: Pick<
    FilledForm,
    | 'draft'
    | 'sponsoredAds'
    | 'confirmsSponsoredAds'
    | 'confirmSponsoredAds'
    | 'number'
    | 'typed'
    | 'type'
    | 'isFaulty'
  >;
}

/** What has to be confirmed and typed before the invitations are sent, if anything. */
export function InviteConfirmations({ filled }: InviteConfirmationsProps): ReactElement {
  const { draft, sponsoredAds, number, isFaulty } = filled;
  const teamWait = useTeamWait(draft.accounts);
  return (
    <>
      {teamWait === null ? null : <TeamWaitNotice {...teamWait} />}
      {sponsoredAds.length === 0 ? null : (
        <div {...faultyIf(isFaulty('sponsoredAds'))}>
          <SponsoredAdsField
            accounts={sponsoredAds.map(({ name }) => name)}
            isConfirmed={filled.confirmsSponsoredAds}
            error={isFaulty('sponsoredAds') ? consentText.sponsoredAdsMissing : undefined}
            onChange={filled.confirmSponsoredAds}
          />
        </div>
      )}
      {number === null ? null : (
        <div {...faultyIf(isFaulty('number'))}>
          <TypedNumberField number={number} typed={filled.typed} onChange={filled.type} />
        </div>
      )}
    </>
  );
}
