/** The statements of the product that the suite watches, by a part of their text. */
const statements = {
  turn: 'INSERT INTO amc.turns',
  claim: 'INSERT INTO amc.claims',
  confirm: "SET state = 'sending'",
  report: 'SET state = reported.state',
  leave: 'UPDATE amc.turns SET until = now() WHERE',
  keep: 'UPDATE amc.turns SET until = now() +',
  beat: 'INSERT INTO amc.starts',
  changes: "WHERE state = 'done' AND settled_at",
} as const;

/** A statement on its way to the store. */
export type StatementName = keyof typeof statements | 'other';

const nameOf = (text: string): StatementName => {
  if (text.includes(statements.claim)) return 'claim';
  for (const [name, part] of Object.entries(statements)) {
    if (text.includes(part)) return name as StatementName;
  }
  return 'other';
};

/** A group of messages that belongs together. */
export interface Group {
  readonly bytes: Buffer;
  readonly statement: StatementName;
}

/** Ends a statement: what was sent is carried out, or the server is ready for the next one. */
const [sync, simpleQuery, parse, readyForQuery] = ['S', 'Q', 'P', 'Z'].map((letter) => letter.charCodeAt(0));

/**
 * Splits what a client sends into statements (PostgreSQL's protocol 3: a type, a length that counts itself, the rest). Its first
 * message has no type.
 */
export function createClientSplitter(): (piece: Buffer) => Group[] {
  let isFirst = true;
  const take = splitter(
    (message) => {
      if (isFirst) {
        isFirst = false;
        return true;
      }
      const [type] = message;
      // Answers while logging in go on at once.
      return type === sync || type === simpleQuery || type === passwordMessage || type === terminate;
    },
    () => isFirst,
  );
  return (piece) =>
    take(piece).map((messages) => {
      const query = messages.find((each) => each[0] === parse || each[0] === simpleQuery);
      return {
        bytes: Buffer.concat(messages),
        statement: query === undefined ? 'other' : nameOf(query.toString('latin1')),
      };
    });
}

const passwordMessage = 'p'.charCodeAt(0);
const terminate = 'X'.charCodeAt(0);

/** Splits what a server sends: each group ends where it is ready for the next statement. Before that, nothing is held back. */
export function createServerSplitter(): (
  piece: Buffer,
) => { readonly bytes: Buffer; readonly isReady: boolean }[] {
  const take = splitter(
    () => true,
    () => false,
  );
  return (piece) =>
    take(piece).map((messages) => ({
      bytes: Buffer.concat(messages),
      isReady: messages.some((each) => each[0] === readyForQuery),
    }));
}

function splitter(
  ends: (message: Buffer) => boolean,
  hasNoType: () => boolean,
): (piece: Buffer) => Buffer[][] {
  let rest = Buffer.alloc(0);
  let group: Buffer[] = [];
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    const groups: Buffer[][] = [];
    for (;;) {
      const at = hasNoType() ? 0 : 1;
      if (rest.length < at + 4) return groups;
      const length = at + rest.readInt32BE(at);
      if (rest.length < length) return groups;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      group.push(message);
      if (!ends(message)) continue;
      groups.push(group);
      group = [];
    }
  };
}
