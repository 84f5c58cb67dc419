import type { CheckedInput } from '../../../shared/bridge/ipc';
import { memberRoleName, memberScopeName } from '../../../shared/domain/member/memberText';
import { isoMinute } from '../../../shared/text/formats';
import { fileNamePart } from '../../files/fileNamePart';

type Filter = Pick<
  CheckedInput<'people.export'>,
  'search' | 'roles' | 'scopes' | 'domain' | 'certainty' | 'groups' | 'accountSearch'
>;

/** The name of a group, by its ID. */
type NameOfGroup = (groupId: string) => string;

/** Whose access a file has, one phrase for each part of the filter; empty for a filter that lets everything through. */
export function accessFilterTexts(
  { search, roles, scopes, domain, certainty, groups, accountSearch }: Filter,
  nameOfGroup: NameOfGroup,
): readonly string[] {
  return [
    ...(groups === undefined ? [] : [`in group ${groups.map(nameOfGroup).join(' or ')}`]),
    ...(roles === undefined ? [] : [`role ${roles.map(memberRoleName).join(' or ').toLowerCase()}`]),
    ...(scopes === undefined ? [] : [`access ${scopes.map(memberScopeName).join(' or ').toLowerCase()}`]),
    ...(domain === undefined ? [] : [`@${domain}`]),
    ...(certainty === undefined ? [] : [`email ${certainty}`]),
    ...(search.trim() === '' ? [] : [`people with “${search.trim()}”`]),
    ...(accountSearch.trim() === '' ? [] : [`accounts with “${accountSearch.trim()}”`]),
  ];
}

/** Max length of the filter in a file name, in bytes. */
const maxTextLength = 80;

/** A name for the file: "AMC access, role admin, 2026-11-24 0822.csv". `now`: ms since 1970. */
export function accessFileName(
  filter: Filter,
  nameOfGroup: NameOfGroup,
  { now, format }: { readonly now: number; readonly format: 'csv' | 'xlsx' },
): string {
  const { part } = fileNamePart(accessFilterTexts(filter, nameOfGroup).join(', '), maxTextLength);
  return `${['AMC access', part, isoMinute(now)].filter((each) => each !== '').join(', ')}.${format}`;
}
