/** What S3 and those who speak its protocol call their faults. */
import type { S3ServiceException } from '@aws-sdk/client-s3';
import type { Fault, FaultKind, Remedies } from '../shared/fault.ts';
import { httpFaultOf } from '../shared/http-fault.ts';

export function s3FaultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return httpFaultOf({}, codes, error);
  // Read with care: the error may come from any depth of the library.
  const { $metadata, $response }: Partial<S3ServiceException> = error;
  const code = error.message === 'Region is missing' ? 'RegionMissing' : error.name;
  return httpFaultOf(
    {
      code,
      status: $metadata?.httpStatusCode,
      retryAfter: $response?.headers['retry-after'],
    },
    codes,
    error,
  );
}

/** Two creations at once, or one of something that is there: somebody else was first. */
export const isLostRace = (error: unknown): boolean =>
  [409, 412].includes(statusOf(error) ?? 0) ||
  (error instanceof Error && ['PreconditionFailed', 'ConditionalRequestConflict'].includes(error.name));

/** Also the place itself may be missing, which is told by another name. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { $metadata }: Partial<S3ServiceException> = error;
  return $metadata?.httpStatusCode;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, and what MinIO and Ceph add. */
const codes: Readonly<Record<string, FaultKind>> = {
  CredentialsProviderError: 'no credentials',
  TokenProviderError: 'no credentials',
  InvalidAccessKeyId: 'wrong credentials',
  SignatureDoesNotMatch: 'wrong credentials',
  InvalidToken: 'wrong credentials',
  InvalidSecurity: 'wrong credentials',
  ExpiredToken: 'expired',
  TokenRefreshRequired: 'expired',
  AccessDenied: 'rights',
  AccountProblem: 'rights',
  AllAccessDisabled: 'rights',
  NoSuchBucket: 'place',
  AuthorizationHeaderMalformed: 'region',
  PermanentRedirect: 'region',
  TemporaryRedirect: 'region',
  IllegalLocationConstraintException: 'region',
  RegionMissing: 'region',
  RequestTimeTooSkewed: 'clock',
  RequestExpired: 'clock',
  QuotaExceeded: 'full',
  TooManyObjects: 'full',
  XMinioStorageFull: 'full',
  XMinioAdminBucketQuotaExceeded: 'full',
  SlowDown: 'busy',
  SlowDownRead: 'busy',
  SlowDownWrite: 'busy',
  RequestLimitExceeded: 'busy',
  BandwidthLimitExceeded: 'busy',
  Throttling: 'busy',
  ThrottlingException: 'busy',
  TooManyRequests: 'busy',
  ServiceUnavailable: 'busy',
  InternalError: 'busy',
  OperationAborted: 'busy',
  RequestTimeout: 'time-out',
  IncompleteBody: 'broken',
  BadDigest: 'broken',
};

export const s3Remedies: Remedies = {
  'no credentials':
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or sign in with "aws sso login".',
  'wrong credentials':
    'Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or AWS_PROFILE.',
  place: 'Make the bucket first, or correct its name, AWS_REGION or --endpoint.',
};
