/**
 * What helps a phone at 2G, where a packet takes most of a second to its server and back, and a new connection three of them.
 *
 * What only the whole server or the machine can be told is a comment, for its administrator to decide on.
 */
export const slowLines = `# Slow lines: whole packets, the last of them at once; a connection that waits while a page is read, and while the signal is gone.
sendfile on;
tcp_nopush on;
tcp_nodelay on;
output_buffers 2 32k;
keepalive_timeout 180s;
keepalive_requests 1000;
send_timeout 120s;
# In the server block, beside its certificate: one connection for a page and its pictures, records that can be shown before the
# whole page has come, and one journey less for whoever comes back. Every answer here can be given twice, so early data does no harm.
#   listen 443 ssl http2;  # from nginx 1.25.1 on: "listen 443 ssl;" and "http2 on;"
#   ssl_protocols TLSv1.2 TLSv1.3;
#   ssl_buffer_size 4k;
#   ssl_session_cache shared:passport:10m;
#   ssl_session_timeout 1d;
#   ssl_early_data on;
# On the machine: packets that may be on the way before the first answer (10 of them are 14 KB: a lesson, but not its picture), and
# a pace that neither a pause nor a lost packet throws back.
#   ip route change default via GATEWAY dev INTERFACE initcwnd 20
#   sysctl net.ipv4.tcp_slow_start_after_idle=0 net.core.default_qdisc=fq net.ipv4.tcp_congestion_control=bbr
`;
