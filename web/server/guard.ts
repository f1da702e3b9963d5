import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { RequestFailure } from './failures.ts';

/** Shortest token taken, in characters. */
export const SHORTEST_TOKEN = 16;

const COOKIE = 'schemelab';

/** Log-in attempts a minute, from everywhere together: far more than a person makes, far too few for guessing. */
const MOST_ATTEMPTS = 20;

/** Whether an address is this machine's own. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Refuses requests for other hosts, as a page whose name was re-bound to this machine makes them, and requests that
 * change something on behalf of another site. With a token any host may be asked for: a foreign name has no cookie.
 */
export function sameSite(port: () => number, token: string | null): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = request.headers.host ?? '';
    const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    const at = /:(\d+)$/.exec(host)?.[1] ?? '80';
    if (token === null ? !isLoopback(name) || Number(at) !== port() : !/^[\w.:[\]-]{1,255}$/.test(host))
      throw new RequestFailure(403, 'bad-host', {
        en: 'This server answers only under its own address.',
        zh: '本服务器只以自身地址应答。',
      });
    const { origin } = request.headers;
    const foreign = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
    const site = request.headers['sec-fetch-site'];
    const safe = request.method === 'GET' || request.method === 'HEAD';
    // Following a link to the page from elsewhere is no harm; asking the API from elsewhere is.
    const visit = safe && request.headers['sec-fetch-mode'] === 'navigate';
    const crossed = (site === 'cross-site' || site === 'same-site') && !visit;
    if (foreign || crossed)
      throw new RequestFailure(403, 'bad-origin', {
        en: 'Requests from other sites are refused.',
        zh: '拒绝来自其他网站的请求。',
      });
    next();
  };
}

/** Demands JSON of whatever has a body: forms of other sites cannot send it unasked. */
export function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  const length = Number(request.headers['content-length'] ?? 0);
  const body = length > 0 || request.headers['transfer-encoding'] !== undefined;
  if (body && !request.is('application/json'))
    throw new RequestFailure(415, 'not-json', {
      en: 'Send JSON, with Content-Type: application/json.',
      zh: '请以 JSON 发送，并注明 Content-Type: application/json。',
    });
  next();
}

/** Lets in whoever has the token: as a bearer, or by a cookie that logging in sets. */
export class Gate {
  readonly #token: Buffer;
  readonly #session: string;
  #attempts: number[] = [];

  constructor(token: string) {
    this.#token = digest(token, 'token');
    this.#session = digest(token, 'session').toString('base64url');
  }

  /** Whether a request is let in. */
  admits(request: Request): boolean {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.#isToken(bearer);
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    const given = cookies.find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
    return given !== undefined && equal(digest(given, 'compare'), digest(this.#session, 'compare'));
  }

  /** Tries a token given by a person; sets the cookie when it is right. @throws RequestFailure 429 */
  logIn(token: string, response: Response, now: number): boolean {
    this.#attempts = this.#attempts.filter((at) => now - at < 60_000);
    if (this.#attempts.length >= MOST_ATTEMPTS)
      throw new RequestFailure(
        429,
        'too-many-attempts',
        { en: 'Too many attempts. Wait a minute.', zh: '尝试次数过多，请等一分钟。' },
        60,
      );
    this.#attempts.push(now);
    if (!this.#isToken(token)) return false;
    const secure = response.req.secure ? '; Secure' : '';
    response.setHeader(
      'Set-Cookie',
      `${COOKIE}=${this.#session}; Path=/; HttpOnly; SameSite=Strict${secure}`,
    );
    return true;
  }

  #isToken(given: string): boolean {
    return equal(digest(given, 'token'), this.#token);
  }
}

function digest(text: string, purpose: string): Buffer {
  return createHmac('sha256', `schemelab ${purpose}`).update(text).digest();
}

function equal(a: Buffer, b: Buffer): boolean {
  return timingSafeEqual(a, b);
}
