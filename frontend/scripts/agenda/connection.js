// Whether the server can be reached, as the application's own connection and the browser tell.

const LOST = new Set(["reconnecting", "connection-lost"]);

export class Connection {
  #told;
  #connected = true;

  /** Tells `told` each time the connection is lost or has come back. */
  constructor(told) {
    this.#told = told;
  }

  start() {
    this.#flow?.addStateChangeListener(this.#look);
    window.addEventListener("offline", this.#look);
    window.addEventListener("online", this.#look);
  }

  stop() {
    this.#flow?.removeStateChangeListener(this.#look);
    window.removeEventListener("offline", this.#look);
    window.removeEventListener("online", this.#look);
  }

  get #flow() {
    return window.Vaadin?.connectionState;
  }

  #look = () => {
    const connected = navigator.onLine && !LOST.has(this.#flow?.state);
    if (connected !== this.#connected) {
      this.#connected = connected;
      this.#told(connected);
    }
  };
}
