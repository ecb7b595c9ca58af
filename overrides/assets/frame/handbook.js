/* On every page: starts the modules that elements name in data-module. */

import { start as contents } from "./contents.js";
import { start as menu } from "./menu.js";
import { start as palette } from "./palette.js";

const frame = { contents, menu, palette };

export function begin(modules) {
  document.querySelectorAll("[data-module]").forEach(async (element) => {
    for (const name of element.dataset.module.split(" ")) {
      const start = frame[name] ?? (await modules[name]()).start;
      start(element);
    }
  });
}
