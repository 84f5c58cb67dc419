import { mailboxKey } from '../../../shared/domain/invitation/person';
import { fitsMask, maskOf } from '../accountUsers';
import { isWholeAddress } from '../refresh/evidence';

/**
 * How sure it is which address stands behind a user ID. `certain`: Amazon showed the whole address, or a person confirmed it.
 * `probable`: an invitation to it was accepted, and this is the one new member whom its mask fits. `possible`: it is the one
 * known address that fits. `none`: nobody knows.
 */
export type Confidence = 'certain' | 'probable' | 'possible' | 'none';

/** An accepted invitation, with the members who appeared in its account since. */
export interface AcceptedInvitation {
  readonly address: string;
  readonly newMembers: readonly { readonly userId: string; readonly listedAs: string }[];
}

/** What a person decided about a user ID; `undo` takes back the latest decision about that address. */
export interface Decision {
  readonly kind: 'same' | 'notSame' | 'undo';
  readonly address: string;
}

/** What is known about who stands behind one user ID of a realm, over all its accounts. */
export interface IdentityFacts {
  readonly userId: string;
  /** The addresses as Amazon lists them, whole or masked; empty ones say nothing. */
  readonly listedAs: readonly string[];
  /** Accepted invitations to the accounts that list the user ID. */
  readonly accepted: readonly AcceptedInvitation[];
  /** Whole addresses of people known from invitations and directory files. */
  readonly knownAddresses: readonly string[];
  /** In the order in which they were made. */
  readonly decisions: readonly Decision[];
}

/** Which rule links a user ID to an address. */
export type RuleName = 'confirmed' | 'wholeAddress' | 'acceptedInvitation' | 'uniqueFit';

/** The address that stands behind a user ID, as `mailboxKey` has it, and how sure that is. */
export interface IdentityLink {
  readonly confidence: Confidence;
  /** Null exactly where the confidence is `none`. */
  readonly address: string | null;
  /** The rule that decides; null where none finds anything. */
  readonly rule: RuleName | null;
  /** What that rule finds, sorted; with two or more nothing is concluded. */
  readonly candidates: readonly string[];
  /** Whether Amazon lists the user ID in a form that the address can't have. */
  readonly isContradicted: boolean;
}

interface Rule {
  readonly name: RuleName;
  readonly confidence: Exclude<Confidence, 'none'>;
  readonly find: (facts: IdentityFacts) => readonly string[];
}

/** The first rule that finds an address decides, also where it finds two: a weaker one never picks between them. */
const rules: readonly Rule[] = [
  { name: 'confirmed', confidence: 'certain', find: (facts) => decided(facts, 'same') },
  {
    name: 'wholeAddress',
    confidence: 'certain',
    find: ({ listedAs }) => listedAs.filter(isWholeAddress).map(mailboxKey),
  },
  {
    name: 'acceptedInvitation',
    confidence: 'probable',
    find: (facts) =>
      facts.accepted
        .filter((invitation) => isOnlyNewMember(invitation, facts.userId))
        .map(({ address }) => mailboxKey(address))
        .filter((key) => canBe(facts, key)),
  },
  {
    name: 'uniqueFit',
    confidence: 'possible',
    find: (facts) => facts.knownAddresses.map(mailboxKey).filter((key) => canBe(facts, key)),
  },
];

/** Who stands behind a user ID, as far as the evidence goes. No rule is ever certain because of a mask. */
export function linkOf(facts: IdentityFacts): IdentityLink {
  for (const { name, confidence, find } of rules) {
    const candidates = [...new Set(find(facts))].sort();
    const [address, ...others] = candidates;
    if (address === undefined) continue;
    return others.length === 0
      ? { confidence, address, rule: name, candidates, isContradicted: !fitsListed(facts, address) }
      : { ...nobody, rule: name, candidates };
  }
  return nobody;
}

const nobody: IdentityLink = {
  confidence: 'none',
  address: null,
  rule: null,
  candidates: [],
  isContradicted: false,
};

/** The addresses about which the latest decision that stands is that one. */
function decided({ decisions }: IdentityFacts, kind: 'same' | 'notSame'): readonly string[] {
  const standing = new Map<string, Decision['kind'][]>();
  for (const { kind: each, address } of decisions) {
    const earlier = standing.get(mailboxKey(address)) ?? [];
    standing.set(mailboxKey(address), each === 'undo' ? earlier.slice(0, -1) : [...earlier, each]);
  }
  return [...standing].flatMap(([key, kinds]) => (kinds.at(-1) === kind ? [key] : []));
}

/** Whether everything that Amazon lists fits an address, and something of it tells people apart. */
const canBe = (facts: IdentityFacts, key: string): boolean =>
  facts.listedAs.some((address) => maskOf(address) !== null) &&
  fitsListed(facts, key) &&
  !decided(facts, 'notSame').includes(key);

const fitsListed = ({ listedAs }: IdentityFacts, key: string): boolean =>
  listedAs.every((address) => mayBe(address, key));

/** Whether a member listed so can have that address; one that shows nothing can have any. */
function mayBe(listedAs: string, key: string): boolean {
  const listed = mailboxKey(listedAs);
  return listed === '' || fitsMask(key, listed);
}

function isOnlyNewMember({ address, newMembers }: AcceptedInvitation, userId: string): boolean {
  const fitting = new Set(
    newMembers.filter(({ listedAs }) => mayBe(listedAs, mailboxKey(address))).map((member) => member.userId),
  );
  return fitting.size === 1 && fitting.has(userId);
}
