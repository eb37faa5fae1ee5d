/**
 * How a ministry keeps a copy of the site. It is written for an administrator without time: what to type stands whole, with the
 * address and the country of this very site.
 */
import { commands } from '../components/commands/commands.ts';
import { mirrorScript } from '../components/script.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { fileSize } from '../locale/measures.ts';
import type { MirrorPage } from '../model/page.ts';

/** Names of programs are the same in every language and script, and come into messages as values. */
const system = 'Debian 13';

export function mirrorPage(page: MirrorPage): string {
  const { t } = page.chrome;
  return document(
    page,
    html`<article><h1>${page.title}</h1><p class="lead">${page.summary}</p>
<div class="text"><h2>${t('What a mirror is')}</h2>
<p>${t('A mirror is a copy of the whole site on a server of your own. It is fast for readers nearby, and stays when the line to the outside breaks. It takes over new releases by itself, and shows nothing that was changed on the way: every file is compared with the signed list.')}</p>
<h2>${t('What you need')}</h2>
<ul><li>${t('a small server with {system}; 2 GB of memory are enough', { system })}</li>
<li>${t('{program} or newer, which {system} brings along', { program: 'Node 20.17', system })}</li>
<li>${t('the fingerprint of the root key, which begins with {beginning} and comes by letter or telephone, not from this site', { beginning: 'sha256:' })}</li></ul>
<h2>${t('Step by step')}</h2>
${steps(page)}
<h2>${t('Without a line: on a memory stick')}</h2>
<p>${t('Where there is a mirror, write a release to a stick; where there is no line, read it from there. It is checked in the same way.')}</p>
${onStick(mirror('export', '--to /media/usb'))}
${onStick(mirror('import', '--from /media/usb'))}
${questions(page)}</div></article>${mirrorScript(page)}`,
  );
}

function steps(page: MirrorPage): SafeHtml {
  const { t, format, countryCode, siteUrl } = page.chrome;
  const { path, bytes, sha256 } = page.program;
  const name = `passport-mirror-${countryCode}`;
  const folder = `/srv/passport-mirror/${countryCode}`;
  const file = path.split('/').at(-1);
  return html`<ol class="steps"><li>${t('Make a user and a folder for the mirror:')}
${commands(
  'sudo apt install nodejs nginx curl',
  `sudo useradd --system --home-dir ${folder} --shell /usr/sbin/nologin passport-mirror`,
  `sudo install -d -o passport-mirror -g passport-mirror ${folder}`,
  `cd ${folder}`,
)}</li>
<li>${t('Download the program:')} <a href="${pageLink(page, path)}" download translate="no">${file}</a> (${fileSize(t, format, bytes)})
${commands(asOwner(`curl --fail --remote-name ${siteUrl}${path.slice(1)}`), `sha256sum ${file}`)}
<p>${t('The second line has to show:')} <code translate="no">${sha256}</code></p></li>
<li>${t('Begin, with the fingerprint that you were told in place of the dots. The first copy takes a while, and goes on where it stopped when the line breaks.')}
${commands(asOwner(mirror('init', `--from ${siteUrl} --root sha256:…`)), asOwner(mirror('sync')))}</li>
<li>${t('Show it to readers, with the name of your server:')}
${commands(
  asOwner(mirror('config nginx', '--host-name mirror.example.org --out server')),
  `sudo cp server/${name}.conf /etc/nginx/sites-enabled/`,
  'sudo nginx -t && sudo systemctl reload nginx',
)}</li>
<li>${t('Let it look for new releases twice an hour:')}
${commands(
  asOwner(mirror('config systemd', '--out server')),
  `sudo cp server/${name}*.service server/${name}*.timer /etc/systemd/system/`,
  `sudo systemctl enable --now ${name}.timer ${name}-verify.timer`,
)}</li>
<li>${t('See whether all is well; the last two lines are for a monitoring system:')}
${commands(
  mirror('status'),
  'curl --fail http://mirror.example.org/_mirror/health.json',
  'curl --fail http://mirror.example.org/_mirror/metrics',
)}</li></ol>`;
}

const mirror = (command: string, options = ''): string =>
  `node passport-mirror.mjs ${command} --dir .${options && ` ${options}`}`;

/** What writes into the folder does so as its owner. */
const asOwner = (command: string): string => `sudo -u passport-mirror ${command}`;

/** Sticks have no owners of their own: the one of the mirror is given to them. */
const onStick = (command: string): SafeHtml =>
  commands(
    'sudo mkdir -p /media/usb',
    'sudo mount -o uid=passport-mirror /dev/sda1 /media/usb',
    asOwner(command),
    'sudo umount /media/usb',
  );

function questions({ chrome: { t, contact } }: MirrorPage): SafeHtml | false {
  const { email, url } = contact;
  const address = email === undefined ? url : `mailto:${email}`;
  return (
    address !== undefined &&
    html`<h2>${t('Where to ask')}</h2>
<p>${t('For the fingerprint and for help:')} <a href="${address}">${email ?? url}</a></p>`
  );
}
