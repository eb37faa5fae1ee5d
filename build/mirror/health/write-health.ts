/** What `/_mirror/` shows. Each file is there wholly or as it was before, whenever it is read. */
import path from 'node:path';
import { safeJson } from '../../diagnostics/printable.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { writeWhole } from '../folder/write-whole.ts';
import type { Health } from './health.ts';
import { formatMetrics } from './metrics.ts';

export const healthFiles = { json: 'health.json', metrics: 'metrics' } as const;

export async function writeHealth({ health: folder }: MirrorPaths, health: Health): Promise<void> {
  await writeWhole(path.join(folder, healthFiles.json), formatHealth(forEverybody(health)));
  await writeWhole(path.join(folder, healthFiles.metrics), formatMetrics(health));
}

export const formatHealth = (health: Health): string => `${safeJson(health)}\n`;

/** The whole world can read it: folders of the computer, with the name of whoever has put a stick in, are only told to its administrator. */
function forEverybody(health: Health): Health {
  const { advice, error } = health;
  return {
    ...health,
    advice: advice.map(withoutFolders),
    ...(error !== undefined && { error: { at: error.at, message: withoutFolders(error.message) } }),
  };
}

/** Of absolute paths the last name stays; addresses of servers are none. */
const withoutFolders = (text: string): string => text.replace(/(?<![\w.:/-])\/(?:[^\s"/]+\/)+/gu, '…/');
