import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { regionNames } from '../../../shared/domain/connection/region';
import { useChooseConnection } from '../../queries/redeem';
import { identityText } from './redeemWords';
import { redeemText } from './redeemText';

interface WhoRedeemsProps {
  readonly link: WaitingLink;
  /** The connections to select from. */
  readonly candidates: readonly Connection[];
  /** The invitation, for the control's name. */
  readonly title: string;
}

/** The user who will redeem an invitation. A link never determines it; a person can select. */
export function WhoRedeems({ link, candidates, title }: WhoRedeemsProps): ReactElement {
  const choose = useChooseConnection();
  const { invitationId, connectionId, preview, redeeming } = link;
  const selected = candidates.find((connection) => connection.connectionId === connectionId);
  const options = candidates.map(optionOf);
  const selectedOption = options.find(({ value }) => value === selected?.connectionId) ?? null;
  return (
    <SpaceBetween size="s">
      <FormField label={redeemText.redeemer} stretch>
        <Select
          selectedOption={selectedOption}
          options={options}
          placeholder={redeemText.redeemerPlaceholder}
          ariaLabel={redeemText.redeemerLabel(title)}
          triggerVariant="option"
          disabled={redeeming}
          expandToViewport
          onChange={({ detail }) => {
            const { value } = detail.selectedOption;
            if (value !== undefined) choose({ invitationId, connectionId: value });
          }}
        />
      </FormField>
      {preview?.otherAddress === true ? (
        <Alert type="warning" header={redeemText.otherPersonTitle}>
          <span className="breaks-anywhere">
            {redeemText.otherPersonBody(
              preview.emailAddress ?? 'another address',
              identityText(link.identity ?? selected?.identity ?? null),
            )}
          </span>
        </Alert>
      ) : null}
    </SpaceBetween>
  );
}

const states: Record<Connection['state'], string> = {
  signedIn: '',
  signInAgain: ', asks you to sign in again',
  signedOut: ', signed out',
};

function optionOf({ connectionId, label, region, kind, state, identity }: Connection): SelectProps.Option {
  return {
    value: connectionId,
    label: identity === null ? label : identityText(identity),
    description: `${identity === null ? '' : `${label}, `}${regionNames[region]}${states[state]}`,
    ...(kind === 'sandbox' ? { labelTag: 'Sandbox' } : {}),
  };
}
