import { accountKey } from '../../../../shared/util/accountKey';
import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { memo, useMemo, useState, type ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import type { ChannelInput } from '../../../../shared/bridge/ipc';
import { useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { useGroups } from '../../../queries/labels';
import { useFieldValues } from '../../../queries/invitations';
import { filterOptions, filterProperties } from './filterProperties';
import { filterOfTokens, tokensOf } from './filterTokens';
import {
  isSameFilter,
  withSearch,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';
import { viewLike } from './presetViews';
import { filterText } from './filterText';

interface PropertyNarrowingProps {
  readonly filter: InvitationFilter;
  /** Gets a filter without text. */
  readonly onChange: (filter: InvitationFilter) => void;
  readonly overAccounts: boolean;
}

type Field = ChannelInput<'invitations.values'>['field'];

const fields: readonly string[] = ['role', 'domain', 'createdBy'] satisfies Field[];

/** From this many on, options off screen aren't drawn. */
const manyOptions = 500;

/** Filters the list by properties. Not redrawn while text is typed beside it. */
export const InvitationPropertyFilter = memo(Narrowing, isSameButForSearch);

function isSameButForSearch(one: PropertyNarrowingProps, other: PropertyNarrowingProps): boolean {
  return (
    one.onChange === other.onChange &&
    one.overAccounts === other.overAccounts &&
    isSameFilter(withSearch(one.filter, ''), withSearch(other.filter, ''))
  );
}

function Narrowing(props: PropertyNarrowingProps): ReactElement {
  const { filter, onChange, overAccounts } = props;
  // A preset view's name says what it filters; with anything added, everything is shown.
  const view = viewLike(filter);
  const { accounts } = useAccounts();
  const connections = useConnections();
  const groups = useGroups();
  const scopes = useMemo(
    () => ({
      accounts: overAccounts ? (accounts ?? []) : [],
      connections: overAccounts ? (connections ?? []) : [],
      groups: overAccounts ? groups : [],
    }),
    [overAccounts, accounts, connections, groups],
  );
  const [loading, setLoading] = useState<{ readonly field: Field; readonly search: string } | null>(null);
  const { values, error } = useFieldValues(loading);
  const properties = useMemo(() => filterProperties(scopes, filter), [scopes, filter]);
  const options = useMemo(() => {
    const found =
      loading === null ? [] : (values ?? []).map((value) => ({ propertyKey: loading.field, value }));
    return filterOptions({ ...scopes, accounts: onceEach(scopes.accounts) }, filter, found);
  }, [scopes, filter, loading, values]);
  return (
    <PropertyFilter
      query={{ tokens: view === null ? tokensOf(filter) : [], operation: 'and' }}
      onChange={({ detail }) => {
        const before = view === null ? [] : tokensOf(view.filter);
        onChange(filterOfTokens([...before, ...detail.tokens]));
      }}
      filteringConstraintText={view?.remark}
      filteringProperties={properties}
      filteringOptions={options}
      disableFreeTextFiltering
      hideOperations
      expandToViewport
      virtualScroll={options.length > manyOptions}
      filteringAriaLabel={filterText.propertyLabel}
      filteringPlaceholder={filterText.propertyPlaceholder}
      filteringEmpty={filterText.noValues}
      filteringLoadingText={filterText.readingValues}
      filteringErrorText={filterText.readFailed}
      filteringRecoveryText={filterText.tryAgain}
      filteringStatusType={
        loading === null
          ? 'finished'
          : error !== null
            ? 'error'
            : values === undefined
              ? 'loading'
              : 'finished'
      }
      onLoadItems={({ detail }) => {
        setLoading(questionOf(detail));
      }}
    />
  );
}

/** Main knows the values of some fields; those of the others are known here. */
function questionOf({
  filteringProperty,
  filteringText,
}: PropertyFilterProps.LoadItemsDetail): { readonly field: Field; readonly search: string } | null {
  const key = filteringProperty?.key;
  if (key === undefined || !fields.includes(key)) return null;
  return { field: key as Field, search: filteringText };
}

/** Two connections to one account have the same invitations. */
function onceEach(accounts: readonly Account[]): readonly Account[] {
  const known = new Map(accounts.map((account) => [accountKey(account), account]));
  return [...known.values()];
}
