// Everything works without this file. It wakes the design system's own behaviour (error summary
// focus, no double press), shows the buttons that only a browser with scripts can honour, and opens
// on paper what can be opened on the screen.
import { initAll } from "../govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const opened = new Set();
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
    opened.add(details);
  }
});
addEventListener("afterprint", () => {
  for (const details of opened) {
    details.open = false;
  }
  opened.clear();
});
