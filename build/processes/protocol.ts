/** Jobs by their kind. Inputs and outputs are plain data: they are copied from process to process. */
export type Jobs = Readonly<Record<string, { readonly input: unknown; readonly output: unknown }>>;

export type Message = { readonly setup: unknown } | { readonly end: true } | Question;

export interface Question {
  readonly kind: string;
  readonly input: unknown;
}

export type Answer =
  | { readonly result: unknown }
  | { readonly message: string; readonly properties: Readonly<Record<string, unknown>> };
