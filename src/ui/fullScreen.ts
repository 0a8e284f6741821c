/** True while the page itself gives the full screen back. */
let givingBack = false;

/** Asks the browser for the whole screen; where it refuses, the window has to do. */
export async function enterFullScreen(): Promise<void> {
  // Without a press before it the browser would refuse, and complain.
  if (!document.fullscreenEnabled || !navigator.userActivation?.isActive) return;
  await document.documentElement.requestFullscreen().catch(() => {});
}

export async function leaveFullScreen(): Promise<void> {
  if (!document.fullscreenElement) return;
  givingBack = true;
  await document.exitFullscreen().catch(() => {});
}

export async function toggleFullScreen(): Promise<void> {
  await (document.fullscreenElement ? leaveFullScreen() : enterFullScreen());
}

/** Calls `listener` when the full screen was left by other means than ours, as by Escape. */
export function onFullScreenLeft(listener: () => void): () => void {
  const changed = () => {
    if (document.fullscreenElement) return;
    if (!givingBack) listener();
    givingBack = false;
  };
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
}
