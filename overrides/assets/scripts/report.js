/* The short form: a mistake is told, or a story withdrawn, without git. */

/* What a page of the site calls itself; "" where there is none. */
async function titleAt(root, path) {
  if (!/^(?:\/[a-z0-9-]+)+\/$/.test(path)) {
    return "";
  }
  try {
    const answer = await fetch(root + path.slice(1));
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    return page?.querySelector("article h1")?.textContent.replace(/\s+/g, " ").trim() ?? "";
  } catch {
    return "";
  }
}

export function start(root) {
  const facts = JSON.parse(document.getElementById(root.dataset.formFacts).textContent);
  const form = root.querySelector("form");
  const asked = new URLSearchParams(location.search);
  let loading;
  let rules;
  form.elements.page.value = (asked.get("page") ?? "").replace(/[^a-z0-9/-]/g, "");
  let subject = "";
  titleAt(facts.root, form.elements.page.value).then((title) => {
    subject = title;
    const shown = root.querySelector(".form-about");
    shown.querySelector("strong").textContent = title;
    shown.hidden = !title;
    form.elements.page.closest(".form-field").hidden = Boolean(title);
  });
  const about = [...form.elements.about].find((one) => one.value === asked.get("about"));
  if (about) {
    about.checked = true;
  }
  // Nobody has to say why a story is to go.
  const needed = () => {
    form.elements.text.required = form.elements.about.value !== "withdraw";
  };
  form.addEventListener("change", needed);
  needed();
  const parts = () => (loading ??= import("./form.js"));
  const said = root.querySelector(".form-report-problem");
  form.elements.text.addEventListener("input", async () => {
    const { loadedRules, ofText } = await parts();
    const { find } = await (rules ??= loadedRules(facts));
    const found = [...ofText(form.elements.text.value.normalize("NFC"), [], find)].filter(({ code }) => code.startsWith("personal_"));
    said.textContent = found.map(({ code, values }) => facts.words[code].replace("{value}", values.value)).join(" ");
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { copies, filled } = await parts();
    const chosen = [...form.elements.about].find((one) => one.checked);
    const page = form.elements.page.value;
    const title = `${chosen.parentElement.textContent.trim()}: ${subject ? `${subject} (${page})` : page}`;
    const text = [title, form.elements.text.value.trim()].filter(Boolean).join("\n\n") + "\n";
    const place = root.querySelector(".form-ways");
    const shown = root.querySelector(".form-report-ways").content.cloneNode(true);
    const keep = (name, address) => {
      const line = shown.querySelector(`[data-way="${name}"]`);
      if (address) {
        line.querySelector("a").href = address;
      } else {
        line.remove();
      }
    };
    const issue = facts.repository.issue && filled(facts.repository.issue, { title, body: text });
    keep("issue", issue && issue.length <= facts.repository.longest ? issue : null);
    keep("mail", facts.mailbox && `mailto:${facts.mailbox}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`);
    if (facts.repository.issue || facts.mailbox) {
      shown.querySelector("[data-way='nobody']").remove();
    }
    shown.querySelector("code").textContent = text;
    copies(shown.querySelector("[data-copy]"), text);
    place.replaceChildren(shown);
    place.hidden = false;
    place.focus();
  });
}
