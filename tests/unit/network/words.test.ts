import { describe, expect, it } from 'vitest';
import { looksLikeWebPage, networkProblem } from '../../../main/network/networkTrouble';
import { proxiesFrom } from '../../../main/network/systemProxy';

describe('the proxy in the system’s answer', () => {
  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY proxy.example:8080', 'http://proxy.example:8080'],
    ['HTTPS proxy.example:443', 'https://proxy.example:443'],
    ['SOCKS5 a:1; PROXY b:2; DIRECT', 'http://b:2'],
    ['SOCKS5 a:1; DIRECT', null],
    ['  PROXY   a:1 ;DIRECT', 'http://a:1'],
    ['PROXY [::1]:3128', 'http://[::1]:3128'],
  ])('%s → %s', (answer, proxy) => {
    expect(proxiesFrom(answer)[0]).toBe(proxy);
  });

  it('lists all routes that can be used, in their order', () => {
    expect(proxiesFrom('PROXY a:1; SOCKS5 b:2; HTTPS c:3; DIRECT')).toEqual([
      'http://a:1',
      'https://c:3',
      null,
    ]);
  });
});

describe('each problem has its own message', () => {
  it.each([
    ['ENOTFOUND', /looked up/],
    ['EAI_AGAIN', /looked up/],
    ['ENETUNREACH', /offline/],
    ['ECONNREFUSED', /firewall or proxy/],
    ['CERT_NOT_YET_VALID', /clock/],
    ['CERT_HAS_EXPIRED', /clock/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /isn’t trusted/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /isn’t trusted/],
    ['SOMETHING_NEW', /couldn’t be reached/],
    [undefined, /couldn’t be reached/],
  ])('%s', (code, text) => {
    const sentence = networkProblem(code, 'Login with Amazon');
    expect(sentence).toMatch(text);
    expect(sentence).toContain('Login with Amazon');
  });
});

describe('a web page instead of an answer', () => {
  it.each(['<!DOCTYPE html><p>', '\n <html lang="en">', '<HEAD>'])('is recognized in %s', (text) => {
    expect(looksLikeWebPage(text)).toBe(true);
  });
  it.each(['{"a":"<html>"}', '', 'html', '<xml/>'])('is not recognized in %s', (text) => {
    expect(looksLikeWebPage(text)).toBe(false);
  });
});
