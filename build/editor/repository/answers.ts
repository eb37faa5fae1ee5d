/**
 * What the repository answers, as data.
 */
import type { ServerResponse } from 'node:http';
import { assetPolicy, securityHeaders } from '../../model/security-headers.ts';

/** Why something is not done: the editor shows the sentences to the author. */
export interface Refusal {
  /** Of HTTP, from 400. */
  readonly refused: number;
  /** What is wrong, and the way out. */
  readonly message: string;
  /** Methods that would be answered. */
  readonly allow?: string;
}

export type Answer =
  | { readonly json: object; readonly status?: 200 | 201 }
  | { readonly bytes: Uint8Array; readonly type: string }
  | Refusal;

export const refusal = (refused: number, message: string): Refusal => ({ refused, message });

export const isRefusal = <T extends object>(value: T | Refusal): value is Refusal => 'refused' in value;

/** Writes an answer without ending it; nobody elsewhere is allowed to read it, so that there is no header of CORS. */
export function writeAnswer(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>> = {},
): void {
  const isFile = 'bytes' in answer;
  const body = isFile
    ? answer.bytes
    : Buffer.from(JSON.stringify('json' in answer ? answer.json : { message: answer.message }));
  response.writeHead(statusOf(answer), {
    ...securityHeaders,
    'Content-Type': isFile ? answer.type : 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': isFile ? assetPolicy : "frame-ancestors 'none'; default-src 'none'",
    ...('refused' in answer && answer.allow !== undefined && { Allow: answer.allow }),
    ...headers,
  });
  response.write(body);
}

function statusOf(answer: Answer): number {
  if ('refused' in answer) return answer.refused;
  return 'json' in answer ? (answer.status ?? 200) : 200;
}
