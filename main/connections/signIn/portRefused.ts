import { CodedError } from '../../../shared/errors';
import { signInErrorText } from './signInErrorText';

/** Why a port can't be listened on, with what to do; any other error unchanged. */
export function portRefused(port: number, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return portBusy(signInErrorText.portInUse(String(port)));
  }
  if (code === 'EACCES') {
    return portBusy(signInErrorText.portForbidden(String(port)));
  }
  return error;
}

const portBusy = (message: string): CodedError =>
  new CodedError({ code: 'PORT_BUSY', message, retryable: true });
