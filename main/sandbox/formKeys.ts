import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Keys in the forms of pages whose address anyone can guess. */
export interface FormKeys {
  /** @param page identifies the page and what it is for */
  keyFor(page: readonly string[]): string;
  /** Whether a form came from exactly that page of this run. */
  isFrom(page: readonly string[], key: string | null): boolean;
}

/** Derives them from a secret of this run, so that only decisions made on the sandbox's own pages are accepted. */
export function createFormKeys(): FormKeys {
  const secret = randomBytes(32);
  const keyFor = (page: readonly string[]): string =>
    createHmac('sha256', secret).update(JSON.stringify(page)).digest('base64url');
  return {
    keyFor,
    isFrom(page, key) {
      const [expected, given] = [Buffer.from(keyFor(page)), Buffer.from(key ?? '')];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
