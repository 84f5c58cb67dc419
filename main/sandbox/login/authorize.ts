import type { Database } from '../../storage/database';
import type { FormKeys } from '../formKeys';
import { redirect, type Incoming, type Reply } from '../http';
import { issueCode } from '../state/grants';
import { peopleWhoSignIn } from '../state/people';
import {
  readAuthorization,
  returnLocation,
  type AuthorizationFault,
  type AuthorizationRequest,
} from './authorization';
import { errorPage, signInPage } from './authorizePage';

/** `GET /ap/oa`: the page where a person is selected and access allowed or denied. */
export function showSignIn(
  db: Database,
  request: Incoming,
  { refusesProfile, formKeys }: SignInOptions,
): Reply {
  const authorization = readAuthorization(request.url.searchParams, refusesProfile);
  if ('answer' in authorization) return answerFault(authorization);
  return signInPage(authorization, {
    people: peopleWhoSignIn(db),
    formKey: formKeys.keyFor(pageOf(authorization)),
  });
}

/** The sign-in that a page is for. */
const pageOf = ({
  clientId,
  redirectUri,
  scope,
  state,
  codeChallenge,
}: AuthorizationRequest): readonly string[] => [
  'sign-in',
  clientId,
  redirectUri,
  scope,
  state,
  codeChallenge,
];

export interface SignInOptions {
  readonly refusesProfile: boolean;
  readonly formKeys: FormKeys;
}

interface DecisionOptions extends SignInOptions {
  /** ms since 1970. */
  readonly now: number;
}

/** `POST /ap/oa`: that page's form. Everything is checked again, including that it comes from the page. */
export function decideSignIn(
  db: Database,
  request: Incoming,
  { refusesProfile, formKeys, now }: DecisionOptions,
): Reply {
  const form = new URLSearchParams(request.body);
  const authorization = readAuthorization(form, refusesProfile);
  if ('answer' in authorization) return answerFault(authorization);
  if (!formKeys.isFrom(pageOf(authorization), form.get('form_key'))) {
    return errorPage('This form is not from the sandbox’s sign-in page, or the sandbox has restarted since.');
  }

  const { redirectUri, state } = authorization;
  switch (form.get('decision')) {
    case 'deny':
      return redirect(
        returnLocation(redirectUri, {
          error: 'access_denied',
          error_description: 'Access was denied on the sign-in page.',
          state,
        }),
      );
    case 'allow': {
      const person = peopleWhoSignIn(db).find(({ identity }) => identity === form.get('identity'));
      if (person === undefined) return errorPage('Select one of the people on the sign-in page.');
      const code = issueCode(db, { ...authorization, userId: person.userId }, now);
      return redirect(returnLocation(redirectUri, { code, scope: authorization.scope, state }));
    }
    default:
      return errorPage('Select Allow or Deny on the sign-in page.');
  }
}

/**
 * Redirects the browser with an error, whatever was requested.
 * @param parameters the page's, or those of its form
 */
export function refuseSignIn(parameters: URLSearchParams, error: string, description: string): Reply {
  const authorization = readAuthorization(parameters, false);
  if ('answer' in authorization) return answerFault(authorization);
  const { redirectUri, state } = authorization;
  return redirect(returnLocation(redirectUri, { error, error_description: description, state }));
}

const answerFault = (fault: AuthorizationFault): Reply =>
  fault.answer === 'page' ? errorPage(fault.message) : redirect(fault.location);
