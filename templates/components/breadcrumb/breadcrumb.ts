import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import type { Language } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/** Returns the one link back to the parent: a whole trail would take two lines of a phone. */
export const breadcrumb = (
  page: Placed,
  parent: { readonly path: string; readonly title: string; readonly textLanguage?: Language | undefined },
): SafeHtml =>
  html`<a class="crumb back" href="${pageLink(page, parent.path)}"${langAttributes(page, parent.textLanguage)}>${parent.title}</a>`;
