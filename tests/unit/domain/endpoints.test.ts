import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../shared/domain/connection/region';

const with_ = (apiUrl: string) =>
  endpoints.safeParse({
    authorizeUrl: 'https://login.example/ap/oa',
    tokenUrl: 'https://login.example/token',
    profileUrl: 'https://login.example/profile',
    apiUrl,
  });

describe('custom endpoints', () => {
  it.each([
    'https://proxy.example',
    'https://proxy.example:8443/ads',
    'http://localhost:8080',
    'http://127.0.0.1:1',
    'http://[::1]:80',
  ])('may be %s', (address) => {
    expect(with_(address).success).toBe(true);
  });

  it.each([
    'http://proxy.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://0.0.0.0:80',
    'ftp://localhost',
    'file:///etc/passwd',
    'https://user:password@proxy.example',
    'https://proxy.example/#fragment',
    'proxy.example',
    '',
  ])('may not be %s', (address) => {
    const result = with_(address);
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]).toMatchObject({
      path: ['apiUrl'],
      message: expect.stringContaining('https://'),
    });
  });
});
