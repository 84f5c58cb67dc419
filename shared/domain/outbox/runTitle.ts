import { pluralize } from '../../text/pluralize';
import type { RunKind } from './run';

/** What a title names of a run. */
export interface RunOutline {
  readonly kind: RunKind;
  /** How many changes it asks for. */
  readonly total: number;
  readonly accounts: number;
  /** The name of its only account; null where there are several, or it isn't known. */
  readonly accountName: string | null;
}

const titles: Record<RunKind, (total: number) => string> = {
  create: (total) => `Invite ${pluralize(total, 'person', 'people')}`,
  revoke: (total) => `Revoke ${pluralize(total, 'invitation')}`,
  resend: (total) => `Resend ${pluralize(total, 'invitation')}`,
  changeRole: () => 'Change a role',
  setRole: (total) => `Change the role of ${pluralize(total, 'member')}`,
  removeMember: (total) => `Remove ${pluralize(total, 'member')}`,
};

const prepositions: Record<RunKind, string> = {
  create: 'to',
  revoke: 'of',
  resend: 'of',
  changeRole: 'in',
  setRole: 'in',
  removeMember: 'from',
};

/** What a run was asked to do: "Invite 120 people to 14 accounts", "Resend 58 invitations of Copper Kettle Coffee". */
export const runTitle = ({ kind, total, accounts, accountName }: RunOutline): string =>
  `${titles[kind](total)} ${prepositions[kind]} ${accountName ?? pluralize(accounts, 'account')}`;
