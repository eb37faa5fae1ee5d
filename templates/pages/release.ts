/**
 * What a release is and which one this is. A build knows nothing of it, and the same build gives the same bytes: a release fills in
 * the slots, in the copy that it publishes.
 */
import { facts } from '../components/facts/facts.ts';
import { mirrorScript } from '../components/script.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import type { ReleasePage, ReleaseSlot } from '../model/release-page.ts';

export function releasePage(page: ReleasePage): string {
  const { t } = page.chrome;
  return document(
    page,
    html`<article><h1>${page.title}</h1><p class="lead">${page.summary}</p>
<div class="text"><h2>${t('What a release is')}</h2>
<p>${t('Whenever lessons, pictures or pages have changed, the whole site is published together, so that everything in it fits. Such a state is called a release, and each has a number.')}</p>
<h2>${t('The release that you see')}</h2>
${releaseFacts(page)}
<h2>${t('As it was published')}</h2>
<p>${t('Every file of a release has a fingerprint, and the list of all fingerprints is signed. If a single letter were changed on the way to you, or on a copy of this site, its fingerprint would no longer fit. So everybody can check that the pages are as they were published: you, your kindergarten, and those who keep a copy of the site.')}</p>
<p>${t('This page alone proves nothing: the signed list decides.')}</p>
<p><a href="${pageLink(page, page.mirrorPath)}">${t('Keep a copy of this site')}</a></p>
<p><a href="${pageLink(page, page.pointerPath)}">${t('For programs: this release as data')}</a></p></div></article>${mirrorScript(page)}`,
  );
}

function releaseFacts({ chrome: { t } }: ReleasePage): SafeHtml | false {
  const [before, after] = t('{size} MB', { size: '\n' }).split('\n');
  return facts([
    [t('Number'), slot('sequence')],
    [t('Published'), slot('released', t('not yet released'))],
    [t('Files'), slot('files')],
    [t('Size'), html`${before}${slot('bytes')}${after}`],
    [t('Version of the texts'), html`<code>${slot('revision')}</code>`],
    [t('Program packages'), html`<code>${slot('packages')}</code>`],
  ]);
}

/** @param empty what stands there until a release fills it in */
const slot = (name: ReleaseSlot, empty = '–'): SafeHtml => html`<span data-release="${name}">${empty}</span>`;
