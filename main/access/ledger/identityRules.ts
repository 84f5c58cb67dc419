import { mailboxKey } from '../../../shared/domain/invitation/person';
import { fitsMask, maskOf } from '../accountUsers';
import { isWholeAddress } from '../refresh/evidence';

/**
 * How certain the address behind a user ID is. `certain`: Amazon showed the full address, or a person confirmed it. `probable`:
 * a colleague confirmed it, or an invitation to it was accepted, and this is the only new member whose mask matches it. `possible`: it is the only known
 * address that matches. `none`: unknown.
 */
export type Confidence = 'certain' | 'probable' | 'possible' | 'none';

/** An accepted invitation, with the members who have appeared in its account since. */
export interface AcceptedInvitation {
  readonly address: string;
  readonly newMembers: readonly { readonly userId: string; readonly listedAs: string }[];
}

/** What a person decided about a user ID; `undo` reverts the latest decision about that address. */
export interface Decision {
  readonly kind: 'same' | 'notSame' | 'undo';
  readonly address: string;
}

/** What a colleague decided and didn't undo, as the team's store says. */
export interface ColleagueDecision {
  readonly kind: 'same' | 'notSame';
  readonly address: string;
  /** As the team names the colleague. */
  readonly who: string;
  /** Decided with this person's own login, on another computer. */
  readonly isOwn: boolean;
  /** ms since 1970, by that computer's clock. */
  readonly at: number;
}

/** What is known about the person behind one user ID of a realm, across all its accounts. */
export interface IdentityFacts {
  readonly userId: string;
  /** The addresses as Amazon lists them, in full or masked; empty ones carry no information. */
  readonly listedAs: readonly string[];
  /** Accepted invitations to the accounts that list the user ID. */
  readonly accepted: readonly AcceptedInvitation[];
  /** Full addresses of people known from invitations and directory files. */
  readonly knownAddresses: readonly string[];
  /** In the order in which they were made. */
  readonly decisions: readonly Decision[];
  readonly colleagues: readonly ColleagueDecision[];
}

/** The rule that links a user ID to an address. */
export type RuleName = 'confirmed' | 'wholeAddress' | 'colleague' | 'acceptedInvitation' | 'uniqueFit';

/** The address behind a user ID, in the form of `mailboxKey`, and how certain it is. */
export interface IdentityLink {
  readonly confidence: Confidence;
  /** Null only if the confidence is `none`. */
  readonly address: string | null;
  /** The rule that decides; null if no rule finds anything. */
  readonly rule: RuleName | null;
  /** What that rule finds, sorted; with two or more, nothing is concluded. */
  readonly candidates: readonly string[];
  /** Whether Amazon lists the user ID in a form that the address doesn't match. */
  readonly isContradicted: boolean;
}

interface Rule {
  readonly name: RuleName;
  readonly confidence: Exclude<Confidence, 'none'>;
  readonly find: (facts: IdentityFacts) => readonly string[];
  /** Whether somebody disagrees about an address that it finds: then nothing is concluded. */
  readonly isDisputed?: (facts: IdentityFacts, key: string) => boolean;
}

/** The first rule that finds an address decides, even if it finds two: a weaker rule never picks between them. */
const rules: readonly Rule[] = [
  { name: 'confirmed', confidence: 'certain', find: (facts) => decided(facts, 'same') },
  {
    name: 'wholeAddress',
    confidence: 'certain',
    find: ({ listedAs }) => listedAs.filter(isWholeAddress).map(mailboxKey),
  },
  {
    // Not certain, so that nothing is changed, kept from being changed or erased because of what a colleague says alone.
    name: 'colleague',
    confidence: 'probable',
    find: (facts) =>
      decidedByColleagues(facts, 'same').filter(
        (key) => fitsListed(facts, key) && !decided(facts, 'notSame').includes(key),
      ),
    isDisputed: (facts, key) => decidedByColleagues(facts, 'notSame').includes(key),
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

/** The person behind a user ID, as far as the evidence goes. No rule is certain on the basis of a mask. */
export function linkOf(facts: IdentityFacts): IdentityLink {
  for (const { name, confidence, find, isDisputed } of rules) {
    const candidates = [...new Set(find(facts))].sort();
    const [address, ...others] = candidates;
    if (address === undefined) continue;
    if (isDisputed?.(facts, address) === true) return { ...nobody, rule: name };
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

/** The latest valid decision about each address: `same` or `notSame`. */
export function standingDecisions<D extends Decision>(decisions: readonly D[]): readonly D[] {
  const standing = new Map<string, readonly D[]>();
  for (const decision of decisions) {
    const key = mailboxKey(decision.address);
    const earlier = standing.get(key) ?? [];
    standing.set(key, decision.kind === 'undo' ? earlier.slice(0, -1) : [...earlier, decision]);
  }
  return [...standing.values()].flatMap((each) => each.at(-1) ?? []);
}

/** The addresses whose latest valid decision is this one. */
const decided = ({ decisions }: IdentityFacts, kind: 'same' | 'notSame'): readonly string[] =>
  standingDecisions(decisions).flatMap((each) => (each.kind === kind ? [mailboxKey(each.address)] : []));

const decidedByColleagues = (
  { colleagues }: IdentityFacts,
  kind: ColleagueDecision['kind'],
): readonly string[] => colleagues.flatMap((each) => (each.kind === kind ? [mailboxKey(each.address)] : []));

/** Whether everything Amazon lists matches an address, and some of it distinguishes people. */
const canBe = (facts: IdentityFacts, key: string): boolean =>
  facts.listedAs.some((address) => maskOf(address) !== null) &&
  fitsListed(facts, key) &&
  !decided(facts, 'notSame').includes(key) &&
  !decidedByColleagues(facts, 'notSame').includes(key);

const fitsListed = ({ listedAs }: IdentityFacts, key: string): boolean =>
  listedAs.every((address) => mayBe(address, key));

/** Whether a member listed like this can have that address; one that shows nothing can have any. */
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
