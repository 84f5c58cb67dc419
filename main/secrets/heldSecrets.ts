/** What the keychain didn't accept, in memory until the app quits; and which secrets are being deleted while others use them. */
export interface HeldSecrets {
  /** As it would be in the keychain. */
  find(key: string): string | undefined;
  isAny(): boolean;
  hold(key: string, entry: string): void;
  /** The keychain has it now. */
  drop(key: string): void;
  /** Forgets it. */
  delete(key: string): void;
  /** @returns whether it was deleted since: work begun before must not restore it */
  watchDeletion(key: string): () => boolean;
}

export function createHeldSecrets(): HeldSecrets {
  const memory = new Map<string, string>();
  /** How many times each was deleted. */
  const deletions = new Map<string, number>();
  return {
    find: (key) => memory.get(key),
    isAny: () => memory.size > 0,
    hold(key, entry) {
      memory.set(key, entry);
    },
    drop(key) {
      memory.delete(key);
    },
    delete(key) {
      memory.delete(key);
      deletions.set(key, (deletions.get(key) ?? 0) + 1);
    },
    watchDeletion(key) {
      const before = deletions.get(key);
      return () => deletions.get(key) !== before;
    },
  };
}
