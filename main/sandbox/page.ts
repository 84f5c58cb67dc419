import { createHash } from 'node:crypto';
import { escapeHtml } from '../../shared/text/escapeHtml';
import type { Reply } from './http';

export interface Page {
  readonly status: number;
  /** Plain text. */
  readonly title: string;
  /** HTML. */
  readonly content: string;
  /** Where its forms may be sent, as Content-Security-Policy sources. */
  readonly formAction: readonly string[];
}

/** A page for a person's browser, in the sandbox's own design, deliberately nothing like Amazon's. */
export function htmlPage({ status, title, content, formAction }: Page): Reply {
  const body = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escapeHtml(title)}</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>${escapeHtml(title)}</h1>
      <p class="notice">This is the sandbox of AMC Access Manager. No real Amazon account is involved: the people
        and accounts are invented, and everything stays on this computer.</p>
      ${content}
    </main>
  </body>
</html>
`;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src '${styleHash}'; form-action ${formAction.join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
    },
    body,
  };
}

const style = `
  :root { color-scheme: light dark; --text: #16202b; --soft: #51606e; --line: #c9d2da; --card: #fff; --ground: #eef2f5; --accent: #0a6b63; --on-accent: #fff; --note: #e2f1ef; }
  @media (prefers-color-scheme: dark) {
    :root { --text: #e7edf2; --soft: #a5b3bf; --line: #3c4955; --card: #1b242d; --ground: #10171d; --accent: #5ec7bc; --on-accent: #07211e; --note: #16322f; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
  main { width: min(34rem, 100%); padding: 24px 32px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
  h1 { margin: 0 0 16px; font-size: 1.5rem; line-height: 1.25; }
  p { margin: 0 0 8px; }
  ul { margin: 0 0 16px; padding-left: 1.25rem; }
  .notice { margin-bottom: 16px; padding: 12px 16px; background: var(--note); border-radius: 8px; font-size: .9375rem; }
  fieldset { margin: 0 0 16px; padding: 0; border: 0; }
  legend { margin-bottom: 8px; padding: 0; font-weight: 600; }
  .person { display: flex; gap: 12px; align-items: flex-start; padding: 12px; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
  .person + .person { margin-top: 8px; }
  .person:has(:checked) { border-color: var(--accent); outline: 1px solid var(--accent); }
  .person input { margin: 4px 0 0; accent-color: var(--accent); }
  .person b, .person small { display: block; }
  small { color: var(--soft); font-size: .875rem; }
  .buttons { display: flex; gap: 12px; }
  button { padding: 8px 24px; border: 1px solid var(--accent); border-radius: 8px; background: transparent; color: var(--accent); font: inherit; font-weight: 600; cursor: pointer; }
  button.primary { background: var(--accent); color: var(--on-accent); }
  button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
