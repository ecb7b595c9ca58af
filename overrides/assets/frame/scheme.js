/* Before anything is drawn: the chosen colours, and the mark that scripts run. */

(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  let chosen = "auto";
  try {
    chosen = localStorage.getItem("handbook.scheme") ?? chosen;
  } catch {
    // Where storage is forbidden, the system's colours are used.
  }
  const dark = chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.chosenScheme = chosen;
  root.dataset.mdColorScheme = dark ? "slate" : "default";
})();
