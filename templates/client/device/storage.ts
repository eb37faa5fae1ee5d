/** Tells whether this browser keeps anything for the page: some block it, and a full device has no room. */
export function canKeep(): boolean {
  const probe = 'learning-passport-probe';
  try {
    localStorage.setItem(probe, probe);
    localStorage.removeItem(probe);
    return true;
  } catch {
    return false;
  }
}
