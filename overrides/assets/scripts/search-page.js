// The page of search results: the same finder and the same results, with an address to share.

const AT_FIRST = 10;
const REST = 200;

export async function start(element) {
  // Not at the top: what both need would become a file of its own, one more for every page.
  const { settings } = await import("./search.js");
  const { ResultList } = await import("./search/result_list.js");
  const own = settings(element);
  const form = element.querySelector("form");
  const [input, kind] = [form.elements.search, form.elements.kind];
  const more = element.querySelector(".search__more");
  const list = new ResultList(element, own);
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("search") ?? "";
  let limit = AT_FIRST;
  let timer = 0;

  const show = async () => {
    const address = new URL(location.href);
    for (const [name, value] of [["search", input.value.trim()], ["kind", kind.value]]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
    const found = await list.show(input.value, { kind: kind.value, limit, typing: true });
    if (found) more.hidden = !found.more;
  };
  const ready = list.fillKinds(kind, asked.get("kind") ?? "");

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  input.addEventListener("focus", () => own.finder(), { once: true });
  input.addEventListener("input", () => {
    limit = AT_FIRST;
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  });
  kind.addEventListener("change", show);
  more.addEventListener("click", () => {
    limit += AT_FIRST;
    show();
  });
  form.hidden = false;
  if (input.value) ready.then(show);
}
