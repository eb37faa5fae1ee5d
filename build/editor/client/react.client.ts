/**
 * The part of Sveltia CMS that we use, as we use it. Its own types need those of React, which nothing else here does.
 *
 * Controls and previews are React components, made without JSX: Sveltia brings React along and hands out `createElement` and
 * `createClass` as globals.
 */
import type { ImmutableMap } from './immutable-map.ts';

export interface ControlProps {
  readonly value: unknown;
  readonly field: ImmutableMap;
  readonly forID: string;
  readonly classNameWrapper: string;
  readonly entry: ImmutableMap | undefined;
  readonly onChange: (value: unknown) => void;
  readonly addFile: (file: File) => Promise<string>;
}

export interface PreviewProps {
  readonly entry: ImmutableMap;
  readonly getAsset: (name: string) => Asset | undefined;
  readonly document: Document;
}

export interface Asset {
  readonly path: string;
  /** The bytes in base64. */
  toBase64(): Promise<string>;
}

/** `{ error: { message } }` keeps the entry from being saved. */
export type Verdict = true | { readonly error: { readonly message: string } };

export type Component = (props: never) => unknown;

interface Instance<Props> {
  readonly props: Props;
  forceUpdate(): void;
}

/** What `createClass` takes: methods that share a `this` with the props. */
export interface ClassSpec<Props> {
  readonly render: (this: Instance<Props>) => unknown;
  readonly isValid?: (this: Instance<Props>) => Verdict | Promise<Verdict>;
}

export interface ElementProps {
  readonly [name: string]: unknown;
}

declare global {
  interface Window {
    createElement(type: unknown, props?: ElementProps | null, ...children: unknown[]): unknown;
    createClass<Props>(spec: ClassSpec<Props>): Component;
  }
}

export const element = (type: unknown, props?: ElementProps | null, ...children: unknown[]): unknown =>
  window.createElement(type, props, ...children);
