import { decodedPart } from './decodedPart';
import { readSchemes } from './linkScheme';

/** The result of unwrapping an address that a mail program or chat may have wrapped in its own. */
export type Unwrapped =
  | { readonly kind: 'plain' }
  /** The address inside, which may itself be wrapped. */
  | { readonly kind: 'wrapped'; readonly inner: string }
  /** The wrapper is known, but its content can't be read from the text. */
  | { readonly kind: 'opaque' };

/**
 * Removes one wrapper from an address: Outlook, Teams, Proofpoint, Google, Barracuda, Slack and Amazon's own emails rewrite the
 * links in a message so that clicks are checked or counted first. Works on the text alone; fetches nothing.
 * @param address an absolute http(s) address
 */
export function unwrapLink(address: string): Unwrapped {
  if (!URL.canParse(address)) return { kind: 'plain' };
  const url = new URL(address);
  const wrapper = wrappers.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  if (wrapper === undefined) return { kind: 'plain' };
  const inner = wrapper.innerOf?.(url, address) ?? null;
  return inner !== null && isAddress(inner) ? { kind: 'wrapped', inner } : { kind: 'opaque' };
}

interface Wrapper {
  readonly host: RegExp;
  readonly path: RegExp;
  /** Omitted if the wrapper hides the address. */
  readonly innerOf?: (url: URL, address: string) => string | null;
}

const inParameter =
  (...names: string[]) =>
  ({ searchParams }: URL): string | null =>
    names.map((name) => searchParams.get(name)).find((value) => value !== null) ?? null;

const wrappers: readonly Wrapper[] = [
  // Microsoft Defender for Office 365, in Outlook and in Teams.
  {
    host: /(^|\.)safelinks\.protection\.(outlook\.com|office365\.us)$/,
    path: /^/,
    innerOf: inParameter('url'),
  },
  {
    host: /^statics\.teams\.cdn\.office\.(net|com)$/,
    path: /^\/evergreen-assets\/safelinks\//,
    innerOf: inParameter('url'),
  },
  // Proofpoint URL Defense, in its three forms.
  { host: /^urldefense\.proofpoint\.com$/, path: /^\/v1\/url$/, innerOf: inParameter('u') },
  { host: /^urldefense\.proofpoint\.com$/, path: /^\/v2\/url$/, innerOf: proofpointV2 },
  { host: /^urldefense\.(com|us|proofpoint\.com)$/, path: /^\/v3\/__/, innerOf: proofpointV3 },
  { host: /^www\.google\.(com|[a-z]{2}|com?\.[a-z]{2})$/, path: /^\/url$/, innerOf: inParameter('q', 'url') },
  { host: /^linkprotect\.cudasvc\.com$/, path: /^\/url$/, innerOf: inParameter('a') },
  { host: /^slack-redir\.net$/, path: /^\/link$/, innerOf: inParameter('url') },
  {
    host: /^www\.amazon\.(com|[a-z]{2}|com?\.[a-z]{2})$/,
    path: /^\/gp\/r\.html$/,
    innerOf: inParameter('U', 'u'),
  },
  // These replace the address with a key.
  { host: /(^|\.)mimecast(protect)?\.com$/, path: /^\/s\// },
  { host: /^(secure-web\.cisco|linkprotect\.trendmicro)\.com$/, path: /^/ },
];

/** `-` stands for `%`, and `_` for `/`. */
function proofpointV2(url: URL): string | null {
  const encoded = url.searchParams.get('u');
  return encoded === null ? null : decodedPart(encoded.replaceAll('-', '%').replaceAll('_', '/'));
}

/**
 * `__address__;characters!...`: each `*` stands for the next of the characters, and `**` followed by a letter for a run of them.
 * The characters are base64url.
 */
function proofpointV3(_url: URL, address: string): string | null {
  const [, masked, encoded = ''] = /\/v3\/__(.+?)__;([\w-]*)!/.exec(address) ?? [];
  if (masked === undefined) return null;
  const characters = Array.from(fromBase64Url(encoded));
  let taken = 0;
  const inner = masked.replace(/\*\*([\w-])|\*/g, (_match, run: string | undefined) => {
    const from = taken;
    taken += run === undefined ? 1 : runLengths.indexOf(run) + 2;
    return characters.slice(from, taken).join('');
  });
  // Some mail programs turn two slashes into one.
  return taken <= characters.length ? inner.replace(/^([a-z-]+:\/)(?!\/)/i, '$1/') : null;
}

/** In this order they mean runs of 2, 3, 4 ... characters. */
const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function fromBase64Url(encoded: string): string {
  try {
    const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}

const wholeAddress = new RegExp(`^${readSchemes}:[!-~]+$`, 'i');
const isAddress = (text: string): boolean => wholeAddress.test(text);
