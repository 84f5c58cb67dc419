import { connectionSetup, type FoundLink } from './domain/redeem';
import { region } from './domain/region';
import { isInvitationId, looksLikeId } from './invitationId';

const ownStart = 'amc-access:';

/**
 * What an address is; null for a text that is none. Nothing of it is ever opened. Never throws.
 * @param text without spaces
 * @param redeemPage the agency's own page with redeem links, as set in Settings; empty: none
 */
export function linkIn(text: string, redeemPage: string): FoundLink | null {
  if (isOwnLink(text)) return ownLink(text);
  return /^https?:/i.test(text) ? webLink(text, redeemPage) : null;
}

export const isOwnLink = (text: string): boolean => text.slice(0, ownStart.length).toLowerCase() === ownStart;

/**
 * Our own link, read character by character: an address parser would mend what is wrong with it.
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
      // A system may put a slash behind the place.
      return id === undefined || (id === '' && further.length === 0)
        ? setupIn(text, parameters)
        : unknown(text, holdsMore);
    default:
      return unknown(
        text,
        'This link of AMC Access Manager is of no kind this version knows. Ask for it again.',
      );
  }
}

/** An invitation whose address says nothing besides its id and its region. */
function invitationIn(text: string, encodedId: string, parameters: URLSearchParams): FoundLink {
  const id = decoded(encodedId);
  if (id === null || !isInvitationId(id)) return unknown(text, namesNone);
  const names = [...parameters.keys()];
  if (names.length === 0) return { kind: 'invitation', invitationId: id, region: null };
  const named = region.safeParse(parameters.get('region'));
  if (names.length > 1 || !named.success) return unknown(text, holdsMore);
  return { kind: 'invitation', invitationId: id, region: named.data };
}

const setupFields = new Set(['label', 'region', 'clientId', 'returnPort']);

function setupIn(text: string, parameters: URLSearchParams): FoundLink {
  const names = [...parameters.keys()];
  const foreign = names.find((name) => !setupFields.has(name));
  if (foreign !== undefined) {
    return unknown(
      text,
      `This set-up link holds “${printable(foreign)}”, which none may hold, so nothing of it is used. Ask for a new one.`,
    );
  }
  const { returnPort, ...fields } = Object.fromEntries(parameters);
  const setup = connectionSetup.safeParse({
    ...fields,
    ...(returnPort === undefined
      ? {}
      : { returnPort: /^\d{1,5}$/.test(returnPort) ? Number(returnPort) : -1 }),
  });
  const plain = Object.values(fields).every((value) => !/\p{C}/u.test(value));
  if (setup.success && plain && new Set(names).size === names.length)
    return { kind: 'setup', setup: setup.data };
  return unknown(
    text,
    'This set-up link is not complete: it needs a name, a region and a client ID, and may have a return port. Ask for a new one.',
  );
}

function webLink(text: string, redeemPage: string): FoundLink {
  if (!URL.canParse(text)) return unknown(text, incomplete);
  const url = new URL(text);
  if (redeemPage !== '' && text.split('#')[0] === redeemPage) {
    const [id = '', ...queries] = text.slice(redeemPage.length + 1).split('?');
    if (queries.length > 1) return unknown(text, holdsMore);
    return invitationIn(text, id, new URLSearchParams(queries[0] ?? ''));
  }
  if (!isAmazonsPage(url, text)) {
    return unknown(text, 'This is no page of Amazon Ads and no redeem link. Check who sent it to you.');
  }
  const path = url.pathname.split('/').filter((part) => part !== '');
  if (isTermsPath(path)) return { kind: 'terms', text: shortened(text) };
  // Where the id stands in such an address is not documented (amazon-contract §6).
  const named = ['invitationId', 'invitation', 'id'].flatMap((name) => url.searchParams.get(name) ?? []);
  const last = decoded(path.at(-1) ?? '') ?? '';
  const id = [...named, ...(looksLikeId(last) ? [last] : [])].find(isInvitationId);
  return id === undefined
    ? unknown(
        text,
        'There is no invitation in this address. Copy the one from Amazon’s e-mail, or the invitation’s ID.',
      )
    : { kind: 'invitation', invitationId: id, region: null };
}

/** `advertising.amazon.` and an ending Amazon uses: `com`, a country, or a country's `co` or `com`. */
export const isAdsHost = (hostname: string): boolean =>
  /^advertising\.amazon\.(com|[a-z]{2}|com?\.[a-z]{2})$/.test(hostname);

/**
 * It has to be written so: an address parser also takes others, with look-alike letters or a name and a password, for this
 * one.
 */
const isAmazonsPage = ({ hostname }: URL, text: string): boolean =>
  isAdsHost(hostname) &&
  text.slice(0, 8 + hostname.length).toLowerCase() === `https://${hostname}` &&
  ['', '/', '?', '#'].includes(text.charAt(8 + hostname.length));

/** Amazon's terms pages are `/terms/agreement/<token>` (amazon-contract §2); the token is no invitation's id. */
const isTermsPath = (path: readonly string[]): boolean =>
  path.some(
    (part, index) => part.toLowerCase() === 'terms' && path[index + 1]?.toLowerCase() === 'agreement',
  );

const incomplete = 'This link is not complete. Copy it whole.';
const namesNone = 'This link names no invitation. Ask for it again.';
const holdsMore =
  'This link holds something besides an invitation and its region, so it is not used. Ask for it again.';

/** A text that cannot be used. `reason`: one sentence for people, with the remedy. */
export const unknown = (text: string, reason: string): FoundLink => ({
  kind: 'unknown',
  text: shortened(text),
  reason,
});

const shortened = (text: string): string => text.slice(0, 300);

const printable = (name: string): string => name.replace(/[^ -~]/g, '?').slice(0, 40);

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
