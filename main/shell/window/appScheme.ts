import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
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

/** Serves the built page from `root` over app://amc/, with the security headers on every response. */
export function serveAppScheme(root: string): void {
  protocol.handle(pageScheme, async ({ method, url }) => {
    const file = method === 'GET' && isOurPage(url) ? fileFor(root, new URL(url).pathname) : null;
    const type = file === null ? undefined : contentTypes[extname(file)];
    if (file === null || type === undefined) return notFound();
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { 'content-type': type, ...securityHeaders },
      });
    } catch {
      return notFound();
    }
  });
}

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
