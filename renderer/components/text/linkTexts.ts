import { roleName } from '../../../shared/domain/invitation/role';
import { formatLongDate } from '../../../shared/text/formats';
import { messageOf } from '../../../shared/domain/invitation/messageTemplate';

/** One line about an invitation to share: whose it is, and the link. Names come from Amazon and may contain anything. */
export const linkLine = (person: string, accountName: string, link: string): string =>
  `${inOneLine(person)} (${inOneLine(accountName)}): ${link}`;

interface Passed {
  readonly userName: string;
  readonly accountName: string;
  readonly role: string;
  /** ms since 1970; null if Amazon gave none. */
  readonly expiresAt: number | null;
}

/** The message to an invited person, from the template in Settings. */
export const linkMessage = (
  { userName, accountName, role, expiresAt }: Passed,
  link: string,
  template: string,
): string =>
  messageOf(template, {
    name: userName,
    account: accountName,
    role: roleName(role).toLowerCase(),
    link,
    expires: dayText(expiresAt),
  });

/** Amazon gives an invitation two weeks (amazon-api §2). */
const dayText = (at: number | null): string =>
  at === null ? 'two weeks after it was sent' : formatLongDate(at);

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
