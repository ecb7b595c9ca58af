/* What is wrong, in the words of the check: beside the questions while one types, in a list at the end. */

const BLOCKS = (problem) => (problem.severity ?? "error") === "error";

export function messages(form, { words, labels }) {
  const fill = (text, values) => text.replace(/\{([a-z_]+)\}/g, (all, name) => values[name] ?? all);
  const sentence = ({ code, values, severity }, element) => {
    const value = code === "NO_SUCH_DATE" ? (element?.value ?? values.value) : values.value; // as it was typed
    const told = fill(words[code.toLowerCase()] ?? code, { ...values, value, name: values.name in labels ? labels[values.name] : values.name });
    return severity === "question" ? `${told} ${words["report.question"]}` : told;
  };

  /* The element that a path leads to, or the nearest one around it. */
  function elementOf(path) {
    let [owner, rest] = [form, [...path]];
    let element = null;
    while (rest.length) {
      const list = owner.querySelector(`[data-list="${rest[0]}"]`);
      const item = typeof rest[1] === "number" ? list?.querySelector(".form-items").children[rest[1]] : null;
      if (!item) {
        break;
      }
      [owner, element] = [item, item];
      rest = rest.slice(2);
    }
    for (let length = rest.length; length; length -= 1) {
      const name = rest.slice(0, length).filter((part) => typeof part === "string").join(".");
      const found = [...owner.querySelectorAll(`[data-path="${name}"], [data-of="${name}"]`)];
      const best = found.find((one) => one.matches("input:not([type=radio], [type=checkbox]), textarea, select")) ?? found[0];
      if (best && !best.closest("[hidden]")) {
        return best;
      }
    }
    return element ?? form.querySelector(`[data-of="${path[0]}"]`);
  }

  const holderOf = (element) => element.closest(".form-wording, .form-field, .form-group, [data-item]") ?? element;
  /* The question as a whole in which a control stands. */
  const placeOf = (control) => {
    let place;
    for (let around = control.closest("[data-of]"); around; around = around.parentElement.closest("[data-of]")) {
      place = around.dataset.of;
    }
    return place;
  };

  /* The question, and inside it the smaller one. */
  function called(problem, element) {
    const own = element.closest("[data-of]") ?? element;
    const label = own.querySelector(".form-label, legend, label")?.cloneNode(true);
    label?.querySelectorAll(".form-required, .form-number").forEach((one) => one.remove());
    const said = label?.textContent.trim() ?? "";
    const whole = labels[problem.path[0]];
    return own.dataset.of === problem.path[0] ? (whole ?? said) : [whole, said].filter(Boolean).join(" – ");
  }

  function clear() {
    form.querySelectorAll(".form-problem").forEach((one) => one.remove());
    for (const control of form.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-errormessage");
    }
  }

  /* As the questions stand on the page; what has no place there comes last. */
  function inOrder(problems) {
    const all = [...form.querySelectorAll("*")];
    const places = new Map(all.map((one, number) => [one, number]));
    const placeOfProblem = ({ path }) => places.get(elementOf(path)) ?? all.length;
    return problems.map((one) => [placeOfProblem(one), one]).sort(([a], [b]) => a - b).map(([, one]) => one);
  }

  function show(problem, number) {
    const element = elementOf(problem.path);
    if (!element) {
      return null;
    }
    const said = document.createElement("p");
    said.className = BLOCKS(problem) ? "form-problem" : "form-problem form-problem--question";
    said.id = `form-problem-${number}`;
    said.textContent = sentence(problem, element);
    holderOf(element).append(said);
    if (element.matches("input, textarea, select") && BLOCKS(problem)) {
      element.setAttribute("aria-invalid", "true");
      element.setAttribute("aria-errormessage", said.id);
    }
    return element;
  }

  return {
    placeOf,
    kept(done) {
      form.querySelector(".form-said").textContent = done ? words.saved : "";
    },
    /* Only where somebody has written: nobody is told off for what is still empty. */
    beside(problems, touched) {
      clear();
      const told = ({ path, code }) => code !== "MISSING_FIELD" && (touched.has(String(path[0])) || /^personal/.test(code));
      problems.filter(told).forEach(show);
    },
    /* Whether the list of everything is in sight: then it follows what is mended. */
    get listed() {
      return !form.querySelector(".form-problems").hidden;
    },
    /* Only this, which is about the whole. */
    only(sentence) {
      const place = form.querySelector(".form-problems");
      place.querySelector("ul").replaceChildren();
      place.querySelector("p").textContent = sentence;
      place.hidden = false;
      place.focus();
    },
    /* Everything, and whether it stands in the way. */
    all(problems, { quiet = false } = {}) {
      clear();
      const place = form.querySelector(".form-problems");
      const list = place.querySelector("ul");
      list.replaceChildren();
      const stands = problems.some(BLOCKS);
      inOrder(problems).forEach((problem, number) => {
        const element = show(problem, number);
        if (!quiet) {
          element?.closest("details")?.setAttribute("open", "");
        }
        const line = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "form-jump";
        button.textContent = called(problem, element ?? form);
        button.addEventListener("click", () => {
          (element?.matches("input, textarea, select") ? element : element?.querySelector("input, textarea, select, button"))?.focus();
        });
        line.append(button, " ", sentence(problem, element));
        list.append(line);
      });
      place.querySelector("p").textContent = stands ? words.problems : words.problems_none;
      place.hidden = !problems.length;
      if (stands && !quiet) {
        place.focus();
      }
      return stands;
    },
  };
}
