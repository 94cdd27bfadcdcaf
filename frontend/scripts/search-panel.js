// The panel that searches everything: the arrow keys go from what is typed to what is found and back.

class SearchPanel extends HTMLElement {
  #onKey = (event) => {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.isComposing) {
      return;
    }
    const places = [this.querySelector("input"), ...this.querySelectorAll(".found a[href]")].filter(Boolean);
    const at = places.findIndex((place) => place === document.activeElement);
    const next = places[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at >= 0 && next) {
      next.focus();
      event.preventDefault();
    }
  };

  connectedCallback() {
    this.addEventListener("keydown", this.#onKey);
  }

  disconnectedCallback() {
    this.removeEventListener("keydown", this.#onKey);
  }
}

customElements.define("search-panel", SearchPanel);
