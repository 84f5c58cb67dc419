import type { Role } from '../domain/role';
import { remembered } from './remembered';

/** What people write in the role column of a list, in the languages of the marketplaces AMC is sold in. */
const words: Readonly<Record<Role, readonly string[]>> = {
  admin: [
    'admin',
    'admins',
    'administrator',
    'administrators',
    'administratorin',
    'verwalter',
    'administrateur',
    'administratrice',
    'administrador',
    'administradora',
    'amministratore',
    'amministratrice',
    'beheerder',
    'administratör',
    'yönetici',
    '管理者',
  ],
  viewer: [
    'viewer',
    'viewers',
    'view',
    'view only',
    'read',
    'reader',
    'read only',
    'read only access',
    'readonly',
    'betrachter',
    'leser',
    'nur lesen',
    'nur lesezugriff',
    'lesezugriff',
    'lecteur',
    'lectrice',
    'lecture',
    'lecture seule',
    'lector',
    'lectora',
    'solo lectura',
    'visualizador',
    'lettore',
    'sola lettura',
    'visualizzatore',
    'leitor',
    'somente leitura',
    'lezer',
    'kijker',
    'alleen lezen',
    'läsare',
    '閲覧者',
  ],
};

const roleByWord: ReadonlyMap<string, Role> = new Map([
  ...words.admin.map((word) => [word, 'admin'] as const),
  ...words.viewer.map((word) => [word, 'viewer'] as const),
]);

/** The role that a text of a role column means; null where it means none. Case, hyphens and spaces do not matter. */
export const roleOfText = remembered(
  (text: string): Role | null =>
    roleByWord.get(
      text
        .normalize('NFC')
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' '),
    ) ?? null,
);
