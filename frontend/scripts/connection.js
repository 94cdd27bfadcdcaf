// Whether the server can be reached, as the application's own connection and the browser tell. While it cannot, it is asked
// again and again: the first answer ends the silence.

const LOST = new Set(["reconnecting", "connection-lost"]);
const ASK_EVERY = 2_000;

export class Connection {
  #told;
  #ask;
  #connected = true;
  #timer = 0;

  /** Tells `told` each time the connection is lost or has come back; `ask` sends something and promises an answer. */
  constructor(told, ask) {
    this.#told = told;
    this.#ask = ask;
  }

  start() {
    this.#flow?.addStateChangeListener(this.#look);
    window.addEventListener("offline", this.#look);
    window.addEventListener("online", this.#look);
  }

  stop() {
    clearInterval(this.#timer);
    this.#flow?.removeStateChangeListener(this.#look);
    window.removeEventListener("offline", this.#look);
    window.removeEventListener("online", this.#look);
  }

  get #flow() {
    return window.Vaadin?.connectionState;
  }

  #look = () => {
    const reached = navigator.onLine && !LOST.has(this.#flow?.state);
    if (reached || !this.#connected) {
      this.#tell(reached);
    } else {
      this.#tell(false);
      this.#timer = setInterval(this.#question, ASK_EVERY);
    }
  };

  #question = async () => {
    if (navigator.onLine) {
      await this.#ask();
      this.#tell(true);
    }
  };

  #tell(connected) {
    if (connected) {
      clearInterval(this.#timer);
    }
    if (connected !== this.#connected) {
      this.#connected = connected;
      this.#told(connected);
    }
  }
}
