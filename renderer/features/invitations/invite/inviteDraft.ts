import { invitee, type Invitee } from '../../../../shared/domain/invitation/invitation';
import type { Operation } from '../../../../shared/domain/outbox/operation';
import { mailboxKey } from '../../../../shared/domain/invitation/person';
import type { Role } from '../../../../shared/domain/invitation/role';
import type { WhenNotSeen } from '../../../../shared/domain/outbox/run';
import { fieldErrorsOf } from '../../../components/fieldErrors';
import { inviteText } from './inviteText';

/** One person as typed so far. */
export interface InviteeRow {
  readonly key: number;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: Role | null;
  /** The name was derived from the address; the person should check it. */
  readonly nameGuessed: boolean;
}

/** The invite form's content until it is sent. There is always at least one row. */
export interface InviteDraft {
  readonly rows: readonly InviteeRow[];
  readonly notify: boolean | null;
  readonly pasted: string;
  readonly whenNotSeen: WhenNotSeen;
}

export type RowErrors = Readonly<Partial<Record<'emailAddress' | 'userName' | 'role', string>>>;

const blankRow = (key: number): InviteeRow => ({
  key,
  emailAddress: '',
  userName: '',
  role: null,
  nameGuessed: false,
});

export const emptyDraft: InviteDraft = { rows: [blankRow(0)], notify: null, pasted: '', whenNotSeen: 'ask' };

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
 * What is left to send after seeing the results: the people whose invitation failed. The others are sent, pending or in doubt,
 * and must not be sent again from here.
 */
export function leftToSend(draft: InviteDraft, operations: readonly Operation[]): InviteDraft {
  const failed = new Set(
    operations
      .filter(({ status }) => status === 'failed')
      .map(({ emailAddress }) => mailboxKey(emailAddress)),
  );
  const rows = draft.rows.filter((row) => failed.has(mailboxKey(row.emailAddress)));
  return rows.length === 0 ? emptyDraft : { ...draft, rows };
}
