import type { ErrorObject } from 'ajv';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Data, Document, Pointer, Value } from '../model/document.ts';
import type { Schema } from '../schema/schemas.ts';
import { type Leaf, leavesOf, schemaAt } from '../schema/walk.ts';
import { explainField } from './field-messages.ts';
import { pointerOf, type Role, type Validator, validateData } from './validators.ts';

export interface CheckedFields {
  /** The fields, in the types of the schema when there are no diagnostics. */
  readonly data: Data;
  /** The texts among them, with what the schema says of each. */
  readonly leaves: readonly Leaf[];
  /** Fields of the root in which something is wrong. */
  readonly faulty: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks the fields of one document and locates each fault. */
export function checkFields(document: Document, validator: Validator, role: Role): CheckedFields {
  const { data, errors } = validateData(validator, document);
  const renamed = findRenamed(errors, validator.schema);
  const faulty = new Set<string>();
  const diagnostics = meaningful(errors).flatMap((error): Diagnostic[] => {
    const pointer = pointerOf(error.instancePath);
    const [field = String(error.params.additionalProperty ?? error.params.missingProperty ?? '')] = pointer;
    faulty.add(field);
    if (renamed.missing.has(error)) return [];
    const schema = schemaAt(validator.schema, pointer);
    const parent = schemaAt(validator.schema, pointer.slice(0, -1));
    const { code, message, hint, at } = explainField(error, {
      name: nameOf(pointer),
      value: valueAt(data, pointer),
      known: Object.keys(schema?.properties ?? {}),
      members: schema?.required ?? [],
      required: parent?.required?.includes(pointer.at(-1) ?? '') ?? false,
      kindSchema: validator.kindSchema,
      role,
      meant: renamed.meant.get(error),
    });
    const range =
      at === undefined
        ? document.positions.value(pointer)
        : at.key
          ? document.positions.key([...pointer, at.step])
          : document.positions.value([...pointer, at.step]);
    return [
      { code: `front-matter/${code}`, severity: 'error', file: document.path, ...range, message, hint },
    ];
  });
  const leaves = leavesOf(validator.schema, data);
  return { data, leaves, faulty, diagnostics: [...diagnostics, ...checkBlank(document, leaves)] };
}

/** A text of spaces alone passes every schema and shows nothing. */
function checkBlank(document: Document, leaves: readonly Leaf[]): Diagnostic[] {
  const blank = leaves.filter(({ value }) => value !== '' && /^[\s\u200b-\u200f\u2060\ufeff]*$/.test(value));
  return blank.map(({ pointer }) => ({
    code: 'front-matter/empty',
    severity: 'error',
    file: document.path,
    ...document.positions.value(pointer),
    message: `${nameOf(pointer)} is empty`,
    hint: 'fill it in',
  }));
}

interface Renamed {
  /** Of an unknown field, the one that was meant. */
  readonly meant: ReadonlyMap<ErrorObject, string>;
  /** What is missing only because its name is misspelt. */
  readonly missing: ReadonlySet<ErrorObject>;
}

/** A required field under a wrong name is one fault, not two. */
function findRenamed(errors: readonly ErrorObject[], schema: Schema): Renamed {
  const meant = new Map<ErrorObject, string>();
  const missing = new Set<ErrorObject>();
  for (const [path, group] of Map.groupBy(errors, (error) => error.instancePath)) {
    const unknown = group.filter(({ keyword }) => keyword === 'additionalProperties');
    const required = group.filter(({ keyword }) => keyword === 'required');
    const known = Object.keys(schemaAt(schema, pointerOf(path))?.properties ?? {});
    for (const error of unknown) {
      const name = suggest(String(error.params.additionalProperty), known);
      if (name === undefined) continue;
      meant.set(error, name);
      const twin = required.find(({ params }) => params.missingProperty === name);
      if (twin !== undefined) missing.add(twin);
    }
    const [otherNames, others] = [
      unknown.filter((error) => !meant.has(error)),
      required.filter((error) => !missing.has(error)),
    ];
    if (path === '' || otherNames.length !== others.length) continue;
    for (const [index, error] of otherNames.entries()) {
      const twin = others[index];
      if (twin === undefined) continue;
      meant.set(error, String(twin.params.missingProperty));
      missing.add(twin);
    }
  }
  return { meant, missing };
}

/** `image.alt`, `languages[0].tag` */
export const nameOf = (pointer: Pointer): string =>
  pointer.reduce<string>(
    (name, key) =>
      /^\d+$/.test(String(key)) ? `${name}[${key}]` : name === '' ? String(key) : `${name}.${key}`,
    '',
  );

/** Of an `anyOf`, only the branch that was meant is worth a word; `propertyNames` repeats itself for each pattern. */
function meaningful(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf').map((error) => error.instancePath);
  return errors.filter((error) => {
    if (error.propertyName !== undefined) return false;
    if (
      error.keyword === 'pattern' &&
      errors.some((other) => other.keyword === 'format' && other.instancePath === error.instancePath)
    )
      return false;
    if (error.keyword === 'anyOf') return !errors.some((other) => isInside(other, error.instancePath));
    return !(choices.includes(error.instancePath) && error.keyword === 'type');
  });

  function isInside(other: ErrorObject, instancePath: string): boolean {
    return (
      other.schemaPath.includes('/anyOf/') &&
      other.instancePath.startsWith(instancePath) &&
      other.keyword !== 'type'
    );
  }
}

function valueAt(data: Data, pointer: readonly string[]): Value {
  let value: Value = data;
  for (const key of pointer) {
    value = Array.isArray(value) ? (value[Number(key)] ?? null) : ((value as Data | null)?.[key] ?? null);
  }
  return value;
}
