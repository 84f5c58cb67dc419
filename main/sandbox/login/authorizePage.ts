import { createHash } from 'node:crypto';
import type { Reply } from '../http';
import type { Person } from '../state/people';
import { allowsAdvertising, allowsProfile, type AuthorizationRequest } from './authorization';

/** The sign-in page: a choice of people and two buttons. Its own design on purpose, nothing like Amazon's. */
export function signInPage(request: AuthorizationRequest, people: readonly Person[]): Reply {
  const proposed = people.find(({ identity }) => identity === request.loginHint) ?? people[0];
  const choices = people.map(
    (person) => `
      <label class="person">
        <input type="radio" name="identity" value="${escape(person.identity)}" required${person === proposed ? ' checked' : ''}>
        <span><b>${escape(person.name)}</b><small>${escape(person.email)}</small><small>${escape(person.about)}</small></span>
      </label>`,
  );
  const carried = formFields(request).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`,
  );
  const allowed = [
    allowsAdvertising(request.scope) ? '<li>see and change who may use your AMC accounts</li>' : '',
    allowsProfile(request.scope) ? '<li>see your name and e-mail address</li>' : '',
  ];
  return page(
    200,
    `<form method="post" action="/ap/oa">
      ${carried.join('\n      ')}
      <fieldset><legend>Who is signing in?</legend>${choices.join('')}</fieldset>
      <p>AMC Access Manager asks to:</p>
      <ul>${allowed.join('')}</ul>
      <div class="buttons">
        <button name="decision" value="allow" class="primary">Allow</button>
        <button name="decision" value="deny">Deny</button>
      </div>
    </form>`,
    // A browser holds the redirect after a form to the same rule as the form itself.
    ["'self'", new URL(request.redirectUri).origin],
  );
}

/** What went wrong when there is nowhere safe to send the browser. */
export function errorPage(message: string): Reply {
  return page(
    400,
    `<p role="alert">${escape(message)}</p><p>Close this page and start again in AMC Access Manager.</p>`,
    ["'none'"],
  );
}

/** The sign-in's parameters, carried through the form. `login_hint` has done its work by then. */
function formFields(request: AuthorizationRequest): [string, string][] {
  return [
    ['client_id', request.clientId],
    ['redirect_uri', request.redirectUri],
    ['response_type', 'code'],
    ['scope', request.scope],
    ['state', request.state],
    ['code_challenge', request.codeChallenge],
    ['code_challenge_method', 'S256'],
  ];
}

function page(status: number, content: string, formAction: readonly string[]): Reply {
  const body = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Sandbox sign-in</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>Sandbox sign-in</h1>
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

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

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
