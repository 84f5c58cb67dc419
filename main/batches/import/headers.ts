import { batchColumns, type BatchColumn } from '../../../shared/domain/batch';
import type { ColumnMapping } from '../../../shared/domain/batchImport';
import { roleOfText } from '../../../shared/rules/roleWords';

/** A header as it is compared: letters and digits alone, in lower case. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What columns are called, the likelier words first, in the languages of the marketplaces AMC is sold in. */
const words: Readonly<Record<BatchColumn, readonly string[]>> = {
  account: [
    'Account',
    'AMC account',
    'Account name',
    'AMC account name',
    'Instance',
    'AMC instance',
    'Instance name',
    'Account ID',
    'AMC account ID',
    'Entity ID',
    'Advertiser',
    'Advertiser name',
    'Client',
    'Client name',
    'Konto',
    'Kontoname',
    'Konto-ID',
    'Kunde',
    'Compte',
    'Cuenta',
    'Conta',
    'アカウント',
  ],
  emailAddress: [
    'E-mail',
    'E-mail address',
    'Mail',
    'Mail address',
    'User e-mail',
    'Invitee e-mail',
    'Invitee',
    'E-Mail-Adresse',
    'Mailadresse',
    'Adresse e-mail',
    'Courriel',
    'Correo',
    'Correo electrónico',
    'Indirizzo e-mail',
    'Posta elettronica',
    'E-mailadres',
    'E-postadress',
    'E-post',
    'メールアドレス',
    'メール',
  ],
  userName: [
    'Name',
    'Full name',
    'User name',
    'Person',
    'User',
    'Display name',
    'Contact',
    'Contact name',
    'Benutzer',
    'Benutzername',
    'Vollständiger Name',
    'Nom',
    'Nom complet',
    'Nombre',
    'Nombre completo',
    'Nome',
    'Nome completo',
    'Naam',
    'Namn',
    '名前',
    '氏名',
  ],
  role: [
    'Role',
    'User role',
    'Access',
    'Access level',
    'Permission',
    'Permissions',
    'Rolle',
    'Zugriff',
    'Rôle',
    'Rol',
    'Ruolo',
    'Função',
    'Roll',
    '役割',
    '権限',
  ],
  note: [
    'Note',
    'Notes',
    'Comment',
    'Comments',
    'Remark',
    'Remarks',
    'Reason',
    'Notiz',
    'Bemerkung',
    'Kommentar',
    'Commentaire',
    'Remarque',
    'Nota',
    'Notas',
    'Comentario',
    'Commento',
    'Opmerking',
    '備考',
    'メモ',
  ],
};

const plainWords: Readonly<Record<BatchColumn, readonly string[]>> = {
  account: words.account.map(plainHeader),
  emailAddress: words.emailAddress.map(plainHeader),
  userName: words.userName.map(plainHeader),
  role: words.role.map(plainHeader),
  note: words.note.map(plainHeader),
};

const known = new Set(Object.values(plainWords).flat());

/** How many rows are looked at to tell what a column holds. */
const lookedAt = 200;

/** Whether the first row names the columns: no address is in it, and it has a word of ours or addresses below it. */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows.slice(0, lookedAt);
  if (first.some((cell) => cell.includes('@'))) return false;
  return (
    first.some((cell) => known.has(plainHeader(cell))) ||
    rest.some((row) => row.some((cell) => cell.includes('@')))
  );
}

/**
 * Which of a table's columns is which of ours: by what they are called, then by what they hold.
 * @param headers what the columns are called; empty where nothing names them
 * @param isAccount whether a text names an account that we know
 */
export function guessMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  isAccount: (text: string) => boolean,
): ColumnMapping {
  const mapping: ColumnMapping = {
    account: null,
    emailAddress: null,
    userName: null,
    givenName: null,
    familyName: null,
    role: null,
    note: null,
  };
  const named = headers.map(plainHeader);
  for (const column of batchColumns) {
    const word = plainWords[column].find((each) => named.includes(each));
    if (word !== undefined) mapping[column] = named.indexOf(word);
  }
  const head = rows.slice(0, lookedAt);
  const width = Math.max(headers.length, ...head.map((row) => row.length), 0);
  const taken = new Set(Object.values(mapping));
  const free = (): number[] =>
    Array.from({ length: width }, (_, index) => index).filter((index) => !taken.has(index));
  const take = (column: BatchColumn, found: number | undefined): void => {
    if (mapping[column] !== null || found === undefined) return;
    mapping[column] = found;
    taken.add(found);
  };
  const mostly = (holds: (cell: string) => boolean): number | undefined =>
    free().find((index) => {
      const cells = head.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
      return cells.length > 0 && cells.filter(holds).length * 2 > cells.length;
    });
  take(
    'emailAddress',
    mostly((cell) => cell.includes('@')),
  );
  take(
    'role',
    mostly((cell) => roleOfText(cell) !== null),
  );
  take('account', mostly(isAccount));
  // Without headers the order of our own columns is as good a guess as any.
  if (headers.length === 0) {
    take(
      'userName',
      mostly((cell) => /\p{L}/u.test(cell)),
    );
    take(
      'note',
      mostly((cell) => cell !== ''),
    );
  }
  return mapping;
}
