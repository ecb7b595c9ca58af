/* The button that goes from the system's colours to light ones and to dark ones. */

const CHOICES = ["auto", "light", "dark"];
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

export function start(button) {
  const show = () => {
    const chosen = root.dataset.chosenScheme;
    const dark = chosen === "dark" || (chosen === "auto" && system.matches);
    root.dataset.mdColorScheme = dark ? "slate" : "default";
    button.setAttribute("aria-label", button.dataset[chosen]);
    button.title = button.dataset[chosen];
  };
  button.addEventListener("click", () => {
    const next = CHOICES[(CHOICES.indexOf(root.dataset.chosenScheme) + 1) % CHOICES.length];
    root.dataset.chosenScheme = next;
    try {
      localStorage.setItem("handbook.scheme", next);
    } catch {
      // Where storage is forbidden, the choice holds for this page.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}
