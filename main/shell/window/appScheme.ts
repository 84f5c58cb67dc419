import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './contentSecurityPolicy';
import { isOurPage, pageScheme } from './pageAddress';

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built page from `root` over app://amc/, with the security headers on every response.
 * @returns resolves when everything that the first page names was served, so that the page needs nothing more to begin
 */
export function serveAppScheme(root: string): Promise<void> {
  const first = createFirstServing();
  protocol.handle(pageScheme, async ({ method, url }) => {
    const file = method === 'GET' && isOurPage(url) ? fileFor(root, new URL(url).pathname) : null;
    const type = file === null ? undefined : contentTypes[extname(file)];
    if (file === null || type === undefined) return notFound();
    try {
      const bytes = new Uint8Array(await readFile(file));
      first.served(file, bytes);
      return new Response(bytes, { headers: { 'content-type': type, ...securityHeaders } });
    } catch {
      return notFound();
    }
  });
  return first.complete;
}

/** Follows which of the files that the first page names were served. */
function createFirstServing(): {
  readonly complete: Promise<void>;
  served(file: string, bytes: Uint8Array): void;
} {
  let missing: Set<string> | null = null;
  let resolve = (): void => undefined;
  const complete = new Promise<void>((done) => {
    resolve = done;
  });
  return {
    complete,
    served(file, bytes) {
      if (missing === null && extname(file) === '.html') missing = namedIn(file, bytes);
      missing?.delete(file);
      if (missing?.size === 0) resolve();
    },
  };
}

/** The files that a page of the build names. */
const namedIn = (page: string, bytes: Uint8Array): Set<string> =>
  new Set(
    [...new TextDecoder().decode(bytes).matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(([, path = '']) =>
      join(dirname(page), path),
    ),
  );

/** The file of a path, or null if the path would leave the root. */
function fileFor(root: string, pathname: string): string | null {
  try {
    const file = normalize(join(root, decodeURIComponent(pathname)));
    return file.startsWith(root + sep) && !file.includes('\0') ? file : null;
  } catch {
    return null; // a malformed percent-encoding names no file
  }
}

const contentTypes: Readonly<Partial<Record<string, string>>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const notFound = (): Response => new Response('Not found', { status: 404, headers: securityHeaders });
