/* The menu of small screens. The browser opens and closes it, by Escape too; this tells whether
   it is open, and closes it when the focus leaves it, which would otherwise lie under it. */

export function start(menu) {
  const opener = document.querySelector(`[popovertarget="${menu.id}"][aria-expanded]`);
  menu.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    opener.setAttribute("aria-expanded", open);
    document.documentElement.classList.toggle("menu-open", open);
    if (open) {
      menu.querySelector("button").focus();
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (menu.matches(":popover-open") && event.relatedTarget && !menu.contains(event.relatedTarget)) {
      menu.hidePopover();
    }
  });
}
