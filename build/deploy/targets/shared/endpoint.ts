import { UsageError } from '../../../cli/errors.ts';

/**
 * @param endpoint as it was given, or nothing
 * @throws UsageError that does not repeat it, when it is not the address of a server alone: the rest could hold a key
 */
export function parseEndpoint(endpoint: string | undefined): URL | undefined {
  if (endpoint === undefined || endpoint === '') return undefined;
  const url = URL.parse(endpoint);
  const isPlain = url !== null && url.username + url.password + url.search + url.hash === '';
  if (!isPlain || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      'The endpoint is the address of a server without any keys: --endpoint https://s3.example.org',
    );
  return url;
}
