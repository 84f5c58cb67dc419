import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../shared/text/escapeHtml';

/** A problem that prevents the app's own page from being shown, displayed in its place. */
export interface Problem {
  readonly title: string;
  /** What happened and what to do about it. */
  readonly text: string;
  /** For support; one line each. */
  readonly details: readonly string[];
  /** Labels; the first is what most people will want. */
  readonly buttons: readonly string[];
}

/**
 * The problem as an address that contains the whole page. It runs no script and loads nothing, so it works when nothing else
 * does; pressing a button navigates to an address that `buttonOf` understands.
 */
export const problemPage = (problem: Problem): string =>
  `data:text/html;charset=utf-8,${encodeURIComponent(html(problem))}`;

/** The button that requests this navigation, or null if it comes from elsewhere. */
export function buttonOf({ buttons }: Problem, address: string): string | null {
  const label = URL.canParse(address) ? new URL(address).searchParams.get('button') : null;
  return address.startsWith(`${buttonAddress}?`) && label !== null && buttons.includes(label) ? label : null;
}

const buttonAddress = 'app://amc/problem';

const html = ({ title, text, details, buttons }: Problem): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; form-action app:">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<form action="${buttonAddress}">${buttons.map(button).join(' ')}</form>
<ul>${details.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>
</main>
</body>
</html>`;

const button = (label: string, index: number): string =>
  `<button name="button" value="${escapeHtml(label)}"${index === 0 ? ' autofocus' : ''}>${escapeHtml(label)}</button>`;

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 12vh auto 0; padding: 0 2rem; }
h1 { font-size: 1.5rem; }
button { font: inherit; padding: 0.4rem 1.2rem; margin-right: 0.5rem; }
ul { margin-top: 2rem; padding: 0; list-style: none; font-size: 0.875rem; overflow-wrap: anywhere; }
`;

const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
