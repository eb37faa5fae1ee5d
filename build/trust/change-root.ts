/**
 * Replaces, revokes and extends keys: each is a new version of the root, which counts once enough root keys have signed it, those
 * of the version before and its own (The Update Framework, 5.3.4 and 6.1).
 */
import path from 'node:path';
import type { Metadata, Root } from '@tufjs/models';
import { EnvironmentError } from '../cli/errors.ts';
import { type ScryptCost, sealKey, strongCost } from './key-file.ts';
import { addToFolder, keyFileName } from './key-folder.ts';
import { type KeyPair, shortId, signWith } from './key-pair.ts';
import { bytesOf, isAccepted, remarksOf, signaturesOf } from './metadata.ts';
import type { SigningKeys } from './open-keys.ts';
import { type Role, roles } from './roles.ts';
import { nextRoot, type RootChange, rolesOfKey } from './root.ts';

export interface RootChangeRequest {
  /** The folder of the keys of the country. */
  readonly folder: string;
  readonly newest: Root;
  readonly change: RootChange;
  /** The new key of the change, and the passphrase that protects its file. */
  readonly fresh?: { readonly pair: KeyPair; readonly role: Role; readonly passphrase: string | undefined };
  readonly keys: SigningKeys;
  /** Whether others sign it later, elsewhere. */
  readonly isProposal: boolean;
  readonly now: Date;
  readonly lifetimeDays: number;
  /** Cheaper only in tests. */
  readonly cost?: ScryptCost;
}

export interface ChangedRoot {
  /** What was written: `2.root.json`, or `2.root.proposed.json` where signatures are missing. */
  readonly file: string;
  readonly isComplete: boolean;
  readonly root: Metadata<Root>;
  readonly keyFile?: string;
}

/** @throws EnvironmentError, before anything is written, when signatures are missing and it is no proposal */
export async function changeRoot(request: RootChangeRequest): Promise<ChangedRoot> {
  const { folder, newest, change, fresh, keys, isProposal, now, lifetimeDays, cost = strongCost } = request;
  const root = nextRoot(newest, change, now, lifetimeDays);
  if (fresh?.role === 'root') signWith(fresh.pair, root);
  await signRoot(root, newest, keys);
  const isComplete = isCompleteRoot(root, newest);
  if (!isComplete && !isProposal)
    throw new EnvironmentError(
      [
        `${missingSignatures(root, newest)} Name the files of more root keys with --root-key, or let their holders sign elsewhere: with --propose.`,
        ...keys.warnings,
      ].join('\n'),
    );
  const files = new Map<string, string | Uint8Array>();
  const { country } = remarksOf(newest);
  const keyFile = fresh && keyFileName(fresh.role, fresh.pair);
  if (fresh !== undefined && keyFile !== undefined) {
    const owner = { country, role: fresh.role, created: now.toISOString().slice(0, 10) };
    files.set(keyFile, await sealKey(fresh.pair, owner, fresh.passphrase, cost));
  }
  const { version } = root.signed;
  const name = isComplete ? `${version}.root.json` : proposalName(version);
  files.set(name, bytesOf(root));
  await addToFolder(folder, files);
  return { file: path.join(folder, name), isComplete, root, ...(keyFile !== undefined && { keyFile }) };
}

const proposalName = (version: number): string => `${version}.root.proposed.json`;

/** Signs with as many of the root keys at hand as are needed. */
export async function signRoot(root: Metadata<Root>, before: Root, keys: SigningKeys): Promise<void> {
  const [own, old] = [root.signed, before].map((one) => one.roles.root?.keyIDs ?? []);
  const inBoth = own?.filter((id) => old?.includes(id)) ?? [];
  for (const id of new Set([...inBoth, ...(old ?? []), ...(own ?? [])])) {
    if (isCompleteRoot(root, before)) return;
    if (keys.roleOf(id) === 'root' && root.signatures[id] === undefined) signWith(await keys.pair(id), root);
  }
}

export const isCompleteRoot = (root: Metadata<Root>, before: Root): boolean =>
  isAccepted(before, 'root', root) && isAccepted(root.signed, 'root', root);

export function missingSignatures(root: Metadata<Root>, before: Root): string {
  const sentences = [before, root.signed].flatMap((by) => {
    const { count, threshold } = signaturesOf(by, 'root', root);
    const missing = (by.roles.root?.keyIDs ?? []).filter((id) => root.signatures[id] === undefined);
    return count >= threshold
      ? []
      : [
          `Of the root keys that version ${by.version} names, ${count} of ${threshold} have signed version ${root.signed.version}; keys that have not: ${missing.map(shortId).join(', ')}.`,
        ];
  });
  return sentences.join(' ');
}

/** What a new root changes, a line each, for whoever is to sign it. */
export function describeRootChange(root: Root, before: Root): readonly string[] {
  const ids = (one: Root): string[] => roles.flatMap((role) => one.roles[role]?.keyIDs ?? []);
  const all = [...new Set([...ids(before), ...ids(root)])];
  const moves = all.flatMap((id) => {
    const [old, own] = [rolesOfKey(before, id), rolesOfKey(root, id)];
    return [
      ...old.filter((role) => !own.includes(role)).map((role) => `- ${role} key ${shortId(id)} goes`),
      ...own.filter((role) => !old.includes(role)).map((role) => `+ ${role} key ${shortId(id)} comes`),
    ];
  });
  const thresholds = roles.flatMap((role) => {
    const [old, own] = [before, root].map((one) => one.roles[role]?.threshold);
    return old === own ? [] : [`! of the ${role} keys ${own} must sign, and no longer ${old}`];
  });
  return [...moves, ...thresholds, `  valid until ${root.expires.slice(0, 10)}`];
}

/** The roles whose keys are others than before. */
export const changedRoles = (root: Root, before: Root): readonly Role[] =>
  roles.filter(
    (role) => String(root.roles[role]?.keyIDs.toSorted()) !== String(before.roles[role]?.keyIDs.toSorted()),
  );
