import { describe, expect, it } from 'vitest';
import { allowedUrl } from '../../../../main/shell/system/allowedUrls';

const vouched = ['http://127.0.0.1:4321'];

describe('an address to open outside the app', () => {
  it.each([
    'https://advertising.amazon.com/API/docs/en-us/guides',
    'https://www.amazon.com/ap/oa?client_id=x',
    'https://eu.account.amazon.com/ap/oa',
    'https://apac.account.amazon.com/ap/oa',
    'http://127.0.0.1:4321/ap/oa?state=x',
  ])('is opened: %s', (address) => {
    expect(allowedUrl(address, vouched)).toBe(address);
  });

  it.each([
    'http://www.amazon.com/',
    'https://www.amazon.com:8443/',
    'https://www.amazon.com.evil.example/',
    'https://evil.example/?www.amazon.com',
    'https://user@www.amazon.com/',
    'https://www.amazon.com@evil.example/',
    'https://evil.example\\@www.amazon.com/',
    'http://127.0.0.1:4322/',
    'https://127.0.0.1:4321/',
    'http://localhost:4321/',
    'file:///etc/passwd',
    'smb://www.amazon.com/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://amc/index.html',
    '\\\\www.amazon.com\\share',
    'https://',
    '',
  ])('is not opened: %s', (address) => {
    expect(allowedUrl(address, vouched)).toBeNull();
  });

  it('is rebuilt, so that exactly the checked address is opened', () => {
    expect(allowedUrl('HTTPS://WWW.AMAZON.COM/a/../b', [])).toBe('https://www.amazon.com/b');
  });

  it('is never one with another scheme, even where the caller vouches for its origin', () => {
    expect(allowedUrl('ftp://files.example/', ['ftp://files.example'])).toBeNull();
  });
});
