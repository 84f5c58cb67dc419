import type { AccountRef } from '../../../../shared/domain/account/account';
import { invitee, type Invitee } from '../../../../shared/domain/invitation/invitation';
import { shownStatus, type Operation } from '../../../../shared/domain/outbox/operation';
import { nameFrom } from '../../../../shared/domain/invitation/parsePeople';
import { mailboxKey } from '../../../../shared/domain/invitation/person';
import type { Role } from '../../../../shared/domain/invitation/role';
import type { WhenNotSeen } from '../../../../shared/domain/outbox/run';
import type { InviteAgain } from '../../../../shared/navigation/inviteAgain';
import { fieldErrorsOf } from '../../../components/fieldErrors';
import { accountRefKey } from '../../../../shared/util/accountKey';
import { inviteText } from './inviteText';

/** One person as typed so far. */
export interface InviteeRow {
  readonly key: number;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: Role;
  /** The name was made from the address; the person should look at it. */
  readonly nameGuessed: boolean;
}

/** The invite form's content until it is sent. There is always at least one row. */
export interface InviteDraft {
  readonly rows: readonly InviteeRow[];
  /** To each of them each person is invited. */
  readonly accounts: readonly AccountRef[];
  /** Null: as with the invitations before. */
  readonly notify: boolean | null;
  /** To which instances of the accounts viewers are to be added: names or IDs with ";" between them, or "all". */
  readonly instances: string;
  readonly pasted: string;
  readonly whenNotSeen: WhenNotSeen;
}

export type RowErrors = Readonly<Partial<Record<'emailAddress' | 'userName' | 'role', string>>>;

/** Somebody who should be an admin is made one by hand, or by a list that says so. */
const blankRow = (key: number): InviteeRow => ({
  key,
  emailAddress: '',
  userName: '',
  role: 'viewer',
  nameGuessed: false,
});

export const emptyDraft: InviteDraft = {
  rows: [blankRow(0)],
  accounts: [],
  notify: null,
  instances: '',
  pasted: '',
  whenNotSeen: 'ask',
};

/** What the form begins with where it is opened for one account, or for none in particular. */
export const draftFor = (account: AccountRef | null): InviteDraft =>
  account === null ? emptyDraft : { ...emptyDraft, accounts: [account] };

/** What the form was opened for. */
export interface InviteStart {
  /** The account; null for none in particular. */
  readonly opened: AccountRef | null;
  /** People who are to be let in again; null for none in particular. */
  readonly again: InviteAgain | null;
}

/** What the form begins with. */
export function draftAt({ opened, again }: InviteStart): InviteDraft {
  if (again === null) return draftFor(opened);
  const rows = again.people.map((person, key) => ({
    ...{ ...person, key, nameGuessed: person.userName === '' },
    userName: person.userName || nameFrom(person.emailAddress),
  }));
  return { ...emptyDraft, rows, accounts: again.accounts };
}

export const isBlank = ({ emailAddress, userName }: InviteeRow): boolean =>
  emailAddress.trim() === '' && userName.trim() === '';

/** Adds people below the existing ones, replacing blank rows. Without people it adds a blank row. */
export function withPeople(
  rows: readonly InviteeRow[],
  people: readonly Omit<InviteeRow, 'key'>[] = [],
): readonly InviteeRow[] {
  const next = 1 + Math.max(-1, ...rows.map(({ key }) => key));
  if (people.length === 0) return [...rows, blankRow(next)];
  const added = people.map((person, index) => ({ ...person, key: next + index }));
  return [...rows.filter((row) => !isBlank(row)), ...added];
}

export const withoutRow = (rows: readonly InviteeRow[], key: number): readonly InviteeRow[] => {
  const left = rows.filter((row) => row.key !== key);
  return left.length > 0 ? left : emptyDraft.rows;
};

export interface CheckedRows {
  /** The people to invite, trimmed; only valid if there are no errors. */
  readonly invitees: readonly Invitee[];
  /** Errors by row key. Rows without any are omitted. */
  readonly errors: ReadonlyMap<number, RowErrors>;
}

/** Checks all rows by main's own rules. Blank rows are ignored, unless there is nothing else. */
export function checkRows(rows: readonly InviteeRow[]): CheckedRows {
  const filled = rows.filter((row) => !isBlank(row));
  const firstRowOf = new Map<string, number>();
  const invitees: Invitee[] = [];
  const errors = new Map<number, RowErrors>();
  for (const row of filled.length > 0 ? filled : rows.slice(0, 1)) {
    const { emailAddress, userName, role } = row;
    const checked = invitee.safeParse({ emailAddress, userName, role });
    const mailbox = mailboxKey(emailAddress);
    const earlier = firstRowOf.get(mailbox);
    const number = rows.indexOf(row) + 1;
    if (earlier === undefined) firstRowOf.set(mailbox, number);
    if (checked.success && earlier === undefined) invitees.push(checked.data);
    else errors.set(row.key, complaintsOf(fieldErrorsOf(checked), emailAddress, earlier));
  }
  return { invitees, errors };
}

function complaintsOf(
  fields: Readonly<Record<string, string | undefined>>,
  emailAddress: string,
  earlier: number | undefined,
): RowErrors {
  const address =
    emailAddress.trim() === ''
      ? inviteText.emailMissing
      : (fields['emailAddress'] ??
        (earlier === undefined ? undefined : inviteText.emailRepeated(String(earlier))));
  return {
    ...(address === undefined ? {} : { emailAddress: address }),
    ...(fields['userName'] === undefined ? {} : { userName: fields['userName'] }),
    ...(fields['role'] === undefined ? {} : { role: fields['role'] }),
  };
}

/**
 * What is left to send after the results were seen: the people and accounts of the invitations that failed, where each of
 * these people failed in each of these accounts. What else failed is sent again from the results or Operations. All others are
 * sent, under way or unconfirmed, and must not be sent again from here.
 * @returns null when nothing is left
 */
export function leftToSend(draft: InviteDraft, operations: readonly Operation[]): InviteDraft | null {
  const failed = new Set(
    operations.filter((operation) => shownStatus(operation) === 'failed').map((one) => keyOf(one, one)),
  );
  const isLeft = (row: InviteeRow, account: AccountRef): boolean => failed.has(keyOf(row, account));
  const rowsOf = (accounts: readonly AccountRef[]): readonly InviteeRow[] =>
    draft.rows.filter((row) => accounts.some((account) => isLeft(row, account)));
  const accounts = draft.accounts.filter((account) => draft.rows.some((row) => isLeft(row, account)));
  const rows = rowsOf(accounts);
  if (rows.length === 0) return null;
  if (rows.length * accounts.length === failed.size) return { ...draft, rows, accounts };
  const everywhere = rows.filter((row) => draft.accounts.every((account) => isLeft(row, account)));
  return everywhere.length === 0 ? null : { ...draft, rows: everywhere };
}

const keyOf = ({ emailAddress }: Pick<InviteeRow, 'emailAddress'>, account: AccountRef): string =>
  JSON.stringify([mailboxKey(emailAddress), accountRefKey(account)]);
