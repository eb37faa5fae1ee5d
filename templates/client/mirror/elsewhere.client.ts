/**
 * Where this page is at home, when it is read on another server, which is then a mirror. Nothing at home, on the computer of an
 * author and in a file.
 */
export function homeElsewhere(): URL | undefined {
  const { href = '' } = document.querySelector<HTMLLinkElement>('link[rel=canonical]') ?? {};
  return /^https?:/.test(location.protocol) &&
    !/^(?:localhost|127\.0\.0\.1|\[::1])$/.test(location.hostname) &&
    !href.startsWith(`${location.origin}/`)
    ? new URL(href)
    : undefined;
}
