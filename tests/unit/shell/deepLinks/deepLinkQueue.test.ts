import { describe, expect, it } from 'vitest';
import { createArrivalQueue, linkIn } from '../../../../main/shell/deepLinks/deepLinkQueue';

const link = 'amc-access://redeem/inv-1?region=eu';

describe('a command line', () => {
  it.each([
    ['alone', ['app', link], link],
    ['behind the separator of Windows', ['app', '--', link], link],
    ['among switches, which are dropped', ['app', '--inspect', link, '--no-sandbox', 'file.txt'], link],
    ['in capitals', ['app', link.toUpperCase()], link.toUpperCase()],
    ['twice: the first', ['app', link, `${link}2`], link],
    ['not there', ['app', '--user-data-dir=/x', 'https://example.com/amc-access:'], null],
    ['endless', ['app', `amc-access://redeem/${'a'.repeat(5000)}`], null],
  ])('the link is %s', (_where, commandLine, expected) => {
    expect(linkIn(commandLine)).toBe(expected);
  });
});

describe('arriving links', () => {
  it('are kept in order until they are handled, each once', () => {
    const links = createArrivalQueue();
    const taken: string[] = [];
    links.arrived('a');
    links.arrived(null);
    links.arrived('b');
    links.handTo((each) => taken.push(each));
    expect(taken).toEqual(['a', 'b']);
    links.arrived('c');
    expect(taken).toEqual(['a', 'b', 'c']);
  });

  it('are limited while nobody handles them', () => {
    const links = createArrivalQueue();
    const taken: string[] = [];
    for (let n = 0; n < 1000; n += 1) links.arrived(String(n));
    links.handTo((each) => taken.push(each));
    expect(taken).toHaveLength(10);
  });
});
