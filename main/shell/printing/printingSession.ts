import { randomUUID } from 'node:crypto';
import { session, type Session } from 'electron';
import { keepChromiumQuiet } from '../system/systemNetwork';
import { guardPermissions } from '../window/navigationGuards';
import { pageScheme } from '../window/pageAddress';

/** Documents that wait to be loaded, by their address. */
const documents = new Map<string, string>();

/** Address of a document that only the printing session can load, and only once. */
export interface OfferedDocument {
  readonly address: string;
  /** Forgets the document if it wasn't loaded. */
  withdraw(): void;
}

/**
 * Offers a document to the printing session. It gets an address of its own instead of a data: URL, which Chromium limits to 2 MB,
 * and no file, which a crash would leave behind.
 */
export function offerDocument(html: string): OfferedDocument {
  const address = `${pageScheme}://print/${randomUUID()}`;
  documents.set(address, html);
  return {
    address,
    withdraw() {
      documents.delete(address);
    },
  };
}

let current: Session | null = null;

/** The session of windows that print: in memory only, without any network, permission or download. */
export const printingSession = (): Session => (current ??= closedSession());

function closedSession(): Session {
  // Without "persist:", so nothing of it is written to disk.
  const printing = session.fromPartition('printing', { cache: false });
  guardPermissions(printing);
  keepChromiumQuiet(printing);
  printing.on('will-download', (event) => {
    event.preventDefault();
  });
  printing.webRequest.onBeforeRequest(({ url, resourceType }, decide) => {
    decide({ cancel: resourceType !== 'mainFrame' || !documents.has(url) });
  });
  printing.protocol.handle(pageScheme, ({ url }) => {
    const html = documents.get(url);
    documents.delete(url);
    return html === undefined
      ? new Response('Not found', { status: 404, headers })
      : new Response(html, { headers });
  });
  return printing;
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
