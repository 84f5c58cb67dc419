import type { Random } from '../../../main/sandbox/state/random';

interface Answer {
  readonly errors?: { identifier?: string }[];
}

/**
 * Makes refusals name somebody by a number, or nobody, as Amazon may (amazon-api §2: what the identifier names isn't documented).
 * Half of them stay unchanged.
 * @param body of an answer to a change
 */
export function withOtherIdentifiers(random: Random, body: Buffer): Buffer {
  let answer: Answer;
  try {
    answer = JSON.parse(body.toString()) as Answer;
  } catch {
    return body;
  }
  const { errors = [] } = answer;
  const draw = random.between(1, 4);
  if (errors.length === 0 || draw > 2) return body;
  const renamed = errors.map(({ identifier: _, ...rest }, index) =>
    draw === 1 ? { ...rest, identifier: String(index) } : rest,
  );
  return Buffer.from(JSON.stringify({ ...answer, errors: renamed }));
}
