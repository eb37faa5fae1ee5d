/** What Azure calls its faults. */
import type { RestError } from '@azure/storage-blob';
import type { Fault, FaultKind, Remedies } from '../shared/fault.ts';
import { httpFaultOf } from '../shared/http-fault.ts';

export function azureFaultOf(error: unknown): Fault {
  const { code, status, retryAfter, text } = answerOf(error);
  // One name for three faults, told apart by the words beside it.
  const told = code === 'AuthenticationFailed' ? wordsOfAuthentication(text) : code;
  return httpFaultOf({ code: told, status, retryAfter }, codes, error);
}

/** A creation of something that is there. */
export function isLostRace(error: unknown): boolean {
  const { code, status } = answerOf(error);
  return status === 412 || (status === 409 && (code === '' || lostCodes.includes(code)));
}

const lostCodes: readonly string[] = ['BlobAlreadyExists', 'ResourceAlreadyExists', 'ConditionNotMet'];

/** Also the place itself may be missing, which is told by another name. */
export function isMissing(error: unknown): boolean {
  const { code, status } = answerOf(error);
  return status === 404 && ['', 'BlobNotFound', 'ResourceNotFound'].includes(code);
}

/** Reads with care: the error may come from any depth of the library. */
function answerOf(error: unknown) {
  if (!(error instanceof Error)) return { code: '', status: undefined, retryAfter: undefined, text: '' };
  const { code, statusCode, response, name }: Partial<RestError> = error;
  return {
    code: (statusCode === undefined ? name : (response?.headers.get('x-ms-error-code') ?? code)) ?? '',
    status: statusCode,
    retryAfter: response?.headers.get('retry-after'),
    text: `${error.message} ${response?.bodyAsText ?? ''}`,
  };
}

function wordsOfAuthentication(text: string): string {
  if (/date header (?:is )?too old/i.test(text)) return 'RequestDateTooOld';
  return /not valid in the specified time frame/i.test(text) ? 'SignatureExpired' : 'AuthenticationFailed';
}

/** https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes, and the names of the errors of `@azure/identity`. */
const codes: Readonly<Record<string, FaultKind>> = {
  CredentialUnavailableError: 'no credentials',
  AggregateAuthenticationError: 'no credentials',
  AuthenticationRequiredError: 'no credentials',
  NoAuthenticationInformation: 'no credentials',
  AuthenticationError: 'wrong credentials',
  AuthenticationFailed: 'wrong credentials',
  InvalidAuthenticationInfo: 'wrong credentials',
  SignatureExpired: 'expired',
  RequestDateTooOld: 'clock',
  AuthorizationFailure: 'rights',
  AuthorizationPermissionMismatch: 'rights',
  AuthorizationProtocolMismatch: 'rights',
  AuthorizationResourceTypeMismatch: 'rights',
  AuthorizationServiceMismatch: 'rights',
  AuthorizationSourceIPMismatch: 'rights',
  InsufficientAccountPermissions: 'rights',
  AccountIsDisabled: 'rights',
  BlobImmutableDueToPolicy: 'rights',
  ContainerNotFound: 'place',
  ContainerBeingDeleted: 'place',
  ContainerDisabled: 'place',
  AccountLimitExceeded: 'full',
  ServerBusy: 'busy',
  InternalError: 'busy',
  OperationTimedOut: 'time-out',
  Md5Mismatch: 'broken',
};

export const azureRemedies: Remedies = {
  'no credentials':
    'Set AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN, or sign in with "az login".',
  'wrong credentials':
    'Check AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN, or sign in anew with "az login".',
  rights:
    'Check the key; give whoever signs in the role that "Targets" in scripts/README.md lists; and let the firewall of the account admit this computer.',
  expired: 'Make a new shared access signature and put it into AZURE_STORAGE_SAS_TOKEN.',
  place: 'Make the container first, or correct its name.',
  host: 'Check the name of the account, and whether this computer is online.',
};
