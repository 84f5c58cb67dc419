import { CodedError } from '../../../shared/errors';

/** Why a port can't be listened on, with what to do; any other error unchanged. */
export function portRefused(port: number, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return portBusy(
      `Port ${String(port)} is already in use, so the browser’s answer couldn’t arrive. Close the program that uses it, or finish the other sign-in that’s waiting on it. You can also edit the connection, enter another port and register its return URL with Amazon.`,
    );
  }
  if (code === 'EACCES') {
    return portBusy(
      `This computer doesn’t let programs use port ${String(port)}, so the browser’s answer couldn’t arrive. Edit the connection, enter another port and register its return URL with Amazon. On Windows, Hyper-V and WSL reserve ranges of ports: “netsh int ipv4 show excludedportrange tcp” lists them.`,
    );
  }
  return error;
}

const portBusy = (message: string): CodedError =>
  new CodedError({ code: 'PORT_BUSY', message, retryable: true });
