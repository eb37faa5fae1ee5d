/** `npm run schemas`: writes `schemas/types.generated.ts` from the JSON Schemas. */
import { writeFile } from 'node:fs/promises';
import { generatedTypesFile, generateTypes } from '../build/schema/generate-types.ts';

await writeFile(generatedTypesFile, await generateTypes());
