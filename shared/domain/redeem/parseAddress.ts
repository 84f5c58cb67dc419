import { linkScheme, readSchemes, posesAsOurs } from './linkScheme';
import { decodedPart } from './decodedPart';
import { connectionSetup, type FoundLink } from './redeem';
import { region } from '../connection/region';
import { isInvitationId, looksLikeId } from '../invitation/invitationId';
import { unwrapLink } from './wrappedLink';
import { linkText } from './linkText';

const ownStart = `${linkScheme}:`;

/**
 * Classifies an address; null if the text isn't one. It is never opened. Never throws.
 * @param text without spaces
 * @param redeemPage the agency's own page with redeem links, as set in Settings; empty: none
 */
export function linkIn(text: string, redeemPage: string): FoundLink | null {
  const plain = isEncodedLink(text) ? decodedPart(text) : text;
  if (plain === null || !isLinkStart(plain)) return plain === null ? unknown(text, incomplete) : null;
  return unwrappedLink(plain, redeemPage, maxWrappers);
}

/** Max nesting of link wrappers: a mail program may wrap a link that another one has already wrapped. */
const maxWrappers = 2;

function unwrappedLink(text: string, redeemPage: string, wrappersLeft: number): FoundLink {
  if (isOwnLink(text)) return ownLink(text);
  const unwrapped = unwrapLink(text);
  if (unwrapped.kind === 'plain') return webLink(text, redeemPage);
  return unwrapped.kind === 'opaque' || wrappersLeft === 0
    ? unknown(text, wrappedLink)
    : unwrappedLink(unwrapped.inner, redeemPage, wrappersLeft - 1);
}

/** Whether a text begins like a link that may lead to an invitation, plain or fully percent-encoded. */
export const isLinkStart = (text: string): boolean => linkStart.test(text);
const linkStart = new RegExp(`^${readSchemes}(:|%3A%2F%2F)`, 'i');

const isEncodedLink = (text: string): boolean => /^[a-z-]+%3A%2F%2F/i.test(text);

export const isOwnLink = (text: string): boolean => text.slice(0, ownStart.length).toLowerCase() === ownStart;

/**
 * Our own link, read character by character, because an address parser would repair a faulty one.
 * `amc-access://redeem/<id>?region=…`, `amc-access://connect?label=…&region=…&clientId=…&returnPort=…`.
 */
export function ownLink(text: string): FoundLink {
  const rest = text.slice(ownStart.length);
  if (!/^\/\/[!-~]+$/.test(rest)) return unknown(text, incomplete);
  const [place = '', ...queries] = rest.slice(2).split('?');
  const [kind = '', id, ...further] = place.split('/');
  if (rest.includes('#') || queries.length > 1 || further.some((part) => part !== '') || further.length > 1)
    return unknown(text, holdsMore);
  const parameters = new URLSearchParams(queries[0] ?? '');
  switch (kind.toLowerCase()) {
    case 'redeem':
      return invitationIn(text, id ?? '', parameters);
    case 'connect':
      // A system may put a slash after the place.
      return id === undefined || (id === '' && further.length === 0)
        ? setupIn(text, parameters)
        : unknown(text, holdsMore);
    default:
      return unknown(text, linkText.unknownKind);
  }
}

