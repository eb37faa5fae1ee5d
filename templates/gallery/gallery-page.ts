/**
 * The gallery: every component in every state, each in a frame of its own, so that it meets the width, the colours and the direction
 * that a page would give it. English, for developers and designers; never published.
 */
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { workshopPage } from '../layouts/workshop.ts';
import type { StyleSheets } from '../styles/stylesheet.ts';
import { anchorOf } from './anchor.ts';
import { type ColourScheme, inScheme } from './colour-scheme.ts';
import { fitFrames } from './fit-frames.ts';

export interface Gallery {
  readonly settings: readonly GallerySetting[];
  readonly components: readonly ShownComponent[];
  readonly sheets: StyleSheets;
  readonly scheme?: ColourScheme | undefined;
  /** Of the frames, in px; without it they are as wide as there is room. */
  readonly widthPx?: number | undefined;
}

/** What can be chosen for all examples at once. */
export interface GallerySetting {
  readonly label: string;
  readonly choices: readonly {
    readonly label: string;
    /** Of the label, where it is not English. */
    readonly lang?: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
}

export interface ShownComponent {
  readonly name: string;
  /** None when nobody has written any. */
  readonly examples: readonly ShownExample[];
}

export interface ShownExample {
  readonly state: string;
  /** Where it stands alone. */
  readonly href: string;
  /** What an author writes to get it. */
  readonly markdown?: { readonly text: string; readonly lang: string };
}

/** Returns the whole page. */
export function renderGallery(gallery: Gallery): string {
  const { components, sheets, scheme } = gallery;
  return workshopPage(
    'Gallery of components',
    html`<p class="lead">Every component in every state, from the examples in its folder. The words of the interface are those of the chosen language; titles are from its courses and materials, where there are any.</p>
<nav class="settings" aria-label="Settings">${gallery.settings.map(setting)}</nav>
<div class="gallery"><nav class="index" aria-label="Components"><ul>${components.map(
      ({ name, examples }) =>
        html`<li><a href="#${name}">${name} <span class="meta">${examples.length}</span></a></li>`,
    )}</ul></nav>
<div>${components.map((component) => section(component, gallery))}</div></div>`,
    { sheets: inScheme(sheets, scheme), frames: true, script: fitFrames },
  );
}

const setting = ({ label, choices }: GallerySetting): SafeHtml =>
  html`<div><h2 class="k">${label}</h2><ul>${choices.map(
    (choice) =>
      html`<li><a href="${choice.href}"${choice.isCurrent && html` aria-current="true"`}${choice.lang && html` lang="${choice.lang}"`}>${choice.label}</a></li>`,
  )}</ul></div>`;

const section = ({ name, examples }: ShownComponent, gallery: Gallery): SafeHtml =>
  html`<section aria-labelledby="${name}"><h2 id="${name}"><a href="#${name}">${name}</a></h2>
${examples.map((example) => framed(name, example, gallery))}${examples.length === 0 && html`<p>It has no examples yet: write <code>${name}.examples.ts</code> into its folder.</p>`}</section>
`;

function framed(component: string, { state, href, markdown }: ShownExample, { widthPx }: Gallery): SafeHtml {
  const anchor = `${component}-${anchorOf(state)}`;
  return html`<article aria-labelledby="${anchor}"><div class="state"><h3 id="${anchor}"><a href="#${anchor}">${state}</a></h3><a class="open" href="${href}" aria-describedby="${anchor}">Alone</a></div>
<iframe src="${href}" title="${component}: ${state}" loading="lazy"${widthPx !== undefined && html` width="${widthPx}"`}></iframe>
${markdown && html`<details><summary>Markdown</summary><pre tabindex="0" lang="${markdown.lang}">${markdown.text}</pre></details>`}</article>
`;
}
