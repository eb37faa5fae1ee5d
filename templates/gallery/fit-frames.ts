/** The script of the gallery: makes each frame as high as what is in it, also after a tap has opened something there. */
export const fitFrames = `for (const frame of document.querySelectorAll('iframe')) {
  const fit = () => {
    const { body } = frame.contentDocument;
    frame.style.height = Math.ceil(body.getBoundingClientRect().height) + 2 + 'px';
  };
  const follow = () => {
    if (frame.contentDocument?.URL === 'about:blank') return;
    fit();
    new frame.contentWindow.ResizeObserver(fit).observe(frame.contentDocument.body);
  };
  frame.addEventListener('load', follow);
  if (frame.contentDocument?.readyState === 'complete') follow();
}`;
