/** Asks a server as a browser does, without undoing what the answer is packed in. */
import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { buffer } from 'node:stream/consumers';

export interface Reply {
  readonly status: number;
  /** By their names in small letters; what was sent twice is joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** @param certificate whom to trust, for HTTPS */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  certificate?: string,
): Promise<Reply> {
  // A connection for each request: none of them holds a server up that is told to end.
  const options = { headers, agent: false };
  const request =
    certificate === undefined
      ? requestHttp(url, options)
      : requestHttps(url, { ...options, ca: certificate });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const body = await buffer(response);
  const joined = Object.entries(response.headersDistinct).map(([name, values = []]) => [
    name,
    values.join(', '),
  ]);
  return { status: response.statusCode ?? 0, headers: Object.fromEntries(joined), body };
}
