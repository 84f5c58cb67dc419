import { roles, type Role } from '../../invitation/role';
import { visibleText } from '../../../people/characters';
import { remembered } from './remembered';

/**
 * What people write in the role column of a list, in the languages of the marketplaces AMC is sold in. Words that could mean an
 * admin of something else (owner, manager, super admin, full access) are excluded: nobody becomes an admin by a guess.
 */
const words: Readonly<Record<Role, string>> = {
  admin: `
    admin, admins, administrator, administrators, admin access, admin rights, admin role, amc admin, amc administrator,
    administratorin, administrator in, administrator/in, administratoren, adminrechte, verwalter, verwalterin,
    administrateur, administratrice, administrateurs, administrateur/trice, administrateur/administratrice, administrateur trice,
    administrador, administradora, administradores, administrador/a, administrador/administradora, administrador a,
    amministratore, amministratrice, amministratori, amministratore/trice,
    beheerder, beheerders, administratör, administratörer, yönetici, yöneticiler, administracja,
    管理者, アドミン, アドミニストレーター, アドミニストレータ, 管理员, 管理員, 系统管理员, 관리자, администратор
  `,
  viewer: `
    viewer, viewers, view, view only, view access, viewing, viewer access, viewer only, view only access, amc viewer, can view,
    read, reader, readers, read only, read access, read only access, readonly,
    betrachter, betrachterin, betrachter in, betrachter/in, leser, leserin, leser in, leser/in, lesen, nur lesen, nur lesend,
    nur lesezugriff, lesezugriff, nur ansicht, nur ansehen, nur anzeigen, ansicht, leserechte, leserecht, lesender zugriff,
    lecteur, lectrice, lecteurs, lecteur/trice, lecteur/lectrice, lecteur trice, lecture, lecture seule, lecture seulement,
    en lecture seule, consultation, consultation seule, visualiseur, visionneur, observateur, observatrice, observateur/trice,
    lector, lectora, lector/a, lectura, solo lectura, sólo lectura, de solo lectura, visualizador, visualizadora,
    visualizador/a, visor, visores, solo ver, observador, observadora,
    lettore, lettrice, lettore/trice, lettura, sola lettura, solo lettura, in sola lettura, visualizzatore, visualizzatrice,
    visualizzatore/trice, osservatore, osservatrice, solo visualizzazione, visualizzazione,
    leitor, leitora, leitor/a, leitura, somente leitura, apenas leitura, só leitura, só de leitura, visualização,
    lezer, lezers, kijker, alleen lezen, alleen-lezen, leestoegang, lezen,
    läsare, läs, läsbehörighet, endast läsning, skrivskyddad, visare, tittare,
    görüntüleyici, izleyici, okuyucu, salt okunur, sadece görüntüleme, yalnızca görüntüleme, görüntüleme, salt okuma,
    閲覧者, 閲覧, 閲覧のみ, 閲覧専用, 読み取り専用, 読取専用, 読み取り, ビューアー, ビューア, ビュワー, ビューワー,
    查看者, 查看, 仅查看, 只读, 唯读, 查看员, 浏览者, 阅读者, 只读权限, 檢視者, 檢視, 僅檢視, 唯讀, 讀取者, 瀏覽者,
    뷰어, 보기, 보기 전용, 읽기 전용, 읽기, просмотр, только просмотр, только чтение, чтение, наблюдатель
  `,
};

/** A longer text isn't a role. */
const maxWordLength = 60;

/** One spelling for all variants of the same word. */
function spelled(text: string): string {
  if (text.length > maxWordLength) return '';
  const word = visibleText(text.normalize('NFKC'))
    .toLowerCase()
    // Left over from the Turkish capital İ.
    .replace(/\u0307/g, '')
    .replace(/^["'“”„«»‘’([<]+|["'“”«»‘’)\]>.,;:!*]+$/g, '');
  return word
    .replace(/[*:·•]/g, '/')
    .replace(/[\s_-]+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim();
}

const roleByWord: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) => words[role].split(',').map((word) => [spelled(word), role])),
);

/**
 * The role that a text of a role column means; null if none, or if it is ambiguous. Ignores case (Turkish too), full-width
 * letters, hyphens, whitespace, surrounding quotation marks and a trailing period.
 */
export const roleOfText = remembered((text: string): Role | null => roleByWord.get(spelled(text)) ?? null);
