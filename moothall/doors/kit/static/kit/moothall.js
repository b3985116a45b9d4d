// Everything works without this file. It wakes the design system's own behaviour (error summary
// focus, no double press) and shows the buttons that only a browser with scripts can honour.
import { initAll } from "../govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
