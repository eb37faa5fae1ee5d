/** `npm run keys`: the keys that sign releases. */
import path from 'node:path';
import type { Root } from '@tufjs/models';
import { EnvironmentError, UsageError } from '../build/cli/errors.ts';
import {
  changedRoles,
  changeRoot,
  describeRootChange,
  missingSignatures,
} from '../build/trust/change-root.ts';
import { createKeys } from '../build/trust/create-keys.ts';
import { describeCeremony, describeNewRoot, describeProposal } from '../build/trust/describe-keys.ts';
import { expiriesOf, expiryWarnings } from '../build/trust/expiries.ts';
import { readRoots } from '../build/trust/key-folder.ts';
import { keyLine, keyVariable } from '../build/trust/key-line.ts';
import { newKeyPair, shortId } from '../build/trust/key-pair.ts';
import { formatKeysStatus, isDue, keysStatus } from '../build/trust/keys-status.ts';
import { openKeys, type SigningKeys } from '../build/trust/open-keys.ts';
import { passphraseChooser } from '../build/trust/passphrases.ts';
import { readReleaseMetadata, writeReleaseMetadata } from '../build/trust/release-metadata.ts';
import { renewTimestamp } from '../build/trust/renew-timestamp.ts';
import { isRole, parseLifetimes, type Role, roles } from '../build/trust/roles.ts';
import { findKey, type RootChange } from '../build/trust/root.ts';
import { type RootChain, rootChain } from '../build/trust/root-chain.ts';
import { readProposal, signProposal } from '../build/trust/sign-proposal.ts';
import { type KeysRequest, keysUsage, readKeysRequest } from './keys-options.ts';
import { passphrasePrompt } from './passphrase-prompt.ts';
import { continuePublished, inReleases } from './publish-options.ts';
import { type ExitCode, run } from './run.ts';

const ask = passphrasePrompt();

const choosePassphrase = passphraseChooser({
  env: process.env,
  ...(ask !== undefined && { ask }),
  tell: (text) => console.error(text),
});

await run(keysUsage, async (args, signal) => {
  const request = readKeysRequest(args);
  switch (request.action) {
    case 'create':
      return create(request);
    case 'status':
      return tellStatus(request, signal);
    case 'rotate':
    case 'revoke':
    case 'extend':
      return change(request, request.action);
    case 'sign':
      return sign(request);
    case 'renew':
      return renew(request, signal);
    case 'export':
      return exportKey(request);
  }
});

function openAll({ folder, country, ...values }: KeysRequest): Promise<SigningKeys> {
  return openKeys({
    folder,
    country,
    files: values['root-key'] ?? [],
    env: process.env,
    platform: process.platform,
    ...(ask !== undefined && { askPassphrase: ask }),
  });
}

async function openChain(
  { folder, country }: KeysRequest,
  published = new Map<string, Uint8Array>(),
): Promise<RootChain> {
  return rootChain(published, await readRoots(folder), country);
}

function warn(warnings: readonly string[]): void {
  for (const warning of warnings) console.error(`warning: ${warning}`);
}

async function create({ country, folder, now, lifetimes, ...values }: KeysRequest): Promise<ExitCode> {
  const rootKeys = toCount('root-keys', values['root-keys'], 3);
  let online: Promise<string> | undefined;
  const created = await createKeys({
    country,
    folder,
    now,
    rootLifetimeDays: parseLifetimes(lifetimes).root,
    rootKeys,
    rootThreshold: toCount('root-threshold', values['root-threshold'], 2),
    passphrase(role, number) {
      if (role === 'root') return choosePassphrase(`root key ${number} of ${rootKeys}; its holder types it`);
      online ??= choosePassphrase('the keys that sign releases');
      return online;
    },
  });
  console.log(describeCeremony(created, folder, country));
  return 0;
}

function toCount(option: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^[1-9]\d?$/.test(text)) throw new UsageError(`--${option}: "${text}" is no number of keys`);
  return Number(text);
}

async function tellStatus(request: KeysRequest, signal: AbortSignal): Promise<ExitCode> {
  const { country, from = path.join('releases', country), now } = request;
  await continuePublished(from, country, request, signal);
  const metadata = await readReleaseMetadata(from);
  const chain = await openChain(request, new Map(metadata));
  const status = keysStatus(country, chain, await openAll(request), metadata, now);
  if (request.json) console.log(JSON.stringify(status, null, 2));
  else {
    console.log(formatKeysStatus(status));
    warn(status.warnings);
  }
  return isDue(status) ? 1 : 0;
}

