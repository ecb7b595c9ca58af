/* Marks the section being read in the list of contents. */

const BELOW_THE_BAR = 120;

export function start(list) {
  const links = new Map();
  for (const link of list.querySelectorAll("a[href*='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) {
      links.set(heading, link);
    }
  }
  const headings = [...links.keys()];
  let current;
  const mark = () => {
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < BELOW_THE_BAR).at(-1);
    if (read === current) {
      return;
    }
    links.get(current)?.removeAttribute("aria-current");
    links.get(read)?.setAttribute("aria-current", "true");
    current = read;
  };
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          mark();
        });
      }
    },
    { passive: true },
  );
  mark();
}
