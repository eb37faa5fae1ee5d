import { openStaging, type Staging } from '../output/staging.ts';

/** Writes sites beside the published ones; whatever of them `write` has not published is removed. */
export async function stage<T>(out: string, write: (staging: Staging) => Promise<T>): Promise<T> {
  const staging = await openStaging(out);
  try {
    return await write(staging);
  } finally {
    await staging.discard();
  }
}
