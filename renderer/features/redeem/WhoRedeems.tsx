import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { ReactElement } from 'react';
import { regionNames } from '../../../shared/domain/connection/region';
import type { Connection } from '../../../shared/domain/connection/connection';
import { useChooseConnection } from '../../queries/redeem';
import type { RedeemGroup } from './redeemGroups';
import { identityText } from './redeemWords';
import { redeemText } from './redeemText';

interface WhoRedeemsProps {
  readonly group: RedeemGroup;
  /** How many invitations that is, if not all; else null. */
  readonly number: string | null;
}

/** The user who will redeem these invitations. A link never determines it; a person can select. */
export function WhoRedeems({
  group: { links, candidates, selected },
  number,
}: WhoRedeemsProps): ReactElement {
  const choose = useChooseConnection();
  const options = candidates.map(optionOf);
  return (
    <FormField label={number === null ? redeemText.redeemer : redeemText.redeemerOf(number)} stretch>
      <Select
        selectedOption={options.find(({ value }) => value === selected?.connectionId) ?? null}
        options={options}
        placeholder={redeemText.redeemerPlaceholder}
        triggerVariant="option"
        disabled={links.some(({ redeeming }) => redeeming)}
        expandToViewport
        onChange={({ detail }) => {
          const { value } = detail.selectedOption;
          if (value === undefined) return;
          for (const { invitationId } of links) choose({ invitationId, connectionId: value });
        }}
      />
    </FormField>
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
