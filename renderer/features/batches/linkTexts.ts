import type { BatchLink } from '../../../shared/domain/batchReport';
import { roleName } from '../../../shared/domain/role';
import type { Settings } from '../../../shared/domain/settings';
import { messageOf } from '../../../shared/messageTemplate';
import { invitationLink } from '../../../shared/redeemLink';

/** One line an invitation: whose it is, and the link. */
export const linkLines = (links: readonly BatchLink[], redeemPage: string): readonly string[] =>
  links.map(
    ({ userName, accountName, invitationId, region }) =>
      `${inOneLine(userName)} (${inOneLine(accountName)}): ${invitationLink(invitationId, region, redeemPage)}`,
  );

/** The message to each person, in the words of Settings. */
export const linkMessages = (
  links: readonly BatchLink[],
  { messageTemplate, redeemPage }: Pick<Settings, 'messageTemplate' | 'redeemPage'>,
): readonly string[] =>
  links.map(({ userName, accountName, role, invitationId, region, expiresAt }) =>
    messageOf(messageTemplate, {
      name: userName,
      account: accountName,
      role: roleName(role).toLowerCase(),
      link: invitationLink(invitationId, region, redeemPage),
      expires: expiresAt === null ? 'two weeks after it was sent' : day.format(expiresAt),
    }),
  );

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
