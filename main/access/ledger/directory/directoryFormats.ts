import type { DirectorySource } from '../../../../shared/domain/person/directory';
import { cleanHeader, plainHeader } from '../../../../shared/text/headerText';

/** The headers under which exports have a column, the usual one first. */
export type Column = readonly [usual: string, ...others: string[]];

/** How one directory exports its people. */
export interface DirectoryFormat {
  readonly source: DirectorySource;
  /** An export has all of these; together they tell it from the others. */
  readonly required: readonly Column[];
  /** Where addresses stand; the better ones first. */
  readonly addresses: readonly Column[];
  /** What makes up a name; the better ones first. */
  readonly names: readonly (readonly Column[])[];
  readonly active: Column;
  /** @param text in the form of `plainText`; @returns null if that doesn't say */
  readonly isActive: (text: string) => boolean | null;
}

/** A header or a value in comparable form: letters and digits only, without "[Required]". */
export const plainText = (text: string): string => plainHeader(cleanHeader(text));

/** As files and spreadsheets in several languages write them. */
const yes = new Set(['true', '1', 'yes', 'enabled', 'wahr', 'vrai', 'verdadero', 'vero', 'waar']);
const no = new Set(['false', '0', 'no', 'disabled', 'falsch', 'faux', 'falso', 'onwaar']);
const truth = (text: string): boolean | null => (yes.has(text) ? true : no.has(text) ? false : null);

const oneOf =
  (active: readonly string[], inactive: readonly string[]) =>
  (text: string): boolean | null =>
    active.includes(text) ? true : inactive.includes(text) ? false : null;

const userPrincipalName: Column = ['userPrincipalName', 'User principal name'];
const oktaEmail: Column = ['email', 'Primary email', 'profile.email', 'user.email'];
const oktaLogin: Column = ['login', 'Username', 'Okta username', 'profile.login', 'user.login'];
const oktaStatus: Column = ['status', 'User status', 'Okta user status'];
// By API name and by the label of the admin console; somebody staged has not been active yet.
const isActiveAtOkta = oneOf(
  ['active', 'provisioned', 'pendinguseraction', 'recovery', 'passwordreset', 'passwordexpired', 'lockedout'],
  ['suspended', 'deprovisioned', 'deactivated'],
);

/**
 * The exports that are recognized, in this order: Entra's "Download users", the users of the Microsoft 365 admin center, Google
 * Workspace's "Download users", Slack's "Export member list", Okta's users with its attributes, their labels or the names in its
 * User Accounts report, and Okta's Password Health report, whose columns its documentation lists
 * (help.okta.com, Okta Password Health Report).
 */
export const directoryFormats: readonly DirectoryFormat[] = [
  {
    source: 'entra',
    required: [userPrincipalName, ['accountEnabled', 'Account enabled']],
    addresses: [['mail'], userPrincipalName],
    names: [[['displayName']], [['givenName'], ['surname']]],
    active: ['accountEnabled', 'Account enabled'],
    isActive: truth,
  },
  {
    source: 'microsoft365',
    required: [userPrincipalName, ['Block credential']],
    addresses: [userPrincipalName],
    names: [[['Display name']], [['First name'], ['Last name']]],
    active: ['Block credential'],
    isActive(text) {
      const isBlocked = truth(text);
      return isBlocked === null ? null : !isBlocked;
    },
  },
  {
    source: 'googleWorkspace',
    required: [['Email Address [Required]'], ['Status [READ ONLY]'], ['First Name [Required]']],
    addresses: [['Email Address [Required]']],
    names: [[['First Name [Required]'], ['Last Name [Required]']]],
    active: ['Status [READ ONLY]'],
    isActive: oneOf(['active'], ['suspended', 'archived', 'deleted']),
  },
  {
    source: 'slack',
    required: [['username'], ['email'], ['status'], ['userid']],
    addresses: [['email']],
    names: [[['fullname']], [['displayname']]],
    active: ['status'],
    // Otherwise it is the role in the workspace.
    isActive: (text) => (text === '' ? null : text !== 'deactivated' && text !== 'inactive'),
  },
  {
    source: 'okta',
    required: [oktaEmail, oktaLogin, oktaStatus],
    addresses: [oktaEmail, oktaLogin],
    names: [
      [['displayName', 'User fullname', 'profile.displayName', 'user.displayName']],
      [
        ['firstName', 'profile.firstName', 'user.firstName'],
        ['lastName', 'profile.lastName', 'user.lastName'],
      ],
    ],
    active: oktaStatus,
    isActive: isActiveAtOkta,
  },
  {
    source: 'okta',
    required: [['User'], ['Login'], ['Status'], ['Authentication Source']],
    addresses: [['Login']],
    names: [[['User']]],
    active: ['Status'],
    isActive: isActiveAtOkta,
  },
];
