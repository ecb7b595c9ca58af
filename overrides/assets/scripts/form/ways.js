/* Where a finished text can go: the repository's own page, a file, the clipboard, a mail. */

import { titleOf } from "./original.js";

const bytes = (address) => new TextEncoder().encode(address).length;
export const filled = (address, values) => address.replace(/\{([a-z]+)\}/g, (_, name) => encodeURIComponent(values[name]));

/* ``edited``: the first file stands in the handbook already. */
export function ways(place, template, files, { repository, mailbox, words, language, languages }, edited) {
  const intro = document.createElement("p");
  const done = files.length > 1 ? words.own_files : words.own_file;
  intro.textContent = repository.new || repository.edit || mailbox ? done : words.no_address;
  const sections = files.map((file, at) => {
    const title = [words[`sent.${file.kind}`], titleOf(file.fields, { language, languages })].filter(Boolean).join(": ");
    const heading = files.length > 1 ? `${at + 1}. ${title}` : title;
    return section({ ...file, heading }, template, repository, mailbox, words, edited && at === 0);
  });
  place.replaceChildren(intro, ...sections);
}

function section(file, template, repository, mailbox, words, isEdited) {
  const made = template.content.cloneNode(true).firstElementChild;
  const keep = (name, address) => {
    const line = made.querySelector(`[data-way="${name}"]`);
    if (address) {
      line.querySelector("a").href = address;
    } else {
      line.remove();
    }
  };
  const whole = repository.new && !isEdited ? filled(repository.new, { path: file.path, text: file.text }) : null;
  const fits = whole !== null && bytes(whole) <= repository.longest;
  made.querySelector("h3").textContent = file.heading;
  made.querySelector(".form-path").textContent = file.path;
  // Several files stand below each other: each button says which one it is for.
  for (const one of made.querySelectorAll("a, button")) {
    one.append(` – ${file.id}.yml`);
  }
  made.querySelector("code").textContent = file.text;
  keep("new", fits ? whole : null);
  keep("edit", repository.edit && isEdited ? repository.edit + file.path : null);
  if (whole === null || fits) {
    made.querySelector("[data-way='long']").remove();
  }
  keep("mail", mailbox && `mailto:${mailbox}?subject=${encodeURIComponent(`${words.mail_subject} ${file.id}`)}&body=${encodeURIComponent(file.text.length < 1500 ? file.text : "")}`);
  const download = made.querySelector(".form-download");
  download.href = URL.createObjectURL(new Blob([file.text], { type: "application/yaml" }));
  download.download = `${file.id}.yml`;
  copies(made.querySelector("[data-copy]"), file.text);
  return made;
}

export function copies(button, text) {
  const said = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = said;
    }, 3000);
  });
}