/** An invitation whose address contains only its ID and its region. */
function invitationIn(text: string, encodedId: string, parameters: URLSearchParams): FoundLink {
  const id = decodedPart(encodedId);
  if (id === null || !isInvitationId(id)) return unknown(text, namesNone);
  const names = [...parameters.keys()];
  // Our links always name the region after the ID. If it isn't there, a mail program may have encoded it with the ID.
  if (names.length === 0) return /[?#&]/.test(id) ? encodedWithRegion(text, id) : anyRegion(id);
  const named = region.safeParse(parameters.get('region')?.toLowerCase());
  if (names.length > 1 || !named.success) return unknown(text, holdsMore);
  return { kind: 'invitation', invitationId: id, region: named.data };
}

const anyRegion = (invitationId: string): FoundLink => ({ kind: 'invitation', invitationId, region: null });

function encodedWithRegion(text: string, decodedText: string): FoundLink {
  const [, invitationId = '', name = ''] = /^([^?#&]+)\?region=([a-z]+)$/i.exec(decodedText) ?? [];
  const named = region.safeParse(name.toLowerCase());
  return named.success && isInvitationId(invitationId)
    ? { kind: 'invitation', invitationId, region: named.data }
    : unknown(text, holdsMore);
}

const setupFields = new Set(['label', 'region', 'clientId', 'returnPort']);

function setupIn(text: string, parameters: URLSearchParams): FoundLink {
  const names = [...parameters.keys()];
  const foreign = names.find((name) => !setupFields.has(name));
  if (foreign !== undefined) {
    return unknown(text, linkText.setupHasMore(printable(foreign)));
  }
  const { returnPort, ...fields } = Object.fromEntries(parameters);
  const setup = connectionSetup.safeParse({
    ...fields,
    ...(returnPort === undefined
      ? {}
      : { returnPort: /^\d{1,5}$/.test(returnPort) ? Number(returnPort) : -1 }),
  });
  if (setup.success && new Set(names).size === names.length) return { kind: 'setup', setup: setup.data };
  return unknown(text, linkText.setupIncomplete);
}

function webLink(text: string, redeemPage: string): FoundLink {
  if (!URL.canParse(text)) return unknown(text, incomplete);
  const url = new URL(text);
  const fragment = fragmentOfPage(text, redeemPage);
  if (fragment !== null) {
    const [id = '', ...queries] = fragment.split('?');
    if (queries.length > 1) return unknown(text, holdsMore);
    return invitationIn(text, id, new URLSearchParams(queries[0] ?? ''));
  }
  if (!isAdsHost(writtenHost(text) ?? '')) return unknown(text, otherPage(text, url, redeemPage));
  const path = url.pathname.split('/').filter((part) => part !== '');
  if (isTermsPath(path)) return { kind: 'terms', text: shortened(text) };
  // The position of the ID in such an address isn't documented (amazon-api §6).
  const named = namedIds.flatMap((wanted) =>
    [...url.searchParams].flatMap(([name, value]) => (name.toLowerCase() === wanted ? value : [])),
  );
  const last = decodedPart(path.at(-1) ?? '') ?? '';
  const id = [...named, ...(looksLikeId(last) ? [last] : [])].find(isInvitationId);
  return id === undefined ? unknown(text, linkText.noInvitationAddress) : anyRegion(id);
}

const namedIds = ['invitationid', 'invitation', 'id'];

/**
 * The part after `#` of an address of the agency's own page; null if the address isn't that page. Mail programs encode the `#`
 * and insert click-counting parameters before it.
 */
function fragmentOfPage(text: string, redeemPage: string): string | null {
  if (redeemPage === '') return null;
  const [address = '', ...fragments] = text.replace(/^([^#]*?)%23/i, '$1#').split('#');
  const [page = '', query, ...more] = address.split('?');
  const isCounted = query?.split('&').every((part) => /^(utm_\w+|gclid|fbclid|mkt_tok)=/.test(part)) ?? false;
  const isPage =
    samePage(address, redeemPage) || (isCounted && more.length === 0 && samePage(page, redeemPage));
  return isPage && fragments.length === 1 ? (fragments[0] ?? null) : null;
}

/** Host names ignore case; paths don't. */
const samePage = (address: string, page: string): boolean => {
  const host = writtenHost(address);
  return host !== null && host === writtenHost(page) && pathOf(address) === pathOf(page);
};

const pathOf = (address: string): string => address.replace(/^https:\/\/[^/?#]*/i, '');

/**
 * The host of an https address as written, in lower case; null for a non-default port. An address parser would accept look-alike
 * letters or a user name and password as well.
 */
const writtenHost = (text: string): string | null =>
  /^https:\/\/([a-z0-9.-]+)(?::443)?(?=[/?#]|$)/i.exec(text)?.[1]?.toLowerCase() ?? null;

/** Why an address that is neither Amazon's nor the agency's isn't used. */
function otherPage(text: string, { hostname }: URL, redeemPage: string): string {
  const isLookAlike = posesAsOurs(hostname);
  if (isLookAlike) return linkText.lookalikePage;
  const inside = (decodedPart(text) ?? text).toLowerCase();
  const holdsOurs = [
    'advertising.amazon.',
    ownStart,
    ...(redeemPage === '' ? [] : [redeemPage.toLowerCase()]),
  ].some((start) => inside.includes(start));
  return holdsOurs ? wrappedLink : linkText.otherPage;
}

/** `advertising.amazon.` and an ending Amazon uses: `com`, a country, or a country's `co` or `com`. */
export const isAdsHost = (hostname: string): boolean =>
  /^advertising\.amazon\.(com|[a-z]{2}|com?\.[a-z]{2})$/.test(hostname);

/** Amazon's terms pages are `/terms/agreement/<token>` (amazon-api §2); the token isn't an invitation ID. */
const isTermsPath = (path: readonly string[]): boolean =>
  path.some(
    (part, index) => part.toLowerCase() === 'terms' && path[index + 1]?.toLowerCase() === 'agreement',
  );

const incomplete = linkText.incomplete;
const namesNone = linkText.namesNone;
const holdsMore = linkText.holdsMore;
const wrappedLink = linkText.wrapped;

/** Unusable text. `reason`: one sentence for people, with what to do. */
export const unknown = (text: string, reason: string): FoundLink => ({
  kind: 'unknown',
  text: shortened(text),
  reason,
});

const shortened = (text: string): string => text.slice(0, 300);

const printable = (name: string): string => name.replace(/[^ -~]/g, '?').slice(0, 40);
