/** Where files lie until they are proved. What is named `.part` goes on where it was cut off; anything else is made anew. */
import path from 'node:path';
import type { MirrorPaths } from '../folder/mirror-paths.ts';

export const incomingPart = ({ incoming }: MirrorPaths, name: string): string =>
  path.join(incoming, `${name}.part`);

export const incomingMade = ({ incoming }: MirrorPaths, name: string): string =>
  path.join(incoming, `${name}.made`);
