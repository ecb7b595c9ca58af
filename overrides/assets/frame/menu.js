/* The menu of small screens. The browser opens and closes it, by Escape too, puts the focus on its
   first button and tells whether it is open; this closes it when the focus leaves it, which would
   otherwise lie under it. */

export function start(menu) {
  menu.addEventListener("toggle", (event) => {
    document.documentElement.classList.toggle("menu-open", event.newState === "open");
  });
  menu.addEventListener("focusout", (event) => {
    if (menu.matches(":popover-open") && event.relatedTarget && !menu.contains(event.relatedTarget)) {
      menu.hidePopover();
    }
  });
}
