/** Fetches and starts servers while other files of tests run, so that whoever needs them does not wait for them. */
import { findCaddy } from './caddy-server.ts';
import { findNginx } from './nginx-server.ts';
import { sharedGateway, whyNoS3Server } from './shared-gateway.ts';
import { whyNoSshServer } from './ssh-server.ts';

const webServers = /serve[\\/]web-servers/;
const places = /deploy[\\/]targets[\\/]|e2e[\\/]publish/;

/**
 * Never fails: what cannot be had is found out again by whoever needs it, and said there.
 *
 * @param files of tests that will run
 */
export async function prepareServers(runFolder: string, files: readonly string[]): Promise<void> {
  const areAsked = (pattern: RegExp): boolean => files.some((file) => pattern.test(file));
  try {
    if (areAsked(webServers)) {
      await findNginx();
      await findCaddy();
    }
    if (!areAsked(places)) return;
    await whyNoSshServer();
    if ((await whyNoS3Server()) === undefined) await sharedGateway(runFolder);
  } catch {
    // See above.
  }
}
