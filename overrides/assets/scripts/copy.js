/* A button that copies the text of the element whose id stands in data-copies. */

export function start(button) {
  const said = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
    button.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = said;
    }, 3000);
  });
}
