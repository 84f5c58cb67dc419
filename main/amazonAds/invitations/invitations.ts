import { z } from 'zod';
import type { components } from '../../../shared/amazonAds/schema';
import { list, nextToken, type AdsInvitation, type Entries } from '../answers';
import type { AdsClient } from '../client/client';
import { listedEntries } from './listedInvitation';
import { parsed, readAllPages } from '../client/pages';

type ListRequest = components['schemas']['ListUserInvitationsRequestContent'];

/** Max page size (amazon-api §3); Amazon names no default, so it is always sent. */
const maxResults = 50;

/**
 * All pending invitations of one account, every page (POST /user-invitations/list).
 * @throws AdsError when any page can't be read; FORBIDDEN means that this sign-in isn't an admin of the account
 * (amazon-api §3)
 */
export const readInvitations = (client: AdsClient, accountId: string): Promise<Entries<AdsInvitation>> =>
  readAllPages(invitationKey, async (token) => {
    const request: ListRequest = { maxResults, ...(token === undefined ? {} : { nextToken: token }) };
    const answer = await client.read({
      method: 'POST',
      path: '/user-invitations/list',
      mediaType: 'application/vnd.ListUserInvitations.v1+json',
      accountId,
      body: Buffer.from(JSON.stringify(request)),
    });
    const page = parsed(invitationsPage, answer);
    return { ...listedEntries(page.invitations), nextToken: page.nextToken };
  });

const invitationKey = ({ invitationId }: AdsInvitation): string => invitationId;

const invitationsPage = z.looseObject({ invitations: list, nextToken });
