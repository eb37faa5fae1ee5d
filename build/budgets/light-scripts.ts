import type { ByScript, LastingScriptName, LastingScripts, ScriptName } from '../client/script-names.ts';
import type { AssetFile } from '../model/published.ts';
import { brotliBytes } from './brotli.ts';
import { lastingScriptBudgetsBytes, scriptBudgetsBytes } from './budgets.ts';

/**
 * Returns scripts that keep their budgets. No content makes them heavier: one that is too heavy is a fault of whoever wrote it.
 *
 * @throws Error
 */
export function requireLight(scripts: ByScript<AssetFile>): ByScript<AssetFile> {
  for (const [name, { bytes }] of Object.entries(scripts) as [ScriptName, AssetFile][])
    weigh(name, bytes, scriptBudgetsBytes[name]);
  return scripts;
}

/** @throws Error */
export function requireLightLasting(scripts: LastingScripts): LastingScripts {
  for (const [name, bytes] of Object.entries(scripts) as [LastingScriptName, Uint8Array][])
    weigh(name, bytes, lastingScriptBudgetsBytes[name]);
  return scripts;
}

function weigh(name: string, bytes: Uint8Array, budgetBytes: number): void {
  const sizeBytes = brotliBytes(bytes);
  if (sizeBytes > budgetBytes)
    throw new Error(
      `templates/client/${name}.client.ts takes ${sizeBytes} bytes; its budget is ${budgetBytes}.`,
    );
}
