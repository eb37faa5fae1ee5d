/** A client of S3 that leaves retries and time limits to us, and says nothing on the terminal. */
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { TargetOptions } from '../options.ts';
import { parseEndpoint } from '../shared/endpoint.ts';

export interface S3Settings {
  readonly config: S3ClientConfig;
  /** For sentences; nothing for Amazon's own, whose names follow from the region. */
  readonly host?: string;
}

/** @throws UsageError for an endpoint that is none */
export function s3Settings({ environment, endpoint, atOnce = 16 }: TargetOptions): S3Settings {
  const url = parseEndpoint(endpoint ?? environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL);
  const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
  const isAmazon = url === undefined || /\.amazonaws\.com(?:\.cn)?$/.test(url.hostname);
  return {
    ...(url !== undefined && { host: url.host }),
    config: {
      ...credentialsIn(environment),
      // A server of one's own knows one region, and most call it so; Amazon's region stands in ~/.aws/config where it is not given.
      ...(region !== undefined ? { region } : !isAmazon && { region: 'us-east-1' }),
      ...(url !== undefined && { endpoint: url.href, forcePathStyle: true }),
      // Others do not know the checksums that Amazon's have calculated by default since 2025.
      ...(!isAmazon && {
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
      maxAttempts: 1,
      expectContinueHeader: false,
      requestHandler: {
        connectionTimeout: 10_000,
        httpAgent: { maxSockets: atOnce * 2 },
        httpsAgent: { maxSockets: atOnce * 2 },
      },
      logger: silent,
    },
  };
}

/** Keys in the environment come first, as they do in Amazon's own tools unless a profile is named; nothing leaves it to those. */
function credentialsIn({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_SESSION_TOKEN: sessionToken,
  AWS_PROFILE: profile,
}: TargetOptions['environment']): Pick<S3ClientConfig, 'credentials' | 'profile'> {
  if (profile) return { profile };
  if (!accessKeyId || !secretAccessKey) return {};
  return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } };
}

const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
