import type { ReactElement } from 'react';

interface PersonProps {
  readonly userName: string;
  readonly emailAddress: string;
  /** A member's user ID: shown where Amazon tells no name. */
  readonly userId?: string | null;
}

/** A person by name, with the address below. */
export function Person({ userName, emailAddress, userId = null }: PersonProps): ReactElement {
  const [name = '', ...others] = [userName, emailAddress, userId ?? ''].filter((text) => text !== '');
  return (
    <div className="name-cell wide">
      {name}
      <div className="list-second">{others[0]}</div>
    </div>
  );
}
