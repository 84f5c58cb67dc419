import type { RunningSandbox } from '../../support/amazon/sandbox';
import type { PassingCall } from '../amazon/gateway';

/** Amazon's list shows an invitation only a while after it was made; to desktops that didn’t make it, later. */
export interface LaggingList {
  /** Call it when the sandbox is done with a call. */
  done(call: PassingCall, login: string): void;
  /** Leaves out of a list what it doesn't show yet; the same buffer if it stays. */
  shown(call: PassingCall, login: string, body: Buffer): Buffer;
}

interface Listed {
  readonly invitations?: readonly { readonly invitationId: string }[];
}

/** How long it takes, in ms; 0: it doesn't lag. */
export interface Lag {
  readonly ownMs: number;
  readonly othersMs: number;
}

/** For how long Amazon's list doesn't show what was done, in two of three seasons, in ms. */
export const maxLagMs = 4000;

export function createLaggingList(
  sandbox: Pick<RunningSandbox, 'query'>,
  { ownMs, othersMs }: Lag,
): LaggingList {
  const made = new Map<string, { readonly by: string; readonly at: number }>();
  const isShown = (id: string, login: string): boolean => {
    const invitation = made.get(id);
    if (invitation === undefined) return true;
    return performance.now() - invitation.at >= (invitation.by === login ? ownMs : othersMs);
  };
  let last = Number(sandbox.query('SELECT max(position) AS last FROM invitations')[0]?.['last'] ?? 0);
  return {
    done({ kind, path, method }, login) {
      if (kind === 'read' || method !== 'POST' || path !== '/user-invitations') return;
      const rows = sandbox.query(
        'SELECT position, invitation_id AS id FROM invitations WHERE position > ? ORDER BY position',
        last,
      ) as { readonly position: number; readonly id: string }[];
      const at = performance.now();
      for (const { position, id } of rows) {
        made.set(id, { by: login, at });
        last = position;
      }
    },
    shown({ kind, path }, login, body) {
      if (kind !== 'read' || !path.startsWith('/user-invitations')) return body;
      try {
        const list = JSON.parse(body.toString()) as Listed;
        if (list.invitations === undefined) return body;
        const invitations = list.invitations.filter(({ invitationId }) => isShown(invitationId, login));
        if (invitations.length === list.invitations.length) return body;
        return Buffer.from(JSON.stringify({ ...list, invitations }));
      } catch {
        return body;
      }
    },
  };
}
