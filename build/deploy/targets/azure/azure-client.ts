/** A client of a container that leaves retries and time limits to us. */
import type { ContainerClient } from '@azure/storage-blob';
import type { AzureAccess } from './azure-credentials.ts';

/** Loads what signs in only for those who do. */
export async function containerClient(
  account: string,
  container: string,
  { url, credentials }: AzureAccess,
): Promise<ContainerClient> {
  const { BlobServiceClient, StorageSharedKeyCredential } = await import('@azure/storage-blob');
  const options = { retryOptions: { maxTries: 1 } };
  const service = async () => {
    switch (credentials.kind) {
      case 'key':
        return new BlobServiceClient(url, new StorageSharedKeyCredential(account, credentials.key), options);
      case 'signature':
        return new BlobServiceClient(`${url}?${credentials.signature}`, undefined, options);
      case 'identity': {
        const { DefaultAzureCredential } = await import('@azure/identity');
        return new BlobServiceClient(url, new DefaultAzureCredential(), options);
      }
    }
  };
  return (await service()).getContainerClient(container);
}
