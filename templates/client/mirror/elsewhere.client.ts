/**
 * Where this page is at home, when it is read on another server, which is then a mirror. Nothing at home and in a file; nor on the
 * computer of an author, where each country has a folder of its own, while a mirror that is tried out there has the paths of the site.
 */
export function homeElsewhere(): URL | undefined {
  const { protocol, hostname, origin, pathname } = location;
  const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  if (!link || !/^https?:/.test(protocol)) return undefined;
  const home = new URL(link.href);
  const isOwnComputer = /^(?:localhost|127\.|\[::1)/.test(hostname);
  return home.origin === origin || (isOwnComputer && home.pathname !== pathname) ? undefined : home;
}
