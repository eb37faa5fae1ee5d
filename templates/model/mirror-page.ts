/** The page for those who want to keep a copy of the site. */
import type { PageBase } from './page-base.ts';

export interface MirrorPage extends PageBase {
  readonly kind: 'mirror';
  readonly program: {
    /** Site path: `/mirror/passport-mirror.mjs`. */
    readonly path: string;
    readonly bytes: number;
    /** Its digest in hexadecimal digits. */
    readonly sha256: string;
  };
}
