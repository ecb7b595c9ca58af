/* On a phone the facets are a panel. Going back closes it and keeps what was chosen in it; going
   back once more takes that back. */

/** Keeps the page's address in step with what is chosen, and the way back with the panel. */
export class Panel {
  constructor(element, restore) {
    this.element = element;
    this.restore = restore;
    element.addEventListener("toggle", (event) => this.toggled(event.newState === "open"));
    addEventListener("popstate", () => this.wentBack());
  }

  get open() {
    return this.element.matches(":popover-open");
  }

  remember(how, address) {
    this.address = new URL(address, location.href).href;
    if (this.open) {
      history.replaceState({ panel: true }, "", address);
    } else {
      history[how](null, "", address);
    }
    this.passOn();
  }

  /** The page in the other language shows the same choice. */
  passOn() {
    const asked = new URLSearchParams(location.search);
    asked.delete("words");
    for (const link of document.querySelectorAll("a[hreflang]")) {
      const there = new URL(link.href);
      there.search = asked;
      link.href = there;
    }
  }

  toggled(open) {
    if (open) {
      this.before = location.href;
      this.address = location.href;
      history.pushState({ panel: true }, "", location.href);
    } else if (history.state?.panel) {
      if (location.href === this.before) {
        history.back();
      } else {
        history.replaceState(null, "", location.href);
      }
    }
  }

  wentBack() {
    if (!this.open) {
      this.restore();
      return;
    }
    const chosen = this.address;
    this.element.hidePopover();
    if (chosen !== location.href) {
      this.remember("pushState", chosen);
    }
  }
}
