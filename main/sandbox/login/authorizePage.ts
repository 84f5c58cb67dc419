import type { Reply } from '../http';
import { escapeHtml } from '../../../shared/text/escapeHtml';
import { htmlPage } from '../page';
import type { Person } from '../state/people';
import { allowsAdvertising, allowsProfile, type AuthorizationRequest } from './authorization';

/** The sign-in page: a list of people and two buttons. Deliberately its own design, nothing like Amazon's. */
export function signInPage(
  request: AuthorizationRequest,
  { people, formKey }: { readonly people: readonly Person[]; readonly formKey: string },
): Reply {
  const proposed = people.find(({ identity }) => identity === request.loginHint) ?? people[0];
  const options = people.map(
    (person) => `
      <label class="person">
        <input type="radio" name="identity" value="${escapeHtml(person.identity)}" required${person === proposed ? ' checked' : ''}>
        <span><b>${escapeHtml(person.name)}</b><small>${escapeHtml(person.email)}</small><small>${escapeHtml(person.about)}</small></span>
      </label>`,
  );
  const carried = [...formFields(request), ['form_key', formKey] as const].map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  const allowed = [
    allowsAdvertising(request.scope) ? '<li>see and change who may use your AMC accounts</li>' : '',
    allowsProfile(request.scope) ? '<li>see your name and email address</li>' : '',
  ];
  return signInPageOf(
    200,
    `<form method="post" action="/ap/oa">
      ${carried.join('\n      ')}
      <fieldset><legend>Who is signing in?</legend>${options.join('')}</fieldset>
      <p>AMC Access Manager asks to:</p>
      <ul>${allowed.join('')}</ul>
      <div class="buttons">
        <button name="decision" value="allow" class="primary">Allow</button>
        <button name="decision" value="deny">Deny</button>
      </div>
    </form>`,
    // A browser applies the form's rule to the redirect after it as well.
    ["'self'", new URL(request.redirectUri).origin],
  );
}

/** The error if there is nowhere safe to redirect the browser. */
export function errorPage(message: string): Reply {
  return signInPageOf(
    400,
    `<p role="alert">${escapeHtml(message)}</p><p>Close this page and start again in AMC Access Manager.</p>`,
    ["'none'"],
  );
}

/** The sign-in's parameters, carried through the form. `login_hint` is no longer needed by then. */
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

const signInPageOf = (status: number, content: string, formAction: readonly string[]): Reply =>
  htmlPage({ status, title: 'Sandbox sign-in', content, formAction });
