import { expect, test } from 'vitest';
import {
  checkNewConnection,
  draftOfSetup,
  newConnection,
} from '../../../../renderer/features/connections/connectionDraft';
import { pathOf, routeOf } from '../../../../shared/navigation/routes';

const setup = { label: 'Brück & Söhne / EU', region: 'eu', clientId: 'amzn1.x', returnPort: 9000 } as const;

test('a setup fills in the form and nothing else', () => {
  expect(draftOfSetup(setup)).toEqual({
    ...newConnection,
    label: 'Brück & Söhne / EU',
    region: 'eu',
    clientId: 'amzn1.x',
    returnPort: '9000',
  });
  expect(draftOfSetup({ label: '', region: 'na', clientId: '' }).returnPort).toBe(newConnection.returnPort);
});

test('the form applies the same rules to a setup as to typed text', () => {
  const { value, errors } = checkNewConnection(
    draftOfSetup({ label: ' ', region: 'na', clientId: 'has spaces', returnPort: 80 }),
  );
  expect(value).toBeNull();
  expect(Object.keys(errors).sort()).toEqual(['clientId', 'label', 'returnPort']);
});

test('an address round-trips a setup', () => {
  const route = { screen: 'connect', setup } as const;
  expect(routeOf(pathOf(route))).toEqual(route);
  expect(routeOf('/connect')).toEqual({ screen: 'connect' });
});

test.each([
  '{"label":"x","region":"eu","clientId":"a","clientSecret":"s"}',
  '{"label":"x","region":"eu","clientId":"a","endpoints":{"apiUrl":"https://evil.example"}}',
  '{"label":"x","region":"mars","clientId":"a"}',
  '[1]',
  'null',
  '{',
])('an address with more, or other, than a setup opens the empty form: %s', (text) => {
  expect(routeOf(`/connect/${encodeURIComponent(text)}`)).toEqual({ screen: 'connect' });
});
