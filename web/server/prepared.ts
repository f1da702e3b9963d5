import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

/** An answer that never changes: its bytes, plain and packed, made once, and a tag by which clients know them again. */
export class Prepared {
  readonly #plain: Buffer;
  readonly #packed: Buffer;
  readonly #tag: string;

  constructor(text: string) {
    this.#plain = Buffer.from(text);
    this.#packed = gzipSync(this.#plain, { level: 9 });
    this.#tag = `"${createHash('sha256').update(this.#plain).digest('base64url').slice(0, 22)}"`;
  }

  /** Answers; with 304 and nothing more when the client has it. The media type must be set. */
  send(request: Request, response: Response): void {
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('ETag', this.#tag);
    response.setHeader('Vary', 'Accept-Encoding');
    const known = (request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
    if (known.includes(this.#tag)) {
      response.status(304).end();
      return;
    }
    const packed = request.acceptsEncodings('gzip', 'identity') === 'gzip';
    if (packed) response.setHeader('Content-Encoding', 'gzip');
    response.end(packed ? this.#packed : this.#plain);
  }
}
