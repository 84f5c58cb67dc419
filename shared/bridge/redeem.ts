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

/** Invitations for the person at this computer: links that arrived, terms, redeeming. */
export const redeemChannels = {
  /** What a pasted text holds: links, bare invitation ids, addresses of Amazon's pages. Keeps nothing, asks nobody. */
  'redeem.parse': {
    input: z.strictObject({ text: pastedText }),
    output: z.object({ found: z.array(foundLink) }),
  },
  /** The same, and puts the invitations among those that wait. `added`: those that did not wait already. */
  'redeem.add': {
    input: z.strictObject({ text: pastedText }),
    output: z.object({ found: z.array(foundLink), added: z.number() }),
  },
  /** What waits, newest first. `setup`: a setup link that was opened and waits to be looked at. */
  'redeem.inbox': {
    input: nothing,
    output: z.object({
      links: z.array(waitingLink),
      terms: z.array(termsWatch),
      setup: connectionSetup.nullable(),
      /** How many links were turned away since the app began because too many came. */
      turnedAway: z.number(),
      /** A link that came from outside and could not be read; what was wrong with it. */
      unreadable: z.string().nullable(),
      /** Accounts that came into reach by redeeming since the app began, as long as nobody was shown them. */
      newAccounts: z.array(newAccount),
    }),
  },
  /** Through which connection an invitation will be redeemed. */
  'redeem.choose': { input: oneThroughOne, output: z.object({}) },
  /** Asks Amazon what an invitation is, as whoever is signed in there. */
  'redeem.preview': { input: oneThroughOne, output: z.object({ preview: redeemPreview }) },
  /**
   * Opens Amazon's terms page in the browser and watches until the person has accepted; follow it with `redeem.inbox`.
   * One that is watched already is opened again.
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
  /** Redeems one invitation as whoever is signed in. Doing so twice is harmless. */
  'redeem.redeem': { input: oneThroughOne, output: z.object({ outcome: redeemOutcome }) },
  /** Takes it from those that wait. The invitation itself stays as it is. */
  'redeem.dismiss': { input: z.strictObject({ invitationId }), output: z.object({}) },
  /** Forgets the setup link, or the message about an unreadable one. */
  'redeem.dismissSetup': { input: nothing, output: z.object({}) },
  'redeem.dismissUnreadable': { input: nothing, output: z.object({}) },
  /** The person was shown the accounts that came into reach. */
  'redeem.dismissNewAccounts': { input: nothing, output: z.object({}) },
  /** Asks the person for a place and writes a setup file of a connection: no secret, no endpoints. */
  'redeem.saveSetup': {
    input: z.strictObject({ connectionId }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional() }),
  },
  /** Asks the person for a setup file and reads it; null when they closed the dialog. */
  'redeem.openSetup': { input: nothing, output: z.object({ setup: connectionSetup.nullable() }) },
  /** Whether this system hands the app's links to it, whether the app can arrange that here itself, or take it back. */
  'redeem.linkHandling': {
    input: nothing,
    output: z.object({ handled: z.boolean(), canArrange: z.boolean(), canGiveBack: z.boolean() }),
  },
  /** Makes the app the one that opens its links. */
  'redeem.handleLinks': { input: nothing, output: z.object({}) },
  /** Takes that back: links open another copy of the app, or nothing. */
  'redeem.giveBackLinks': { input: nothing, output: z.object({}) },
} satisfies AreaChannels<'redeem'>;
