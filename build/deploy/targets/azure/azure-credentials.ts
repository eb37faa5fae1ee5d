/** Where Azure's credentials come from: the variables that its own tools read, else whoever is signed in or the machine itself. */
import { EnvironmentError, UsageError } from '../../../cli/errors.ts';
import type { TargetOptions } from '../options.ts';
import { parseEndpoint } from '../shared/endpoint.ts';

export type AzureCredentials =
  | { readonly kind: 'key'; readonly key: string }
  /** Without a question mark in front. */
  | { readonly kind: 'signature'; readonly signature: string }
  | { readonly kind: 'identity' };

export interface AzureAccess {
  /** Of the account, without a slash at its end. */
  readonly url: string;
  readonly credentials: AzureCredentials;
}

/**
 * @throws EnvironmentError for a connection string that is none, or of another account, and for no credentials without https; UsageError for an endpoint that is none
 */
export function azureAccess(account: string, { environment, endpoint }: TargetOptions): AzureAccess {
  const given = endpoint ?? environment.AZURE_STORAGE_BLOB_ENDPOINT;
  const connection = environment.AZURE_STORAGE_CONNECTION_STRING;
  if (connection) {
    const parts = parseConnection(connection);
    if (parts.AccountName !== undefined && parts.AccountName !== account)
      throw new EnvironmentError(
        `AZURE_STORAGE_CONNECTION_STRING is for the account "${parts.AccountName}", and the address names "${account}". Correct one of them.`,
      );
    return {
      url: urlOf(account, given ?? parts.BlobEndpoint, parts.EndpointSuffix),
      credentials: credentialsOf(parts.AccountKey, parts.SharedAccessSignature),
    };
  }
  const url = urlOf(account, given);
  const credentials = credentialsOf(environment.AZURE_STORAGE_KEY, environment.AZURE_STORAGE_SAS_TOKEN);
  if (credentials.kind === 'identity' && !url.startsWith('https:'))
    throw new EnvironmentError(
      `There are no credentials for the account "${account}". Set AZURE_STORAGE_KEY; whoever is signed in is believed only over https.`,
    );
  return { url, credentials };
}

function credentialsOf(key: string | undefined, signature: string | undefined): AzureCredentials {
  if (key) return { kind: 'key', key };
  return signature ? { kind: 'signature', signature: signature.replace(/^\?/, '') } : { kind: 'identity' };
}

/** `AccountName=…;AccountKey=…`; keys end with equals signs. */
function parseConnection(text: string): Readonly<Record<string, string | undefined>> {
  const parts = Object.fromEntries(
    text
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]),
  );
  if (parts.AccountKey === undefined && parts.SharedAccessSignature === undefined)
    throw new EnvironmentError(
      'AZURE_STORAGE_CONNECTION_STRING is not a connection string: it has neither AccountKey nor SharedAccessSignature. Copy it anew from "Access keys" of the account.',
    );
  return parts;
}

/** @throws UsageError */
function urlOf(account: string, endpoint: string | undefined, suffix = 'core.windows.net'): string {
  let url: URL | undefined;
  try {
    url = parseEndpoint(endpoint);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      'The endpoint is the address of the account without any keys: --endpoint https://account.blob.core.windows.net',
    );
  }
  if (url === undefined) return `https://${account}.blob.${suffix}`;
  // A server that knows many accounts by one name, Azurite for example, has the account as the first folder.
  const isOwnName = url.hostname.split('.')[0] === account || url.pathname !== '/';
  return (isOwnName ? url.href : new URL(account, url).href).replace(/\/$/, '');
}
