import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { ReactElement } from 'react';
import { isUsable } from '../../../../shared/domain/account/account';
import { refOf, useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { pathOf, routeOf } from '../../../../shared/navigation/routes';
import { goTo } from '../../../navigation/useRoute';

/** Asks which account people are invited to. Those where Amazon said no are not offered. */
export function AccountPicker(): ReactElement {
  const { accounts } = useAccounts();
  const connections = useConnections() ?? [];
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  const offered = (accounts ?? []).filter(isUsable);
  return (
    <Container>
      <FormField
        label="Account"
        description="People are invited to one account at a time. Accounts where you are only a viewer are not listed."
        stretch
      >
        <Select
          selectedOption={null}
          placeholder="Choose an account"
          options={offered.map((account) => ({
            value: pathOf({ screen: 'invite', account: refOf(account) }),
            label: account.name,
            description: account.accountId,
            labelTag: labels.get(account.connectionId) ?? '',
          }))}
          filteringType="auto"
          filteringPlaceholder="Name or ID"
          filteringAriaLabel="Find an account"
          statusType={accounts === undefined ? 'loading' : 'finished'}
          loadingText="Reading accounts"
          empty="There is no account you can invite to"
          noMatch="No account has this name or ID"
          onChange={({ detail }) => {
            if (detail.selectedOption.value !== undefined) goTo(routeOf(detail.selectedOption.value));
          }}
        />
      </FormField>
    </Container>
  );
}
