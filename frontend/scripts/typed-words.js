// Browsers may report one change of a field twice, as some do when an input method ends a composition or a program fills
// a form in. Flow waits a moment before it sends what was typed; when the second report comes in that moment and another
// action ends it early, Flow sends the event without the words. A report that brings nothing new therefore goes no further.
document.addEventListener(
  "input",
  (event) => {
    const field = event.target.closest?.("vaadin-text-field, vaadin-text-area");
    if (field && event.target.value === field.value) {
      event.stopImmediatePropagation();
    }
  },
  true,
);
