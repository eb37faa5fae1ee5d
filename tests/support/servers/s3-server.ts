/** A real S3 server: radosgw, one node with its objects in memory, one for all files of a run. */
import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { inject } from 'vitest';
import { sharedGateway } from './shared-gateway.ts';

export interface S3Server {
  /** For `--endpoint`: `http://127.0.0.1:7480`. */
  readonly endpoint: string;
  /** What a deployment needs to be let in. */
  readonly environment: Readonly<Record<string, string>>;
  /** Those of somebody who is known and has no rights. */
  readonly stranger: Readonly<Record<string, string>>;
  /**
   * Makes a bucket that everybody may read, under a name that nothing else in the run has.
   *
   * @param mostObjects more than which it is full
   */
  bucket(mostObjects?: number): Promise<{ readonly name: string; readonly url: string }>;
  /** Gives the stranger rights on a bucket, beside what everybody may. */
  grant(bucket: string, statements: readonly object[]): Promise<void>;
}

export async function startS3Server(): Promise<S3Server> {
  const gateway = await sharedGateway(inject('runFolder'));
  const { endpoint, users } = gateway;
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: users.owner, secretAccessKey: users.owner },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const setPolicy = (bucket: string, more: readonly object[]) =>
    client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: publicPolicy(bucket, more) }));
  return {
    endpoint,
    environment: credentials(users.owner),
    stranger: credentials(users.stranger),
    async bucket(mostObjects) {
      const name = `site-${randomBytes(6).toString('hex')}`;
      await client.send(new CreateBucketCommand({ Bucket: name }));
      await setPolicy(name, []);
      if (mostObjects !== undefined) await gateway.limit(name, mostObjects);
      return { name, url: `${endpoint}/${name}/` };
    },
    async grant(bucket, statements) {
      const Principal = { AWS: [`arn:aws:iam:::user/${users.stranger}`] };
      await setPolicy(
        bucket,
        statements.map((statement) => ({ ...statement, Principal })),
      );
    },
  };
}

const credentials = (user: string) => ({
  AWS_ACCESS_KEY_ID: user,
  AWS_SECRET_ACCESS_KEY: user,
  AWS_REGION: 'us-east-1',
});

const publicPolicy = (bucket: string, more: readonly object[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` },
      ...more,
    ],
  });
