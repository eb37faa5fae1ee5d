/** A bucket of Amazon S3, or of anything else that speaks its protocol: MinIO, Ceph, Cloudflare R2, a provider of the country. */
import { createHash } from 'node:crypto';
import type { TargetOptions } from '../options.ts';
import { attemptsOf } from '../shared/attempts.ts';
import { type Store, storeTarget } from '../shared/store-target.ts';
import type { Target } from '../target.ts';
import { s3Settings } from './s3-client.ts';
import { isLostRace, isMissing, s3FaultOf, s3Remedies } from './s3-fault.ts';

/** @throws UsageError for an endpoint that is none */
export async function openS3Target(
  { name, bucket, prefix }: { readonly name: string; readonly bucket: string; readonly prefix: string },
  options: TargetOptions,
): Promise<Target> {
  const { config, host } = s3Settings(options);
  const { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } =
    await import('@aws-sdk/client-s3');
  const client = new S3Client(config);
  const at = (key: string) => ({ Bucket: bucket, Key: key });

  const store: Store = {
    async get(key, signal) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)), { abortSignal: signal });
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    put(key, content, { type, cacheControl, encoding }, signal) {
      const headers = {
        ContentType: type,
        CacheControl: cacheControl,
        ...(encoding !== undefined && { ContentEncoding: encoding }),
      };
      const command = new PutObjectCommand({ ...at(key), ...bodyOf(content), ...headers });
      return client.send(command, { abortSignal: signal });
    },
    async create(key, content, type, signal) {
      const condition = { ContentType: type, IfNoneMatch: '*' };
      const command = new PutObjectCommand({ ...at(key), ...bodyOf(content), ...condition });
      try {
        await client.send(command, { abortSignal: signal });
        return true;
      } catch (error) {
        if (isLostRace(error)) return false;
        throw error;
      }
    },
    // One by one: what removes many at once is answered differently by each that speaks the protocol.
    delete: (key, signal) => client.send(new DeleteObjectCommand(at(key)), { abortSignal: signal }),
    async listPage(keyPrefix, next, signal) {
      const from = next === undefined ? {} : { ContinuationToken: next };
      const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: keyPrefix, ...from });
      const { Contents = [], NextContinuationToken } = await client.send(command, { abortSignal: signal });
      return { keys: Contents.map(({ Key = '' }) => Key), next: NextContinuationToken };
    },
    close: () => client.destroy(),
  };
  const judge = (error: unknown) => ({ ...s3FaultOf(error), ...(host !== undefined && { host }) });
  return storeTarget(name, prefix, store, attemptsOf(name, judge, s3Remedies, options), options.atOnce);
}

/** A buffer, not a stream: it can be sent again, and its length and digest are known before. */
const bodyOf = (content: Buffer) => ({
  Body: content,
  ContentLength: content.length,
  ContentMD5: createHash('md5').update(content).digest('base64'),
});
