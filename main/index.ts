import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import type { Topic } from '../shared/channels';
import { createAccess } from './access/access';
import { createActivity } from './activity/activity';
import { createAdsClients } from './adsClients';
import { createConnections } from './connections/connections';
import { accountHandlers } from './ipc/accounts';
import { appHandlers } from './ipc/app';
import { connectionHandlers } from './ipc/connections';
import { invitationHandlers } from './ipc/invitations';
import { outboxHandlers } from './ipc/outbox';
import { registerHandlers } from './ipc/register';
import { settingsHandlers } from './ipc/settings';
import { createAgentFetch } from './network/agentFetch';
import { createAgents } from './network/agents';
import { createOutbox } from './outbox/outbox';
import { sandboxClient, sandboxEndpoints } from './sandbox/endpoints';
import { loadOsKeychain } from './secrets/keychain';
import { createSecretStore } from './secrets/secretStore';
import { declareAppScheme, serveAppScheme } from './shell/appScheme';
import { guardPermissions, guardWebContents } from './shell/guards';
import { runAsOnlyInstance } from './shell/lifecycle';
import { installMenu } from './shell/menu';
import { openDatabaseOrExplain } from './shell/openDatabaseOrExplain';
import { openExternal } from './shell/openExternal';
import { runtimeInfo } from './shell/runtimeInfo';
import { createSandboxHost } from './shell/sandboxHost';
import { openSettings } from './shell/settings';
import { onResume } from './shell/onResume';
import { keepChromiumQuiet, systemProxyFor, trustSystemCertificates } from './shell/systemNetwork';
import { createMainWindow, preloadFile } from './shell/window';

const here = dirname(fileURLToPath(import.meta.url));

// Every process is sandboxed, unless the command line says no: as root, Chromium's sandbox cannot work at all, and
// switching it back on would only crash its helpers (scripts/start.mjs warns about it).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Chromium would open the keychain itself at start, for cookies and form data we do not have, and wait for its unlock
// prompt. Our secrets go there through main/secrets alone.
app.commandLine.appendSwitch('password-store', 'basic');
app.commandLine.appendSwitch('use-mock-keychain');
declareAppScheme();
guardWebContents();
runAsOnlyInstance(start);

/** Builds the parts and wires them; runs once, when Electron is ready. */
function start() {
  const dataFolder = app.getPath('userData');
  const db = openDatabaseOrExplain(join(dataFolder, 'access.db'));
  const now = Date.now;
  const settings = openSettings();
  const window = createMainWindow(settings, preloadFile(here));
  const changed = (topic: Topic): void => {
    window.notify(topic);
  };

  const secrets = createSecretStore(loadOsKeychain, () => {
    changed('app.changed');
  });
  const sandboxHost = createSandboxHost(join(here, 'sandbox.js'), dataFolder);
  keepChromiumQuiet();
  trustSystemCertificates();
  const agentFor = createAgents(systemProxyFor);
  const connections = createConnections({
    db,
    secrets,
    sandbox: {
      endpoints: async () => sandboxEndpoints(await sandboxHost.origin()),
      client: sandboxClient,
    },
    fetch: createAgentFetch(agentFor),
    openInBrowser: openExternal,
    onResume,
    now,
    changed: () => {
      changed('connections.changed');
    },
  });
  const clientOf = createAdsClients(connections, agentFor);
  const access = createAccess({ db, clientOf, realmOf: connections.realmOf, now, changed });
  const outbox = createOutbox({
    db,
    clientOf,
    access,
    activity: createActivity(db),
    actorOf: connections.actorOf,
    now,
    changed,
  });
  outbox.recover();

  serveAppScheme(join(here, '../renderer'));
  guardPermissions();
  installMenu();
  registerHandlers(
    {
      ...connectionHandlers(connections),
      ...accountHandlers(access),
      ...invitationHandlers(access, outbox),
      ...outboxHandlers(outbox),
      ...settingsHandlers(settings, () => {
        changed('settings.changed');
      }),
      ...appHandlers(() => ({ ...runtimeInfo(), dataFolder, keychain: secrets.status() })),
    },
    window.isTrusted,
  );
  window.show();
  void secrets.check();

  return {
    showWindow: window.show,
    /** Lets what is on its way to Amazon arrive, then closes everything. */
    async close() {
      await outbox.idle();
      sandboxHost.stop();
      db.close();
    },
  };
}
