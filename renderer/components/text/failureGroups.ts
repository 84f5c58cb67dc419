import type { ErrorBody } from '../../../shared/errors';

/** Failures with one and the same reason. */
export interface FailureGroup {
  /** Of the first of them: the request ID is its alone. */
  readonly error: ErrorBody;
  readonly names: readonly string[];
}

/** What failed, by why, the most frequent reason first: one cause is one message. @param nameOf what to call each */
export function failureGroups<Failure extends { readonly error: ErrorBody }>(
  failures: readonly Failure[],
  nameOf: (failure: Failure) => string,
): readonly FailureGroup[] {
  const groups = new Map<string, { readonly error: ErrorBody; readonly names: Set<string> }>();
  for (const failure of failures) {
    const { error } = failure;
    // The sentence is the same for everything Amazon refuses; its own text is in the details.
    const key = JSON.stringify([error.message, error.details]);
    const group = groups.get(key) ?? { error, names: new Set() };
    group.names.add(nameOf(failure));
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ error, names }) => ({ error, names: [...names] }))
    .sort((one, other) => other.names.length - one.names.length);
}
