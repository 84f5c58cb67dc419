import type { Database } from '../../storage/database';
import type { Incoming, Reply } from '../http';
import { escapeHtml } from '../../../shared/text/escapeHtml';
import { htmlPage } from '../page';
import { personById } from '../state/people';
import { acceptTerms, findTermsToken } from '../state/terms';

/** The path of a terms token's page, the same as Amazon's (amazon-api §2). */
export const termsPath = (termsToken: string): string => `/terms/agreement/${termsToken}`;

/** The token whose page a request is for, if any. */
export const termsTokenIn = ({ url }: Incoming): string | undefined =>
  /^\/terms\/agreement\/([\w-]+)$/.exec(url.pathname)?.[1];

/**
 * `GET`: shows the terms to anyone with the link, and says for whom they are accepted. `POST`: that page's form. Declining
 * changes nothing: the page can be opened again.
 * @param now ms since 1970
 */
export function answerTermsPage(db: Database, request: Incoming, termsToken: string, now: number): Reply {
  const token = findTermsToken(db, termsToken, now);
  const person = token && personById(db, token.userId);
  if (token === undefined || person === undefined)
    return message(404, 'These terms can’t be accepted any more.');
  if (request.method !== 'GET' && request.method !== 'POST') {
    return message(405, 'This page can only be opened and answered.');
  }
  if (token.state !== 'CREATED') return message(200, 'The terms are accepted.');
  if (request.method === 'GET') return decisionForm(termsToken, token.termsType, person.name);

  switch (new URLSearchParams(request.body).get('decision')) {
    case 'accept':
      acceptTerms(db, termsToken);
      return message(200, 'The terms are accepted.');
    case 'decline':
      return message(200, 'The terms were declined.');
    default:
      return message(400, 'Select Accept or Decline on the terms page.');
  }
}

const title = 'Sandbox terms';

function decisionForm(termsToken: string, termsType: string, name: string): Reply {
  return htmlPage({
    status: 200,
    title,
    content: `<form method="post" action="${termsPath(escapeHtml(termsToken))}">
      <p>These are the ${escapeHtml(termsType)} terms of the sandbox. They bind nobody to anything.</p>
      <p>They are accepted for <b>${escapeHtml(name)}</b>.</p>
      <div class="buttons">
        <button name="decision" value="accept" class="primary">Accept</button>
        <button name="decision" value="decline">Decline</button>
      </div>
    </form>`,
    formAction: ["'self'"],
  });
}

const message = (status: number, text: string): Reply =>
  htmlPage({
    status,
    title,
    content: `<p role="${status < 400 ? 'status' : 'alert'}">${escapeHtml(text)}</p><p>Go back to AMC Access Manager.</p>`,
    formAction: ["'none'"],
  });
