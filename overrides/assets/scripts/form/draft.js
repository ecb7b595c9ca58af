/* What was written so far, kept on this device only. */

const PAUSE = 400;

export function draft(key) {
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    forget() {
      try {
        localStorage.removeItem(key);
      } catch {
        // Where storage is forbidden, nothing was kept.
      }
    },
  };
}

/* Keeps what is written and goes on with `then` when the writer pauses; keeps it at once when she
   leaves, since a telephone may never come back to the page. */
export function keeping(keep, then) {
  let waiting = 0;
  const stop = () => {
    clearTimeout(waiting);
    waiting = 0;
  };
  const left = () => waiting && keep();
  document.addEventListener("visibilitychange", left);
  window.addEventListener("pagehide", left);
  return {
    again() {
      stop();
      waiting = setTimeout(() => {
        waiting = 0;
        then(keep());
      }, PAUSE);
    },
    stop,
  };
}
