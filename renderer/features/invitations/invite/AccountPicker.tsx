import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { ReactElement } from 'react';
import { isUsable } from '../../../../shared/domain/account/account';
import { refOf, useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { pathOf, routeOf } from '../../../../shared/navigation/routes';
import { goTo } from '../../../navigation/useRoute';
import { inviteText } from './inviteText';

/** Asks which account people are invited to. Accounts where Amazon denied it aren't offered. */
export function AccountPicker(): ReactElement {
  const { accounts } = useAccounts();
  const connections = useConnections() ?? [];
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  const offered = (accounts ?? []).filter(isUsable);
  return (
    <Container>
      <FormField label={inviteText.account} description={inviteText.accountHint} stretch>
        <Select
          selectedOption={null}
          placeholder={inviteText.accountPlaceholder}
          options={offered.map((account) => ({
            value: pathOf({ screen: 'invite', account: refOf(account) }),
            label: account.name,
            description: account.accountId,
            labelTag: labels.get(account.connectionId) ?? '',
          }))}
          filteringType="auto"
          filteringPlaceholder={inviteText.accountSearchPlaceholder}
          filteringAriaLabel={inviteText.accountSearchLabel}
          statusType={accounts === undefined ? 'loading' : 'finished'}
          loadingText={inviteText.readingAccounts}
          empty={inviteText.noAccounts}
          noMatch={inviteText.noAccountMatches}
          onChange={({ detail }) => {
            if (detail.selectedOption.value !== undefined) goTo(routeOf(detail.selectedOption.value));
          }}
        />
      </FormField>
    </Container>
  );
}
