/** Keeps the screen awake until the returned function is called, where the browser can. The lock is lost with the tab's visibility and taken again. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let wanted = true;

  async function acquire(): Promise<void> {
    if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      const acquired = await navigator.wakeLock.request('screen');
      if (wanted) lock = acquired;
      else await acquired.release();
    } catch {
      // Low battery or a policy: the screen may go dark, nothing else suffers.
    }
  }
  const onVisible = () => void acquire();
  document.addEventListener('visibilitychange', onVisible);
  void acquire();

  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', onVisible);
    void lock?.release().catch(() => undefined); // already released with the tab's visibility
  };
}
