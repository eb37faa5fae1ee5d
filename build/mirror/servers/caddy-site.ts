import { caddyfile } from '../../pages/files/servers/caddyfile.ts';
import { metricsType } from '../health/metrics.ts';
import { languageFolder, ownFolder, type ServedMirror } from './served-mirror.ts';

/** Returns a file for Caddy 2, which follows the symbolic link to the current release with each request. */
export const caddySite = ({
  paths,
  hostNames,
  name,
}: ServedMirror): string => `# A mirror of a Learning Passport site.
#   sudo cp ${name}.caddy /etc/caddy/
#   echo "import ${name}.caddy" | sudo tee -a /etc/caddy/Caddyfile
#   sudo systemctl reload caddy
# Caddy runs as another user, who has to be let into every folder above: sudo chmod o+x ${paths.top}
# Caddy gets a certificate by itself for a name that is known all over the world; write http:// before the name where it is not.
${hostNames.length === 0 ? ':80' : hostNames.join(', ')} {
root * ${paths.current}

${body}
@passport_mirror path ${ownFolder}*
header @passport_mirror Cache-Control no-cache
@passport_metrics path ${ownFolder}metrics
header @passport_metrics Content-Type "${metricsType}"
}
`;

/** Without the lines that say where it is imported from. */
const body = caddyfile({ url: 'https://mirror.example/', languageFolders: [languageFolder] })
  .replace(/^(?:#.*\n)+\n/, '')
  // A language that this release does not have.
  .replace('rewrite * {re.passport.1}404.html', 'try_files {re.passport.1}404.html /404.html');
