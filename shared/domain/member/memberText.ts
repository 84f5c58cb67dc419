import type { MemberScope } from './member';

const scopeNames: Readonly<Record<MemberScope, string>> = {
  direct: 'Direct',
  inherited: 'Inherited',
  both: 'Direct and inherited',
  unknown: 'Unknown',
};

const roleNames: Readonly<Record<string, string>> = { admin: 'Admin', editor: 'Editor', viewer: 'Viewer' };

/** How a kind of access is shown. */
export const memberScopeName = (scope: MemberScope): string => scopeNames[scope];

/** How a role is shown. @param role as stored: comma-separated names if Amazon gives several; null = unknown */
export const memberRoleName = (role: string | null): string =>
  role === null
    ? 'Unknown'
    : role
        .split(', ')
        .map((name) => roleNames[name] ?? name)
        .join(', ');
