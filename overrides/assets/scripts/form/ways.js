/* Where a finished text can go: the repository's own page, a file, the clipboard, a mail. */

const bytes = (address) => new TextEncoder().encode(address).length;
export const filled = (address, values) => address.replace(/\{([a-z]+)\}/g, (_, name) => encodeURIComponent(values[name]));

export function ways(place, template, files, { repository, mailbox, words }, edited) {
  const title = document.createElement("p");
  title.textContent = repository.new || repository.edit || mailbox ? words.own_file : words.no_address;
  place.replaceChildren(title, ...files.map((file) => section(file, template, repository, mailbox, words, edited && file.kind === "practice")));
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
  made.querySelector("h3").textContent = file.path;
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