async function change(request: KeysRequest, kind: 'rotate' | 'revoke' | 'extend'): Promise<ExitCode> {
  const { country, folder, now } = request;
  const newest = (await openChain(request)).newest.signed;
  const keys = await openAll(request);
  const rotation = kind === 'rotate' ? { role: toRole(request.role), pair: newKeyPair() } : undefined;
  const wanted: RootChange =
    rotation !== undefined
      ? {
          kind: 'replace',
          role: rotation.role,
          gone: keyToReplace(newest, rotation.role, request.replace),
          key: rotation.pair,
        }
      : kind === 'revoke'
        ? { kind, gone: findKey(newest, request.word) }
        : { kind: 'extend' };
  const changed = await changeRoot({
    folder,
    newest,
    keys,
    now,
    change: wanted,
    ...(rotation !== undefined && {
      fresh: { ...rotation, passphrase: await choosePassphrase(`the new ${rotation.role} key`) },
    }),
    isProposal: request.propose ?? false,
    lifetimeDays: parseLifetimes(request.lifetimes).root,
  });
  console.log(`${describeRootChange(changed.root.signed, newest).join('\n')}\n`);
  if (changed.keyFile !== undefined) console.log(`The new key is in ${path.join(folder, changed.keyFile)}.`);
  console.log(
    changed.isComplete
      ? describeNewRoot(changed.file, country, changedRoles(changed.root.signed, newest))
      : describeProposal(changed.file, missingSignatures(changed.root, newest), country),
  );
  warn(keys.warnings);
  return 0;
}

function toRole(text: string | undefined): Role {
  if (isRole(text)) return text;
  throw new UsageError(`--role takes one of: ${roles.join(', ')}`);
}

function keyToReplace(root: Root, role: Role, given: string | undefined): string {
  const ids = root.roles[role]?.keyIDs ?? [];
  const [only] = ids;
  if (given === undefined && ids.length === 1 && only !== undefined) return only;
  const known = `The ${role} keys are: ${ids.map(shortId).join(', ')}`;
  if (given === undefined)
    throw new UsageError(`say which key the new one replaces: --replace KEY. ${known}`);
  const id = findKey(root, given);
  if (ids.includes(id)) return id;
  throw new UsageError(`--replace: ${shortId(id)} is no ${role} key. ${known}`);
}

async function sign(request: KeysRequest): Promise<ExitCode> {
  const { country, folder, word } = request;
  const newest = (await openChain(request)).newest.signed;
  const proposal = await readProposal(word, newest);
  const { root } = proposal;
  console.log(`${word} changes:\n${describeRootChange(root.signed, newest).join('\n')}\n`);
  const keys = await openAll(request);
  const { isComplete, file, added } = await signProposal(proposal, newest, keys, folder);
  console.log(`${added} ${added === 1 ? 'signature' : 'signatures'} added.`);
  console.log(
    isComplete
      ? describeNewRoot(file, country, changedRoles(root.signed, newest))
      : describeProposal(file, missingSignatures(root, newest), country),
  );
  warn(keys.warnings);
  return 0;
}

async function renew(request: KeysRequest, signal: AbortSignal): Promise<ExitCode> {
  const { country, folder, now, from = path.join('releases', country), lifetimes } = request;
  return inReleases<ExitCode>(from, signal, async () => {
    await continuePublished(from, country, request, signal);
    const metadata = await readReleaseMetadata(from);
    const roots = await readRoots(folder);
    const keys = await openAll(request);
    const files = await renewTimestamp({
      country,
      metadata,
      roots,
      keys,
      now,
      lifetimesDays: parseLifetimes(lifetimes),
    });
    await writeReleaseMetadata(from, files);
    const all = new Map([...metadata, ...files]);
    const expiries = expiriesOf(rootChain(all, roots, country), all, now);
    console.log([...files.keys()].map((name) => `${from}/${name}`).join('\n'));
    for (const { role, expires } of expiries) console.log(`${role} holds until ${expires.slice(0, 10)}`);
    console.log(`\nDeploy it: npm run deploy -- --from ${from} --to TARGET`);
    warn([...expiryWarnings(expiries, country, now), ...keys.warnings]);
    return 0;
  });
}

async function exportKey(request: KeysRequest): Promise<ExitCode> {
  const { country } = request;
  const role = toRole(request.role);
  if (role === 'root') throw new UsageError('a root key never leaves its file: no service may have it');
  const root = (await openChain(request)).newest.signed;
  const keys = await openAll(request);
  const id = root.roles[role]?.keyIDs.find((one) => keys.roleOf(one) === role);
  if (id === undefined)
    throw new EnvironmentError(
      [
        `The ${role} key of ${country} is not at hand in ${keys.lookedIn}. Say with --keys where it is.`,
        ...keys.warnings,
      ].join('\n'),
    );
  const line = keyLine(await keys.pair(id), country, role);
  console.error(
    `warning: whoever reads this line can sign as ${role}. Store it as the secret ${keyVariable(role)}, and keep it nowhere else; it must not stay on the screen or in a file.`,
  );
  console.log(line);
  return 0;
}
