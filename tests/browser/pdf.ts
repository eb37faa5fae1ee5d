import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';

export interface Printed {
  readonly pageCount: number;
  /** Of the first page, in points (1/72 inch). */
  readonly widthPt: number;
  readonly heightPt: number;
  /** Of all pages, one space between words, without soft hyphens. */
  readonly text: string;
}

/** What comes out of a printer with A4 in it. */
export async function printed(page: Page): Promise<Printed> {
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(1)).view;
  const { totalPages, text } = await extractText(pdf, { mergePages: true });
  return {
    pageCount: totalPages,
    widthPt: Math.round(right - left),
    heightPt: Math.round(top - bottom),
    text: text.replaceAll('\u00ad', '').replace(/\s+/g, ' '),
  };
}
