import type { ErrorObject } from 'ajv';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Data, Document, Pointer, Value } from '../model/document.ts';
import { explainField } from './field-messages.ts';
import { schemaAt } from '../schema/walk.ts';
import { pointerOf, type Role, type Validator, validateData } from './validators.ts';

export interface CheckedFields {
  /** The fields, in the types of the schema when there are no diagnostics. */
  readonly data: Data;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks the fields of one document and locates each fault. */
export function checkFields(document: Document, validator: Validator, role: Role): CheckedFields {
  const { data, errors } = validateData(validator, document);
  const diagnostics = meaningful(errors).map((error): Diagnostic => {
    const pointer = pointerOf(error.instancePath);
    const name = nameOf(pointer);
    const { code, message, hint, atKey } = explainField(error, {
      name,
      value: valueAt(data, pointer),
      known: Object.keys(schemaAt(validator.schema, pointer)?.properties ?? {}),
      kindSchema: validator.kindSchema,
      translation: role === 'translation',
    });
    const range = atKey === undefined ? document.positions.value(pointer) : document.positions.key([...pointer, atKey]);
    return { code: `front-matter/${code}`, severity: 'error', file: document.path, ...range, message, ...(hint !== undefined && { hint }) };
  });
  return { data, diagnostics };
}

/** `image.alt`, `languages[0].tag` */
export const nameOf = (pointer: Pointer): string =>
  pointer.reduce<string>((name, key) => (/^\d+$/.test(String(key)) ? `${name}[${key}]` : name === '' ? String(key) : `${name}.${key}`), '');

/** Of an `anyOf`, only the branch that was meant is worth a word; `propertyNames` repeats itself for each pattern. */
function meaningful(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf').map((error) => error.instancePath);
  return errors.filter((error) => {
    if (error.propertyName !== undefined) return false;
    if (error.keyword === 'anyOf') return !errors.some((other) => isInside(other, error.instancePath));
    return !(choices.includes(error.instancePath) && error.keyword === 'type');
  });

  function isInside(other: ErrorObject, instancePath: string): boolean {
    return other.schemaPath.includes('/anyOf/') && other.instancePath.startsWith(instancePath) && other.keyword !== 'type' ;
  }
}

function valueAt(data: Data, pointer: readonly string[]): Value {
  let value: Value = data;
  for (const key of pointer) {
    value = Array.isArray(value) ? (value[Number(key)] ?? null) : ((value as Data | null)?.[key] ?? null);
  }
  return value;
}
