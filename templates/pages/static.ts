import { colophon } from '../components/colophon/colophon.ts';
import { leadPicture } from '../components/picture/picture.ts';
import { markedAnswer, quizScript } from '../components/script.ts';
import { textBody, textHead } from '../components/text-head.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import type { StaticPage } from '../model/page.ts';

/** A page about the site itself: privacy, accessibility, safeguarding. */
export const staticPage = (page: StaticPage): string =>
  document(
    page,
    html`<article>
${textHead(page)}
${leadPicture(page, page.image)}
${textBody(page)}
${colophon(page, page)}
</article>${quizScript(page)}`,
    { scripted: markedAnswer(page) },
  );
