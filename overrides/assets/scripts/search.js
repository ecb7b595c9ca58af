// The search field: small until somebody uses it; everything else is loaded on its first focus.
const finders = new Map();

// The finder of a language, loaded once; `place` is the folder with all languages' indexes.
function finder(place, language) {
  if (!finders.has(language)) {
    const made = Promise.all([import("./search/find.js"), import("./search/pagefind.js")]).then(
      async ([{ Finder }, { openIndex }]) =>
        new Finder(await openIndex(new URL(`${language}/`, place).href)),
    );
    made.catch(() => finders.delete(language));
    finders.set(language, made);
  }
  return finders.get(language);
}

export function settings(element) {
  const address = (name) => new URL(element.dataset[name], document.baseURI).href;
  const place = address("index");
  const language = document.documentElement.lang;
  return {
    language,
    root: address("root"),
    page: address("page"),
    failed: element.dataset.failed,
    finder: (one = language) => finder(place, one),
  };
}

async function handbookSearch(own, query, { language = own.language, limit = 10 } = {}) {
  const found = await own.finder(language);
  const { Messages } = await import("./search/messages.js");
  const { results, notes } = await found.find(query, { limit });
  const messages = new Messages(found.about);
  const labels = messages.notes(notes);
  return results.map(({ title, url, kind, score, matched, ...more }) => ({
    title,
    url,
    kind,
    score,
    matched,
    labels: [...labels, ...messages.shortcomings(more)],
  }));
}

export function start(element) {
  const own = settings(element);
  window.handbookSearch = (query, options) => handbookSearch(own, query, options);
  let box = null;
  const opened = () => {
    box ??= import("./search/box.js").then(({ Box }) => new Box(element, own));
    return box;
  };
  const input = element.querySelector("input");
  const open = async () => (await opened()).open();
  input.addEventListener("focus", open);
  element.querySelector(".search__open").addEventListener("click", (event) => {
    event.preventDefault();
    element.classList.add("search--open");
    input.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    element.classList.add("search--open");
    input.focus();
  });
  const asked = new URLSearchParams(location.search).get("search");
  if (asked && !document.querySelector("[data-module='search-page']")) {
    input.value = asked;
    element.classList.add("search--open");
    input.focus();
  }
}
