import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { invitationLink } from '../../../shared/domain/redeem/buildLink';
import { parseRedeemText } from '../../../shared/domain/redeem/parseText';

const html = readFileSync(join(import.meta.dirname, '../../../docs/redeem-page.html'), 'utf8');
const inside = (tag: 'script' | 'style'): string =>
  new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? expect.fail(`There is no ${tag}.`);
const address = 'https://access.example.com/redeem';

interface Part {
  hidden: boolean;
  textContent: string;
  href?: string;
  addEventListener(): void;
}

/** What the page's own script makes of a fragment, with the parts of a browser it uses. */
function opened(hash: string): Readonly<Record<string, Part>> {
  const parts: Record<string, Part> = {};
  const part = (name: string): Part =>
    (parts[name] ??= { hidden: name === 'invitation', textContent: '', addEventListener: () => undefined });
  runInNewContext(inside('script'), {
    document: { getElementById: part },
    location: { hash },
    addEventListener: () => undefined,
  });
  return parts;
}

describe('the page an agency can host', () => {
  it('runs its own script and style and nothing else', () => {
    const policy = /Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? '';
    const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(inside('script'))}`,
      `style-src ${hashOf(inside('style'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('loads nothing from elsewhere and writes text, never markup', () => {
    expect(html).not.toMatch(/https?:|\/\/(?!redeem)[a-z]|\bsrc=|url\(|@import|\son[a-z]+=|style="/i);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(inside('script')).not.toMatch(/innerHTML|outerHTML|document\.write|insertAdjacent|eval|Function/);
  });

  it.each(['inv-4f9c2a71', 'a/b?c#d&e=%', '"><img/src=x>', 'javascript:alert(1)'])(
    'opens the app with the invitation %s, as in the link that led here',
    (invitationId) => {
      const hash = new URL(invitationLink(invitationId, 'eu', address)).hash;
      const { none, invitation, id, open } = opened(hash);
      expect([none?.hidden, invitation?.hidden, id?.textContent]).toEqual([true, false, invitationId]);
      expect(open?.href).toMatch(/^amc-access:\/\/redeem\//);
      expect(parseRedeemText(open?.href ?? '')).toEqual([{ kind: 'invitation', invitationId, region: 'eu' }]);
    },
  );

  it('reads an invitation whose region a mail program encoded', () => {
    const { id, open } = opened('#inv-1234567890%3Fregion%3Dna');
    expect(id?.textContent).toBe('inv-1234567890');
    expect(open?.href).toBe('amc-access://redeem/inv-1234567890?region=na');
  });

  it('leaves out an invalid region', () => {
    const { open } = opened('#inv-4f9c2a71?region=xx');
    expect(open?.href).toBe('amc-access://redeem/inv-4f9c2a71');
  });

  it.each(['', '#', '#%', '#..', '#a%20b', '#%E2%80%AEab', '#%00', `#${'a'.repeat(401)}`, '#?region=eu'])(
    'says that there is no invitation in “%s”',
    (hash) => {
      const { none, invitation, open } = opened(hash);
      expect([none?.hidden, invitation?.hidden, open?.href]).toEqual([false, true, undefined]);
    },
  );
});
