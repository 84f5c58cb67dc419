import type pg from 'pg';

/** The server wants the password in a form that reveals it, or none at all; or it doesn't prove that it knows the password. */
export class UnsafeLoginError extends Error {
  override readonly name = 'UnsafeLoginError';
}

/**
 * A client that logs in by SCRAM (RFC 5802) or not at all: the server never learns the password, and has to prove that it has what
 * was derived from it. The library itself would answer requests for the password in clear or as MD5, and accept a server that
 * requests nothing.
 * @param created called with each client when it is made, before it connects
 */
export function scramClient(
  Client: typeof pg.Client,
  created: (client: pg.Client) => void,
): typeof pg.Client {
  return class ScramClient extends Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      requireScram(this);
      // Statements are rejected with it; nobody else needs to hear.
      this.on('error', () => undefined);
      created(this);
    }
  };
}

/** Called before the library adds its own listeners, so these are called first. */
function requireScram({ connection }: pg.Client): void {
  let isProven = false;
  const refuse = (): void => {
    connection.emit('error', new UnsafeLoginError());
  };
  // What is written to a destroyed stream goes nowhere, whatever the library's listeners do next.
  connection.on('error', () => {
    connection.stream.destroy();
  });
  connection.on('authenticationCleartextPassword', refuse);
  connection.on('authenticationMD5Password', refuse);
  // The library checks it in a listener that comes after this one, and emits an error if it is wrong.
  connection.on('authenticationSASLFinal', () => {
    isProven = true;
  });
  connection.on('authenticationOk', () => {
    if (!isProven) refuse();
  });
}
