import type { Response } from 'express';

/** Events kept for clients that come back: a run sends four a second at most. */
const MOST_EVENTS = 4000;
/** Characters kept; interim results are the bulk of them. */
const MOST_CHARACTERS = 16_000_000;
/** Bytes a client may leave unread before it is cut off; it comes back and gets what it missed. */
const MOST_UNREAD = 8_000_000;

interface Kept {
  readonly number: number;
  readonly text: string;
}

/** An event without its number: what happened, and its data as JSON. */
export interface FeedEvent {
  readonly type: string;
  readonly json: string;
}

/** The server-sent events of one run, numbered, so that a client that was cut off goes on where it was. */
export class Feed {
  /** Tells this feed's numbers from those of an earlier process. */
  readonly #epoch: string;
  readonly #clients = new Set<Response>();
  #kept: Kept[] = [];
  #characters = 0;
  #number = 0;

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  get clients(): number {
    return this.#clients.size;
  }

  publish(event: FeedEvent): void {
    const number = ++this.#number;
    const text = this.#frame(number, event);
    this.#kept.push({ number, text });
    this.#characters += text.length;
    while (this.#kept.length > MOST_EVENTS || this.#characters > MOST_CHARACTERS)
      this.#characters -= this.#kept.shift()!.text.length;
    for (const client of this.#clients) this.#send(client, text);
  }

  /**
   * Adds a client.
   *
   * @param last number of the last event it had, as it names it; what came later is sent again
   * @param snapshot what it is sent instead when it is new, or was away for too long
   */
  connect(client: Response, last: string | undefined, snapshot: () => readonly FeedEvent[]): void {
    const missed = this.#after(last);
    const texts = missed ?? snapshot().map((event) => this.#frame(this.#number, event));
    for (const text of texts) client.write(text);
    this.#clients.add(client);
    client.on('close', () => this.#clients.delete(client));
  }

  /** A sign of life, so that neither side takes the line for dead. */
  beat(): void {
    for (const client of this.#clients) this.#send(client, ': beat\n\n');
  }

  /** Ends every stream. */
  end(): void {
    for (const client of this.#clients) client.end();
    this.#clients.clear();
  }

  /** Whether a client has had everything. */
  isCurrent(last: string | undefined): boolean {
    return last === `${this.#epoch}-${this.#number}`;
  }

  #frame(number: number, { type, json }: FeedEvent): string {
    return `id: ${this.#epoch}-${number}\nevent: ${type}\ndata: ${json}\n\n`;
  }

  #send(client: Response, text: string): void {
    if (client.writableLength > MOST_UNREAD) client.destroy();
    else client.write(text);
  }

  #after(last: string | undefined): string[] | null {
    const [epoch, number] = last?.split('-') ?? [];
    const from = Number(number);
    if (epoch !== this.#epoch || !Number.isInteger(from) || from > this.#number) return null;
    const first = this.#kept[0]?.number ?? this.#number + 1;
    if (from + 1 < first) return null;
    return this.#kept.filter((one) => one.number > from).map((one) => one.text);
  }
}
