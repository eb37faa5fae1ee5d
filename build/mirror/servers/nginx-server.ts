import { nginxConf } from '../../pages/files/servers/nginx-conf.ts';
import { metricsType } from '../health/metrics.ts';
import { languageFolder, ownFolder, type ServedMirror } from './served-mirror.ts';

/**
 * Returns a file for `sites-enabled/` of nginx 1.18 and newer.
 *
 * The current release is a symbolic link that nginx follows with each request: whatever remembers where it led would show half of one
 * release and half of another.
 */
export const nginxServer = ({
  paths,
  hostNames,
  name,
}: ServedMirror): string => `# A mirror of a Learning Passport site.
#   sudo cp ${name}.conf /etc/nginx/sites-enabled/
${hostNames.length === 0 ? '#   sudo rm -f /etc/nginx/sites-enabled/default  # which answers for every other name\n' : ''}#   sudo nginx -t && sudo systemctl reload nginx
# nginx runs as another user, who has to be let into every folder above: sudo chmod o+x ${paths.top}
# HTTPS: sudo apt install certbot python3-certbot-nginx && sudo certbot --nginx -d ${hostNames[0] ?? 'NAME'}
server {
listen 80;
listen [::]:80;
server_name ${hostNames.length === 0 ? '_' : hostNames.join(' ')};
root ${paths.current};
disable_symlinks off;
open_file_cache off;
# Pages are a sixth smaller after "apt install libnginx-mod-http-brotli-static" with
#   brotli_static on;

${body}
# A language that this release does not have.
if (!-f $document_root$passport_missing) {
  set $passport_missing /404.html;
}
if ($uri ~ "^${ownFolder}") {
  set $passport_lifetime "no-cache";
}
location = ${ownFolder}metrics {
  default_type "${metricsType}";
}
}
`;

/** Without the lines that say where it is included from. */
const body = nginxConf({ url: 'https://mirror.example/', languageFolders: [languageFolder] }).replace(
  /^(?:#.*\n)+\n/,
  '',
);
