/** A container of Azure Blob Storage; `$web` is the one that Azure itself serves as a web site. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { TargetOptions } from '../options.ts';
import { attemptsOf } from '../shared/attempts.ts';
import { type Store, storeTarget } from '../shared/store-target.ts';
import type { Target } from '../target.ts';
import { containerClient } from './azure-client.ts';
import { azureAccess } from './azure-credentials.ts';
import { azureFaultOf, azureRemedies, isLostRace, isMissing } from './azure-fault.ts';

interface Place {
  readonly name: string;
  readonly account: string;
  readonly container: string;
  readonly prefix: string;
}

/** @throws UsageError for an endpoint that is none; EnvironmentError for a connection string that is none */
export async function openAzureTarget(
  { name, account, container, prefix }: Place,
  options: TargetOptions,
): Promise<Target> {
  const access = azureAccess(account, options);
  const client = await containerClient(account, container, access);

  const store: Store = {
    async get(key, signal) {
      try {
        const answer = await client
          .getBlockBlobClient(key)
          .download(0, undefined, { abortSignal: signal, maxRetryRequests: 0 });
        const { readableStreamBody: body } = answer;
        return body === undefined ? new Uint8Array() : await buffer(body);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    put: (key, content, { type, cacheControl, encoding }, signal) =>
      client.getBlockBlobClient(key).upload(content, content.length, {
        abortSignal: signal,
        blobHTTPHeaders: {
          blobContentType: type,
          blobCacheControl: cacheControl,
          blobContentMD5: md5Of(content),
          ...(encoding !== undefined && { blobContentEncoding: encoding }),
        },
      }),
    async create(key, content, type, signal) {
      try {
        await client.getBlockBlobClient(key).upload(content, content.length, {
          abortSignal: signal,
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: type, blobContentMD5: md5Of(content) },
        });
        return true;
      } catch (error) {
        if (isLostRace(error)) return false;
        throw error;
      }
    },
    delete: (key, signal) =>
      client.getBlockBlobClient(key).deleteIfExists({ abortSignal: signal, deleteSnapshots: 'include' }),
    async listPage(prefixOfKeys, next, signal) {
      const pages = client
        .listBlobsFlat({ prefix: prefixOfKeys, abortSignal: signal })
        .byPage({ maxPageSize: 1000, ...(next !== undefined && { continuationToken: next }) });
      const { value: page } = await pages.next();
      const blobs: readonly { readonly name: string }[] = page?.segment.blobItems ?? [];
      return { keys: blobs.map((blob) => blob.name), next: page?.continuationToken };
    },
    close() {},
  };
  const { host } = new URL(access.url);
  const judge = (error: unknown) => ({ ...azureFaultOf(error), host });
  return storeTarget(name, prefix, store, attemptsOf(name, judge, azureRemedies, options), options.atOnce);
}

/** Azure compares a blob that is uploaded at once with it, and keeps it. */
const md5Of = (content: Uint8Array): Uint8Array => createHash('md5').update(content).digest();
