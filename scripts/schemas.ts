/** `npm run schemas`: writes what is made of the JSON Schemas: `schemas/types.generated.ts`, and `.vscode/`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { generatedTypesFile, generateTypes } from '../build/schema/generate-types.ts';
import { vscodeFiles, vscodeFolder } from '../build/vscode/vscode-files.ts';

await writeFile(generatedTypesFile, await generateTypes());
await mkdir(vscodeFolder, { recursive: true });
for (const [name, text] of vscodeFiles()) await writeFile(new URL(name, vscodeFolder), text);
