/** The terminal of an administrator, on a server of which nothing is touched: what is the machine's lies in a folder of the test. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { operatorShell } from '../../support/guide.ts';

/** What the guide names as an example, and what stands for it here. */
export type Stands = () => Readonly<Record<string, string>>;

/**
 * Returns what runs commands of one session, one after the other: a later one begins in the folder where the one before has ended.
 *
 * @param server a new folder, below which `/srv`, `/etc` and `/mnt` lie
 * @param stick the folder that is `/media/usb`
 */
export async function ministryShell(
  server: string,
  stick: string,
  stands: Stands,
): Promise<(commands: string) => Promise<string>> {
  for (const folder of ['srv/passport-mirror', ...systemFolders])
    await mkdir(path.join(server, folder), { recursive: true });
  await mkdir(stick, { recursive: true });
  const session = path.join(server, 'session');
  return operatorShell(server, '', (commands) => {
    const own = Object.entries({ ...stands(), '/media/usb': stick }).reduce(
      (text, [example, stand]) => text.replaceAll(example, stand),
      // Only at the beginning of a path.
      commands.replace(/(?<=[\s,])\/(?=(?:srv|etc|mnt)\/)/g, `${server}/`),
    );
    return `${machine(server)}
[ ! -f "${session}" ] || cd "$(cat "${session}")"
${own}
pwd > "${session}"
`;
  });
}

const systemFolders = ['etc/nginx/sites-enabled', 'etc/systemd/system', 'etc/caddy', 'mnt/disk'];

/**
 * What only the administrator of a machine may do. Each of them looks at its words, as far as the real one would refuse them; `node` is
 * that of the tests.
 */
const machine = (server: string): string => `
sudo() {
  if [ "$1" = -u ]; then [ "$2" = passport-mirror ] || return 1; shift 2; fi
  "$@"
}
node() { "${process.execPath}" "$@"; }
apt() {
  [ "$1" = install ] || return 1; shift
  for package in "$@"; do
    case "$package" in nodejs|nginx|curl|certbot|python3-certbot-nginx|caddy) ;; *) return 1 ;; esac
  done
}
useradd() { [ "$*" = "--system --home-dir ${server}/srv/passport-mirror/kg --shell /usr/sbin/nologin passport-mirror" ]; }
userdel() { [ "$*" = passport-mirror ]; }
install() { [ "$1 $2 $3 $4 $5" = "-d -o passport-mirror -g passport-mirror" ] && mkdir "$6"; }
mount() { [ "$1 $2 $3" = "-o uid=passport-mirror /dev/sda1" ] && [ -d "$4" ]; }
umount() { [ -d "$1" ]; }
nginx() { [ "$*" = -t ] && [ -s "${server}/etc/nginx/sites-enabled/passport-mirror-kg.conf" ]; }
certbot() { [ "$1 $2" = "--nginx -d" ] && grep -q "server_name $3;" "${server}/etc/nginx/sites-enabled/"*; }
systemctl() {
  local verb="$1"; shift
  case "$verb" in
    enable|disable|start|stop)
      for unit in "$@"; do [ "$unit" = --now ] || [ -s "${server}/etc/systemd/system/$unit" ] || return 1; done ;;
    daemon-reload) [ $# = 0 ] ;;
    reload) [ "$*" = nginx ] || [ "$*" = caddy ] ;;
    *) return 1 ;;
  esac
}
`;
