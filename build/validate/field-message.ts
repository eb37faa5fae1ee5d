import type { Value } from '../model/document.ts';
import type { Schema } from '../schema/schemas.ts';
import type { Role } from './validators.ts';

export interface FieldMessage {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** A member is at fault: its key, or its value. */
  readonly at?: { readonly step: string | number; readonly key: boolean };
}

export interface FieldContext {
  /** `image.alt`, `lessons[2]`; empty for the root. */
  readonly name: string;
  readonly value: Value;
  /** Names of the fields that may stand in the same map. */
  readonly known: readonly string[];
  /** Those of them that must stand there. */
  readonly members: readonly string[];
  /** The field cannot be left out. */
  readonly required: boolean;
  /** The schema of the kind, for fields of the original that a translation cannot have. */
  readonly kindSchema: Schema;
  readonly role: Role;
  /** The field that was meant by an unknown one. */
  readonly meant: string | undefined;
}
