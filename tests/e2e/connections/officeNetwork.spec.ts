import { sandboxEndpoints } from '../../../main/sandbox/endpoints';
import { expect, test } from '../../support/desktop/fixture';
import { startTlsFront, testAuthority } from '../../support/network/tlsFront';
import { startTunnelProxy } from '../../support/network/tunnelProxy';

test('behind an office proxy, signing in and reading go through its tunnel', async ({ start, amazon }) => {
  const northwind = await amazon('Northwind');
  const front = await startTlsFront(northwind.proxy.origin);
  const proxy = await startTunnelProxy();
  const { screens } = await start({
    env: { NODE_EXTRA_CA_CERTS: testAuthority },
    // What the system's settings would say; by default Chromium never uses a proxy for localhost.
    switches: [`--proxy-server=${new URL(proxy.address).host}`, '--proxy-bypass-list=<-loopback>'],
  });
  // The browser isn't part of this: its page is reached without encryption.
  const endpoints = {
    ...sandboxEndpoints(front.origin),
    authorizeUrl: northwind.form.endpoints.authorizeUrl,
  };
  await screens.connectAndSignIn({ ...northwind.form, endpoints }, { identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  expect(front.requests()).toBeGreaterThan(14);
  expect(new Set(proxy.targets)).toEqual(new Set([new URL(front.origin).host]));
  await Promise.all([proxy.close(), front.close()]);
});

test('an unknown certificate: nothing is sent, and the message names what may be intercepting the connection', async ({
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const front = await startTlsFront(northwind.proxy.origin);
  const { page, screens } = await start();
  await page.getByRole('button', { name: 'Connect Amazon Ads' }).click();
  const endpoints = {
    ...sandboxEndpoints(front.origin),
    authorizeUrl: northwind.form.endpoints.authorizeUrl,
  };
  await screens.connect({ ...northwind.form, endpoints });
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect(screens.dialog('Not signed in to Northwind')).toContainText('certificate that isn’t trusted');
  expect(front.requests()).toBe(0);
  await front.close();
});

test('an environment variable that turns off certificate checks is ignored, and the screen says so', async ({
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const front = await startTlsFront(northwind.proxy.origin);
  const { page, screens } = await start({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
  await expect(screens.text('Certificate checks stay on')).toBeVisible();
  await page.getByRole('button', { name: 'Connect Amazon Ads' }).click();
  const endpoints = {
    ...sandboxEndpoints(front.origin),
    authorizeUrl: northwind.form.endpoints.authorizeUrl,
  };
  await screens.connect({ ...northwind.form, endpoints });
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect(screens.dialog('Not signed in to Northwind')).toContainText('certificate that isn’t trusted');
  expect(front.requests()).toBe(0);
  await front.close();
});
