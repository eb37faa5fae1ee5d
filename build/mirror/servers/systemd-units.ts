/**
 * Units for systemd: a synchronisation twice an hour, and a look at every file once a week, each by a user who may write into the
 * folder of the mirror and nowhere else.
 */
import type { ServedMirror } from './served-mirror.ts';

/**
 * Returns the units by the names of their files.
 *
 * @param node the program of Node, by its absolute path
 */
export const systemdUnits = (mirror: ServedMirror, node: string): ReadonlyMap<string, string> =>
  new Map([
    [`${mirror.name}.service`, service(mirror, node, 'sync')],
    [`${mirror.name}.timer`, timer('Asks twice an hour for a new release', everyHalfHour)],
    [`${mirror.name}-verify.service`, service(mirror, node, 'verify')],
    [`${mirror.name}-verify.timer`, timer('Looks through all files of the mirror each week', everyWeek)],
  ]);

/** What an administrator does with them, in a comment. */
export const installation = ({ name, paths }: ServedMirror): string => `# Once, for the user and the units:
#   sudo useradd --system --home-dir ${paths.top} --shell /usr/sbin/nologin passport-mirror
#   sudo chown -R passport-mirror: ${paths.top}
#   sudo cp ${name}*.service ${name}*.timer /etc/systemd/system/
#   sudo systemctl daemon-reload
#   sudo systemctl enable --now ${name}.timer ${name}-verify.timer
# Then "systemctl list-timers" says when they run next, and "journalctl -u ${name}" what they said.
`;

const descriptions = {
  sync: 'Mirror of a Learning Passport site: takes over the newest release',
  verify: 'Mirror of a Learning Passport site: looks through all files',
} as const;

/** A first synchronisation over a bad line takes days, so that it has no limit of time: one that hangs is ended by the program. */
const service = ({ paths, name }: ServedMirror, node: string, command: 'sync' | 'verify'): string => `[Unit]
Description=${descriptions[command]}
Wants=network-online.target
After=network-online.target${command === 'verify' ? ` ${name}.service` : ''}

[Service]
Type=oneshot
User=passport-mirror
WorkingDirectory=${paths.top}
ExecStart=${node} --max-old-space-size=160 ${paths.program} ${command} --dir ${paths.top}
TimeoutStartSec=infinity
UMask=0022

# Readers and other programs of this computer come first.
Nice=10
IOSchedulingClass=idle
MemoryMax=300M
TasksMax=64

# It writes into its folder, speaks to upstreams, and does nothing else. MemoryDenyWriteExecute= is not for Node, which compiles.
ReadWritePaths=${paths.top}
ProtectSystem=strict
ProtectHome=${/^\/(?:home|root)\//.test(paths.top) ? 'read-only' : 'true'}
PrivateTmp=true
PrivateDevices=true
PrivateUsers=true
ProtectProc=invisible
ProtectClock=true
ProtectHostname=true
ProtectKernelTunables=true
ProtectKernelModules=true
ProtectKernelLogs=true
ProtectControlGroups=true
NoNewPrivileges=true
CapabilityBoundingSet=
AmbientCapabilities=
RestrictAddressFamilies=AF_INET AF_INET6
RestrictNamespaces=true
RestrictRealtime=true
RestrictSUIDSGID=true
LockPersonality=true
RemoveIPC=true
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
`;

const everyHalfHour = 'OnCalendar=*:0/30\nRandomizedDelaySec=10min';
const everyWeek = 'OnCalendar=Sun 02:00\nRandomizedDelaySec=3h';

/** Persistent: what was missed while the computer was off is made up for when it starts. */
const timer = (description: string, when: string): string => `[Unit]
Description=${description}

[Timer]
${when}
Persistent=true

[Install]
WantedBy=timers.target
`;
