import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import {
  connectionSetup,
  foundLink,
  newAccount,
  redeemOutcome,
  redeemPreview,
  termsWatch,
  waitingLink,
} from '../domain/redeem/redeem';
import { nothing } from './common';

const invitationId = z.string().min(1).max(400);
const connectionId = z.string().min(1).max(64);
const oneThroughOne = z.strictObject({ connectionId, invitationId });
const pastedText = z.string().max(100_000, 'Paste at most 100,000 characters at a time.');

/** Invitations for the person at this computer: received links, terms, redeeming. */
export const redeemChannels = {
  /** What pasted text contains: links, bare invitation IDs, addresses of Amazon's pages. Stores nothing and calls nobody. */
  'redeem.parse': {
    input: z.strictObject({ text: pastedText }),
    output: z.object({ found: z.array(foundLink) }),
  },
  /** The same, and adds the invitations to the waiting ones. `added`: those that weren't waiting yet. */
  'redeem.add': {
    input: z.strictObject({ text: pastedText }),
    output: z.object({ found: z.array(foundLink), added: z.number() }),
  },
  /** What is waiting, newest first. `setup`: a setup link that was opened and hasn't been looked at yet. */
  'redeem.inbox': {
    input: nothing,
    output: z.object({
      links: z.array(waitingLink),
      terms: z.array(termsWatch),
      setup: connectionSetup.nullable(),
      /** How many links were rejected since the app started because there were too many. */
      turnedAway: z.number(),
      /** A link from outside that couldn't be read, and what was wrong with it. */
      unreadable: z.string().nullable(),
      /** Accounts that became reachable by redeeming since the app started, until someone has seen them. */
      newAccounts: z.array(newAccount),
    }),
  },
  /** Selects the connection an invitation is redeemed through. */
  'redeem.choose': { input: oneThroughOne, output: z.object({}) },
  /** Asks Amazon about an invitation, as the user signed in there. */
  'redeem.preview': { input: oneThroughOne, output: z.object({ preview: redeemPreview }) },
  /**
   * Opens Amazon's terms page in the browser and watches until the person has accepted; follow it with `redeem.inbox`. A page
   * already being watched is opened again.
   */
  'redeem.startTerms': {
    input: z.strictObject({ connectionId, termsType: z.string().min(1).max(100) }),
    output: z.object({ terms: termsWatch }),
  },
  'redeem.termsStatus': {
    input: z.strictObject({ connectionId }),
    output: z.object({ terms: z.array(termsWatch) }),
  },
  'redeem.cancelTerms': {
    input: z.strictObject({ connectionId, termsType: z.string().min(1).max(100) }),
    output: z.object({}),
  },
  /** Redeems one invitation as the signed-in user. Doing so twice is harmless. */
  'redeem.redeem': { input: oneThroughOne, output: z.object({ outcome: redeemOutcome }) },
  /** Removes it from the waiting ones. The invitation itself doesn't change. */
  'redeem.dismiss': { input: z.strictObject({ invitationId }), output: z.object({}) },
  /** Discards the setup link, or the message about an unreadable one. */
  'redeem.dismissSetup': { input: nothing, output: z.object({}) },
  'redeem.dismissUnreadable': { input: nothing, output: z.object({}) },
  /** The person has seen the new accounts. */
  'redeem.dismissNewAccounts': { input: nothing, output: z.object({}) },
  /** Shows a save dialog and writes a setup file of a connection: no secret, no endpoints. */
  'redeem.saveSetup': {
    input: z.strictObject({ connectionId }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional() }),
  },
  /** Shows an open dialog and reads the setup file; null when the person canceled. */
  'redeem.openSetup': { input: nothing, output: z.object({ setup: connectionSetup.nullable() }) },
  /** Whether this system passes the app's links to it, and whether the app can set that up here or undo it. */
  'redeem.linkHandling': {
    input: nothing,
    output: z.object({ handled: z.boolean(), canArrange: z.boolean(), canGiveBack: z.boolean() }),
  },
  /** Makes the app the handler of its links. */
  'redeem.handleLinks': { input: nothing, output: z.object({}) },
  /** Undoes that: links open another copy of the app, or nothing. */
  'redeem.giveBackLinks': { input: nothing, output: z.object({}) },
} satisfies AreaChannels<'redeem'>;
