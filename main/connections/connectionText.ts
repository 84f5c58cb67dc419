import { CodedError } from '../../shared/errors';

export const somebodyElse = (): CodedError =>
  new CodedError({
    code: 'OTHER_IDENTITY',
    message: 'Another Amazon user has signed in. Check who it is, then answer again.',
    retryable: true,
  });

export const notConfirmed = (label: string, name: string): CodedError =>
  new CodedError({
    code: 'SIGN_IN_REQUIRED',
    message: `Confirm that you’re ${name}. Until then, nothing is changed through “${label}”.`,
  });

export const secretMissing = (label: string): CodedError =>
  new CodedError({
    code: 'SECRET_MISSING',
    message: `The client secret of “${label}” isn’t in your keychain. Edit the connection and paste it again, or remove it there to sign in without one.`,
  });
