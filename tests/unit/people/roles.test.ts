import { describe, expect, test } from 'vitest';
import { roleOfText } from '../../../shared/domain/batch/rules/roleWords';

describe('a word of a role column', () => {
  test.each([
    'Admin',
    'ADMIN ',
    '\u00A0Admin',
    'Admin.',
    'Ａｄｍｉｎ',
    '\u200BAdmin',
    'Administratorin',
    'Administrator*in',
    'Administrateur',
    'ADMINISTRATRICE',
    'administrador/a',
    'Amministratore',
    'Beheerder',
    'ADMINISTRATÖR',
    'ADMINISTRATO\u0308R',
    'yönetici',
    'YÖNETİCİ',
    '管理者',
    '管理員',
    '管理员',
  ])('that means an admin: %s', (text) => {
    expect(roleOfText(text)).toBe('admin');
  });

  test.each([
    'Viewer',
    'View-Only',
    'view_only',
    'Viewers',
    'VİEWER',
    '“Viewer”',
    'viewer\n',
    'Read-only',
    'READONLY',
    'Betrachter:in',
    'Nur_Lesen',
    'Lecteur/trice',
    'Lecteur·trice',
    'lecture seule',
    'visor',
    'Sólo lectura',
    'Sola lettura',
    'Somente leitura',
    'Alleen lezen',
    'Läsare',
    'GÖRÜNTÜLEYİCİ',
    'Salt okunur',
    '閲覧者',
    '閲覧のみ',
    '查看者',
    '只读',
    '唯讀',
  ])('that means a viewer: %s', (text) => {
    expect(roleOfText(text)).toBe('viewer');
  });

  test.each([
    'Owner',
    'Editor',
    'Manager',
    'Super Admin',
    'Site admin',
    'Administrator (full)',
    'Full access',
    'Read/Write',
    'Standard',
    'Member',
    'Admin/Viewer',
    'admin,viewer',
    'Ad min',
    'A',
    'V',
    'Yes',
    'TRUE',
    '1',
    'No access',
    'none',
    'Gerente',
    'マネージャー',
    '',
    '"',
  ])('that could mean something else is not guessed: %s', (text) => {
    expect(roleOfText(text)).toBeNull();
  });
});
