import type { Response } from 'express';

/** Events kept for clients that come back: a run sends four a second at most. */
const MOST_EVENTS = 4000;
/** Bytes kept; interim results are the bulk of them. */
const MOST_BYTES = 16_000_000;
/** Bytes a client may leave unread before it is cut off; it comes back and gets what it missed. */
const MOST_UNREAD = 8_000_000;

const BEAT = Buffer.from(': beat\n\n');

interface Kept {
  readonly number: number;
  readonly frame: Buffer;
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
  /** Each with the bytes that it had taken by the last sign of life, if some were left. */
  readonly #clients = new Map<Response, number | null>();
  #kept: Kept[] = [];
  #bytes = 0;
  #number = 0;

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  get clients(): number {
    return this.#clients.size;
  }

  publish(event: FeedEvent): void {
    const number = ++this.#number;
    // Bytes, once for everybody: they are neither encoded nor kept again for each client.
    const frame = this.#frame(number, event);
    this.#kept.push({ number, frame });
    this.#bytes += frame.length;
    while (this.#kept.length > MOST_EVENTS || this.#bytes > MOST_BYTES)
      this.#bytes -= this.#kept.shift()!.frame.length;
    for (const client of this.#clients.keys()) this.#send(client, frame);
  }

  /**
   * Adds a client.
   *
   * @param last number of the last event it had, as it names it; what came later is sent again
   * @param snapshot what it is sent instead when it is new, or was away for too long
   */
  connect(client: Response, last: string | undefined, snapshot: () => readonly FeedEvent[]): void {
    const missed = this.#after(last);
    const frames = missed ?? snapshot().map((event) => this.#frame(this.#number, event));
    for (const frame of frames) client.write(frame);
    this.#clients.set(client, null);
    client.on('close', () => this.#clients.delete(client));
  }

  /** A sign of life, so that neither side takes the line for dead. A client that read nothing since the last is cut off. */
  beat(): void {
    for (const [client, before] of this.#clients) {
      const { socket } = client;
      const taken =
        socket !== null && socket.writableLength > 0 ? socket.bytesWritten - socket.writableLength : null;
      if (taken !== null && taken === before) client.destroy();
      else this.#send(client, BEAT);
      this.#clients.set(client, taken);
    }
  }

  /** Ends every stream. */
  end(): void {
    for (const client of this.#clients.keys()) client.end();
    this.#clients.clear();
  }

  /** Whether a client has had everything. */
  isCurrent(last: string | undefined): boolean {
    return last === `${this.#epoch}-${this.#number}`;
  }

  #frame(number: number, { type, json }: FeedEvent): Buffer {
    return Buffer.from(`id: ${this.#epoch}-${number}\nevent: ${type}\ndata: ${json}\n\n`);
  }

  #send(client: Response, frame: Buffer): void {
    if (client.writableLength > MOST_UNREAD) client.destroy();
    else client.write(frame);
  }

  #after(last: string | undefined): Buffer[] | null {
    const [epoch, number] = last?.split('-') ?? [];
    const from = Number(number);
    if (epoch !== this.#epoch || !Number.isInteger(from) || from > this.#number) return null;
    const first = this.#kept[0]?.number ?? this.#number + 1;
    if (from + 1 < first) return null;
    return this.#kept.filter((one) => one.number > from).map((one) => one.frame);
  }
}
