import type { ByScript, ScriptName } from '../client/script-names.ts';
import type { AssetFile } from '../model/published.ts';
import { brotliBytes } from './brotli.ts';
import { scriptBudgetsBytes } from './budgets.ts';

/**
 * Returns scripts that keep their budgets. No content makes them heavier: one that is too heavy is a fault of whoever wrote it.
 *
 * @throws Error
 */
export function requireLight(scripts: ByScript<AssetFile>): ByScript<AssetFile> {
  for (const [name, { bytes }] of Object.entries(scripts) as [ScriptName, AssetFile][]) {
    const sizeBytes = brotliBytes(bytes);
    if (sizeBytes > scriptBudgetsBytes[name])
      throw new Error(
        `templates/client/${name}.client.ts takes ${sizeBytes} bytes; its budget is ${scriptBudgetsBytes[name]}.`,
      );
  }
  return scripts;
}
