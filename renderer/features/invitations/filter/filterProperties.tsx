import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { Account } from '../../../../shared/domain/account/account';
import {
  instanceAccessState,
  type InstanceAccessState,
} from '../../../../shared/domain/account/instanceAccessState';
import { instanceAccessNames } from '../../../../shared/domain/account/instanceText';
import type { GroupRef } from '../../../../shared/domain/account/labels';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { invitationState, type InvitationState } from '../../../../shared/domain/invitation/invitation';
import { stateNames } from '../../../../shared/domain/invitation/invitationText';
import { roleName, roles } from '../../../../shared/domain/invitation/role';
import { formatDate, formatMoment } from '../../../../shared/text/formats';
import { counted } from '../../../components/text/formatTime';
import { DayField } from './DayField';
import { accountValue, before, flagValue, from, tokensOf } from './filterTokens';
import type { InvitationFilter } from '../../../../shared/navigation/invitationFilter';
import { filterText } from './filterText';

type Property = PropertyFilterProps.FilteringProperty;
type Option = PropertyFilterProps.FilteringOption;

const days = ['1', '2', '3', '7', '14', '30'];
const dayText = (text: string): string => counted(Number(text), 'day');

/** The scopes a list can be filtered to: no options on the screen of one account. */
interface Scopes {
  readonly accounts: readonly Account[];
  readonly connections: readonly Connection[];
  readonly groups: readonly GroupRef[];
}

/**
 * The properties a list can be filtered by. A single connection isn't an option, but a filter from an earlier address can be
 * removed.
 */
export function filterProperties(
  { accounts, connections, groups }: Scopes,
  filter: InvitationFilter,
): readonly Property[] {
  const names = new Map(accounts.map((account) => [accountValue(account), account.name]));
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  const groupNames = new Map(groups.map(({ groupId, name }) => [groupId, name]));
  return [
    ...(accounts.length === 0
      ? []
      : [several('account', 'Account', 'Accounts', (value) => names.get(value) ?? value)]),
    ...(groups.length === 0 && filter.groups === undefined
      ? []
      : [several('group', 'Group', 'Groups', (value) => groupNames.get(value) ?? filterText.deletedGroup)]),
    ...(connections.length < 2 && filter.connections === undefined
      ? []
      : [several('connection', 'Connection', 'Connections', (value) => labels.get(value) ?? value)]),
    several('role', 'Role', 'Roles', roleName),
    several('state', 'State', 'States', (value) => stateNames[value as InvitationState]),
    several(
      'instanceAccess',
      filterText.instances,
      filterText.instancesStates,
      (value) => instanceAccessNames[value as InstanceAccessState],
    ),
    several('domain', filterText.emailDomain, filterText.emailDomains),
    several('createdBy', filterText.invitedBy, 'Inviters'),
    one('expiresWithin', filterText.expiresWithin, 'Days', dayText),
    moment('expires', 'Expires'),
    moment('created', 'Created'),
    one('changedWithin', filterText.changedWithin, 'Days', dayText),
    one('sent', filterText.sentWithApp, 'Values', () => 'Yes'),
    one('invitedAgain', filterText.invitedAgain, 'Values', () => 'No'),
  ];
}

/** The values to select from; `found` has the values that main knows. */
export function filterOptions(
  { accounts, connections, groups }: Scopes,
  filter: InvitationFilter,
  found: readonly Option[],
): readonly Option[] {
  // Of two for the same value the later one counts: the one with a name.
  const options = [
    ...found,
    ...selectedOptions(filter),
    ...accounts.map((account) => ({
      propertyKey: 'account',
      value: accountValue(account),
      label: account.name,
      tags: [account.accountId],
      filteringTags: [account.accountId],
    })),
    ...groups.map(({ groupId, name }) => ({ propertyKey: 'group', value: groupId, label: name })),
    ...connections.map(({ connectionId, label }) => ({
      propertyKey: 'connection',
      value: connectionId,
      label,
    })),
    ...roles.map((role) => ({ propertyKey: 'role', value: role, label: roleName(role) })),
    ...invitationState.options.map((state) => ({
      propertyKey: 'state',
      value: state,
      label: stateNames[state],
    })),
    ...instanceAccessState.options.map((state) => ({
      propertyKey: 'instanceAccess',
      value: state,
      label: instanceAccessNames[state],
    })),
    ...days.flatMap((value) =>
      ['expiresWithin', 'changedWithin'].map((propertyKey) => ({
        propertyKey,
        value,
        label: dayText(value),
      })),
    ),
    { propertyKey: 'sent', value: flagValue, label: filterText.yes },
    { propertyKey: 'invitedAgain', value: flagValue, label: filterText.no },
  ];
  return [...new Map(options.map((option) => [`${option.propertyKey} ${option.value}`, option])).values()];
}

/** So that a selected value can be removed even if main's answer doesn't include it. */
const selectedOptions = ({ roles: role, domains, createdBy }: InvitationFilter): readonly Option[] =>
  tokensOf({ roles: role, domains, createdBy }).flatMap(({ propertyKey = '', value }) =>
    (value as readonly string[])
      .filter((each) => propertyKey !== 'role' || !roles.some((known) => known === each))
      .map((each) => ({ propertyKey, value: each })),
  );

const several = (
  key: string,
  propertyLabel: string,
  groupValuesLabel: string,
  nameOf: (value: string) => string = (value) => value,
): Property => ({
  key,
  propertyLabel,
  groupValuesLabel,
  operators: [
    {
      operator: '=',
      tokenType: 'enum',
      format: (values: readonly string[]) => values.map(nameOf).join(', '),
    },
  ],
});

const one = (
  key: string,
  propertyLabel: string,
  groupValuesLabel: string,
  format: (value: string) => string,
): Property => ({ key, propertyLabel, groupValuesLabel, operators: [{ operator: '=', format }] });

const moment = (key: string, propertyLabel: string): Property => ({
  key,
  propertyLabel,
  groupValuesLabel: filterText.day,
  defaultOperator: from,
  operators: [
    { operator: from, description: filterText.onOrAfter, format: momentText, form: DayField },
    { operator: before, description: filterText.before, format: momentText, form: DayField },
  ],
});

/** Only the day if a day begins then. @param at ms since 1970 */
function momentText(at: number): string {
  const date = new Date(at);
  return date.getHours() === 0 && date.getMinutes() === 0 ? formatDate(at) : formatMoment(at);
}
