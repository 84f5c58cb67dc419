import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { foundBatch, foundPerson, foundRun, personAccess, personRow } from '../domain/person/knownPerson';

/** What is known about single people, by their addresses. */
export const peopleChannels = {
  /**
   * Everything stored about one address, in whatever case it was written: the names it stood with, the newest first, what it has
   * in each account, and the rows of batches in which it stands. What was done about it is in `activity.list` and
   * `outbox.operations`. An address about which nothing is known has empty lists. Asks Amazon nothing.
   */
  'people.details': {
    input: z.strictObject({ emailAddress: z.string().trim().min(1).max(254) }),
    output: z.object({
      names: z.array(z.string()),
      access: z.array(personAccess),
      /** Whether there are older invitations than those listed. */
      moreInvitations: z.boolean(),
      /** The newest batch first, as many as fit on a screen, and how many there are in all. */
      rows: z.array(personRow),
      totalRows: z.number(),
    }),
  },
  /** Finds people, batches and runs by a few letters, at most eight of each; a newer question ends an older one early. */
  'people.find': {
    input: z.strictObject({ search: z.string().trim().min(1).max(200) }),
    output: z.object({
      people: z.array(foundPerson),
      batches: z.array(foundBatch),
      runs: z.array(foundRun),
    }),
  },
} satisfies AreaChannels<'people'>;
