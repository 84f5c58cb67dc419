import FormField from '@cloudscape-design/components/form-field';
import Multiselect, { type MultiselectProps } from '@cloudscape-design/components/multiselect';
import type { ReactElement } from 'react';
import type { Account, AccountRef } from '../../../../shared/domain/account/account';
import { sponsoredAdsOnlyText } from '../../../../shared/domain/account/instanceText';
import { accountRefKey } from '../../../../shared/util/accountKey';
import { counted } from '../../../components/text/formatTime';
import { useHeldWhileFocused } from '../../../components/useHeldWhileFocused';
import { refOf, useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { useGroups } from '../../../queries/labels';
import { offeredAccounts } from './offeredAccounts';
import { inviteText } from './inviteText';

interface AccountsFieldProps {
  readonly selected: readonly AccountRef[];
  readonly error: string | undefined;
  readonly onChange: (selected: readonly AccountRef[]) => void;
}

/** Max number of selected accounts that are named; the others are behind a button. */
const shownTokens = 8;

/** Which accounts people are invited to: any number of those where the person may invite. */
export function AccountsField({ selected, error, onChange }: AccountsFieldProps): ReactElement {
  const { accounts } = useAccounts();
  const [offeredNow, focus] = useHeldWhileFocused(accounts?.length === 0 ? undefined : accounts);
  const connections = useConnections() ?? [];
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  const optionOf = (account: Account): MultiselectProps.Option => ({
    value: accountRefKey(account),
    label: account.name,
    description: account.accountId,
    ...(labels.size > 1 ? { labelTag: labels.get(account.connectionId) ?? '' } : {}),
    ...(account.sponsoredAdsOnly ? { tags: [sponsoredAdsOnlyText] } : {}),
    filteringTags: [account.group?.name ?? '', ...account.tags],
  });
  const offered = offeredAccounts(offeredNow ?? [], connections, selected, useGroups());
  const byKey = new Map((accounts ?? []).map((account) => [accountRefKey(account), account]));
  const groups = [
    { label: inviteText.favorites, accounts: offered.favorites },
    { label: inviteText.recentlyOpened, accounts: offered.recent },
    ...offered.groups.map(({ name, accounts: listed }) => ({
      label: inviteText.allOfGroup(name),
      accounts: listed,
    })),
    {
      label: offered.groups.length === 0 ? inviteText.otherAccounts : inviteText.ungroupedAccounts,
      accounts: offered.others,
    },
  ].filter((group) => group.accounts.length > 0);
  const total = groups.reduce((sum, group) => sum + group.accounts.length, 0);
  return (
    <FormField errorText={error} stretch>
      <div {...focus}>
        <Multiselect
          ariaLabel={inviteText.accounts}
          ariaRequired
          selectedOptions={selected.map((ref) => {
            const account = byKey.get(accountRefKey(ref));
            return account === undefined
              ? { value: accountRefKey(ref), label: ref.accountId }
              : optionOf(account);
          })}
          options={groups.map((group) => ({ label: group.label, options: group.accounts.map(optionOf) }))}
          enableSelectAll={total > 1}
          i18nStrings={{ selectAllText: inviteText.allAccounts(counted(total, 'account')) }}
          tokenLimit={shownTokens}
          virtualScroll={total > 50}
          filteringType="auto"
          placeholder={inviteText.accountsPlaceholder}
          filteringPlaceholder={inviteText.accountSearchPlaceholder}
          filteringAriaLabel={inviteText.accountSearchLabel}
          deselectAriaLabel={({ label = '' }) => inviteText.deselect(label)}
          statusType={accounts === undefined ? 'loading' : 'finished'}
          loadingText={inviteText.readingAccounts}
          empty={inviteText.noAccounts}
          noMatch={inviteText.noAccountMatches}
          onChange={({ detail }) => {
            const keys = new Set(detail.selectedOptions.map(({ value }) => value));
            const known = [...selected, ...(accounts ?? []).map(refOf)];
            const refs = new Map(known.map((ref) => [accountRefKey(ref), refOf(ref)]));
            onChange([...refs].filter(([key]) => keys.has(key)).map(([, ref]) => ref));
          }}
        />
      </div>
    </FormField>
  );
}
