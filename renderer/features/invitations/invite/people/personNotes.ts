import { rowLocalFindings } from '../../../../../shared/domain/batch/rules/rowLocal';
import { isBlank, type InviteeRow } from '../inviteDraft';

/** What else to say about a person's name or address besides an error's reason, and how to fix it. */
export interface PersonNote {
  readonly field: 'emailAddress' | 'userName';
  /** Null for an error: the field itself shows the reason. */
  readonly warning: string | null;
  readonly fix: PersonFix | null;
}

export interface PersonFix {
  /** The button's label. */
  readonly label: string;
  readonly change: Pick<InviteeRow, 'emailAddress'> | Pick<InviteeRow, 'userName' | 'nameGuessed'>;
}

/**
 * By the rules for batch rows: likely typing mistakes, look-alike and invisible characters, and names with more than a name in
 * them.
 * @param withErrors whether errors are shown, which are fixed here too if there is a fix
 */
export function notesOf(row: InviteeRow, withErrors: boolean): PersonNote[] {
  if (isBlank(row)) return [];
  const { emailAddress, userName } = row;
  const findings = rowLocalFindings({
    ...{ rowId: '', position: 0, account: null, accountText: '', note: '', instances: '' },
    ...{ emailAddress, userName, role: row.role },
  });
  return findings.flatMap(({ level, column, message, fix: found }): PersonNote[] => {
    if (column !== 'emailAddress' && column !== 'userName') return [];
    const value = found?.column === column ? found.value : null;
    const fix =
      found === null || value === null || value === row[column]
        ? null
        : { label: found.label, change: changeOf(column, value) };
    if (level === 'warning') return [{ field: column, warning: message, fix }];
    return withErrors && fix !== null ? [{ field: column, warning: null, fix }] : [];
  });
}

const changeOf = (field: PersonNote['field'], value: string): PersonFix['change'] =>
  field === 'emailAddress' ? { emailAddress: value } : { userName: value, nameGuessed: false };
