// The page of search results: the same finder and the same results, with an address to share.

const AT_FIRST = 10;
const REST = 200;

export async function start(element) {
  // Not at the top: what both need would become a file of its own, one more for every page.
  const { settings } = await import("./search.js");
  const own = settings(element);
  const form = element.querySelector("form");
  const [input, kind] = [form.elements.search, form.elements.kind];
  const more = element.querySelector(".search__more");
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("search") ?? "";
  let limit = AT_FIRST;
  let timer = 0;

  // Nothing of the index is loaded before somebody wants to search.
  let making;
  const ready = () => (making ??= made());
  const made = async () => {
    const { ResultList } = await import("./search/result_list.js");
    const list = new ResultList(element, own);
    // Where the index cannot be loaded, the list says so at the first query.
    const found = await own.finder().catch(() => null);
    const chosen = asked.get("kind");
    const known = found?.about.kinds[chosen];
    if (known) kind.append(new Option(known, chosen, true, true));
    return list;
  };

  const show = async () => {
    const list = await ready();
    const address = new URL(location.href);
    for (const [name, value] of [["search", input.value.trim()], ["kind", kind.value]]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
    for (const link of document.querySelectorAll("a[hreflang]")) {
      const there = new URL(link.href);
      there.search = address.search;
      link.href = there;
    }
    const found = await list.show(input.value, { kind: kind.value, limit, typing: true });
    if (!found) return;
    more.hidden = !found.more;
    list.hideKinds(kind, found);
    await list.offerKinds(kind, found);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  form.addEventListener("focusin", ready, { once: true });
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
  if (input.value) show();
}
